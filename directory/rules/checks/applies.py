"""applies: every rule decides some case.

A rule that decides nothing is a promise that nobody keeps. Its cases may not exist, or a gate may take them all before
they reach the rule, or rows of its own layer may have taken every one.

To mend: remove the rule, or look at its conditions and at the gates before it.

Good::

    format: one-way-in/1
    layer: nation
    id: land
    inputs: {need: [sleep], level: [base], age: 0-17, facts: {harm: [no, yes]}}
    units: {clinic: {name: Clinic, acute: yes}}
    safety: [{id: S1, to: clinic, because: Somebody is on call there}]
    rules: [{id: A1, to: clinic, because: The clinic sees every child}]
    gates: {protection: [{facts: {harm: yes}}]}
    protection: [{id: P1, to: clinic, because: The clinic reports it}]

Bad::

    format: one-way-in/1
    layer: nation
    id: land
    inputs: {need: [sleep], level: [base], age: 0-17, facts: {harm: [no, yes]}}
    units: {clinic: {name: Clinic, acute: yes}}
    safety: [{id: S1, to: clinic, because: Somebody is on call there}]
    rules:
      - {id: A1, to: clinic, because: The clinic sees every child}
      - {id: A2, when: {facts: {harm: yes}}, to: clinic, because: Its gate has taken all these cases}
    gates: {protection: [{facts: {harm: yes}}]}
    protection: [{id: P1, to: clinic, because: The clinic reports it}]
"""

from directory.findings import say

NAME = "applies"


def check(view):
    in_use = {id(row.rule) for _, _, _, row in view.rows()}
    for rule in view.layer.rules:
        if rule.target is None and id(rule) not in in_use:
            takers = [one.id for one in view.layer.rules if one.target == rule.id]
            message = say("Rule %(id)s never applies: no case in %(stage)s reaches it.", id=rule.id, stage=rule.stage)
            if takers:
                message = say("Rule %(id)s never applies: %(others)s take all its cases.", id=rule.id,
                              others=", ".join(takers))
            yield view.finding(NAME, rule.place, message, ids=(rule.id, *takers),
                               hint=say("Remove it, or look at its conditions and at the gates that come before it."))
