"""Why a case was decided as it was, and which single change of it would lead to another receiver."""

from dataclasses import dataclass

from directory.ages import Ages, show_age
from directory.rules.case import Case
from directory.rules.decide import NotDecided, decide, first_months
from directory.rules.model import AGE, FACTS, NEED, TRIED, UNKNOWN


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
    area = ruleset.areas[case.area]
    firsts = first_months(area, case)
    bounds = [*firsts[1:], ruleset.base.inputs.ages.last + 1]
    for first, end in zip(firsts, bounds, strict=True):
        if case.months is None or not first <= case.months < end:
            old = UNKNOWN if case.months is None else show_age(case.months)
            found += _changed(ruleset, decision, AGE, (old, str(Ages(first, end - 1))), case.but({AGE: first}))
    return _joined(found)


def _changed(ruleset, decision, name, values, other: Case):
    try:
        there = decide(ruleset, other)
    except NotDecided:
        return []
    same = (there.receiver, there.holder) == (decision.receiver, decision.holder)
    return [] if same else [Change(name, *values, there.receiver)]


def _joined(found):
    """Neighbouring stretches of ages with one receiver as one."""
    joined: list[Change] = []
    for one in found:
        last = joined[-1] if joined else None
        if last and one.input == last.input == AGE and one.receiver == last.receiver:
            first, end = last.new.partition("-")[0], one.new.rpartition("-")[2]
            joined[-1] = Change(AGE, one.old, f"{first}-{end}", one.receiver)
        else:
            joined.append(one)
    return joined


def group_and_key(name: str) -> tuple[str, str]:
    """`tried.school_measures` → ("tried", "school_measures"); an input of its own → ("", its name)."""
    for prefix in (TRIED, FACTS):
        if name.startswith(prefix):
            return prefix[:-1], name[len(prefix):]
    return "", name
