"""A returned referral for tests, of which a test names what matters, and areas for it."""

from datetime import date

from directory.journal import Bounce

AUTUMN, NEXT = date(2026, 8, 3), date(2026, 11, 22)  # a day in 2026-Q3, and one in the quarter after
WITHIN = {"land": None, "north": "land", "south": "land", "almby": "north", "byby": "north"}


def make_bounce(**said):
    """A school's question that child psychiatry sent back."""
    return Bounce(**{"area": "almby", "sender": "school", "to": "bup", "need_group": "mind", "level": "bas",
                     "reason": "wrong_level", **said})
