"""The tables of the journal. Nothing in them says who did anything, or for which child."""

from datetime import date

from sqlalchemy import CheckConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from directory.db import Table


class Report(Table):
    """How often it was reported on a `day` that a record of an edition is wrong in the way of a `code`."""

    __tablename__ = "reports"
    __table_args__ = (CheckConstraint("count > 0", name="count"),)

    day: Mapped[date] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(20), primary_key=True)
    record: Mapped[str] = mapped_column(String(80), primary_key=True)
    code: Mapped[str] = mapped_column(String(20), primary_key=True)
    edition: Mapped[str] = mapped_column(String(16), primary_key=True)
    count: Mapped[int]
