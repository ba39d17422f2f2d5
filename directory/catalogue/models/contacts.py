"""HSDS contact and phone. A contact is a function with a mailbox; HSDS's name of a person has no column here."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from directory.catalogue.models.columns import Id, Identified, Texts
from directory.db import Table


class Contact(Identified, Table):
    __tablename__ = "contacts"

    service_at_location_id: Mapped[Id] = mapped_column(ForeignKey("service_at_locations.id"), index=True)
    department: Mapped[str | None]
    email: Mapped[str]


class Phone(Identified, Table):
    """`confirmed`: its owner, or a dated reading, has confirmed the number. `audience`: for the public, or for
    professionals, which HSDS does not tell apart."""

    __tablename__ = "phones"

    service_at_location_id: Mapped[Id] = mapped_column(ForeignKey("service_at_locations.id"), index=True)
    position: Mapped[int]
    number: Mapped[str]
    description: Mapped[Texts]
    confirmed: Mapped[bool]
    audience: Mapped[str]
