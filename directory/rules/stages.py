"""The tables of the four stages: which cases reach each, on which grid, and which rows decide them."""

from directory.rules.grid import make_grid
from directory.rules.model import ACUTE, NEED, RULES, SAFETY, STAGES, When
from directory.rules.tables import Row, Table


def tables_of(base, area, *, group, rules, hand_overs, above):
    """For each need of a group and each stage its table; the tables of one stage lie on one grid.

    :param rules: the rules in force during the stretch of days that the tables are for
    :param hand_overs: those that apply to any need of the group
    :param above: the tables of the layer above by need; no overlay can change what comes before the ordinary rules
    """
    made = {need: {} for need in group}
    for stage in STAGES:
        if above and stage != RULES:
            for need in group:
                made[need][stage] = above[need][stage]
            continue
        inside = [rule for rule in rules if rule.stage == stage]
        moving = hand_overs if stage == RULES else ()
        grid = _grid(base, area, group, stage=stage, rules=inside, moving=moving)
        for need in group:
            made[need][stage] = _table(base, need, stage=stage, grid=grid, rules=inside)
    return made


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


def _grid(base, area, group, *, stage, rules, moving):
    """The grid of a stage: the inputs that its rules, gates and hand-overs speak of, less what earlier gates take."""
    allowed, wider = _after_gates(base, group, stage)
    conditions = wider + [when for need in group for when in own_gates(base, stage, need)]
    for rule in rules:
        conditions += [rule.when, *area.whens_of(rule)]
    conditions += [one.when for one in moving]
    mentioned = {name for one in moving for name in one.sets}.union(*(when.values for when in conditions))
    columns = {name: values for name, values in allowed.items() if name in mentioned}
    left_out = {name: frozenset(values) for name, values in allowed.items() if name not in columns}
    return make_grid(columns, left_out, base.inputs.ages, _cuts(conditions))


def _cuts(conditions):
    """The first months of the stretches of ages that conditions tell apart."""
    ages = {when.ages for when in conditions if when.ages}
    return {one.first for one in ages} | {one.last + 1 for one in ages}


def _after_gates(base, group, stage):
    """The values that earlier gates leave to each input, and the gates that say more than values of one input."""
    allowed = {name: list(values) for name, values in base.inputs.values.items() if name != NEED}
    wider = []
    for need in group:
        for when in gates_before(base, stage, need):
            name, left = _left_by(when, allowed) if len(group) == 1 else ("", ())
            if left:
                allowed[name] = left
            else:  # a gate that takes every value empties the universe, not the axis
                wider.append(when)
    return allowed, wider


def _left_by(when, allowed):
    """The input that a gate takes values from and those it leaves; none where it speaks of anything else too."""
    if len(when.values) != 1 or when.ages is not None:
        return "", ()
    (name, taken), = when.values.items()
    return name, [value for value in allowed[name] if value not in taken]


def _table(base, need, *, stage, grid, rules):
    """The rows of a stage for one need, each layer taking its cases from the rules that it replaces."""
    universe = 0
    for when in own_gates(base, stage, need):
        universe |= grid.mask(when)
    for when in gates_before(base, stage, need):
        universe &= ~grid.mask(when)
    rows = {}
    for rule in rules:
        if rule.target is None and need in rule.when.needs(frozenset({need})):
            rows[rule.id] = Row(rule, rule.when, grid.mask(rule.when) & universe, rule.calls or rule.to)
    overlays = [rule for rule in rules if rule.target]
    for layer in dict.fromkeys(rule.layer for rule in overlays):
        rows |= _overlaid(rows, [rule for rule in overlays if rule.layer == layer], need, grid)
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
