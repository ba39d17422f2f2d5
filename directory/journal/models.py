"""The tables of the journal. Nothing in them says who did anything, or for which child."""

from datetime import date
from typing import Any

from sqlalchemy import JSON, CheckConstraint, String
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


class Receipt(Table):
    """A question that somebody asked to keep: what is signed of it, and what a desk's list is sorted by.

    `holder` and `asked` are kinds of unit, empty where there is none; `due` is the day by which the holder acts.
    `confirm` proves, without telling it, the code that was given to the unit a question is handed over to.
    """

    __tablename__ = "receipts"

    code: Mapped[str] = mapped_column(String(12), primary_key=True)
    document: Mapped[dict[str, Any]] = mapped_column(JSON)
    signature: Mapped[str] = mapped_column(String(100))
    area: Mapped[str] = mapped_column(String(40), index=True)
    holder: Mapped[str] = mapped_column(String(40))
    asked: Mapped[str] = mapped_column(String(40))
    is_open: Mapped[bool]
    due: Mapped[date | None]
    confirm: Mapped[str] = mapped_column(String(64))
    forget_on: Mapped[date] = mapped_column(index=True)


class KeptAnswer(Table):
    """An answer as it was given, by language; many receipts may have the same. It holds nothing of who asked."""

    __tablename__ = "kept_answers"

    hash: Mapped[str] = mapped_column(String(32), primary_key=True)
    answer: Mapped[dict[str, Any]] = mapped_column(JSON)


class Count(Table):
    """How often something happened in a `quarter` ("2026-Q4"): what `measure` counts says what `one` and `other` are.

    `demo`: of the documented cases that the service is shown with; they are never added to what was reported.
    """

    __tablename__ = "counts"
    __table_args__ = (CheckConstraint("count > 0", name="count"),)

    demo: Mapped[bool] = mapped_column(primary_key=True)
    area: Mapped[str] = mapped_column(String(40), primary_key=True)
    measure: Mapped[str] = mapped_column(String(20), primary_key=True)
    quarter: Mapped[str] = mapped_column(String(7), primary_key=True)
    one: Mapped[str] = mapped_column(String(80), primary_key=True)
    other: Mapped[str] = mapped_column(String(80), primary_key=True)
    count: Mapped[int]


class PublishedQuarter(Table):
    """The sums of a quarter as they were published, on a `day`; they change no more."""

    __tablename__ = "published_quarters"

    quarter: Mapped[str] = mapped_column(String(7), primary_key=True)
    day: Mapped[date]
    sums: Mapped[dict[str, Any]] = mapped_column(JSON)
