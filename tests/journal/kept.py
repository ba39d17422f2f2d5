"""A question for tests of receipts, of which a test names what matters, and where it is kept."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from directory.db import Database
from directory.journal import Draft, Signer, Step, Terms, keep, open_receipt, say_no, take_step
from directory.journal.room import take_room

SUNDAY, NOON = date(2026, 11, 22), time(12)
SCHOOL, HEALTH_CENTRE, BUP, FIRST_LINE = "elevhalsa", "vardcentral", "bup", "forsta_linjen"
SIGNER = Signer("the secret of the tests")
TERMS = Terms(SIGNER, str.__eq__, hand_over_days=7)


def make_draft(**said):
    """A school's question to a health centre."""
    return Draft(**{"area": "ange", "rule": "adhd-school-done", "ages": "6-17", "receiver": BUP, "holder": BUP,
                    "edition": "e1", "sender": SCHOOL, "to": HEALTH_CENTRE, "within_days": None,
                    "answer": {"sv": {"receiver": {"id": BUP}}}, **said})


@dataclass(frozen=True)
class Journal:
    """Each function in a transaction of its own."""

    database: Database
    signer: Any = SIGNER

    def keep(self, *, day=SUNDAY, at=NOON, days=90, by="", **said):
        with self.database.transaction() as session:
            now = datetime.combine(day, at)
            return keep(session, make_draft(**said), now=now, signer=self.signer, days=days, by=by)

    def has_room(self, *, by, day=SUNDAY, at=NOON):
        with self.database.transaction() as session:
            take_room(session, by, now=datetime.combine(day, at), visitors=2, desk=2)
        return True

    def open(self, code, day=SUNDAY):
        with self.database.transaction() as session:
            return open_receipt(session, code, day=day, signer=self.signer)

    def take(self, code, kind, by, *, to="", item="", day=SUNDAY, confirm=""):
        with self.database.transaction() as session:
            taken = take_step(session, code, Step(kind, by, day, to, item), terms=TERMS, confirm=confirm)
        if taken.refused:
            raise taken.refused
        return taken.receipt, taken.given

    def say_no(self, code):
        with self.database.transaction() as session:
            return say_no(session, code, day=SUNDAY, signer=self.signer)
