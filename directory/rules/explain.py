"""Why a case was decided as it was, and which single change of it would lead to another receiver."""

from dataclasses import dataclass

from directory.ages import Ages, show_age
from directory.rules.case import Case
from directory.rules.decide import NotDecided, decide, first_months
from directory.rules.model import AGE, NEED, UNKNOWN


@dataclass(frozen=True, slots=True)
class Reason:
    """An input that the rule asked for: the case's value and what the rule accepts, as it is written in a rule file."""

    input: str
    value: str
    accepts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A single other value of an input that leads to another receiver."""

    input: str
    old: str
    new: str
    receiver: str


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
    """Every single change of level, age, urgency, what has been tried and facts that changes the receiver.

    A change of age is given once for each stretch of ages with another receiver.
    """
    case, found = decision.case, []
    for name, old in case.values.items():
        for new in ruleset.base.inputs.values[name]:
            if new != old:
                found += _changed(ruleset, decision, name, (old, new), case.but({name: new}))
    return found + _changes_of_age(ruleset, decision)


def _changed(ruleset, decision, name, values, other: Case):
    try:
        there = decide(ruleset, other)
    except NotDecided:
        return []
    if (there.receiver, there.holder) == (decision.receiver, decision.holder):
        return []
    old, new = values
    return [Change(name, old, new, there.receiver)]


def _changes_of_age(ruleset, decision):
    """One change for each run of neighbouring stretches of ages that leads to one other receiver."""
    case, runs = decision.case, []
    old = UNKNOWN if case.months is None else show_age(case.months)
    firsts = first_months(ruleset.areas[case.area], case)
    bounds = [*firsts[1:], ruleset.base.inputs.ages.last + 1]
    for first, end in zip(firsts, bounds, strict=True):
        here = case.months is not None and first <= case.months < end
        there = [] if here else _changed(ruleset, decision, AGE, (old, ""), case.but({AGE: first}))
        receiver = there[0].receiver if there else None
        if runs and runs[-1][2] == receiver:
            runs[-1][1] = end - 1
        else:
            runs.append([first, end - 1, receiver])
    return [Change(AGE, old, str(Ages(first, last)), receiver) for first, last, receiver in runs if receiver]
