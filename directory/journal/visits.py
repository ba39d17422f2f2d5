"""Counts how often each kind of page was shown: sums by quarter and language, of pages and never of people.

A sum grows five at a time, so that none of them, and no difference between two days, tells of one visit.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from directory.journal.counting import EVERYWHERE, add
from directory.journal.models import Count

VISIT = "visit"
AT_A_TIME = 5


@dataclass(frozen=True, slots=True)
class PagesShown:
    """How often a `page` of a kind was shown in a language in a quarter; fewer than five of each go uncounted."""

    quarter: str
    page: str
    language: str
    count: int


def in_fives(shown: Mapping[tuple[str, str], int]):
    """What is counted of pages shown, by kind and language, and what must wait for more."""
    counted = {one: count - count % AT_A_TIME for one, count in shown.items() if count >= AT_A_TIME}
    waiting = {one: count % AT_A_TIME for one, count in shown.items() if count % AT_A_TIME}
    return counted, waiting


def count_shown(session: Session, counted: Mapping[tuple[str, str], int], *, day: date):
    """Add to the sums of a day's quarter.

    :param counted: by kind of page and language; each a multiple of five, as `in_fives` tells it
    """
    assert not any(count % AT_A_TIME for count in counted.values())
    add(session, [((EVERYWHERE, VISIT, *one), count) for one, count in counted.items()], day=day)


def pages_shown(session: Session) -> tuple[PagesShown, ...]:
    """All sums, the newest quarter first."""
    rows = session.execute(select(Count.quarter, Count.one, Count.other, Count.count).where(Count.measure == VISIT)
                           .order_by(Count.quarter.desc(), Count.one, Count.other))
    return tuple(PagesShown(*row) for row in rows)
