"""Receipts as rows of the database: found by their code, and shown only as they were signed."""

from datetime import date

from sqlalchemy.orm import Session

from directory.errors import DirectoryError
from directory.journal import models
from directory.journal.document import receipt_of
from directory.journal.receipt import Receipt
from directory.journal.signing import Signer, hash_of


class NoSuchReceipt(DirectoryError):
    """No receipt has the code: there was none, or it is forgotten."""

    code, status = "no_such_receipt", 404


class ReceiptAltered(DirectoryError):
    """What is stored of a receipt is not what was signed."""

    code, status = "receipt_altered", 409


def row_of(session: Session, code, *, day: date):
    """The row of a code that is not forgotten by a day, as it stands now.

    :raises NoSuchReceipt: there is none
    """
    row = session.get(models.Receipt, code, populate_existing=True)
    if row is None or row.forget_on <= day:
        raise NoSuchReceipt
    return row


def open_row(session: Session, row: models.Receipt, *, signer: Signer):
    """The receipt of a row, which is what was signed in every part.

    :raises ReceiptAltered: it is not
    """
    if not signer.is_signed(row.document, row.signature):
        raise ReceiptAltered
    kept = session.get(models.KeptAnswer, row.document["answer"])
    if kept is None or hash_of(kept.answer) != row.document["answer"]:
        raise ReceiptAltered
    receipt = receipt_of(row.document, row.signature, kept.answer)
    if receipt.code != row.code or any(getattr(row, name) != value for name, value in columns_of(receipt).items()):
        raise ReceiptAltered
    return receipt


def columns_of(receipt: Receipt):
    """What a receipt's row holds of it."""
    return {"document": receipt.document, "signature": receipt.signature, "area": receipt.area,
            "holder": receipt.standing.holder, "asked": receipt.standing.asked, "is_open": receipt.is_open,
            "due": receipt.due, "forget_on": receipt.forget_on}


def write_into(session: Session, row: models.Receipt, document, *, answer, signer: Signer):
    """The receipt of a document that is signed and stored from now on in the place of another."""
    receipt = receipt_of(document, signer.sign(document), answer)
    for name, value in columns_of(receipt).items():
        setattr(row, name, value)
    session.flush()
    return receipt
