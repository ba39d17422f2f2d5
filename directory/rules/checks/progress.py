"""Progress: what is not yet done or known, and would move the question, can be done or found out where the question is.

Where a tried flag that is `no`, or a fact that is `unknown`, keeps a case at a unit, and another value would send it to
another unit, that unit has a hand-over that applies to the case and gives that value. Else the child waits for
something that nobody is bound to do.

To mend: add the hand-over that the finding offers, or let the rules not ask for it.

Good::

    format: one-way-in/1
    layer: nation
    id: land
    inputs: {need: [sleep], level: [base], age: 0-17, tried: [advice]}
    units: {one: {name: One, acute: yes}, two: {name: Two}}
    safety: [{id: S1, to: one, because: Somebody is on call there}]
    rules:
      - {id: A1, when: {tried: {advice: no}}, to: one, because: Advice comes first}
      - {id: A2, when: {tried: {advice: yes}}, to: two, because: Advice was not enough}
    hand_overs:
      - {id: H1, by: one, when: {tried: {advice: no}}, adds: advice, because: Advice has been given}

Bad::

    format: one-way-in/1
    layer: nation
    id: land
    inputs: {need: [sleep], level: [base], age: 0-17, tried: [advice]}
    units: {one: {name: One, acute: yes}, two: {name: Two}}
    safety: [{id: S1, to: one, because: Somebody is on call there}]
    rules:
      - {id: A1, when: {tried: {advice: no}}, to: one, because: Advice comes first}
      - {id: A2, when: {tried: {advice: yes}}, to: two, because: Advice was not enough}
"""

from collections import defaultdict

from directory.findings import names, say
from directory.rules.model import FACTS, NO, TRIED, UNKNOWN

NAME = "Progress"


def check(view):
    found = _found(view)
    above = _told_above(view) if found else ()
    for (unit, *given), places in found.items():
        if not any((kind, *given) in above for kind in view.area.acts_as(unit) - {unit}):
            yield _finding(view, (unit, *given), places)


def _told_above(view):
    """What is missing in the areas above: a unit that acts as another there waits for the other's hand-over."""
    return {*_found(view.parent), *_told_above(view.parent)} if view.parent else set()


def _found(view):
    """For each unit, input and value that it does not give, where: the spans, the flow, the need and the cases."""
    found = defaultdict(list)
    for spans, flow in view.flows:
        for (need, unit), mask in flow.kept.items():
            for name, old, new in _waiting(flow.grid):
                stuck = _stuck(flow, need, unit, mask, (name, old, new))
                if stuck:
                    found[unit, name, new].append((spans, flow, need, stuck))
    return found


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
    if not waiting:
        return 0
    moved = grid.moved(waiting, {name: new}) & flow.tables[need].universe & ~mask
    would_move = grid.before(moved, {name: new}) & waiting
    for one, part in flow.moves.get((need, unit), ()):
        if one.sets.get(name) == new:
            would_move &= ~part
    return would_move


def _finding(view, change, places):
    unit, name, new = change
    spans, flow, need, stuck = places[0]
    pairs = [pair for _, *place in places for pair in _rules(place, name, new)]
    rule, to = pairs[0]
    needs = tuple(dict.fromkeys(place[2] for place in places))
    return view.finding(
        NAME, rule.place,
        say("%(input)s = %(value)s would move the question from %(unit)s to %(to)s, but %(unit)s has no hand-over that "
            "gives it (%(need)s).",
            input=name, value=new, unit=unit, to=to.to, need=names(needs)),
        hint=say("Add a hand-over by %(unit)s that gives %(input)s = %(value)s, or let the rules not ask for it.",
                 unit=unit, input=name, value=new),
        ids=tuple(dict.fromkeys((*(one.id for pair in pairs for one in pair), unit))),
        witness=view.witness(need, flow.grid, stuck, spans[need]),
        suggestion=_row(needs, unit, name, new),
    )


def _rules(place, name, new):
    """The rules that keep the cases, each with the one that would take them."""
    flow, need, stuck = place
    rows = flow.tables[need].rows
    for row in rows:
        moved = flow.grid.moved(row.mask & stuck, {name: new})
        yield from ((row.rule, there.rule) for there in rows if there.mask & moved)


def _row(needs, unit, name, new):
    group, _, key = name.partition(".")
    old, gives = (NO, f"adds: [{key}]") if name.startswith(TRIED) else (UNKNOWN, f"sets: {{facts: {{{key}: {new}}}}}")
    need = needs[0] if len(needs) == 1 else f"[{', '.join(needs)}]"
    return f"{{id: …, by: {unit}, when: {{need: {need}, {group}: {{{key}: {old}}}}}, {gives}, because: …}}"
