"""Progress: what is not yet done or known, and would move the question, can be done or found out where the question is.

Where a tried flag that is `no`, or a fact that is `unknown`, keeps a case at a unit, and another value would send it to
another unit, that unit has a hand-over that applies to the case and gives that value. Else the question waits for
something that nobody is bound to do.
"""

from directory.findings import say
from directory.rules.model import FACTS, NO, TRIED, UNKNOWN

NAME = "Progress"


def check(view):
    for spans, flow in view.flows:
        found = {}
        for (need, unit), mask in flow.kept.items():
            for name, old, new in _waiting(flow.grid):
                stuck = _stuck(flow, need, unit, mask, (name, old, new))
                if stuck:
                    found.setdefault((unit, name, new), (need, stuck))
        for (unit, name, new), (need, stuck) in found.items():
            yield _finding(view, flow, spans, (unit, name, new), need, stuck)


def _waiting(grid):
    """Each input that may wait to be made known: its name, the value it has until then, and each value it may get."""
    for axis in grid.axes.values():
        if axis.name.startswith(TRIED):
            old = NO
        elif axis.name.startswith(FACTS) and UNKNOWN in axis.values:
            old = UNKNOWN
        else:
            continue
        yield from ((axis.name, old, new) for new in axis.values if new != old and old in axis.masks)


def _stuck(flow, need, unit, mask, change):
    """The cases at a unit that the change would move, and to which no hand-over of the unit that gives it applies."""
    name, old, new = change
    grid = flow.grid
    waiting = mask & grid.axes[name].masks[old]
    moved = grid.moved(waiting, {name: new}) & ~mask
    would_move = grid.before(moved, {name: new}) & waiting
    for one, part in flow.moves.get((need, unit), ()):
        if one.sets.get(name) == new:
            would_move &= ~part
    return would_move


def _finding(view, flow, spans, change, need, stuck):
    unit, name, new = change
    rule = next(row.rule for row in flow.tables[need].rows if row.mask & stuck)
    moved = flow.grid.moved(stuck & -stuck, {name: new})
    to = next((row.rule for row in flow.tables[need].rows if row.mask & moved), None)
    return view.finding(
        NAME, rule.place,
        say("%(input)s = %(value)s would move the question from %(unit)s to %(to)s, but %(unit)s has no hand-over that gives it (%(need)s).",
            input=name, value=new, unit=unit, to=to.to if to else "?", need=need),
        hint=say("Add a hand-over by %(unit)s that gives %(input)s = %(value)s, or let the rules not ask for it.",
                 unit=unit, input=name, value=new),
        ids=tuple(dict.fromkeys((rule.id, *([to.id] if to else []), unit))),
        witness=view.witness(need, flow.grid, stuck, spans[need]),
        suggestion=_row(need, unit, name, new),
    )


def _row(need, unit, name, new):
    group, _, key = name.partition(".")
    old, gives = (NO, f"adds: [{key}]") if name.startswith(TRIED) else (UNKNOWN, f"sets: {{facts: {{{key}: {new}}}}}")
    return f"{{id: …, by: {unit}, when: {{need: {need}, {group}: {{{key}: {old}}}}}, {gives}, because: …}}"


