"""NB4: an acute case goes to a unit that is acute for that need, and is never handed over.

A child in danger who is sent to a unit that cannot act at once loses the time that counts. Every case that reaches
`safety` counts as acute; the receiver's `acute` must be `yes`, or list the need. That such a case is never handed over
holds by the format: hand-overs apply only to cases that reach `rules`.

To mend: send the case to a unit that is acute, or say `acute: yes` of the unit if it really is.

Good::

    format: one-way-in/1
    layer: nation
    id: land
    inputs: {need: [sleep], level: [base], age: 0-17}
    units: {clinic: {name: Clinic}, ward: {name: Ward, acute: yes}}
    safety: [{id: S1, to: ward, because: The ward is open day and night}]
    rules: [{id: A1, to: clinic, because: The clinic sees every child}]

Bad::

    format: one-way-in/1
    layer: nation
    id: land
    inputs: {need: [sleep], level: [base], age: 0-17}
    units: {clinic: {name: Clinic}, ward: {name: Ward}}
    safety: [{id: S1, to: ward, because: The ward is open day and night}]
    rules: [{id: A1, to: clinic, because: The clinic sees every child}]
"""

from collections import defaultdict

from directory.findings import names, say
from directory.rules.model import SAFETY

NAME = "NB4"


def check(view):
    found = defaultdict(list)
    for need, span, table, row in view.rows():
        for kind in filter(None, (row.rule.to, row.rule.unsure) if table.stage == SAFETY else ()):
            unit = view.area.units.get(kind)
            if not (unit and unit.takes_acute(need)):
                found[row.rule, kind].append((need, span, table, row.mask))
    for (rule, kind), places in found.items():
        need, span, table, mask = places[0]
        needs = names(dict.fromkeys(place[0] for place in places))
        yield view.finding(
            NAME, rule.place,
            say("Rule %(id)s sends acute cases of %(needs)s to %(unit)s, which is not acute for them.",
                id=rule.id, needs=needs, unit=kind),
            hint=say("Send them to an acute unit, or say acute: yes (or these needs) for %(unit)s if it is one.",
                     unit=kind),
            ids=(rule.id, kind), witness=view.witness(need, table.grid, mask, span),
        )
