"""The return of a question that has a receipt, which is counted once as long as no unit has taken another step."""

from datetime import date

from sqlalchemy.orm import Session

from directory.db import keep_writers_out
from directory.errors import DirectoryError
from directory.journal.bounces import Bounce, count_bounce
from directory.journal.question import SAID_NO
from directory.journal.signing import Signer
from directory.journal.stored import open_row, row_of, write_into


class AlreadyCounted(DirectoryError):
    """A return of the receipt has been counted, and no unit has taken a step since."""

    code, status = "already_counted", 409


def count_return(session: Session, code, bounce: Bounce, *, day: date, by, signer: Signer):
    """Count a bounce; where it is of the question that a receipt is of, note with the receipt that it was.

    :param code: of the receipt, "" where there is none
    :param by: the handle of the desk that reports it
    :raises AlreadyCounted, TooManyReported: nothing is counted
    :raises NoSuchReceipt, ReceiptAltered: as `open_receipt`
    """
    if not code:
        count_bounce(session, bounce, day=day, by=by)
        return
    keep_writers_out(session)
    row = row_of(session, code, day=day)
    receipt = open_row(session, row, signer=signer)
    steps = sum(1 for one in receipt.steps if one.kind != SAID_NO)
    if receipt.reported == steps:
        raise AlreadyCounted
    count_bounce(session, bounce, day=day, by=by)
    write_into(session, row, {**receipt.document, "reported": steps}, answer=receipt.answer, signer=signer)
