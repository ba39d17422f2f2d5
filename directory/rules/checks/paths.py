"""questions: the questions lead from nothing known to every need and every age that the rules tell apart.

The first question on needs has at most eight groups. Each option of it leads on, question by question, to single needs:
a need that no answer reaches cannot be found by a family. The first question on ages divides all ages; further ones
divide one of its options; together they know every border of the rules, so that no answer stands on both sides of one.
Two questions do not set one fact to different values, since the later answer could then undo the first.

A need that no answer names, or a border that no answer begins at, is a warning: the family is still led on. Needs that
are left together when every question has been answered are an error: one of them would be taken by chance. So is a
question that no answers before it lead to.

To mend: as the finding says; an option on needs or ages may always be divided by a further question with `when`.

Good::

    format: one-way-in/1
    layer: nation
    id: land
    inputs: {need: [sleep, food], level: [base], age: 0-17}
    units: {clinic: {name: Clinic, acute: yes}}
    safety: [{id: S1, to: clinic, because: The clinic has somebody on call}]
    rules: [{id: A1, to: clinic, because: The clinic sees every child}]

    # file: questions.yaml
    format: one-way-in/1
    layer: questions
    id: family
    questions:
      - id: matter
        text: What is it about?
        options: [{id: home, text: At home, need: [sleep, food]}]
      - id: home
        when: {need: [sleep, food]}
        text: What at home?
        options: [{id: sleep, text: Sleep, need: sleep}, {id: food, text: Food, need: food}]
      - id: age
        text: How old?
        options: [{id: any, text: Under 18, age: 0-17}]

Bad::

    format: one-way-in/1
    layer: nation
    id: land
    inputs: {need: [sleep, food], level: [base], age: 0-17}
    units: {clinic: {name: Clinic, acute: yes}}
    safety: [{id: S1, to: clinic, because: The clinic has somebody on call}]
    rules: [{id: A1, to: clinic, because: The clinic sees every child}]

    # file: questions.yaml
    format: one-way-in/1
    layer: questions
    id: family
    questions:
      - id: matter
        text: What is it about?
        options: [{id: home, text: At home, need: [sleep, food]}]
      - id: age
        text: How old?
        options: [{id: any, text: Under 18, age: 0-17}]
"""

from collections import defaultdict

from directory.ages import show_age
from directory.findings import ERROR, WARNING, Finding, has_errors, names, say
from directory.rules.model import FACTS, NEED

NAME = "questions"
MOST_STATES = 5_000  # of needs and ages that answers leave; our own questions make some hundreds
MOST_GROUPS = 8  # options with several needs that a family is shown at once


def check(base, areas):
    """The findings on the questions of a base that has some."""
    yield from _first_question(base)
    divided = [*_needs(base), *_ages(base)]
    yield from divided
    if not has_errors(divided):  # else it would only say the same once more
        yield from _walked(base)
    yield from _borders(base, areas)
    yield from _facts(base)


def _first_question(base):
    for question in base.questions:
        groups = [option for option in question.options if len(option.needs) > 1]
        if NEED not in question.when.values and len(groups) > MOST_GROUPS:
            message = say("The question %(id)s shows %(count)s groups of needs at once; %(most)s at most can be taken "
                          "in.", id=question.id, count=len(groups), most=MOST_GROUPS)
            yield _finding(question, message, say("Put some of them together, and divide them by a further question."))


def _walked(base):
    """Findings on questions that no answers before them lead to, and on needs that are left when all are answered.

    Past MOST_STATES the rest is not looked at.
    """
    states = {(frozenset(base.inputs.values[NEED]), base.inputs.ages)}
    for question in base.questions:
        asked = {one for one in states if _concerns(question, *one)}
        if not asked:
            yield _finding(question, say("The question %(id)s is never asked: no answers before it leave only what its "
                                         "when names.", id=question.id),
                           say("Put it after the questions that lead to it, or change its when."))
        states = states - asked | {_left(one, option) for one in asked for option in question.options}
        if len(states) > MOST_STATES:
            return
    for needs, ages in sorted((sorted(needs), ages) for needs, ages in states if len(needs) > 1)[:1]:
        yield _finding(base.questions[0], say("When every question has been answered several needs are still left at "
                                              "the ages %(ages)s: %(needs)s.", ages=str(ages), needs=names(needs)),
                       say("Ask which of them it is, whatever the age."))


def _concerns(question, needs, ages):
    """Whether a question is put when these needs and ages are left."""
    when = question.when
    return (when.ages is None or ages.within(when.ages)) and needs <= when.values.get(NEED, needs)


