"""danger: every answer that means danger leads to safety, whatever else is answered, and every one that does is marked.

An option marked `danger: yes` gives an urgency, a fact or a need with which every case is decided by safety, so that a
page can show the acute numbers at once. Later answers cannot take that back: urgency and facts only rise. An option
that leads to safety and is not marked would let the page go on asking, so it is a fault too.

To mend: give the option what reaches safety, `acute` or what the gate of safety names, and mark it `danger: yes`.

Good::

    format: one-way-in/1
    layer: nation
    id: land
    inputs: {need: [sleep], level: [base], age: 0-17}
    units: {clinic: {name: Clinic, acute: yes}}
    safety: [{id: S1, to: clinic, because: The clinic has somebody on call}]
    rules: [{id: A1, to: clinic, because: The clinic sees every child}]

    # file: questions.yaml
    format: one-way-in/1
    layer: questions
    id: family
    questions:
      - id: haste
        text: Is it urgent?
        options: [{id: no, text: No, acute: no}, {id: yes, text: Yes, acute: yes, danger: yes}]
      - id: matter
        text: What is it about?
        options: [{id: sleep, text: Sleep, need: sleep}]
      - id: age
        text: How old?
        options: [{id: any, text: Under 18, age: 0-17}]

Bad::

    format: one-way-in/1
    layer: nation
    id: land
    inputs: {need: [sleep], level: [base], age: 0-17}
    units: {clinic: {name: Clinic, acute: yes}}
    safety: [{id: S1, to: clinic, because: The clinic has somebody on call}]
    rules: [{id: A1, to: clinic, because: The clinic sees every child}]

    # file: questions.yaml
    format: one-way-in/1
    layer: questions
    id: family
    questions:
      - id: haste
        text: Is it urgent?
        options: [{id: no, text: No, acute: no}, {id: yes, text: Yes, acute: no, danger: yes}]
      - id: matter
        text: What is it about?
        options: [{id: sleep, text: Sleep, need: sleep}]
      - id: age
        text: How old?
        options: [{id: any, text: Under 18, age: 0-17}]
"""

from directory.findings import ERROR, Finding, say
from directory.rules.model import NATION, NEED, SAFETY, When

NAME = "danger"


def check(base, areas):
    """A finding for each option that is marked and does not reach safety, or reaches it and is not marked."""
    nation, seen = next(area for area in areas.values() if area.tier == NATION), {}
    for question in base.questions:
        for option in question.options:
            left = _not_safe(base, nation, (question, option), seen)
            if option.danger and left:
                message = say("The question %(id)s: the answer %(option)s means danger, but leads to safety only in "
                              "part; not for %(need)s.", id=question.id, option=option.id, need=left[0])
                hint = say("Give it an urgency, or a fact or need that the gate of safety names.")
                yield _finding(question, option, message, hint)
            if not option.danger and not left:
                message = say("The question %(id)s: the answer %(option)s always leads to safety, but is not marked as "
                              "danger.", id=question.id, option=option.id)
                yield _finding(question, option, message, say("Add danger: yes."))


def _not_safe(base, nation, answer, seen):
    """The needs of an answer with a case that another stage than safety decides.

    :param seen: what has been found, by table and what the answer says: needs share tables, and answers say the same
    """
    question, option = answer
    needs = option.needs or question.when.values.get(NEED, base.inputs.values[NEED])
    ages = option.ages or question.when.ages or base.inputs.ages
    when = When({name: frozenset({value}) for name, value in option.sets.items()})
    said = tuple(sorted(option.sets.items())), ages
    return [need for need in needs for span in nation.needs[need]
            if _is_outside(span.tables[SAFETY], when, said, seen)]


def _is_outside(table, when, said, seen):
    """Whether a case of what was said is decided by another stage than that of the table."""
    key = id(table), said
    if key not in seen:
        seen[key] = bool(table.grid.mask(when) & table.grid.touching(said[1]) & ~table.universe)
    return seen[key]


def _finding(question, option, message, hint):
    return Finding(NAME, ERROR, question.place.file, question.place.line, message, hint, (question.id, option.id))
