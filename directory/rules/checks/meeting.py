"""meeting: whoever sends to a joint meeting or a consultation says who calls it.

A process has no desk of its own. The unit in `calls` holds the question until the meeting has named another holder; a
meeting that nobody calls never takes place.

To mend: add `calls` and the unit that calls.

Good::

    format: one-way-in/1
    layer: nation
    id: land
    inputs: {need: [sleep], level: [base], age: 0-17}
    units: {sip: {name: Joint meeting, process: yes}, clinic: {name: Clinic, acute: yes}}
    safety: [{id: S1, to: clinic, because: Somebody is on call there}]
    rules: [{id: A1, to: sip, calls: clinic, because: The child needs several units at once}]

Bad::

    format: one-way-in/1
    layer: nation
    id: land
    inputs: {need: [sleep], level: [base], age: 0-17}
    units: {sip: {name: Joint meeting, process: yes}, clinic: {name: Clinic, acute: yes}}
    safety: [{id: S1, to: clinic, because: Somebody is on call there}]
    rules: [{id: A1, to: sip, because: The child needs several units at once}]
"""

from directory.findings import say

NAME = "meeting"


def check(view):
    for rule in view.layer.rules:
        unit = view.area.units.get(rule.to)
        if not rule.opens and unit and unit.process and not rule.calls:
            yield view.finding(NAME, rule.place, say("Rule %(id)s sends to %(unit)s but does not say who calls it.",
                                                     id=rule.id, unit=rule.to),
                               hint=say("Add calls: and the unit that calls."), ids=(rule.id, rule.to))
