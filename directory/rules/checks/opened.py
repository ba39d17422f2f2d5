"""open: what nothing is agreed about is shown, never silent.

Each open row is a note, so that the list of what is not agreed is the list that the owners of the agreement work from.
Meanwhile the unit that calls the joint meeting holds the question, so no child waits for the agreement.

To mend: agree on who receives these cases, and put a rule in the row's place.

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
    safety: [{id: S1, to: clinic, because: Somebody is on call there}]
    rules: [{id: A1, to: clinic, because: The clinic sees every child}]
    open: [{id: O1, rule: A1, when: {age: 0-5}, because: Nothing is agreed for small children}]
"""

from directory.findings import NOTE, say

NAME = "open"


def check(view):
    for rule in view.layer.rules:
        if rule.opens:
            yield view.finding(NAME, rule.place,
                               say("Nothing is agreed for %(id)s; %(holder)s calls the meeting and holds the question.",
                                   id=rule.id, holder=rule.calls or _receiver(view, rule)),
                               level=NOTE, ids=(rule.id, rule.target))


def _receiver(view, rule):
    return next((one.to for one in view.area.rules.get(rule.target, ())), "?")
