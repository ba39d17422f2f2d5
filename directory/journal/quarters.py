"""Publishing a quarter, once and for good, and reading what was published. Of one that runs nothing is told: whatever
it were, it would say something of the small numbers that are hidden when the quarter is over.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from directory.db import keep_writers_out
from directory.errors import DirectoryError
from directory.journal.counting import EVERYWHERE, quarter_of
from directory.journal.models import Count, PublishedQuarter
from directory.journal.sums import Counted, sums_of

_QUARTER = re.compile(r"20\d\d-Q[1-4]", re.ASCII)


class QuarterRefused(DirectoryError):
    """A quarter that cannot be published. `why`: no_quarter (it is not written as 2026-Q3), or not_over."""

    code, status = "quarter_refused", 422

    def __init__(self, quarter, why):
        super().__init__(f"{quarter}: {why}")
        self.quarter, self.why = quarter, why


@dataclass(frozen=True, slots=True)
class Published:
    """`day`: on which the quarter was published."""

    quarter: str
    day: date


def publish_quarter(session: Session, quarter, *, day: date, within: Mapping[str, str | None]):
    """Publish a quarter that is over: when that was done, which may be long ago, for it is done once.

    :param within: by area the one that it lies within
    :raises QuarterRefused: there is no such quarter, or it is not over
    """
    if not _QUARTER.fullmatch(quarter):
        raise QuarterRefused(quarter, "no_quarter")
    if quarter >= quarter_of(day):
        raise QuarterRefused(quarter, "not_over")
    keep_writers_out(session)
    kept = session.get(PublishedQuarter, quarter)
    if kept is None:
        kept = PublishedQuarter(quarter=quarter, day=day, sums=sums_of(_rows(session, quarter), within))
        session.add(kept)
    return Published(kept.quarter, kept.day)


def published_quarters(session: Session):
    """Every quarter that is published, the latest first."""
    rows = session.execute(select(PublishedQuarter.quarter, PublishedQuarter.day))
    return tuple(Published(*row) for row in sorted(rows, reverse=True))


def sums_published(session: Session, quarter):
    """What is stored of a published quarter, for `figures_of`; None where it is not published."""
    return session.scalar(select(PublishedQuarter.sums).where(PublishedQuarter.quarter == quarter))


def _rows(session, quarter):
    query = select(Count.area, Count.measure, Count.one, Count.other, Count.count).where(
        Count.quarter == quarter, Count.demo.is_(False), Count.area != EVERYWHERE)
    return [Counted(*row) for row in session.execute(query)]
