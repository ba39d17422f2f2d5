"""Receipts are forgotten, with the answers that no other has."""

from datetime import date

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from directory.journal.bounces import DESK_DAY
from directory.journal.models import Count, KeptAnswer, Receipt
from directory.journal.room import KEPT_DAY, KEPT_MINUTE

LIMITS = (DESK_DAY, KEPT_DAY, KEPT_MINUTE)  # what is counted for a time alone


def forget_old(session: Session, day: date):
    """How many receipts were forgotten, since their day has come; answers that no other has are forgotten with them."""
    session.execute(delete(Count).where(Count.measure.in_(LIMITS), Count.other < day.isoformat()))
    kept = Receipt.document["answer"].as_string()
    old = list(session.scalars(select(kept).where(Receipt.forget_on <= day)))
    if old:
        session.execute(delete(Receipt).where(Receipt.forget_on <= day))
        for one in set(old) - set(session.scalars(select(kept).distinct())):
            session.execute(delete(KeptAnswer).where(KeptAnswer.hash == one))
    return len(old)
