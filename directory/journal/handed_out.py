"""Receipts as files that are handed out, to be checked elsewhere with the rule files alone."""

from collections.abc import Mapping
from datetime import date

from directory.journal.document import FORMAT, WORDS, receipt_of
from directory.journal.question import SameDesk, opened, standing_after
from directory.journal.receipt import Receipt
from directory.journal.signing import hash_of

LAST = date(9000, 1, 1)  # no day after it is reckoned with


def receipt_file(receipt: Receipt):
    """What is handed out to be checked elsewhere with the rule files alone, as JSON has it."""
    return {"document": receipt.document, "signature": receipt.signature, "answer": receipt.answer}


def receipt_from(file: Mapping):
    """The receipt of such a file; its `answer` is empty where it holds none, or another than the one that was kept.

    :raises KeyError, TypeError, ValueError, AttributeError: it is no such file, or of another version
    """
    document, answer = file["document"], file.get("answer", {})
    if document["format"] != FORMAT:
        raise ValueError(document["format"])
    found = receipt_of(document, file["signature"], answer if hash_of(answer) == document["answer"] else {})
    words = [found.ruled, *(getattr(found, name) for name in WORDS),
             *(getattr(step, name) for step in found.steps for name in ("kind", "by", "to", "item"))]
    if not all(isinstance(one, str) for one in (*words, *found.opening[:2], *found.opening[2])):
        raise TypeError("a word is none")
    if found.forget_on > LAST or any(step.day > found.forget_on for step in found.steps):
        raise ValueError("a day is too late")
    return found


def standing_of_steps(receipt: Receipt, same_desk: SameDesk):
    """The standing that a receipt's opening and steps lead to.

    :raises StepRefused: one of them cannot follow those before it
    """
    return standing_after(opened(*receipt.opening, meets=receipt.meets), receipt.steps, same_desk)
