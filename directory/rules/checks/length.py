"""NB3: no chain has more hand-overs than `max_hand_overs`.

A question that is handed over again and again is a child that waits, even where it never comes back. Neighbours in a
chain that `same_desk` names count as one stop. Where the nation does not say, three hand-overs are the most.

To mend: take out a hand-over, or let a rule send the case straight to a later unit.

Good::

    format: one-way-in/1
    layer: nation
    id: land
    inputs: {need: [sleep], level: [base], age: 0-17, tried: [advice, tests]}
    units: {one: {name: One, acute: yes}, two: {name: Two}, three: {name: Three}}
    safety: [{id: S1, to: one, because: Somebody is on call there}]
    rules:
      - {id: A1, when: {tried: {advice: no}}, to: one, because: Advice comes first}
      - {id: A2, when: {tried: {advice: yes, tests: no}}, to: two, because: Then tests}
      - {id: A3, when: {tried: {advice: yes, tests: yes}}, to: three, because: Then treatment}
    max_hand_overs: 2
    hand_overs:
      - {id: H1, by: one, when: {tried: {advice: no}}, adds: advice, because: Advice is given}
      - {id: H2, by: two, when: {tried: {tests: no}}, adds: tests, because: Tests are done}

Bad::

    format: one-way-in/1
    layer: nation
    id: land
    inputs: {need: [sleep], level: [base], age: 0-17, tried: [advice, tests]}
    units: {one: {name: One, acute: yes}, two: {name: Two}, three: {name: Three}}
    safety: [{id: S1, to: one, because: Somebody is on call there}]
    rules:
      - {id: A1, when: {tried: {advice: no}}, to: one, because: Advice comes first}
      - {id: A2, when: {tried: {advice: yes, tests: no}}, to: two, because: Then tests}
      - {id: A3, when: {tried: {advice: yes, tests: yes}}, to: three, because: Then treatment}
    max_hand_overs: 1
    hand_overs:
      - {id: H1, by: one, when: {tried: {advice: no}}, adds: advice, because: Advice is given}
      - {id: H2, by: two, when: {tried: {tests: no}}, adds: tests, because: Tests are done}
"""

from directory.findings import names, say
from directory.rules.desks import desks_of
from directory.rules.flow import MOST_CHAINS

NAME = "NB3"


def check(view):
    for spans, flow in view.flows:
        if flow.has_too_many:
            yield _too_many(view, spans, flow)
    found = _too_long(view)
    for stops, (spans, flow, chain, count) in found.items():
        if any(_is_part(stops, other) for other in found) or stops not in _longest(found):
            continue
        need, start = flow.start_of(chain)
        ids = tuple(dict.fromkeys(step.by.id for step in chain.steps))
        yield view.finding(
            NAME, chain.steps[-1].by.place,
            say("A chain has %(count)s hand-overs, %(most)s at most are allowed: %(chain)s.", count=count,
                most=view.base.max_hand_overs, chain=" → ".join(stop.receiver for stop in stops)),
            hint=say("Take out one of %(ids)s, or let a rule send the case straight to a later unit.", ids=names(ids)),
            ids=tuple(dict.fromkeys((*ids, *(stop.receiver for stop in stops)))),
            witness=view.witness(need, flow.grid, start, spans[need]),
        )


def _too_many(view, spans, flow):
    """The finding on a flow with too many chains to walk, at the unit with most hand-overs to choose among."""
    (need, unit), moves = max(flow.moves.items(), key=lambda one: len(one[1]))
    ids = tuple(one.id for one, _ in moves)
    return view.finding(
        NAME, moves[0][0].place,
        say("The hand-overs make more than %(most)s chains of units for %(needs)s: too many to prove.",
            most=MOST_CHAINS, needs=names(spans)),
        hint=say("Let fewer hand-overs fit the same case; %(unit)s has %(ids)s.", unit=unit, ids=names(ids)),
        ids=(*ids, unit), witness=view.witness(need, flow.grid, moves[0][1], spans[need]))


def _longest(found):
    """Of the chains that one hand-over leads from one unit to another at their end the longest: they have one cause."""
    kept = {}
    for stops in sorted(found, key=len):
        kept[found[stops][2].steps[-1].by.id, stops[-2:]] = stops
    return kept.values()


def _too_long(view):
    """The chains with too many hand-overs by their stops, each with where it was found and how many it has."""
    desks, found = desks_of(view.area), {}
    for spans, flow in view.every_flow if desks else view.flows:
        for chain in flow.chains if not flow.has_too_many else ():
            if chain.back or len(chain.stops) - 1 <= view.base.max_hand_overs:  # a desk makes none more
                continue
            count = desks.hand_overs([stop.holder for stop in chain.stops])
            if count > view.base.max_hand_overs:
                found.setdefault(chain.stops, (spans, flow, chain, count))
    return found


def _is_part(stops, other):
    """Whether a chain is a part of a longer one."""
    starts = range(len(other) - len(stops) + 1)
    return len(stops) < len(other) and any(other[at:at + len(stops)] == stops for at in starts)
