"""Answers of a family → the next question, or the case that they come to. What a question means the rule base says."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import takewhile

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
    """Where somebody stands. `question` is the next, None at the end; `is_last`: whatever its answer, it is surely the
    last; `before`: ids of the answered questions that stand before it, but for those of the start; `danger`: an answer
    means that somebody is in danger, and nothing more is asked.
    """

    area: str
    answered: tuple[tuple[Question, Option], ...]
    question: Question | None
    danger: bool
    is_last: bool
    before: tuple[str, ...]


def area_with_rules(edition: Edition, place):
    """The area whose rules hold at a place: its own, else those of what it lies within; None for an unknown place."""
    rules = edition.ruleset.areas
    return next((one for one in (place, *edition.catalogue.areas_above(place)) if one in rules), None)


def opening_questions(edition: Edition):
    """The questions that are put to everybody at once: those before the one on what it is about."""
    return tuple(takewhile(lambda one: one.when == ANY and not leads_to_needs(one), edition.ruleset.base.questions))


def leads_to_needs(question):
    """Whether a question asks of everybody what it is about: own words can answer that as well."""
    return question.when == ANY and all(one.needs for one in question.options)


def next_step(edition: Edition, answers: Answers, *, day: date, known):
    """The step after some answers.

    :param known: inputs that the clock sets, and their values
    """
    interview = _interview(edition, answers, day, known)
    answered = tuple(interview.answered(answers.given))
    danger = any(option.danger for _, option in answered)
    question, is_last = (None, False) if danger else _put(edition, interview, answers)
    return Step(interview.area, answered, question, danger, is_last, _before(edition, answered, question))


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


def _before(edition, answered, question):
    """Ids of the answered questions that had a page of their own before this one, or before the end."""
    order = [one.id for one in edition.ruleset.base.questions]
    own = order[len(opening_questions(edition)):order.index(question.id) if question else None]
    return tuple(one.id for one, _ in answered if one.id in own)


def _put(edition, interview, answers):
    """The question to put, or None, and whether it is surely the last; one that is asked anew is never said to be."""
    anew = _anew(interview, answers)
    return (anew, False) if anew else _next(edition, interview, answers.given)


def _anew(interview, answers):
    """The question that is asked anew, where it still concerns what has been told."""
    asked = answers.before[0] if answers.before else None
    told = interview.told(answers.given)
    return next((one for one in interview.ruleset.base.questions if one.id == asked and is_asked_of(one, told)), None)


def _next(edition, interview, given):
    """What is asked next, or None, and whether it is surely the last; worked out once for each set of answers."""
    key = interview.area, interview.day, frozenset(interview.known.items()), frozenset(given.items())
    return _QUESTIONS.of(edition, key, lambda: _worked_out(interview, given))


def _worked_out(interview, given):
    """By a walk through every way to go on, and one from every answer that does not end the questions by itself."""
    question = interview.next_question(given)
    on = [one for one in question.options if not one.danger] if question else []
    return question, question is not None and all(interview.is_settled({**given, question.id: one.id}) for one in on)
