"""NB1: every chain of hand-overs ends, and its last unit keeps the question.

Where hand-overs lead in a circle, nobody ever keeps the question. The finding names every hand-over and every unit of
the knot, and a case that goes round in it.
"""

from directory.findings import names, say

NAME = "NB1"


def check(view):
    for spans, flow in view.flows:
        knots = {}
        for need, stuck in flow.endless.items():
            if stuck:
                ids, units, place = _knot(flow)
                knots.setdefault((ids, units), (need, stuck, place))
        for (ids, units), (need, stuck, place) in knots.items():
            yield view.finding(
                NAME, place, say("The hand-overs %(ids)s lead in a circle through %(units)s.", ids=names(ids), units=names(units)),
                hint=say("Let one of them make something known that sends the case on, or let the unit keep the question."),
                ids=(*ids, *units), witness=view.witness(need, flow.grid, stuck, spans[need]),
            )


def _knot(flow):
    """The hand-overs between cases that never come out, and the units that hold them."""
    stuck = dict(flow.endless)
    while True:  # keep what is also led to from inside: drop the cases that only lead into the circle
        inside = dict.fromkeys(stuck, 0)
        for need, one, part in _moves(flow):
            later, moved = flow.after(need, part & stuck[need], one)
            inside[later] |= moved & stuck[later]
        inside = {need: inside[need] & stuck[need] for need in stuck}
        if inside == stuck:
            break
        stuck = inside
    used = [(need, one) for need, one, part in _moves(flow) if part & stuck[need]
            and flow.after(need, part & stuck[need], one)[1] & stuck[one.sets.get("need", need)]]
    ids = tuple(dict.fromkeys(one.id for _, one in used))
    units = tuple(dict.fromkeys(unit for (need, unit), mask in flow.kept.items() if mask & stuck[need]))
    place = used[0][1].place if used else flow.hand_overs[0].place
    return ids, units, place


def _moves(flow):
    return [(need, one, part) for (need, _), moves in flow.moves.items() for one, part in moves]
