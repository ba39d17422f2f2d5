"""usual: of the hand-overs that fit one case at most one is the usual one.

Several hand-overs that fit one case are alternatives. Only one of them can be shown as the way a question usually goes.
"""

from itertools import combinations

from directory.findings import say

NAME = "usual"


def check(view):
    told = set()
    for spans, flow in view.flows:
        for (need, _), moves in flow.moves.items():
            for (one, part), (other, there) in combinations([move for move in moves if move[0].usual], 2):
                pair = (one.id, other.id)
                if part & there and pair not in told:
                    told.add(pair)
                    yield view.finding(
                        NAME, other.place, say("%(one)s and %(other)s are both usual for the same case.", one=one.id, other=other.id),
                        hint=say("Keep usual: yes on one of them."), ids=pair,
                        witness=view.witness(need, flow.grid, part & there, spans[need]))
