"""ages: a rule sends no child to a unit that does not take its age.

A child sent to a unit for other ages is turned away at the door. The ages of every rule's cases must lie within the
`ages` of its receiver; a unit without `ages` takes everybody.

To mend: narrow the ages of the rule and let another rule take the rest, or correct the unit's ages.

Good::

    format: one-way-in/1
    layer: nation
    id: land
    inputs: {need: [sleep], level: [base], age: 0-17}
    units: {clinic: {name: Clinic, ages: 0-17, acute: yes}}
    safety: [{id: S1, to: clinic, because: Somebody is on call there}]
    rules: [{id: A1, to: clinic, because: The clinic sees every child}]

Bad::

    format: one-way-in/1
    layer: nation
    id: land
    inputs: {need: [sleep], level: [base], age: 0-17}
    units: {clinic: {name: Clinic, ages: 6-17, acute: yes}, ward: {name: Ward, acute: yes}}
    safety: [{id: S1, to: ward, because: Somebody is on call there}]
    rules: [{id: A1, to: clinic, because: The clinic sees every child}]
"""

from directory.findings import say

NAME = "ages"


def check(view):
    told = set()
    for need, span, table, row in view.rows():
        unit = view.area.units.get(row.rule.to)
        if unit is None or unit.ages is None or row.rule in told:
            continue
        outside = table.grid.outside(row.mask, unit.ages)
        if outside:
            told.add(row.rule)
            yield view.finding(
                NAME, row.rule.place,
                say("Rule %(id)s sends ages to %(unit)s that it does not take; it takes %(ages)s.",
                    id=row.rule.id, unit=unit.id, ages=str(unit.ages)),
                hint=say("Narrow the ages of the rule, or send those ages to another unit."),
                ids=(row.rule.id, unit.id), witness=view.witness_outside(need, table.grid, outside, span, unit.ages))
