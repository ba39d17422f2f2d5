"""HSDS service and service_at_location: what a unit does, and the unit itself, which is a service at a location."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from directory.catalogue.models.columns import Id, Identified, Texts, Words, Written
from directory.db import Table

ACTIVE = "active"
STATUSES = (ACTIVE, "inactive", "defunct", "temporarily closed")  # HSDS 3.1


class Service(Identified, Table):
    """`agency_id` is the kind of agency, which HSDS has no column for. Ages are years; None: those of the kind."""

    __tablename__ = "services"
    __table_args__ = (CheckConstraint(f"status IN {STATUSES}", name="status"),)

    organization_id: Mapped[Id | None] = mapped_column(ForeignKey("organizations.id"), index=True)
    agency_id: Mapped[Id] = mapped_column(ForeignKey("agencies.id"), index=True)
    name: Mapped[Texts]
    url: Mapped[str | None]
    status: Mapped[str]
    minimum_age: Mapped[int | None]
    maximum_age: Mapped[int | None]
    assured_date: Mapped[date | None]  # None until the owner has confirmed what stands here


class ServiceAtLocation(Written, Table):
    """A unit. `national` units are found by their kind wherever one is; an id may stand once among each sort.

    HSDS has no column for whether it is a `party` to the local agreement, for its first and last day, for the handle
    of who answers when it is closed, or for when a national number was read, which may be a year alone.
    """

    __tablename__ = "service_at_locations"
    __table_args__ = (UniqueConstraint("handle", "national"),)

    service_id: Mapped[Id] = mapped_column(ForeignKey("services.id"), unique=True)
    location_id: Mapped[Id] = mapped_column(ForeignKey("locations.id"), unique=True)
    description: Mapped[Texts]
    national: Mapped[bool]
    party: Mapped[bool | None]
    opens_on: Mapped[date | None]
    closes_on: Mapped[date | None]
    when_closed: Mapped[str | None]
    read_on: Mapped[str | None]
    sources: Mapped[Words]  # ids in routing_rules/sources.yaml
