"""HSDS location and address. A unit without an address has a virtual location, since HSDS asks for one."""

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from directory.catalogue.models.columns import Id, Identified
from directory.db import Table

PHYSICAL, VIRTUAL = "physical", "virtual"
TYPES = (PHYSICAL, "postal", VIRTUAL)  # HSDS 3.1


class Location(Identified, Table):
    __tablename__ = "locations"
    __table_args__ = (CheckConstraint(f"location_type IN {TYPES}", name="type"),)

    location_type: Mapped[str]


class Address(Identified, Table):
    """`address_1` holds a whole address as it was given; the parts are filled where somebody has told them apart."""

    __tablename__ = "addresses"
    __table_args__ = (CheckConstraint(f"address_type IN {TYPES}", name="type"),)

    location_id: Mapped[Id] = mapped_column(ForeignKey("locations.id"), index=True)
    address_1: Mapped[str]
    city: Mapped[str | None]
    state_province: Mapped[str | None]
    postal_code: Mapped[str | None]
    country: Mapped[str]
    address_type: Mapped[str]
