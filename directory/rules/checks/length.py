"""NB3: no chain has more hand-overs than `max_hand_overs`.

A question that is handed over again and again is a child that waits, even where it never comes back. Neighbours that
`same_desk` names count as one stop.
"""

from directory.findings import names, say
from directory.rules.desks import desks_of

NAME = "NB3"


def check(view):
    desks = desks_of(view.area)
    for spans, flow in view.every_flow if desks else view.flows:
        for chain in flow.chains:
            count = desks.hand_overs([stop.holder for stop in chain.stops])
            if chain.back or count <= view.base.max_hand_overs:
                continue
            need, start = flow.start_of(chain)
            ids = tuple(dict.fromkeys(step.by.id for step in chain.steps))
            yield view.finding(
                NAME, chain.steps[-1].by.place,
                say("A chain has %(count)s hand-overs, %(most)s at most are allowed: %(chain)s.", count=count,
                    most=view.base.max_hand_overs, chain=" → ".join(stop.receiver for stop in chain.stops)),
                hint=say("Take out one of %(ids)s, or let a rule send the case straight to a later unit.", ids=names(ids)),
                ids=(*ids, *(stop.receiver for stop in chain.stops)),
                witness=view.witness(need, flow.grid, start, spans[need]),
            )

