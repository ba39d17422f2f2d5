"""NB1: every chain of hand-overs ends, and its last unit keeps the question.

Where hand-overs lead in a circle, nobody ever keeps the question and the child is sent round. The finding names every
hand-over and every unit of the knot, and a case that goes round in it.

To mend: let one of the hand-overs make something known that sends the case on, or let the unit keep the question.

Good::

    format: one-way-in/1
    layer: nation
    id: land
    inputs: {need: [sleep], level: [base], age: 0-17, facts: {state: [first, second]}}
    units: {one: {name: One, acute: yes}, two: {name: Two}}
    safety: [{id: S1, to: one, because: Somebody is on call there}]
    rules:
      - {id: A1, when: {facts: {state: first}}, to: one, because: One begins}
      - {id: A2, when: {facts: {state: second}}, to: two, because: Two goes on}
    hand_overs:
      - {id: H1, by: one, when: {facts: {state: first}}, sets: {facts: {state: second}}, because: One is done}

Bad::

    format: one-way-in/1
    layer: nation
    id: land
    inputs: {need: [sleep], level: [base], age: 0-17, facts: {state: [first, second]}}
    units: {one: {name: One, acute: yes}, two: {name: Two}}
    safety: [{id: S1, to: one, because: Somebody is on call there}]
    rules:
      - {id: A1, when: {facts: {state: first}}, to: one, because: One begins}
      - {id: A2, when: {facts: {state: second}}, to: two, because: Two goes on}
    hand_overs:
      - {id: H1, by: one, when: {facts: {state: first}}, sets: {facts: {state: second}}, because: One is done}
      - {id: H2, by: two, when: {facts: {state: second}}, sets: {facts: {state: first}}, because: Two sends it back}
"""

from dataclasses import dataclass

from directory.findings import names, say
from directory.rules.flow import Flow
from directory.rules.model import Place

NAME = "NB1"


@dataclass(frozen=True, slots=True)
class Knot:
    """Hand-overs `ids` and `units` that lead into each other; `mask` are cases of `need` that go round in it."""

    flow: Flow
    ids: tuple[str, ...]
    units: tuple[str, ...]
    place: Place
    need: str
    mask: int


def check(view):
    knots = {}
    for spans, flow in view.flows:
        if any(flow.endless.values()):
            for knot in _knots(flow):
                knots.setdefault((knot.ids, knot.units), (spans, knot))
    for spans, knot in knots.values():
        yield view.finding(
            NAME, knot.place,
            say("The hand-overs %(ids)s lead in a circle through %(units)s.", ids=names(knot.ids),
                units=names(knot.units)),
            hint=say("Let one of them make something known that sends the case on, or let the unit keep the question."),
            ids=(*knot.ids, *knot.units), witness=view.witness(knot.need, knot.flow.grid, knot.mask, spans[knot.need]),
        )


def _knots(flow):
    """The knots of a flow; those that share a unit or a hand-over are one."""
    joined = []
    for move in _moves_inside(flow):
        touching = [knot for knot in joined if knot[0] & move[0] or knot[1].keys() & move[1].keys()]
        joined = [knot for knot in joined if knot not in touching]
        joined.append(_one_knot([*touching, move]))
    for units, hand_overs, cases in joined:
        (need, _), mask = next(iter(cases.items()))
        ids = tuple(one.id for one in flow.hand_overs if one.id in hand_overs)
        yield Knot(flow, ids, tuple(sorted(units)), hand_overs[ids[0]].place, need, mask)


def _moves_inside(flow):
    """Each move from a circle into a circle: the units it joins, the hand-over by id, its cases by need and unit."""
    inside = _inside(flow)
    for (need, unit), moves in flow.moves.items():
        for one, part in moves:
            later, moved = flow.after(need, part & inside[need], one)
            led = moved & inside[later]
            if led:
                after = {there for (at, there), mask in flow.kept.items() if at == later and mask & led}
                yield {unit, *after}, {one.id: one}, {(need, unit): part & inside[need]}


def _one_knot(parts):
    units, hand_overs, cases = set(), {}, {}
    for part in parts:
        units |= part[0]
        hand_overs |= part[1]
        cases |= part[2]
    return units, hand_overs, cases


def _inside(flow):
    """For each need the cases that never come out, without those that only lead into a circle."""
    stuck = dict(flow.endless)
    while True:
        inside = dict.fromkeys(stuck, 0)
        for (need, _), moves in flow.moves.items():
            for one, part in moves:
                later, moved = flow.after(need, part & stuck[need], one)
                inside[later] |= moved & stuck[later]
        if inside == stuck:
            return stuck
        stuck = inside
