"""replaces: an overlay changes something, inside the rule that it names, once.

A replacement or an open row names a rule in force above it and narrows it. A value that the named rule lacks, a rule of
the same layer, or a row that changes no case is an error: a coordinator believes that something is agreed otherwise
here, and it is not. (Two rows that take the same case are found by T.)

To mend: keep inside the cases of the named rule, or name the one that is in force for these cases here.

Good::

    format: one-way-in/1
    layer: nation
    id: land
    inputs: {need: [sleep], level: [base], age: 0-17}
    units: {clinic: {name: Clinic}, ward: {name: Ward, acute: yes}}
    safety: [{id: S1, to: ward, because: Somebody is on call there}]
    rules: [{id: A1, to: clinic, because: The clinic sees every child}]

    # file: west.yaml
    format: one-way-in/1
    layer: region
    id: west
    within: land
    replaces: [{id: R1, rule: A1, when: {age: 0-5}, to: ward, because: The ward here sees small children}]

Bad::

    format: one-way-in/1
    layer: nation
    id: land
    inputs: {need: [sleep], level: [base], age: 0-17}
    units: {clinic: {name: Clinic}, ward: {name: Ward, acute: yes}}
    safety: [{id: S1, to: ward, because: Somebody is on call there}]
    rules:
      - {id: A1, when: {age: 0-5}, to: clinic, because: Small children}
      - {id: A2, when: {age: 6-17}, to: clinic, because: Older children}

    # file: west.yaml
    format: one-way-in/1
    layer: region
    id: west
    within: land
    replaces: [{id: R1, rule: A2, when: {age: 0-5}, to: ward, because: These are cases of A1}]
"""

from directory.ages import Ages
from directory.findings import names, say
from directory.rules.model import AGE, RULES

NAME = "replaces"


def check(view):
    in_use = {id(row.rule) for _, _, _, row in view.rows()}
    for rule in view.layer.rules:
        targets = [one for one in view.area.rules.get(rule.target, ()) if one is not rule] if rule.target else []
        if rule.target and all(one.stage == RULES for one in targets):
            fault = _fault(view, rule, targets, in_effect=id(rule) in in_use)
            if fault:
                message, hint = fault
                yield view.finding(NAME, rule.place, message, hint=hint, ids=(rule.id, rule.target))


def _fault(view, rule, targets, *, in_effect):
    """What is wrong with a row inside `targets`, the versions of the rule that it names, and the mend; or None."""
    words = {"id": rule.id, "target": rule.target}
    if any(one.layer == rule.layer and one.target for one in targets):
        return (say("%(id)s names %(target)s, a row of its own layer.", **words),
                say("Name the rule above, and give the two rows different cases."))
    lacking = _lacking(view, rule, targets)
    if lacking:
        name, values = lacking
        return (say("%(id)s has a value that %(target)s lacks: %(input)s %(values)s.", input=name, values=values,
                    **words),
                say("Keep inside the cases of %(target)s; other cases belong to other rules.", target=rule.target))
    if not in_effect:
        return (say("%(id)s has no effect: %(target)s has none of its cases here.", **words),
                say("Name the rule that is in force for these cases in this area, or remove the row."))
    return None


def _lacking(view, rule, targets):
    """An input with the values or ages that no version of the named rule has, as words; None where each is there."""
    conditions = [when for target in targets for when in view.area.whens_of(target)]
    if not conditions:
        return None
    for name, values in rule.when.values.items():
        every = frozenset(view.base.inputs.values[name])
        unknown = values.difference(*(when.values.get(name, every) for when in conditions))
        if unknown:
            return name, names(sorted(unknown))
    whole = _whole([when.ages or view.base.inputs.ages for when in conditions])
    return (AGE, str(rule.when.ages)) if rule.when.ages and not rule.when.ages.within(whole) else None


def _whole(ages):
    """The ages from the first to the last of several ranges."""
    return Ages(min(one.first for one in ages), max(one.last for one in ages))
