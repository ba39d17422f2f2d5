"""Layers → what is in force in each area; a need that a layer leaves alone keeps the very tables of the layer above."""

from collections import defaultdict
from datetime import date, timedelta

from directory.rules.model import NEED, Valid
from directory.rules.stages import tables_of
from directory.rules.tables import Area, Span

_NOTHING = Area("", "", None, {}, (), {}, frozenset(), {}, (), None, {})  # what lies above the nation


def compile_base(base, only=None):
    """Every area of a base, or `only` one and what lies above it, by id; parents come before children.

    Areas that a fault in their files spoils are left out.
    """
    areas = {}
    wanted = {layer.id for layer in base.chain(only)} if only else set(base.layers)
    for layer in base.layers.values():
        if layer.id in wanted and base.readable(layer.id):
            areas[layer.id] = compile_area(base, layer, areas.get(layer.within))
    return areas


def compile_area(base, layer, parent):
    """One area, given the area above it (None: it is the nation)."""
    area = _area_of(layer, parent)
    every = frozenset(base.inputs.values[NEED])
    touched = every if parent is None else _touched(area, layer, every)
    needs = dict(parent.needs) if parent else {}
    area.reaching.update(_reaching(area, layer, every))
    for group in _groups(area, base.inputs.values[NEED]):
        if touched & group:
            rules = dict.fromkeys(rule for need in group for rule in area.reaching[need])
            needs |= _spans(base, area, group, list(rules))
    area.needs.update({need: needs[need] for need in base.inputs.values[NEED]})
    return area


def _reaching(area, layer, every):
    """For each need the rules that can decide about it: those of the area above, and the layer's own."""
    found = {need: list(area.parent.reaching[need]) if area.parent else [] for need in every}
    for rule in layer.rules:
        for need in _needs_of(area, rule, every):
            found[need].append(rule)
    return found


def _area_of(layer, parent):
    """The area without its tables: what the layer says put upon what holds above it."""
    above = parent or _NOTHING
    closed = above.closed - {bind.kind for bind in layer.binds} | set(layer.closed)
    binds = {**above.binds, **{bind.kind: bind for bind in layer.binds}}
    rules = defaultdict(tuple, above.rules)
    for rule in layer.rules:
        rules[rule.id] += (rule,)
    return Area(
        layer.id, layer.tier, parent, {**above.units, **{unit.id: unit for unit in layer.units}},
        above.hand_overs + layer.hand_overs, rules, frozenset(closed),
        {kind: bind for kind, bind in binds.items() if kind not in closed},
        above.same_desk + tuple(map(frozenset, layer.same_desk)), layer.unsure or above.unsure,
        {**above.reach, **{one.rule: one for one in layer.reach}},
    )


def _needs_of(area, rule, every):
    """The needs that a rule can decide about where it stands."""
    return frozenset().union(*(when.needs(every) for when in area.whens_of(rule)))


def _touched(area, layer, every):
    """The needs that a layer says anything new about."""
    found = {need for rule in layer.rules for need in _needs_of(area, rule, every)}
    return found.union(*(one.when.needs(every) for one in layer.hand_overs))


def _groups(area, needs):
    """The needs in groups that hand-overs tie together; nearly always one need a group."""
    group_of = {need: frozenset({need}) for need in needs}
    for one in area.hand_overs:
        if NEED in one.sets:
            tied = one.when.needs(frozenset(group_of)) | {one.sets[NEED]}
            merged = frozenset().union(*(group_of[need] for need in tied))
            group_of |= dict.fromkeys(merged, merged)
    return list(dict.fromkeys(group_of.values()))


def _spans(base, area, group, rules):
    """The spans of each need of a group; they share their grids, so that a hand-over may lead from need to need."""
    every = frozenset(base.inputs.values[NEED])
    hand_overs = tuple(one for one in area.hand_overs if one.when.needs(every) & group)
    made = {need: [] for need in group}
    for days in stretches([rule.valid for rule in rules]):
        inside = days.first or days.last or date.min
        in_force = [rule for rule in rules if rule.valid.holds(inside)]
        above = _tables_of_parent(area, group, inside)
        made_here = tables_of(base, area, rules=in_force, hand_overs=hand_overs, above=above, group=group)
        for need, tables in made_here.items():
            made[need].append(Span(days, tables, tuple(one for one in hand_overs if need in one.when.needs(every))))
    return {need: tuple(spans) for need, spans in made.items()}


def _tables_of_parent(area, group, day):
    return {need: area.parent.span(need, day).tables for need in group} if area.parent else {}


def stretches(valids):
    """Stretches of days, from the beginning to the end of time, within which the same rules are in force."""
    starts = {valid.first for valid in valids if valid.first}
    starts |= {valid.last + timedelta(days=1) for valid in valids if valid.last and valid.last < date.max}
    starts.discard(date.min)  # no day lies before it
    bounds = [None, *sorted(starts)]
    ends = [start - timedelta(days=1) for start in bounds[1:]] + [None]
    return [Valid(first, last) for first, last in zip(bounds, ends, strict=True)]
