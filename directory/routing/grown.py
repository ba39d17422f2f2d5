"""Who takes over a question on the 18th birthday, for a family that has told an age in a band."""

from directory.ages import MONTHS, Ages
from directory.editions import Edition
from directory.routing.from_18 import GROWN, on_the_birthday, receives
from directory.rules import Decision
from directory.rules.model import AGE

NEARLY = Ages(16 * MONTHS, GROWN - 1)  # the band of the questions that ends with the birthday


def takes_over_at_18(edition: Edition, decision: Decision, ages: Ages | None):
    """The kind of unit that receives from the birthday on, where the ages end with it and whoever receives before does
    not then; else None.
    """
    if ages is None or not ages.within(NEARLY) or ages.last != NEARLY.last or decision.open:
        return None
    birthday = on_the_birthday(edition, decision.case.but({AGE: NEARLY.last}))
    if birthday is None or birthday.open or receives(edition, birthday, decision.receiver):
        return None
    return birthday.receiver
