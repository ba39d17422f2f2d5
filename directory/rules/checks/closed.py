"""closed: a kind of unit that does not exist in an area receives nothing there.

A rule that still sends to it, goes through it or lets it call the meeting must be replaced in that area. A kind that one
layer both closes and binds counts as closed; a layer below may open it again by binding it.
"""

from collections import defaultdict

from directory.findings import names, say

NAME = "closed"


def check(view):
    if not view.area.closed:
        return
    found = defaultdict(list)
    for need, span, table, row in view.rows(view.area.every_span()):
        for unit in uses(view, row.rule):
            if unit in view.area.closed:
                found[row.rule, unit].append((need, span, table, row.mask))
    for (rule, unit), places in found.items():
        need, span, table, mask = places[0]
        place = view.layer.closed.get(unit, rule.place)
        yield view.finding(
            NAME, place, say("%(unit)s is closed in %(area)s, but rule %(id)s still uses it for %(needs)s.", unit=unit,
                             area=view.area.id, id=rule.id, needs=names(dict.fromkeys(one[0] for one in places))),
            hint=say("Replace %(id)s in this area, or do not close %(unit)s.", id=rule.id, unit=unit),
            ids=(rule.id, unit), witness=view.witness(need, table.grid, mask, span))
    if view.area.unsure in view.area.closed:
        yield view.finding(NAME, view.layer.place, say("%(unit)s is closed, but answers when level or age is unknown.",
                                                       unit=view.area.unsure),
                           hint=say("Name another unit in unsure."), ids=(view.area.unsure,))


def uses(view, rule):
    """The units that a rule cannot do without: its receiver, who calls the meeting, whom families go through."""
    unit = view.area.units.get(rule.to)
    found = [] if rule.opens or (unit and unit.process) else [rule.to]
    found += [rule.calls] if rule.calls else []
    return dict.fromkeys(found + [how.via for how in rule.how.values() if how.via])
