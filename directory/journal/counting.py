"""Adds to sums in one statement, whatever else writes; and limits that end with a minute or a day."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import delete
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from directory.journal.models import Count

EVERYWHERE = ""  # instead of an area: all of them
_INSERTS: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}
_KEY = ("demo", "area", "measure", "quarter", "one", "other")


def quarter_of(day: date):
    """The quarter of a day, such as 2026-Q4."""
    return f"{day.year}-Q{(day.month + 2) // 3}"


def insert_into(session: Session, table):
    """The statement that adds rows to a table, with what its database says of rows that are there already."""
    return _INSERTS[session.get_bind().dialect.name](table)


def add(session: Session, sums: Iterable[tuple[tuple[str, str, str, str], int]], *, day: date, demo=False):
    """Add to sums of a day's quarter: each by area, measure, one and other.

    All in one statement and in one order, so that no two writers wait for each other for ever.
    """
    rows = [{**_key(one, day, demo), "count": more} for one, more in sorted(sums)]
    insert = insert_into(session, Count).values(rows)
    session.execute(insert.on_conflict_do_update(
        index_elements=list(_KEY), set_={"count": Count.count + insert.excluded.count}))


def take_one(session: Session, measure, *, whose, when, day: date, most):
    """Whether there was room for one more of what somebody may do in a time; if so it is taken.

    Of all other times nothing is kept.

    :param whose: a desk's handle; "" for all visitors together
    :param when: the minute or the day, as text
    """
    session.execute(delete(Count).where(Count.area == EVERYWHERE, Count.measure == measure, Count.other != when))
    insert = insert_into(session, Count).values(**_key((EVERYWHERE, measure, whose, when), day, demo=False), count=1)
    more = insert.on_conflict_do_update(index_elements=list(_KEY), set_={"count": Count.count + 1},
                                        where=Count.count < most)
    return session.scalar(more.returning(Count.count)) is not None


def _key(one, day, demo):
    area, measure, first, second = one
    return dict(zip(_KEY, (demo, area, measure, quarter_of(day), first, second), strict=True))
