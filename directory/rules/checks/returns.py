"""NB2: no unit gets the same question twice.

A chain may be free of circles and still come back: a unit that has handed the question over holds it again with more
made known. That is the bounce this product exists to end. It is proved by kind of unit in every area, and by bound
unit in every municipality: two kinds that are bound to one and the same unit are that unit. Neighbours in a chain that
`same_desk` names count as one stop; a question that leaves such a desk and comes back has still come back.

To mend: change the rule that sends it back, or let the unit that handed it over keep it.

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
      - {id: A3, when: {tried: {advice: yes, tests: yes}}, to: one, because: Back to one}
    hand_overs:
      - {id: H1, by: one, when: {tried: {advice: no}}, adds: advice, because: Advice is given}
      - {id: H2, by: two, when: {tried: {tests: no}}, adds: tests, because: Tests are done}
"""

from directory.findings import names, say
from directory.rules.desks import desks_of

NAME = "NB2"


def check(view):
    """One finding for each way round: a chain that only leads into it, or goes on after it, is not told of again."""
    for stops, (spans, flow, chain) in _by_kind(view).items():
        yield _finding(view, spans, flow, chain, [stop.receiver for stop in stops])
    for stops, (spans, flow, chain) in _by_desk(view).items():
        yield _finding(view, spans, flow, chain, [_bound(view, stop) for stop in stops])


def _by_kind(view):
    """The ways round on which a kind of unit holds the question twice, each with where it was found."""
    found = {}
    for spans, flow in view.flows:
        for chain in flow.chains if not flow.has_too_many else ():
            comes_back = chain.back and chain.stops[0].holder == chain.stops[-1].holder
            if comes_back and not flow.endless[flow.start_of(chain)[0]]:
                found.setdefault(chain.stops, (spans, flow, chain))
    return _shortest(found)


def _by_desk(view):
    """As `_by_kind`, for ways that come back to a desk by another kind of unit, which is that desk in this area."""
    desks, found = desks_of(view.area), {}
    for spans, flow in view.every_flow if desks else ():
        for chain in flow.chains if not flow.has_too_many else ():
            if chain.back or len(chain.stops) == 1:
                continue
            holders = [stop.holder for stop in chain.stops]
            again = desks.came_back(holders)
            if again and desks.of(holders[0]) == desks.of(holders[again]):
                found.setdefault(chain.stops[:again + 1], (spans, flow, chain))
    return _shortest(found)


def _shortest(found):
    """Of the ways back from one unit to another by one hand-over the shortest: they have one cause."""
    kept = {}
    for stops in sorted(found, key=len, reverse=True):
        kept[found[stops][2].steps[len(stops) - 2].by.id, stops[-2:]] = stops
    told = set(kept.values())
    return {stops: found[stops] for stops in found if stops in told}


def _bound(view, stop):
    bind = view.area.binds.get(stop.holder)
    return f"{stop.receiver} ({bind.single()})" if bind and bind.single() else stop.receiver


def _finding(view, spans, flow, chain, stops):
    need, start = flow.start_of(chain)
    steps, round_ = chain.steps[:len(stops) - 1], chain.stops[:len(stops)]
    ids = tuple(dict.fromkeys(step.by.id for step in steps))
    units = tuple(dict.fromkeys(stop.receiver for stop in round_))
    again = round_[-1].holder
    return view.finding(
        NAME, steps[-1].by.place,
        say("%(unit)s gets the same question twice: %(chain)s.", unit=again, chain=" → ".join(stops)),
        hint=say("Change the rule that sends it back, or let %(unit)s keep the question (hand-overs: %(ids)s).",
                 unit=again, ids=names(ids)),
        ids=(*ids, *units), witness=view.witness(need, flow.grid, start, spans[need]),
    )
