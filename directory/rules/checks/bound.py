"""bound: in a municipality every receiver is bound to a real unit, and every bound unit exists in the catalogue."""

from directory.findings import names, say
from directory.rules.checks.closed import uses
from directory.rules.model import MUNICIPALITY

NAME = "bound"


def check(view):
    yield from _unbound(view)
    if view.knowledge:
        yield from _unknown(view)


def _unbound(view):
    if view.area.tier != MUNICIPALITY:
        return
    found = {}
    for need, span, table, row in view.rows(view.area.every_span()):
        for unit in uses(view, row.rule):
            if unit not in view.area.binds and unit not in view.area.closed:
                found.setdefault(unit, []).append((need, span, table, row))
    if view.area.unsure and view.area.unsure not in view.area.binds:
        found.setdefault(view.area.unsure, [])
    for unit, places in found.items():
        rules = names(dict.fromkeys(place[3].rule.id for place in places), most=4)
        witness = None
        if places:
            need, span, table, row = places[0]
            witness = view.witness(need, table.grid, row.mask, span)
        yield view.finding(
            NAME, view.layer.place, say("%(unit)s receives in %(area)s (%(rules)s) but is bound to no unit there.", unit=unit,
                                        area=view.area.id, rules=rules or "unsure"),
            hint=say("Add it to binds, or close it and replace its rules."),
            ids=(unit, *dict.fromkeys(place[3].rule.id for place in places[:1])), witness=witness)


def _unknown(view):
    for bind in view.layer.binds:
        for unit in (*bind.units, *([bind.lost] if bind.lost else [])):
            if unit not in view.knowledge.units and unit not in view.knowledge.ids:
                yield view.finding(NAME, bind.place, say("%(kind)s is bound to %(unit)s, which the catalogue does not hold.",
                                                         kind=bind.kind, unit=unit),
                                   hint=say("Add the unit to the catalogue, or bind one that is there."), ids=(bind.kind, unit))
