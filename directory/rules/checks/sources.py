"""sources: every rule says on what it rests.

A rule without `source` is a warning: nobody can check it. A source past its review day, or one that nobody has
confirmed, is a note. (A source that does not exist is an unknown word.)

To mend: add `source` and the id of the paper; let its owner confirm it and name them in `confirmed_by`.

Good::

    format: one-way-in/1
    layer: nation
    id: land
    inputs: {need: [sleep], level: [base], age: 0-17}
    units: {clinic: {name: Clinic, acute: yes}}
    safety: [{id: S1, to: clinic, because: Somebody is on call there, source: law}]
    rules: [{id: A1, to: clinic, because: The clinic sees every child, source: law}]

    # file: sources.yaml
    format: one-way-in/1
    layer: sources
    id: papers
    sources: [{id: law, title: The law, confirmed_by: Its owner}]

Bad::

    format: one-way-in/1
    layer: nation
    id: land
    inputs: {need: [sleep], level: [base], age: 0-17}
    units: {clinic: {name: Clinic, acute: yes}}
    safety: [{id: S1, to: clinic, because: The clinic has somebody on call}]
    rules: [{id: A1, to: clinic, because: The clinic sees every child}]
"""

from directory.findings import NOTE, WARNING, say

NAME = "sources"


def check(view):
    for rule in view.layer.rules:
        if not rule.source:
            yield view.finding(NAME, rule.place, say("Rule %(id)s has no source.", id=rule.id), level=WARNING,
                               hint=say("Add source: and the id of what it rests on."), ids=(rule.id,))
    if view.parent is None:
        yield from _records(view)


def _records(view):
    for question in view.base.questions:
        if not question.source and any(option.sets for option in question.options):
            yield view.finding(NAME, question.place, say("Question %(id)s has no source.", id=question.id),
                               level=WARNING, hint=say("Add source: and the id of what it rests on."),
                               ids=(question.id,))
    for source in view.base.sources.values():
        if source.review and source.review < view.day:
            yield view.finding(NAME, source.place,
                               say("The source %(id)s should have been reviewed by %(day)s.", id=source.id,
                                   day=source.review.isoformat()),
                               level=NOTE, hint=say("Read it again and set a new review day."), ids=(source.id,))
        if not source.confirmed_by:
            yield view.finding(NAME, source.place, say("Nobody has confirmed the source %(id)s.", id=source.id),
                               level=NOTE,
                               hint=say("Let its owner confirm it and name them in confirmed_by."), ids=(source.id,))
