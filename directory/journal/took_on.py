"""What a step adds to the sums: how long it took until somebody held a question, and whether a meeting was in time."""

from datetime import date, timedelta

from sqlalchemy.orm import Session

from directory.journal.bounces import count_held, count_meeting
from directory.journal.document import Receipt, week_of
from directory.journal.question import ACCEPT, CALL_MEETING, MEETING_DAYS, MEETING_HELD, SameDesk


def count_step(session: Session, receipt: Receipt, *, days, same_desk: SameDesk):
    """Count what the last step of a receipt did. A question counts as taken on once, however often it moves on, and its
    first meeting alone counts.

    :param days: after which receipts are forgotten, which tells when this one was kept
    """
    *before, step = receipt.steps
    if receipt.standing.settled and step.kind in (ACCEPT, MEETING_HELD) and not any(
            one.kind == ACCEPT or one.kind == MEETING_HELD and same_desk(one.by, one.to) for one in before):
        count_held(session, receipt.area, days=(step.day - kept_on(receipt, days)).days, day=step.day)
    if step.kind == MEETING_HELD and not any(one.kind == MEETING_HELD for one in before):
        called = max(one.day for one in before if one.kind == CALL_MEETING)
        in_time = step.day <= called + timedelta(MEETING_DAYS)
        count_meeting(session, receipt.area, in_time=in_time, day=step.day)


def kept_on(receipt: Receipt, days):
    """The day on which a receipt was kept; the Monday of its week where the setting has been another since."""
    day = receipt.forget_on - timedelta(days)
    year, week = receipt.week.split("-W")
    return day if week_of(day) == receipt.week else date.fromisocalendar(int(year), int(week), 1)
