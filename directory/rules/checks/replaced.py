"""replaces: an overlay changes something, inside the rule that it names, once.

A replacement or an open row names a rule in force above it and narrows it. A value that the named rule lacks, a rule of
the same layer, or a row that changes no case is an error. (Two rows that take the same case are found by T.)
"""

from directory.ages import Ages
from directory.findings import names, say
from directory.rules.compile import effective_whens
from directory.rules.model import RULES

NAME = "replaces"


def check(view):
    in_use = {id(row.rule) for _, _, _, row in view.rows()}
    for rule in view.layer.rules:
        targets = [one for one in view.area.rules.get(rule.target, ()) if one is not rule] if rule.target else []
        if not rule.target or any(one.stage != RULES for one in targets):
            continue
        if any(one.layer == rule.layer and one.target for one in targets):
            yield view.finding(NAME, rule.place, say("%(id)s names %(target)s, a row of its own layer.", id=rule.id, target=rule.target),
                               hint=say("Name the rule above, and give the two rows different cases."), ids=(rule.id, rule.target))
            continue
        lacking = _lacking(view, rule, targets)
        if lacking:
            name, values = lacking
            yield view.finding(
                NAME, rule.place, say("%(id)s has a value that %(target)s lacks: %(input)s %(values)s.", id=rule.id,
                                      target=rule.target, input=name, values=values),
                hint=say("Keep inside the cases of %(target)s; other cases belong to other rules.", target=rule.target),
                ids=(rule.id, rule.target))
        elif id(rule) not in in_use:
            yield view.finding(
                NAME, rule.place, say("%(id)s has no effect: %(target)s has none of its cases here.", id=rule.id, target=rule.target),
                hint=say("Name the rule that is in force for these cases in this area, or remove the row."),
                ids=(rule.id, rule.target))


def _lacking(view, rule, targets):
    boxes = [when for target in targets for when in effective_whens(view.area, target)]
    if not boxes:
        return None
    for name, values in rule.when.values.items():
        allowed = frozenset().union(*(when.values.get(name, frozenset(view.base.inputs.values[name])) for when in boxes))
        if values - allowed:
            return name, names(sorted(values - allowed))
    whole = Ages(min((when.ages or view.base.inputs.ages).first for when in boxes),
                 max((when.ages or view.base.inputs.ages).last for when in boxes))
    if rule.when.ages and not rule.when.ages.within(whole):
        return "age", str(rule.when.ages)
    return None
