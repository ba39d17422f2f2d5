"""worse-answer: a worse answer to a family's question never makes the case milder or less urgent.

The options of a question stand from best to worst. A case takes the highest level and the highest urgency that any
answer gives, so it is enough that neither falls from one option to the next; options that say nothing of them are
passed over, and so is `unknown`: who does not know has said neither the better nor the worse.

To mend: put the options in order from best to worst, or change the level or urgency that one of them gives.

Good::

    format: one-way-in/1
    layer: nation
    id: land
    inputs: {need: [sleep], level: [base, more], age: 0-17}
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
        options: [{id: sleep, text: Sleep, need: sleep}]
      - id: age
        text: How old?
        options: [{id: any, text: Under 18, age: 0-17}]
      - id: life
        text: How does the day go?
        options: [{id: well, text: Well, level: base}, {id: badly, text: Badly, level: more}]

Bad::

    format: one-way-in/1
    layer: nation
    id: land
    inputs: {need: [sleep], level: [base, more], age: 0-17}
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
        options: [{id: sleep, text: Sleep, need: sleep}]
      - id: age
        text: How old?
        options: [{id: any, text: Under 18, age: 0-17}]
      - id: life
        text: How does the day go?
        options: [{id: well, text: Well, level: more}, {id: badly, text: Badly, level: base}]
"""

from itertools import pairwise

from directory.findings import ERROR, Finding, say
from directory.rules.model import ACUTE, LEVEL, UNKNOWN

NAME = "worse-answer"
SCALES = (LEVEL, ACUTE)  # inputs whose values stand from mild to grave


def check(base):
    """A finding for each two neighbouring options of which the worse gives the milder value."""
    for question in base.questions:
        for scale in SCALES:
            graded = [option for option in question.options if scale in option.sets and option.id != UNKNOWN]
            for better, worse in pairwise(graded):
                if _grade(base, scale, worse) < _grade(base, scale, better):
                    yield _finding(question, scale, better=better, worse=worse)


def _grade(base, scale, option):
    return base.inputs.values[scale].index(option.sets[scale])


def _finding(question, scale, *, better, worse):
    message = say("The question %(id)s: the worse answer %(worse)s gives the %(scale)s %(lower)s, below the %(higher)s "
                  "of %(better)s.", id=question.id, worse=worse.id, scale=scale, lower=worse.sets[scale],
                  higher=better.sets[scale], better=better.id)
    hint = say("Put the options in order from best to worst, or change what one of them gives.")
    return Finding(NAME, ERROR, question.place.file, question.place.line, message, hint,
                   (question.id, better.id, worse.id))
