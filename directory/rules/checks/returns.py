"""NB2: no unit gets the same question twice.

A chain may be free of circles and still come back: a unit that has handed the question over holds it again with more
made known. That is the bounce this product exists to end. It is proved by kind of unit in every area, and by bound
unit in every municipality: two kinds that are bound to one and the same unit are that unit. Neighbours in a chain that
`same_desk` names count as one stop; a question that leaves such a desk and comes back has still come back.
"""

from directory.findings import names, say
from directory.rules.desks import desks_of

NAME = "NB2"


def check(view):
    for spans, flow in view.flows:
        for chain in flow.chains:
            if chain.back and not flow.endless.get(flow.start_of(chain)[0], 0):
                yield _finding(view, spans, flow, chain, [stop.receiver for stop in chain.stops], chain.stops[-1].holder)
    desks = desks_of(view.area)
    for spans, flow in view.every_flow if desks else ():
        for chain in flow.chains:
            again = None if chain.back else desks.came_back([stop.holder for stop in chain.stops])
            if again:
                yield _finding(view, spans, flow, chain, [_bound(view, stop) for stop in chain.stops], again)


def _bound(view, stop):
    bind = view.area.binds.get(stop.holder)
    return f"{stop.receiver} ({bind.single()})" if bind and bind.single() else stop.receiver


def _finding(view, spans, flow, chain, stops, again):
    need, start = flow.start_of(chain)
    ids = tuple(dict.fromkeys(step.by.id for step in chain.steps))
    units = tuple(dict.fromkeys(stop.receiver for stop in chain.stops))
    return view.finding(
        NAME, chain.steps[-1].by.place,
        say("%(unit)s gets the same question twice: %(chain)s.", unit=again, chain=" → ".join(stops)),
        hint=say("Change the rule that sends it back, or let %(unit)s keep the question (hand-overs: %(ids)s).",
                 unit=again, ids=names(ids)),
        ids=(*ids, *units), witness=view.witness(need, flow.grid, start, spans[need]),
    )
