"""supplies: whoever is said to supply something can be asked for what a rule really asks for.

Where something is missing in a referral it is asked for once, of somebody who has it. A line of `suppliers` whose item
no rule of the area has would never be read, and the item that it means would be asked of the wrong one.

To mend: use the id of an item in `requires` or `attach` of a rule that holds here, or remove it.

Good::

    format: one-way-in/1
    layer: nation
    id: land
    inputs: {need: [sleep], level: [base], age: 0-17, from: [guardian]}
    units: {clinic: {name: Clinic, acute: yes}}
    safety: [{id: S1, to: clinic, because: Somebody is on call there}]
    rules: [{id: A1, to: clinic, because: The clinic sees every child, attach: [{id: diary, text: A diary}]}]
    suppliers: {guardian: [diary]}

Bad::

    format: one-way-in/1
    layer: nation
    id: land
    inputs: {need: [sleep], level: [base], age: 0-17, from: [guardian]}
    units: {clinic: {name: Clinic, acute: yes}}
    safety: [{id: S1, to: clinic, because: Somebody is on call there}]
    rules: [{id: A1, to: clinic, because: The clinic sees every child, attach: [{id: diary, text: A diary}]}]
    suppliers: {guardian: [dairy]}
"""

from directory.findings import say
from directory.rules.spelling import did_you_mean

NAME = "supplies"


def check(view):
    known = {item.id for rules in view.area.rules.values() for rule in rules for item in (*rule.requires, *rule.attach)}
    for one in view.layer.suppliers:
        for item in one.items:
            if item not in known:
                yield view.finding(NAME, one.place,
                                   say("%(supplier)s is said to supply %(item)s, which no rule here asks for.",
                                       supplier=one.kind, item=item),
                                   hint=did_you_mean(item, known) or say("Remove it."), ids=(one.kind, item))
