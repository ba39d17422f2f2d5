"""HSDS schedule: when a unit answers, in words, and in hours that can be counted with."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from directory.catalogue.models.columns import Id, Identified, Texts
from directory.db import Table


WEEKLY = "WEEKLY"  # HSDS 3.1


class Schedule(Identified, Table):
    """`phone_id`: the number that the hours are of, which HSDS has no column for. Times are local, as HH:MM.

    A row of words has no `freq`; one of hours is WEEKLY, on the days of `byday` ("MO,TU"), and `holidays` says whether
    it holds on those.
    """

    __tablename__ = "schedules"

    service_at_location_id: Mapped[Id] = mapped_column(ForeignKey("service_at_locations.id"), index=True)
    phone_id: Mapped[Id | None] = mapped_column(ForeignKey("phones.id"), index=True)
    description: Mapped[Texts]
    freq: Mapped[str | None]
    byday: Mapped[str | None]
    opens_at: Mapped[str | None]
    closes_at: Mapped[str | None]
    holidays: Mapped[str | None]
    position: Mapped[int]
