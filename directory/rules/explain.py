"""Why a case was decided as it was, and which single change of it would lead to another receiver."""

from dataclasses import dataclass

from directory.ages import show_age
from directory.rules.model import ACUTE, AGE, LEVEL, NEED, UNKNOWN
from directory.rules.neighbours import Neighbours


@dataclass(frozen=True, slots=True)
class Reason:
    """An input that the rule asked for: the case's value and what the rule accepts, as it is written in a rule file."""

    input: str
    value: str
    accepts: tuple[str, ...]


def reasons(decision):
    """What the deciding rule asked for, in the order of the inputs of a case."""
    if decision.row is None:
        return [Reason(name, UNKNOWN, ()) for name in decision.settles]
    when, case = decision.row.when, decision.case
    found = [Reason(NEED, case.need, tuple(sorted(when.values.get(NEED, (case.need,)))))]
    if when.ages:
        found.append(Reason(AGE, UNKNOWN if case.months is None else show_age(case.months), (str(when.ages),)))
    for name in case.values:
        if name in when.values:
            found.append(Reason(name, case.values[name], tuple(sorted(when.values[name]))))
    return found


def changes(ruleset, decision):
    """Every single change of the case that changes the receiver, or who holds the question: urgency, level, age, what
    has been tried, facts, need and area, in this order.

    A change of age is given once for each run of ages with one other receiver. A change to a case that no single rule
    takes is none.
    """
    around = Neighbours(ruleset, decision)
    others = [name for name in decision.case.values if name not in (ACUTE, LEVEL)]
    return [*around.by_value([ACUTE, LEVEL]), *around.by_age(), *around.by_value(others), *around.by_need(),
            *around.by_area()]
