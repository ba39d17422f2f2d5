"""Answers of a family → the next question, or the case that they come to. What a question means the rule base says."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from directory.editions import Edition, Memory
from directory.rules import Case, Interview
from directory.rules.model import ANY, NEED, Option, Question
from directory.rules.told import is_asked_of

_QUESTIONS = Memory(most=4_096)  # what was worked out, not who asked


@dataclass(frozen=True, slots=True)
class Answers:
    """What somebody has answered: an area where they live, who asks, and ids of options by id of question.

    `before` is the option that a question had which is asked anew.
    """

    place: str
    who: str
    given: Mapping[str, str]
    before: tuple[str, str] | None = None

    def and_then(self, question, option):
        """The same with one more answer."""
        return replace(self, given={**self.given, question: option}, before=None)

    def without(self, question):
        """The same with a question open again, that remembers how it was answered."""
        rest = {one: option for one, option in self.given.items() if one != question}
        return replace(self, given=rest, before=(question, self.given[question]))


@dataclass(frozen=True, slots=True)
class Step:
    """Where somebody stands. `question` is the next, None at the end; `danger`: an answer means that somebody is in
    danger, and nothing more is asked."""

    area: str
    answered: tuple[tuple[Question, Option], ...]
    question: Question | None
    danger: bool


def area_with_rules(edition: Edition, place):
    """The area whose rules hold at a place: its own, else those of what it lies within; None for an unknown place."""
    rules = edition.ruleset.areas
    return next((one for one in (place, *edition.catalogue.areas_above(place)) if one in rules), None)


def opening_questions(edition: Edition):
    """The questions that everybody can answer at once: put to all, and of nothing but age."""
    return tuple(one for one in edition.ruleset.base.questions
                 if one.when == ANY and any(option.ages for option in one.options)
                 and not any(option.sets or option.needs for option in one.options))


def next_step(edition: Edition, answers: Answers, *, day: date, known):
    """The step after some answers.

    :param known: inputs that the clock sets, and their values
    """
    interview = _interview(edition, answers, day, known)
    answered = tuple(interview.answered(answers.given))
    danger = any(option.danger for _, option in answered)
    question = None if danger else _anew(interview, answers) or _next_question(edition, interview, answers)
    return Step(interview.area, answered, question, danger)


def case_of(edition: Edition, answers: Answers, *, day: date, known) -> Case:
    """The case that the answers come to."""
    return _interview(edition, answers, day, known).case(answers.given, answers.who)


def answers_for_need(edition: Edition, answers: Answers, need):
    """The answers that lead to a need, with those that were given before to other questions."""
    for question in edition.ruleset.base.questions:
        asked = question.when.values.get(NEED)
        options = [one for one in question.options if need in one.needs]
        # A question with answers that say nothing of a need, such as how urgent it is, is never answered for anybody.
        if options and all(one.needs for one in question.options) and (asked is None or need in asked):
            answers = answers.and_then(question.id, min(options, key=lambda one: len(one.needs)).id)
    return answers


def _interview(edition, answers, day, known):
    return Interview(edition.ruleset, area_with_rules(edition, answers.place), day, known)


def _anew(interview, answers):
    """The question that is asked anew, where it still concerns what has been told."""
    asked = answers.before[0] if answers.before else None
    told = interview.told(answers.given)
    return next((one for one in interview.ruleset.base.questions if one.id == asked and is_asked_of(one, told)), None)


def _next_question(edition, interview, answers):
    """What Interview says, worked out once for each set of answers: it walks through every way to go on."""
    key = interview.area, interview.day, frozenset(interview.known.items()), frozenset(answers.given.items())
    return _QUESTIONS.of(edition, key, lambda: interview.next_question(answers.given))
