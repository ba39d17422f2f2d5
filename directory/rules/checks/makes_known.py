"""makes-known: every hand-over makes known a flag or fact that was not.

A hand-over says what has now been done or found out. A new level alone does not count: a unit that only says "more
serious" has passed the question on without adding to it. A flag counts when it was `no`, a fact when it had its
default.

To mend: say in `adds` or `sets` what has been done, and let the hand-over apply only where it had not.

Good::

    format: one-way-in/1
    layer: nation
    id: land
    inputs: {need: [sleep], level: [base, special], age: 0-17, tried: [advice]}
    units: {one: {name: One, acute: yes}, two: {name: Two}}
    safety: [{id: S1, to: one, because: Somebody is on call there}]
    rules:
      - {id: A1, when: {level: base}, to: one, because: One begins}
      - {id: A2, when: {level: special}, to: two, because: Two goes on}
    hand_overs:
      - {id: H1, by: one, when: {tried: {advice: no}}, adds: advice, level: special, because: Advice was not enough}

Bad::

    format: one-way-in/1
    layer: nation
    id: land
    inputs: {need: [sleep], level: [base, special], age: 0-17, tried: [advice]}
    units: {one: {name: One, acute: yes}, two: {name: Two}}
    safety: [{id: S1, to: one, because: Somebody is on call there}]
    rules:
      - {id: A1, when: {level: base}, to: one, because: One begins}
      - {id: A2, when: {level: special}, to: two, because: Two goes on}
    hand_overs:
      - {id: H1, by: one, level: special, because: It is more serious}
"""

from directory.findings import say
from directory.rules.model import FACTS, NEED, NO, TRIED

NAME = "makes-known"


def check(view):
    told = set()
    for spans, flow in view.flows:
        for (need, unit), moves in flow.moves.items():
            for one, part in moves:
                empty = _nothing_new(view, flow.grid, one, part)
                if empty and one.id not in told:
                    told.add(one.id)
                    yield view.finding(
                        NAME, one.place,
                        say("Hand-over %(id)s by %(unit)s makes nothing known that was not.", id=one.id, unit=unit),
                        hint=say("Let it apply only where its flag is no or its fact unknown, or let it add what "
                                 "has been done."),
                        ids=(one.id, unit), witness=view.witness(need, flow.grid, empty, spans[need]))
    for one in view.layer.hand_overs:
        if one.id not in told and not any(name.startswith((TRIED, FACTS)) for name in one.sets):
            yield view.finding(NAME, one.place, say("Hand-over %(id)s makes nothing known that was not.", id=one.id),
                               hint=say("Add adds: [flag] or sets: {facts: {…}}."), ids=(one.id, one.by))


def _nothing_new(view, grid, one, part):
    """The cases in which everything that the hand-over sets was set already, or had been found out otherwise."""
    for name, value in one.sets.items():
        axis = grid.axes.get(name)
        if name == NEED or not name.startswith((TRIED, FACTS)) or axis is None:
            continue
        old = NO if name.startswith(TRIED) else view.base.inputs.default(name)
        if value != old:
            part &= ~axis.masks.get(old, 0)
    return part
