"""gates: what cuts across every need stays in its own stage.

Acute danger, suspected harm and the second return are decided before the table. So no rule, hand-over or overlay
mentions `acute` outside `safety`, no overlay replaces a rule of the three stages, and no hand-over makes a case acute or
suspected: that is said at once to whom it concerns, not handed over.
"""

from directory.findings import say
from directory.rules.compile import gates_before
from directory.rules.model import ACUTE, NEED, RULES, SAFETY

NAME = "gates"


def check(view):
    for rule in view.layer.rules:
        if rule.stage != SAFETY and ACUTE in rule.when.values:
            yield view.finding(NAME, rule.place, say("Rule %(id)s mentions acute. Acute danger is decided in safety alone.", id=rule.id),
                               hint=say("Remove acute from the rule."), ids=(rule.id,))
        for target in view.area.rules.get(rule.target, ()) if rule.target else ():
            if target.stage != RULES:
                yield view.finding(
                    NAME, rule.place, say("%(id)s replaces %(target)s, which stands in %(stage)s. No overlay can touch it.",
                                          id=rule.id, target=target.id, stage=target.stage),
                    hint=say("Use reach to say how to get there here, and binds for the unit."), ids=(rule.id, target.id))
    for one in view.layer.hand_overs:
        if ACUTE in one.when.values:
            yield view.finding(NAME, one.place, say("Hand-over %(id)s mentions acute. An acute case is never handed over.", id=one.id),
                               hint=say("Remove acute from the hand-over."), ids=(one.id,))
        yield from _into_gate(view, one)


def _into_gate(view, one):
    for name, value in one.sets.items():
        for need in view.base.inputs.values[NEED]:
            gates = gates_before(view.base, RULES, value if name == NEED else need)
            if any(not gate.values and name == NEED or value in gate.values.get(name, ()) and len(gate.values) == 1 for gate in gates):
                yield view.finding(
                    NAME, one.place, say("Hand-over %(id)s sets %(name)s to %(value)s, which is decided before the table.",
                                         id=one.id, name=name, value=value),
                    hint=say("Take it out: danger, suspected harm and deadlock are not handed over."), ids=(one.id,))
                break
