"""Who reaches whom how: the parties, and the paths between them. HSDS has no tables for it."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from directory.catalogue.models.columns import Id, Identified, Texts, Words, Written
from directory.db import Table


class Party(Written, Table):
    __tablename__ = "parties"

    handle: Mapped[str] = mapped_column(unique=True)
    name: Mapped[Texts]


class ContactPath(Written, Table):
    """How one party reaches another; an empty `way`: none is agreed on."""

    __tablename__ = "contact_paths"

    handle: Mapped[str] = mapped_column(unique=True)
    from_party_id: Mapped[Id] = mapped_column(ForeignKey("parties.id"), index=True)
    to_party_id: Mapped[Id] = mapped_column(ForeignKey("parties.id"), index=True)
    way: Mapped[Texts]
    state: Mapped[str]
    answer_within_days: Mapped[int | None]
    meeting_within_days: Mapped[int | None]
    note: Mapped[Texts]
    sources: Mapped[Words]


class ContactPathArea(Identified, Table):
    """Where a path is that way."""

    __tablename__ = "contact_path_areas"

    contact_path_id: Mapped[Id] = mapped_column(ForeignKey("contact_paths.id"), index=True)
    area_id: Mapped[Id] = mapped_column(ForeignKey("areas.id"), index=True)
    position: Mapped[int]
