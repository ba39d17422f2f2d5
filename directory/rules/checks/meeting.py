"""meeting: whoever sends to a joint meeting or a consultation says who calls it.

A process has no desk of its own. The unit in `calls` holds the question until the meeting has named another holder.
"""

from directory.findings import say

NAME = "meeting"


def check(view):
    for rule in view.layer.rules:
        unit = view.area.units.get(rule.to)
        if not rule.opens and unit and unit.process and not rule.calls:
            yield view.finding(NAME, rule.place, say("Rule %(id)s sends to %(unit)s but does not say who calls it.",
                                                     id=rule.id, unit=rule.to),
                               hint=say("Add calls: and the unit that calls."), ids=(rule.id, rule.to))
