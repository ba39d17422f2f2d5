"""A unit confirms that it takes over what it was handed, with the code that came along."""

from datetime import date

from directory.errors import DirectoryError
from directory.journal.codes import ALPHABET, bare
from directory.journal.models import Receipt
from directory.journal.signing import Signer

MOST_TRIES = 5  # with a wrong code, of one receipt on one day


class WrongConfirmation(DirectoryError):
    """It is not the code that the question was handed over with; `left` wrong ones are still allowed that day."""

    code, status = "wrong_confirmation", 403

    def __init__(self, left):
        super().__init__(f"{left} tries left")
        self.left = left


def kept_proof(proof, day: date | None = None, tries=0):
    """What a row holds of the code that a question was handed over with: its proof, and the wrong tries of a day."""
    return f"{proof} {day.isoformat() if day else '-'} {tries}"


def check_confirmation(row: Receipt, typed, *, day: date, signer: Signer):
    """What is wrong with what somebody typed for the code that the question was handed over with, or None.

    A wrong one is counted beside the proof, so that all processes and hosts count together: so it is told and not
    raised, since an error would take the count back with the rest of the transaction.
    """
    proof, last, tries = row.confirm.split(" ")
    wrong = int(tries) if last == day.isoformat() else 0
    if wrong >= MOST_TRIES:
        return WrongConfirmation(0)
    confirmation = bare(typed)
    if set(confirmation) <= set(ALPHABET) and signer.is_proved(row.code, confirmation, proof):
        return None
    row.confirm = kept_proof(proof, day, wrong + 1)
    return WrongConfirmation(MOST_TRIES - wrong - 1)