def _left(state, option):
    """The needs and ages that an answer leaves of some; what leaves none of them says nothing of them."""
    needs, ages = state
    return needs.intersection(option.needs) or needs, (option.ages and ages.common(option.ages)) or ages


def _needs(base):
    """Findings on groups that no question divides, on options outside their question, on needs that are not reached.

    A question of which only one option names needs, such as "then ask for advice", divides nothing.
    """
    dividing = [one for one in base.questions if sum(bool(option.needs) for option in one.options) > 1]
    for question in dividing:
        allowed = question.when.values.get(NEED, frozenset(base.inputs.values[NEED]))
        for option in question.options:
            if not option.needs or not allowed.issuperset(option.needs):
                yield _finding(question, say("The question %(id)s: the answer %(option)s does not say which of its "
                                             "needs it is about.", id=question.id, option=option.id),
                               say("Name one or more of %(needs)s.", needs=names(sorted(allowed))), option)
            elif len(option.needs) > 1 and not _is_divided(base, question, option):
                yield _finding(question, say("The question %(id)s: no further question tells the needs of the "
                                             "answer %(option)s apart: %(needs)s.", id=question.id, option=option.id,
                                             needs=names(option.needs)),
                               say("Add a question whose when names these needs, with an answer for each."), option)
    missing = _not_reached(base, dividing)
    if missing:
        yield _finding(base.questions[0], say("No answer leads to %(needs)s.", needs=names(missing)),
                       say("Add it to a group, and to the question that divides the group."), level=WARNING)


def _not_reached(base, dividing):
    """The needs that no answer names alone, nor a group that nothing divides, which is told of by itself."""
    options = [option for question in dividing for option in question.options]
    named = {need for option in options if len(option.needs) == 1 or not any(_divides(one, option) for one in dividing)
             for need in option.needs}
    return [need for need in base.inputs.values[NEED] if need not in named]


def _is_divided(base, question, option):
    """Whether a question that is put after this one divides the needs of its option."""
    return any(_divides(other, option) for other in base.questions[base.questions.index(question) + 1:])


def _divides(question, option):
    """Whether a question has an answer for each need of an option and none for them all."""
    needs = set(option.needs)
    if question.when.ages or not needs <= question.when.values.get(NEED, set()):
        return False
    parts = [needs.intersection(one.needs) for one in question.options]
    return needs not in parts and needs == set().union(*parts)


def _ages(base):
    """A finding for each question on ages whose options do not divide what it is asked of."""
    for question in base.questions:
        bands = sorted(option.ages for option in question.options if option.ages)
        if not bands:
            continue
        whole = question.when.ages or base.inputs.ages
        ends = [whole.first, *(band.last + 1 for band in bands)]
        starts = [*(band.first for band in bands), whole.last + 1]
        wrong = next((end for end, start in zip(ends, starts, strict=True) if end != start), None)
        if wrong is not None:
            yield _finding(question, say("The question %(id)s: the ages of its answers do not divide %(whole)s; look "
                                         "at %(age)s.", id=question.id, whole=str(whole), age=show_age(wrong)),
                           say("Let each age belong to exactly one answer."))


def _borders(base, areas):
    """A finding for each border of the rules that lies inside every answer."""
    known = {option.ages.first for question in base.questions for option in question.options if option.ages}
    found = defaultdict(set)
    for area in areas.values():
        for need, span in area.every_span():
            for table in span.tables.values():
                for first in table.grid.firsts if table.universe else ():
                    found[first].add((area.id, need))
    for first in sorted(set(found) - known):
        area, need = min(found[first])
        yield _finding(base.questions[0], say("No answer on age begins at %(age)s, where rules for %(need)s in "
                                              "%(area)s change.", age=show_age(first), need=need, area=area),
                       say("Divide the answer that holds it by a further question on age."), level=WARNING)


def _facts(base):
    """A finding for each fact that two questions set to different values."""
    first = {}
    for question in base.questions:
        for option in question.options:
            for name, value in option.sets.items():
                if not name.startswith(FACTS) or value == base.inputs.default(name):
                    continue
                other, said = first.setdefault(name, (question, value))
                if other is not question and said != value:
                    yield _finding(question, say("The questions %(one)s and %(other)s set %(fact)s to different "
                                                 "values.", one=other.id, other=question.id, fact=name[len(FACTS):]),
                                   say("Ask for it in one of them."), option)


def _finding(question, message, hint, option=None, level=ERROR):
    ids = (question.id, option.id) if option else (question.id,)
    return Finding(NAME, level, question.place.file, question.place.line, message, hint, ids)
