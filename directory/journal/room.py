"""How many receipts may be kept in a time: visitors share a minute, and each desk has a day of its own.

A visitor is counted as no one. Whoever floods a minute is done with when it is over, and no desk shuts another out.
"""

from datetime import datetime

from sqlalchemy.orm import Session

from directory.errors import DirectoryError
from directory.journal.counting import take_one

VISITORS_A_MINUTE = 60  # receipts that name no sender, in the whole country
DESK_A_DAY = 2_000  # receipts that one desk has named the sender of
KEPT_MINUTE, KEPT_DAY = "kept_minute", "kept_day"


class TooManyKept(DirectoryError):
    """There is no room for more receipts just now."""

    code, status = "too_many_kept", 429


def take_room(session: Session, by, *, now: datetime, visitors=VISITORS_A_MINUTE, desk=DESK_A_DAY):
    """Count a receipt that is about to be kept.

    :param by: the handle of the desk that has named its sender, "" for a visitor
    :param visitors: that have room in a minute
    :param desk: receipts that a desk has room for on a day
    :raises TooManyKept: there is no room
    """
    measure, when = (KEPT_DAY, now.date().isoformat()) if by else (KEPT_MINUTE, now.strftime("%Y-%m-%dT%H:%M"))
    if not take_one(session, measure, whose=by, when=when, day=now.date(), most=desk if by else visitors):
        raise TooManyKept
