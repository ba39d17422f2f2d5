"""The tables of editions. Rows are added, never changed or removed: what was published once can be asked for ever."""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from directory.db import Moment, Table


class Part(Table):
    """The bytes of a rule file, or of a group of records, compressed; `hash` is that of the bytes themselves."""

    __tablename__ = "edition_parts"

    hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    body: Mapped[bytes] = mapped_column(LargeBinary)


class Stored(Table):
    """An edition: the `manifest` names its parts, and its hash is the `id`. `made_by` is a function's handle."""

    __tablename__ = "editions"

    id: Mapped[str] = mapped_column(String(16), primary_key=True)
    manifest: Mapped[str] = mapped_column(Text)
    made_at: Mapped[datetime] = mapped_column(Moment)
    made_by: Mapped[str]
    note: Mapped[str]


class Publication(Table):
    """From a moment on an edition answers, until the next publication. `number` counts from 1; the last is in force.

    `action` is publish or rollback, `by` a function's handle.
    """

    __tablename__ = "publications"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    edition_id: Mapped[str] = mapped_column(ForeignKey("editions.id"), index=True)
    at: Mapped[datetime] = mapped_column(Moment)
    action: Mapped[str]
    by: Mapped[str]
    note: Mapped[str]
