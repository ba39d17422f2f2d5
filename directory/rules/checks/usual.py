"""usual: of the hand-overs that fit one case at most one is the usual one.

Several hand-overs that fit one case are alternatives, and each is proved. Only one of them can be shown to a family as
the way a question usually goes.

To mend: keep `usual: yes` on one of them.

Good::

    format: one-way-in/1
    layer: nation
    id: land
    inputs: {need: [sleep], level: [base], age: 0-17, tried: [advice], facts: {state: [first, second]}}
    units: {one: {name: One, acute: yes}, two: {name: Two}}
    safety: [{id: S1, to: one, because: Somebody is on call there}]
    rules:
      - {id: A1, when: {tried: {advice: no}, facts: {state: first}}, to: one, because: One begins}
      - {id: A2, when: {tried: {advice: yes}, facts: {state: first}}, to: two, because: Advice given}
      - {id: A3, when: {facts: {state: second}}, to: two, because: Seen twice}
    hand_overs:
      - {id: H1, by: one, when: {tried: {advice: no}}, adds: advice, because: Advice given, usual: yes}
      - {id: H2, by: one, when: {facts: {state: first}}, sets: {facts: {state: second}}, because: Seen}

Bad::

    format: one-way-in/1
    layer: nation
    id: land
    inputs: {need: [sleep], level: [base], age: 0-17, tried: [advice], facts: {state: [first, second]}}
    units: {one: {name: One, acute: yes}, two: {name: Two}}
    safety: [{id: S1, to: one, because: Somebody is on call there}]
    rules:
      - {id: A1, when: {tried: {advice: no}, facts: {state: first}}, to: one, because: One begins}
      - {id: A2, when: {tried: {advice: yes}, facts: {state: first}}, to: two, because: Advice given}
      - {id: A3, when: {facts: {state: second}}, to: two, because: Seen twice}
    hand_overs:
      - {id: H1, by: one, when: {tried: {advice: no}}, adds: advice, because: Advice given, usual: yes}
      - {id: H2, by: one, when: {facts: {state: first}}, sets: {facts: {state: second}}, because: Seen, usual: yes}
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
                        NAME, other.place,
                        say("%(one)s and %(other)s are both usual for the same case.", one=one.id, other=other.id),
                        hint=say("Keep usual: yes on one of them."), ids=pair,
                        witness=view.witness(need, flow.grid, part & there, spans[need]))
