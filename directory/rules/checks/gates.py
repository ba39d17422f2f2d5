"""gates: what cuts across every need stays in its own stage.

Acute danger, suspected harm and the second return are decided before the table. So no rule or hand-over mentions
`acute` outside `safety`, no overlay replaces a rule of the three stages, and no hand-over makes a case acute or
suspected: that is said at once to whom it concerns, not handed over.

To mend: take the condition out; an overlay says with `reach` and `binds` how one gets there.

Good::

    format: one-way-in/1
    layer: nation
    id: land
    inputs: {need: [sleep], level: [base], age: 0-17}
    units: {clinic: {name: Clinic, acute: yes}}
    safety: [{id: S1, to: clinic, because: The clinic has somebody on call}]
    rules: [{id: A1, to: clinic, because: The clinic sees every child}]

Bad::

    format: one-way-in/1
    layer: nation
    id: land
    inputs: {need: [sleep], level: [base], age: 0-17}
    units: {clinic: {name: Clinic, acute: yes}}
    safety: [{id: S1, to: clinic, because: The clinic has somebody on call}]
    rules: [{id: A1, to: clinic, because: The clinic sees every child}]

    # file: west.yaml
    format: one-way-in/1
    layer: region
    id: west
    within: land
    replaces: [{id: R1, rule: S1, to: clinic, because: No overlay may touch acute danger}]
"""

from directory.findings import say
from directory.rules.model import ACUTE, NEED, RULES, SAFETY
from directory.rules.stages import gates_before

NAME = "gates"


def check(view):
    yield from _rules(view)
    yield from _hand_overs(view)


def _rules(view):
    for rule in view.layer.rules:
        if rule.stage != SAFETY and ACUTE in rule.when.values:
            message = say("Rule %(id)s mentions acute. Acute danger is decided in safety alone.", id=rule.id)
            yield view.finding(NAME, rule.place, message, hint=say("Remove acute from the rule."), ids=(rule.id,))
        for target in view.area.rules.get(rule.target, ()) if rule.target else ():
            if target.stage != RULES:
                message = say("%(id)s replaces %(target)s, which stands in %(stage)s. No overlay can touch it.",
                              id=rule.id,
                              target=target.id, stage=target.stage)
                hint = say("Use reach to say how to get there here, and binds for the unit.")
                yield view.finding(NAME, rule.place, message, hint=hint, ids=(rule.id, target.id))


def _hand_overs(view):
    told = set()
    for one in view.layer.hand_overs:
        if ACUTE in one.when.values:
            message = say("Hand-over %(id)s mentions acute. An acute case is never handed over.", id=one.id)
            yield view.finding(NAME, one.place, message, hint=say("Remove acute from the hand-over."), ids=(one.id,))
        name = _set_gate(view, one)
        if name:
            told.add(one.id)
            yield _into_gate(view, one, name)
    for spans, flow in view.flows:
        for need, one, led in _led_out(flow):
            if one.id not in told:
                told.add(one.id)
                witness = view.witness(need, flow.grid, led, spans[need])
                yield _into_gate(view, one, next(iter(one.sets)), witness=witness)


def _set_gate(view, one):
    """The input that a hand-over sets to a value which alone is decided before the table, or None."""
    here = one.when.needs(frozenset(view.base.inputs.values[NEED]))
    there = {one.sets[NEED]} if NEED in one.sets else here
    gates = [gate for need in there for gate in gates_before(view.base, RULES, need) if not gate.ages]
    for name, value in one.sets.items():
        if any(_takes(gate, name, value) for gate in gates):
            return name
    return None


def _takes(gate, name, value):
    """Whether a gate takes every case in which an input has a value; one without conditions takes its needs whole."""
    return name == NEED if not gate.values else set(gate.values) == {name} and value in gate.values[name]


def _led_out(flow):
    """The moves that lead some cases out of the table, by several conditions of one gate together."""
    for (need, _), moves in flow.moves.items():
        for one, part in moves:
            later, moved = flow.after(need, part, one)
            out = moved & ~flow.tables[later].universe
            if out:
                yield need, one, part & flow.grid.before(out, {name: value for name, value in one.sets.items()
                                                               if name != NEED})


def _into_gate(view, one, name, witness=None):
    return view.finding(
        NAME, one.place, say("Hand-over %(id)s sets %(name)s to %(value)s, which is decided before the table.",
                             id=one.id, name=name, value=one.sets[name]),
        hint=say("Take it out: danger, suspected harm and deadlock are not handed over."), ids=(one.id,),
        witness=witness)
