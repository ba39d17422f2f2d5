"""bound: in a municipality every receiver is bound to a real unit, and every bound unit exists in the catalogue.

A family needs a door and a number, not a kind of unit. In a municipality every kind that a rule cannot do without
(receiver, who calls the meeting, whom one goes through, `unsure`) stands in `binds`, there or above. With a catalogue,
what it is bound to must be in it. A bind without units, as `{own: school}` of the nation, is no door to anything yet.

To mend: bind the kind, or close it and replace its rules.

Good::

    format: one-way-in/1
    layer: nation
    id: land
    inputs: {need: [sleep], level: [base], age: 0-17}
    units: {clinic: {name: Clinic, acute: yes}}
    safety: [{id: S1, to: clinic, because: The clinic has somebody on call}]
    rules: [{id: A1, to: clinic, because: The clinic sees every child}]

    # file: almby.yaml
    format: one-way-in/1
    layer: municipality
    id: almby
    within: land
    binds: {clinic: The clinic in Almby}

Bad::

    format: one-way-in/1
    layer: nation
    id: land
    inputs: {need: [sleep], level: [base], age: 0-17}
    units: {clinic: {name: Clinic, acute: yes}}
    safety: [{id: S1, to: clinic, because: The clinic has somebody on call}]
    rules: [{id: A1, to: clinic, because: The clinic sees every child}]

    # file: almby.yaml
    format: one-way-in/1
    layer: municipality
    id: almby
    within: land
    binds: {}
"""

from directory.findings import names, say
from directory.rules.model import MUNICIPALITY

NAME = "bound"


def check(view):
    yield from _unbound(view)
    if view.knowledge:
        yield from _unknown(view)


def _unbound(view):
    if view.area.tier != MUNICIPALITY:
        return
    missing = _missing(view)
    if view.area.unsure and view.area.unsure not in _settled(view.area):
        missing.setdefault(view.area.unsure, [])
    for unit, places in missing.items():
        rules = names(dict.fromkeys(place[3].rule.id for place in places), most=4)
        message = say("%(unit)s receives in %(area)s (%(rules)s) but is bound to no unit there.", unit=unit,
                      area=view.area.id, rules=rules or "unsure")
        hint = say("Add it to binds, or close it and replace its rules.")
        ids, witness = [unit], None
        for need, span, table, row in places[:1]:
            ids.append(row.rule.id)
            witness = view.witness(need, table.grid, row.mask, span)
        yield view.finding(NAME, view.layer.place, message, hint=hint, ids=tuple(ids), witness=witness)


def _missing(view):
    """Each unit that rows cannot do without and that is neither bound nor closed, with those rows."""
    found, unbound = {}, view.used - _settled(view.area)
    for need, span, table, row in view.rows(view.area.every_span()) if unbound else ():
        for unit in view.uses(row):
            if unit in unbound:
                found.setdefault(unit, []).append((need, span, table, row))
    return found


def _settled(area):
    """The kinds that are bound to some unit or closed."""
    return {kind for kind, bind in area.binds.items() if bind.units} | area.closed


def _unknown(view):
    for bind in view.layer.binds:
        for unit in (*bind.units, *([bind.lost] if bind.lost else [])):
            if unit not in view.knowledge.units and unit not in view.knowledge.ids:
                yield view.finding(NAME, bind.place,
                                   say("%(kind)s is bound to %(unit)s, which the catalogue does not hold.",
                                       kind=bind.kind, unit=unit),
                                   hint=say("Add the unit to the catalogue, or bind one that is there."),
                                   ids=(bind.kind, unit))
