"""The areas that have rules, and HSDS service_area: in which of them a unit works."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from directory.catalogue.models.columns import Id, Identified, Texts, Written
from directory.db import Table


class Area(Written, Table):
    """A municipality lies within a region, which lies within the nation."""

    __tablename__ = "areas"

    handle: Mapped[str] = mapped_column(unique=True)
    name: Mapped[Texts]
    kind: Mapped[str]
    # A file may name what lies within before that which it lies within.
    within_id: Mapped[Id | None] = mapped_column(ForeignKey("areas.id", deferrable=True, initially="DEFERRED"))


class ServiceArea(Identified, Table):
    __tablename__ = "service_areas"

    service_at_location_id: Mapped[Id] = mapped_column(ForeignKey("service_at_locations.id"), index=True)
    area_id: Mapped[Id] = mapped_column(ForeignKey("areas.id"), index=True)
