"""How many receipts are kept at a time: those of visitors have room by the minute, apart from those of desks.

A visitor is counted as no one; whoever floods a minute is done with when it is over, and shuts no desk out.
"""

from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from directory.errors import DirectoryError
from directory.journal.bounces import EVERYWHERE, INSERTS, KEY, quarter_of
from directory.journal.models import Count, Receipt
from directory.journal.question import NOBODY

VISITORS_A_MINUTE = 60  # receipts that name no sender, in the whole country
DESKS_A_DAY = 20_000  # receipts that a desk has named the sender of
KEPT_MINUTE = "kept_minute"  # how many of visitors in a minute; of the minutes before nothing is kept


class TooManyKept(DirectoryError):
    """There is no room for more receipts just now."""

    code, status = "too_many_kept", 429


def take_room(session: Session, sender, *, now: datetime, forget_on, most=None):
    """Count a receipt that is about to be kept.

    :param sender: the kind of unit that a desk has named as sender, or NOBODY
    :param most: that have room
    :raises TooManyKept: there is none
    """
    if sender == NOBODY:
        _count_minute(session, now, most or VISITORS_A_MINUTE)
    elif _of_desks(session, forget_on) >= (most or DESKS_A_DAY):
        raise TooManyKept


def _count_minute(session, now, most):
    minute = now.strftime("%Y-%m-%dT%H:%M")
    session.execute(delete(Count).where(Count.measure == KEPT_MINUTE, Count.other != minute))
    key = dict(zip(KEY, (False, EVERYWHERE, KEPT_MINUTE, quarter_of(now.date()), "", minute), strict=True))
    insert = INSERTS[session.get_bind().dialect.name](Count).values(**key, count=1)
    more = insert.on_conflict_do_update(index_elements=list(KEY), set_={"count": Count.count + 1},
                                        where=Count.count < most)
    if session.scalar(more.returning(Count.count)) is None:
        raise TooManyKept


def _of_desks(session, forget_on):
    sender = Receipt.document["opening"]["sender"].as_string()
    found = select(func.count()).select_from(Receipt).where(Receipt.forget_on == forget_on, sender != NOBODY)
    return session.scalar(found)
