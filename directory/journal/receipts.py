"""Receipts: questions that somebody asked to keep, what units did with them, and when they are forgotten.

Every function is handed an open session, and whoever opened it commits.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from directory.db import keep_writers_out
from directory.errors import DirectoryError
from directory.journal import models
from directory.journal.codes import new_code, new_confirmation
from directory.journal.confirming import WrongConfirmation, check_confirmation, kept_proof
from directory.journal.document import first_document, next_document, receipt_of
from directory.journal.question import (
    HAND_OVER, MEETING_HELD, MOST_REFUSALS, NOBODY, SAID_NO, SameDesk, Step, StepRefused, after, ends_for,
    follows_always)
from directory.journal.receipt import Draft, Receipt
from directory.journal.retention import forget_old
from directory.journal.room import take_room
from directory.journal.signing import Signer
from directory.journal.stored import columns_of, open_row, row_of, write_into

MOST_STEPS = 60  # of one question, before those that lead to somebody who has it
MOST_LISTED = 500  # receipts of one desk


class NotKept(DirectoryError):
    """The answer to a case is none that is kept: it is of danger, or names but a national number."""

    code, status = "not_kept", 422


class ReceiptFull(DirectoryError):
    """A receipt has as many steps as are kept of one question."""

    code, status = "receipt_full", 409


@dataclass(frozen=True, slots=True)
class Terms:
    """What a step is taken under: `same_desk` is the area's, `hand_over_days` are for the other unit to confirm."""

    signer: Signer
    same_desk: SameDesk
    hand_over_days: int


@dataclass(frozen=True, slots=True)
class Taken:
    """The receipt after a step, and the code to give to the next unit where the question was handed over, else "".

    `refused`: no step was taken, for the code that came with the question was wrong. That is counted, so whoever opened
    the session ends it before raising it.
    """

    receipt: Receipt
    given: str = ""
    refused: WrongConfirmation | None = None


def keep(session: Session, draft: Draft, *, now: datetime, signer: Signer, days, by=""):
    """The receipt of an answer, kept from now on. Whatever is too old is forgotten first.

    :param days: after which it is forgotten
    :param by: the handle of the desk that has named the sender, where one has
    :raises TooManyKept: there is no room just now
    """
    keep_writers_out(session)
    day = now.date()
    forget_old(session, day)
    take_room(session, by, now=now)
    document = first_document(draft, new_code(), day=day, forget_on=day + timedelta(days))
    if session.get(models.KeptAnswer, document["answer"]) is None:
        session.add(models.KeptAnswer(hash=document["answer"], answer=draft.answer))
    receipt = receipt_of(document, signer.sign(document), draft.answer)
    session.add(models.Receipt(code=receipt.code, confirm="", **columns_of(receipt)))
    session.flush()
    return receipt


def open_receipt(session: Session, code, *, day: date, signer: Signer):
    """The receipt of a code, as it stands on a day.

    :raises NoSuchReceipt: there is none, or it is to be forgotten by then
    :raises ReceiptAltered: it is not what was signed
    """
    return open_row(session, row_of(session, code, day=day), signer=signer)


def take_step(session: Session, code, step: Step, *, terms: Terms, confirm=""):
    """What came of a step.

    Of two that step at once the second finds what the first made of it.

    :param step: of a unit that may act as `step.by`, on the day that it is
    :param confirm: what somebody typed as the code that the question was handed over with
    :raises StepRefused: it cannot follow
    :raises ReceiptFull: nothing more is kept of this question
    """
    keep_writers_out(session)
    row = row_of(session, code, day=step.day)
    receipt = open_row(session, row, signer=terms.signer)
    if step.kind == SAID_NO:  # what a family says, not a unit
        raise StepRefused("no_end", ends_for(receipt.standing, step.by, terms.same_desk))
    standing = after(receipt.standing, step, terms.same_desk)
    if len(receipt.steps) >= MOST_STEPS and not follows_always(receipt.standing, step):
        raise ReceiptFull
    if receipt.standing.handed and not terms.same_desk(receipt.standing.holder, step.by):
        refused = check_confirmation(row, confirm, day=step.day, signer=terms.signer)
        if refused:
            return Taken(receipt, refused=refused)
    given = new_confirmation() if step.kind in (HAND_OVER, MEETING_HELD) and standing.handed else ""
    row.confirm = kept_proof(terms.signer.proof(code, given)) if given else row.confirm if standing.handed else ""
    document = next_document(receipt, step, standing, hand_over_days=terms.hand_over_days)
    return Taken(write_into(session, row, document, answer=receipt.answer, signer=terms.signer), given)


def say_no(session: Session, code, *, day: date, signer: Signer):
    """The receipt after a family was refused, of which no more is kept than makes all meet.

    :raises NoSuchReceipt, ReceiptAltered: as `open_receipt`
    """
    keep_writers_out(session)
    row = row_of(session, code, day=day)
    receipt = open_row(session, row, signer=signer)
    if receipt.standing.refusals >= MOST_REFUSALS or len(receipt.steps) >= MOST_STEPS:
        return receipt
    step = Step(SAID_NO, NOBODY, day)
    standing = after(receipt.standing, step, str.__eq__)
    document = next_document(receipt, step, standing, hand_over_days=0)
    return write_into(session, row, document, answer=receipt.answer, signer=signer)


def receipts_at(session: Session, *, kinds, areas, day: date, skip=0, most=MOST_LISTED + 1):
    """The receipts in some areas of which a unit of some kinds must act, being holder or asked: those due first on top,
    those that nothing is due of by their age.

    Those that a family keeps for itself are none of them before a unit has taken a step. They are as they are stored;
    `answer` is empty. Opening one says whether it was altered.

    :param skip: so many of them before the first, as pages before this one have them
    :param most: that are listed: one more than a page has, which tells that there is another page
    """
    one = models.Receipt
    ours = _held_in(areas, day).where(one.is_open, or_(one.holder.in_(kinds), one.asked.in_(kinds)))
    return _listed(session, ours, skip=skip, most=most)


def receipts_asking(session: Session, *, areas, day: date, most=MOST_LISTED):
    """The receipts in some areas of which something that was asked for is still to come, also where the holder has
    taken the question on; in the order of `receipts_at`, and as these are.
    """
    awaited = models.Receipt.document["standing"]["awaited"].as_string()
    return _listed(session, _held_in(areas, day).where(awaited != ""), skip=0, most=most)


def _held_in(areas, day):
    one = models.Receipt
    return select(one).where(one.forget_on > day, one.holder != NOBODY, one.area.in_(areas))


def _listed(session, query, *, skip, most):
    one = models.Receipt
    ordered = query.order_by(one.due.is_(None), one.due, one.forget_on, one.code).offset(skip).limit(most)
    return tuple(receipt_of(row.document, row.signature, {}) for row in session.scalars(ordered))
