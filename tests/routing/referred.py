"""Referrals that tests of checks begin from, and how one is checked."""

from datetime import date

from directory.routing import Referral, check
from directory.rules import read_case

DAY = date(2026, 11, 23)
FIRST = {"area": "hudiksvall", "need": "koncentration_adhd", "level": "specialist", "age": "9", "from": "skolskoterska"}
DONE = FIRST | {"tried": {"school_measures": "yes"}}
REPORTED = FIRST | {"need": "far_illa"}


def checker(edition):
    """Checks a case as the referral of a unit: what comes out, and the referral."""
    def checked(raw, to="", held=(), language="en"):
        case = read_case(raw, edition.inputs, areas=edition.ruleset.areas, today=DAY)
        return check(edition, Referral(case, to), language=language, held=held), Referral(case, to)
    return checked
