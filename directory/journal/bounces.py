"""Counts what came back, and what became of questions: sums by area and quarter, kept as reports arrive.

A report is a few codes. Each adds one to a few rows, whatever has been reported before; of who reported what nothing
is kept. A desk is counted for a day alone, so that none floods the sums.
"""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from directory.errors import DirectoryError
from directory.journal.counting import add, take_one

ALL, CELL, PAIR, RULE, BORDER = "all", "cell", "pair", "rule", "border"  # of bounces
HELD, MEETING, REFUSED = "held", "meeting", "refused"  # of questions that were kept
DESK_DAY = "desk_day"  # how many reports a desk has made on a day; of yesterday nothing is kept
IN_TIME, LATE = "in_time", "late"
SOONEST, SOON = 7, 21  # days: within a week; within what agreements give a joint meeting
BUCKETS = ("0-7", "8-21", "22-")
MOST_A_DAY = 200  # reports of one desk


class TooManyReported(DirectoryError):
    """A desk has made as many reports as a day counts."""

    code, status = "too_many_reported", 429


@dataclass(frozen=True, slots=True)
class Bounce:
    """A referral that came back, or went to the wrong place, in codes: `sender` and `to` are kinds of unit.

    `sender` is NOBODY for a family. `level` is how much was asked for, and part of no sum. `rule`: the one that the
    receipt names, where there is one. `edge`: at reason age_border the border, as rules write it: "18" or "17y6m".
    """

    area: str
    sender: str
    to: str
    need_group: str
    level: str
    reason: str
    rule: str = ""
    edge: str = ""


def count_bounce(session: Session, bounce: Bounce, *, day: date, by="", demo=False):
    """Count a bounce, whose codes have been looked up.

    :param by: the handle of the desk that reports it, which is kept for this day alone and beside no report
    :param demo: a documented case, which is never added to what was reported
    :raises TooManyReported: the desk has reported enough for a day; nothing is counted
    """
    if by and not take_one(session, DESK_DAY, whose=by, when=day.isoformat(), day=day, most=MOST_A_DAY):
        raise TooManyReported(by)
    _add(session, bounce.area, _of_bounce(bounce), day=day, demo=demo)


def count_held(session: Session, area, *, days, day: date):
    """Count a question that somebody took on.

    :param days: since it was put to the first unit
    """
    bucket = BUCKETS[(days > SOONEST) + (days > SOON)]
    _add(session, area, [(HELD, bucket, "")], day=day)


def count_meeting(session: Session, area, *, in_time: bool, day: date):
    """Count a joint meeting that was held."""
    _add(session, area, [(MEETING, IN_TIME if in_time else LATE, "")], day=day)


def count_refusal(session: Session, area, need_group, *, day: date):
    """Count a family that was turned away."""
    _add(session, area, [(REFUSED, need_group, "")], day=day)


def _of_bounce(bounce):
    yield ALL, "", ""
    yield CELL, bounce.need_group, bounce.reason
    yield PAIR, bounce.sender, bounce.to
    if bounce.rule:
        yield RULE, bounce.rule, bounce.need_group
    if bounce.edge:
        yield BORDER, bounce.edge, bounce.need_group


def _add(session, area, found, *, day, demo=False):
    add(session, [((area, *one), 1) for one in found], day=day, demo=demo)
