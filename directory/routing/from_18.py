"""Who receives from the 18th birthday on, where that day is near, and whether a question has come there too early."""

from directory.ages import MONTHS, Ages
from directory.editions import Edition
from directory.routing.same_desk import same_desk
from directory.rules import UNSURE, Case, Decision, decide
from directory.rules.model import AGE, LEVEL

GROWN = 18 * MONTHS  # months: from the birthday on other units receive
SOON_GROWN = Ages(17 * MONTHS + 6, GROWN - 1)  # when it is time to tell who receives then


def on_the_birthday(edition: Edition, case: Case):
    """The decision on the day of turning 18, where that is half a year away at most; None where no rule decides then.
    """
    if not _is_near(case):
        return None
    decision = decide(edition.ruleset, case.but({AGE: GROWN}))
    return None if decision.gate == UNSURE else decision


def by_level(edition: Edition, case: Case):
    """The decisions on the near birthday by level, where they differ and the level is not known; else none.

    :return: pairs of level and decision
    """
    if not _is_near(case) or on_the_birthday(edition, case):
        return ()
    levels = edition.inputs.values[LEVEL]
    return tuple((one, decide(edition.ruleset, case.but({AGE: GROWN, LEVEL: one}))) for one in levels)


def is_early(edition: Edition, decision: Decision, to):
    """Whether a question has come to the unit that receives from the near 18th birthday on, and does not yet."""
    birthday = on_the_birthday(edition, decision.case) if to else None
    return birthday is not None and not receives(edition, decision, to) and receives(edition, birthday, to)


def goes_on_until_18(edition: Edition, decision: Decision, holder):
    """Whether the unit that holds a question is the one that receives until the near birthday, or nobody else is known
    to.
    """
    return bool(holder) and (decision.row is None or receives(edition, decision, holder))


def receives(edition: Edition, decision: Decision, kind):
    """Whether a kind of unit is the receiver, the same desk, or what the receiver is a kind of."""
    area, receiver = decision.case.area, decision.receiver
    unit = edition.ruleset.areas[area].units.get(receiver)
    alike = same_desk(edition, area)
    return any(one and alike(kind, one) for one in (receiver, unit.kind_of if unit else None))


def _is_near(case):
    return case.months is not None and case.months in SOON_GROWN
