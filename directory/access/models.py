"""The tables of who may do what."""

from datetime import date

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from directory.db import Table


class Desk(Table):
    """A function that may report and act. `kind` and `area`: as which kind of unit it acts, and where; or empty.

    Of its key only the hash is kept.
    """

    __tablename__ = "desks"

    handle: Mapped[str] = mapped_column(String(40), primary_key=True)
    kind: Mapped[str] = mapped_column(String(40))
    area: Mapped[str] = mapped_column(String(40))
    key_hash: Mapped[str] = mapped_column(String(64), unique=True)
    added: Mapped[date]
    closed: Mapped[date | None]
