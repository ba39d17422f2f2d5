"""open: what nothing is agreed about is shown, never silent.

Each open row is a note, so that the list of what is not agreed is the list that the owners of the agreement work from.
"""

from directory.findings import NOTE, say

NAME = "open"


def check(view):
    for rule in view.layer.rules:
        if rule.opens:
            yield view.finding(NAME, rule.place, say("Nothing is agreed for %(id)s; %(holder)s calls the meeting and holds the question.",
                                                     id=rule.id, holder=rule.calls or _receiver(view, rule)),
                               level=NOTE, ids=(rule.id, rule.target))


def _receiver(view, rule):
    return next((one.to for one in view.area.rules.get(rule.target, ())), "?")
