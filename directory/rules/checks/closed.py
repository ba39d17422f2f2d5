"""closed: a kind of unit that does not exist in an area receives nothing there.

A rule that still sends to it, goes through it or lets it call the meeting must be replaced in that area. A kind that
one layer both closes and binds counts as closed; a layer below may open it again by binding it.

To mend: replace the rules that use it, or do not close it.

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
    closed: clinic
    replaces: [{id: R1, rule: A1, to: ward, because: There is no clinic here}]

Bad::

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
    closed: clinic
"""

from collections import defaultdict

from directory.findings import names, say

NAME = "closed"


def check(view):
    if not view.area.closed:
        return
    found = defaultdict(list)
    for need, span, table, row in view.rows(view.area.every_span()) if view.area.closed & view.used else ():
        for unit in view.uses(row):
            if unit in view.area.closed:
                found[unit].append((need, span, table, row))
    for unit, places in found.items():
        need, span, table, row = places[0]
        rules = tuple(dict.fromkeys(place[3].rule.id for place in places))
        yield view.finding(
            NAME, _closed_at(view, unit) or row.rule.place,
            say("%(unit)s is closed in %(area)s, but the rules %(ids)s still use it for %(needs)s.", unit=unit,
                area=view.area.id, ids=names(rules), needs=names(dict.fromkeys(place[0] for place in places))),
            hint=say("Replace %(ids)s in this area, or do not close %(unit)s.", ids=names(rules), unit=unit),
            ids=(*rules, unit), witness=view.witness(need, table.grid, row.mask, span))
    if view.area.unsure in view.area.closed:
        yield view.finding(NAME, view.layer.place, say("%(unit)s is closed, but answers when level or age is unknown.",
                                                       unit=view.area.unsure),
                           hint=say("Name another unit in unsure."), ids=(view.area.unsure,))


def _closed_at(view, unit):
    """Where the nearest layer closes a unit."""
    while view:
        if unit in view.layer.closed:
            return view.layer.closed[unit]
        view = view.parent
    return None
