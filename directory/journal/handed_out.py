"""Receipts as files that are handed out, to be checked elsewhere with the rule files alone."""

from collections.abc import Mapping
from datetime import date

from directory.errors import DirectoryError
from directory.journal.document import FORMAT, WORDS, days_of, receipt_of
from directory.journal.question import SameDesk, opened, standing_after
from directory.journal.receipt import Receipt
from directory.journal.signing import hash_of

LAST = date(9000, 1, 1)  # no day after it is reckoned with


class NotAReceiptFile(DirectoryError):
    """It is no receipt that was handed out, or one of another version; `why` says what of it is wrong."""

    code, status = "not_a_receipt_file", 422

    def __init__(self, why):
        super().__init__(why)
        self.why = why


def receipt_file(receipt: Receipt):
    """What is handed out to be checked elsewhere with the rule files alone, as JSON has it."""
    return {"document": receipt.document, "signature": receipt.signature, "answer": receipt.answer}


def receipt_from(file: Mapping):
    """The receipt of such a file; its `answer` is empty where it holds none, or another than the one that was kept.

    :raises NotAReceiptFile: it is none
    """
    try:
        return _read(file)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise NotAReceiptFile(f"{type(error).__name__}: {error}") from error


def _read(file):
    document, answer = file["document"], file.get("answer", {})
    if document["format"] != FORMAT:
        raise NotAReceiptFile("another format")
    found = receipt_of(document, file["signature"], answer if hash_of(answer) == document["answer"] else {})
    words = [found.ruled, *(getattr(found, name) for name in WORDS),
             *(getattr(step, name) for step in found.steps for name in ("kind", "by", "to", "item"))]
    if not all(isinstance(one, str) for one in (*words, *found.opening[:2], *found.opening[2])):
        raise NotAReceiptFile("a word is none")
    if found.forget_on > LAST or any(step.day > found.forget_on for step in found.steps):
        raise NotAReceiptFile("a day is too late")
    days_of(found.week)
    return found


def standing_of_steps(receipt: Receipt, same_desk: SameDesk):
    """The standing that a receipt's opening and steps lead to.

    :raises StepRefused: one of them cannot follow those before it
    """
    first = opened(*receipt.opening, meets=receipt.meets, passes=receipt.passes)
    return standing_after(first, receipt.steps, same_desk)
