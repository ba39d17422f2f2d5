"""Reach: every receiver is open to families and young people, or the rule names a unit to go through that is.

A receiver that takes referrals only is a closed door to a parent who stands there. So a rule whose `how` for `family`
or `youth` is remiss, konsultation or none has a `via` for them: a unit that they may contact themselves and that takes
the ages of the rule. With a catalogue, that unit's record must say so too.

To mend: add `via` and a unit that they may contact, or change the way.

Good::

    format: one-way-in/1
    layer: nation
    id: land
    inputs: {need: [sleep], level: [base], age: 0-17}
    units: {clinic: {name: Clinic, acute: yes}, school: {name: School}}
    safety: [{id: S1, to: clinic, because: Somebody is on call there}]
    rules: [{id: A1, to: clinic, how: {way: remiss, via: school}, because: The school refers}]

Bad::

    format: one-way-in/1
    layer: nation
    id: land
    inputs: {need: [sleep], level: [base], age: 0-17}
    units: {clinic: {name: Clinic, acute: yes}, school: {name: School}}
    safety: [{id: S1, to: clinic, because: Somebody is on call there}]
    rules: [{id: A1, to: clinic, how: {way: remiss}, because: Somebody has to refer}]
"""

from directory.findings import say
from directory.rules.model import FAMILY, OPEN_WAYS, YOUTH

NAME = "Reach"


def check(view):
    units = view.area.units
    ways = _Ways(view)
    told = set()
    for need, span, table, row in _rows(view):
        rule = row.rule
        unit = units.get(rule.to)
        if rule in told or rule.opens or (unit and unit.process):
            continue
        for group in (FAMILY, YOUTH):
            fault = _closed_to(view, (table.grid, row), group, ways)
            if fault:
                told.add(rule)
                message, hint, ids = fault
                yield view.finding(NAME, rule.place, message, hint=hint, ids=(rule.id, *ids),
                                   witness=view.witness(need, table.grid, row.mask, span))
                break


def _rows(view):
    """The rows that this area changes, and those that it says another way to."""
    yield from view.rows()
    here = {one.rule for one in view.layer.reach}
    if here and view.parent:
        yield from (found for found in view.rows(view.area.every_span()) if found[3].rule.id in here)


def _closed_to(view, place, group, ways):
    """What is wrong with the way that a group has to a row's receiver: message, mend and ids; None where nothing is."""
    grid, row = place
    rule = row.rule
    if view.base.inputs.groups and group not in view.base.inputs.groups:
        return None
    how = _how(view, rule, group)
    if how.way in OPEN_WAYS:
        return None
    words = {"id": rule.id, "unit": rule.to, "group": group, "way": how.way, "via": how.via}
    if how.via is None:
        return (say("%(unit)s is closed to %(group)s (%(way)s) by rule %(id)s, which names no unit to go through.",
                    **words),
                say("Add via: and a unit that %(group)s may contact, or change the way.", group=group), (rule.to,))
    via = view.area.units.get(how.via)
    if via and via.ages and grid.outside(row.mask, via.ages):
        return (say("Rule %(id)s sends %(group)s through %(via)s, which does not take all ages of the rule.", **words),
                say("Choose a unit for these ages, or one rule for each age."), (how.via,))
    open_ways = ways.open_to(how.via, group)
    record = view.knowledge.records.get(how.via) if view.knowledge else None
    if open_ways is False or (record is not None and not record.access & (OPEN_WAYS | {"via_skola", "112"})):
        return (say("Rule %(id)s sends %(group)s through %(via)s, which is not open to them either.", **words),
                say("Choose a unit that %(group)s may contact themselves.", group=group), (how.via,))
    return None


def _how(view, rule, group):
    here = view.area.reach.get(rule.id)
    if here and (group in here.how or "*" in here.how):
        return here.how.get(group) or here.how["*"]
    return rule.how_for(group)


class _Ways:
    """Whether any rule that leads to a unit is open to a group; looked for when a rule goes through the unit."""

    def __init__(self, view):
        self.view, self.known = view, {}

    def open_to(self, unit, group):
        """None where no rule leads to the unit."""
        if (unit, group) not in self.known:
            found = [_how(self.view, rule, group).way in OPEN_WAYS for rule in self.view.rules_to.get(unit, ())]
            self.known[unit, group] = any(found) if found else None
        return self.known[unit, group]
