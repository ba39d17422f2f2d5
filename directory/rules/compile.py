"""Layers → what is in force in each area: for every need and stretch of days the exact table of each stage."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from directory.rules.grid import Grid, make_grid
from directory.rules.model import ACUTE, NEED, RULES, SAFETY, STAGES, Bind, HandOver, Rule, Unit, Valid, When

NOBODY, TWICE, OUTSIDE = -1, -2, -3  # what `Table.answers` holds where no one row decides


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """A rule with the cases it is the answer to: `when` before others took theirs, `mask` after.

    `holder` has the question: the receiver itself, or who calls the meeting.
    """

    rule: Rule
    when: When
    mask: int
    holder: str


@dataclass(frozen=True, eq=False)
class Table:
    """One stage for one need: its `universe` is the set of cases that reach it."""

    stage: str
    grid: Grid
    universe: int
    rows: tuple[Row, ...]

    @cached_property
    def answers(self):
        """For each combination the index of its row; NOBODY where none or several match, OUTSIDE where it is not reached."""
        found = [OUTSIDE] * self.grid.size
        for bit in bits_of(self.universe):
            found[bit] = NOBODY
        for index, row in enumerate(self.rows):
            for bit in bits_of(row.mask):
                found[bit] = index if found[bit] == NOBODY else TWICE
        return found


@dataclass(frozen=True, slots=True, eq=False)
class Span:
    """The tables of one need during a stretch of days, and the hand-overs that apply to it."""

    days: Valid
    tables: Mapping[str, Table]
    hand_overs: tuple[HandOver, ...]


@dataclass(frozen=True, eq=False)
class Area:
    """One area after all its layers. `parent` holds the same `Span` objects for every need that this layer leaves alone."""

    id: str
    tier: str
    parent: "Area | None"
    units: Mapping[str, Unit]
    hand_overs: tuple[HandOver, ...]
    rules: Mapping[str, tuple[Rule, ...]]
    closed: frozenset[str]
    binds: Mapping[str, Bind]
    same_desk: tuple[frozenset[str], ...]
    unsure: str | None
    reach: Mapping[str, object]
    needs: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)

    def acts_as(self, unit):
        """The unit and every kind whose hand-overs it may do."""
        return {unit, *(self.units[unit].acts_as if unit in self.units else ())}

    def span(self, need, day):
        return next(span for span in self.needs[need] if span.days.holds(day))

    def every_span(self):
        """Each need with each of its spans."""
        return [(need, span) for need, spans in self.needs.items() for span in spans]

    def own_spans(self):
        """The spans that this area does not share with the layer above it."""
        shared = {id(span) for _, span in self.parent.every_span()} if self.parent else ()
        return [(need, span) for need, span in self.every_span() if id(span) not in shared]


def compile_base(base, only=None):
    """Every area of a base, or `only` one and what lies above it, by id; parents come before children."""
    areas = {}
    wanted = {layer.id for layer in base.chain(only)} if only else set(base.layers)
    for layer in base.layers.values():
        if layer.id in wanted and base.readable(layer.id):
            areas[layer.id] = compile_area(base, layer, areas.get(layer.within))
    return areas


def compile_area(base, layer, parent):
    """One area, given the area above it."""
    rules = defaultdict(tuple, parent.rules if parent else {})
    for rule in layer.rules:
        rules[rule.id] += (rule,)
    closed = (parent.closed - {bind.kind for bind in layer.binds} if parent else frozenset()) | set(layer.closed)
    binds = {**(parent.binds if parent else {}), **{bind.kind: bind for bind in layer.binds}}
    area = Area(
        layer.id, layer.tier, parent, {**(parent.units if parent else {}), **{unit.id: unit for unit in layer.units}},
        (parent.hand_overs if parent else ()) + layer.hand_overs, rules, frozenset(closed),
        {kind: bind for kind, bind in binds.items() if kind not in closed},
        (parent.same_desk if parent else ()) + tuple(frozenset(one) for one in layer.same_desk),
        layer.unsure or (parent.unsure if parent else None),
        {**(parent.reach if parent else {}), **{one.rule: one for one in layer.reach}},
    )
    touched = _touched(base, area, layer)
    needs = {need: parent.needs[need] for need in base.inputs.values[NEED]} if parent else {}
    boxes = _boxes(area)
    for group in _groups(base, area):
        if parent is None or touched & group:
            needs |= _compile_group(base, area, group, boxes)
    area.needs.update({need: needs[need] for need in base.inputs.values[NEED]})
    return area


def _touched(base, area, layer):
    every = frozenset(base.inputs.values[NEED])
    found = set()
    for rule in layer.rules:
        for when in effective_whens(area, rule):
            found |= when.needs(every)
    for one in layer.hand_overs:
        found |= one.when.needs(every)
    return found


def effective_whens(area, rule):
    """The conditions of a rule inside those of the rules that it replaces; several where a replaced rule has versions."""
    if rule.target is None:
        return [rule.when]
    inner = [when for target in area.rules.get(rule.target, ()) if target is not rule for when in effective_whens(area, target)]
    return [both for when in inner if (both := rule.when.common(when))]


def _boxes(area):
    return [(rule, tuple(effective_whens(area, rule))) for versions in area.rules.values() for rule in versions]


def _groups(base, area):
    """The needs in groups that hand-overs tie together; nearly always one need a group."""
    group_of = {need: frozenset({need}) for need in base.inputs.values[NEED]}
    for one in area.hand_overs:
        if NEED in one.sets:
            tied = one.when.needs(frozenset(group_of)) | {one.sets[NEED]}
            merged = frozenset().union(*(group_of[need] for need in tied))
            group_of |= dict.fromkeys(merged, merged)
    return list(dict.fromkeys(group_of.values()))


def _compile_group(base, area, group, boxes):
    """The spans of each need of a group; all of them share their grids, so that a hand-over may lead from need to need."""
    every = frozenset(base.inputs.values[NEED])
    boxes = [(rule, [when for when in whens if when.needs(every) & group]) for rule, whens in boxes]
    boxes = [(rule, whens) for rule, whens in boxes if whens]
    hand_overs = tuple(one for one in area.hand_overs if one.when.needs(every) & group)
    made = {need: [] for need in group}
    for days in stretches([rule.valid for rule, _ in boxes]):
        inside = days.first or days.last or date.min
        in_force = [rule for rule, _ in boxes if rule.valid.holds(inside)]
        grids = {stage: _grid(base, group, stage, [rule for rule in in_force if rule.stage == stage], area, hand_overs)
                 for stage in STAGES}
        for need in group:
            tables = {stage: _table(base, area, need, stage, grids[stage], in_force) for stage in STAGES}
            made[need].append(Span(days, tables, tuple(one for one in hand_overs if need in one.when.needs(every))))
    return {need: tuple(spans) for need, spans in made.items()}


def stretches(valids):
    """Stretches of days, from the beginning to the end of time, within which the same rules are in force."""
    starts = {valid.first for valid in valids if valid.first}
    starts |= {valid.last + timedelta(days=1) for valid in valids if valid.last and valid.last < date.max}
    bounds = [None, *sorted(starts)]
    ends = [start - timedelta(days=1) for start in bounds[1:]] + [None]
    return [Valid(first, last) for first, last in zip(bounds, ends, strict=True)]


def gates_before(base, stage, need):
    """The gate conditions of the stages that come before one, as far as they concern a need."""
    found = []
    for earlier in STAGES[:STAGES.index(stage)]:
        found += own_gates(base, earlier, need)
    return found


def own_gates(base, stage, need):
    """The conditions under which a case of a need reaches a stage, if no stage before takes it; RULES takes all."""
    if stage == RULES:
        return [When({})]
    acute = [When({ACUTE: frozenset(base.inputs.values[ACUTE][1:])})] if stage == SAFETY else []
    entries = [_without_need(when) for when in base.gates.get(stage, ()) if need in when.needs(frozenset({need}))]
    return acute + entries


def _without_need(when):
    return When({name: values for name, values in when.values.items() if name != NEED}, when.ages)


def _grid(base, group, stage, rules, area, hand_overs):
    """The grid of a stage: the inputs that its rules, gates and hand-overs speak of, without what earlier gates take."""
    allowed = {name: list(values) for name, values in base.inputs.values.items() if name != NEED}
    mentioned, cuts = set(), set()
    conditions = [rule.when for rule in rules]
    for rule in rules:
        conditions += effective_whens(area, rule)
    for need in group:
        conditions += own_gates(base, stage, need)
        for when in gates_before(base, stage, need):
            single = len(when.values) == 1 and when.ages is None and len(group) == 1
            if not single:
                conditions.append(when)
                continue
            (name, taken), = when.values.items()
            allowed[name] = [value for value in allowed[name] if value not in taken]
    for one in hand_overs if stage == RULES else ():
        conditions.append(one.when)
        mentioned |= set(one.sets)
    for when in conditions:
        mentioned |= set(when.values)
        cuts |= {when.ages.first, when.ages.last + 1} if when.ages else set()
    columns = {name: allowed[name] for name in base.inputs.values if name in mentioned and name != NEED}
    left_out = {name: frozenset(values) for name, values in allowed.items() if name not in columns}
    return make_grid(columns, left_out, base.inputs.ages, cuts)


def _table(base, area, need, stage, grid, in_force):
    """The rows of a stage for one need, each layer taking its cases from the rules that it replaces."""
    universe = 0
    for when in own_gates(base, stage, need):
        universe |= grid.mask(when)
    for when in gates_before(base, stage, need):
        universe &= ~grid.mask(when)
    rows = {}
    rules = [rule for rule in in_force if rule.stage == stage]
    for rule in rules:
        if rule.target is None and need in rule.when.needs(frozenset({need})):
            rows[rule.id] = Row(rule, rule.when, grid.mask(rule.when) & universe, rule.calls or rule.to)
    for layer in dict.fromkeys(rule.layer for rule in rules if rule.target):
        rows |= _overlaid(rows, [rule for rule in rules if rule.target and rule.layer == layer], need, grid)
    return Table(stage, grid, universe, tuple(rows.values()))


def _overlaid(rows, rules, need, grid):
    """The rows that a layer adds, and the ones it takes cases from as they are then."""
    changed = {}
    for rule in rules:
        target = rows.get(rule.target)
        when = target and rule.when.common(target.when)
        if not when or need not in when.needs(frozenset({need})):
            continue
        mask = grid.mask(when) & target.mask
        changed[rule.id] = Row(rule, when, mask, rule.calls or (target.holder if rule.opens else rule.to))
        left = changed.get(rule.target, target)
        changed[rule.target] = Row(left.rule, left.when, left.mask & ~mask, left.holder)
    return changed


def bits_of(mask):
    """The positions of the bits of a set, lowest first."""
    text = f"{mask:b}"[::-1]
    at = text.find("1")
    while at >= 0:
        yield at
        at = text.find("1", at + 1)
