"""Answers of a family → the next question, or the case that they come to. What a question means the rule base says."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import takewhile

from directory.catalogue import Catalogue
from directory.editions import Edition, Memory
from directory.routing.told_danger import answered, danger_of
from directory.rules import Case, Interview, Ruleset
from directory.rules.model import ANY, NEED, Option, Question
from directory.rules.tables import Area
from directory.rules.told import is_asked_of, option_of

MOST_PAGES = 3  # of questions after the start: more than four loads to an answer is more than somebody in worry takes
_QUESTIONS = Memory(most=4_096)  # what was worked out, not who asked
_COUNTS = Memory(most=4_096)


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

    def unchanged(self):
        """The same with the answer that is being changed as it was."""
        return self.and_then(*self.before) if self.before else self


@dataclass(frozen=True, slots=True)
class Step:
    """Where somebody stands. `question` is the next, on a page of its own, None at the answer; `further` stands beside
    the answer, which it can still change; `count`: how many there are in all, where that is sure; `before`: ids
    of the answered questions that stand before it, but for those of the start; `danger`: an answer means that somebody
    is in danger, or did until it was to be changed: nothing else is asked before the answer, and beside it at most what
    it is about, where nobody said that.
    """

    area: str
    answered: tuple[tuple[Question, Option], ...]
    question: Question | None
    further: Question | None
    danger: bool
    count: int | None
    before: tuple[str, ...]

    @property
    def ages(self):
        """The ages that the answers leave; None where they tell of none."""
        return next((option.ages for _, option in reversed(self.answered) if option.ages), None)

    @property
    def asked(self):
        """The question that can be answered here, wherever it stands; None where nothing is left to ask."""
        return self.question or self.further


def area_with_rules(edition: Edition, place):
    """The area whose rules hold at a place: its own, else those of what it lies within; None for an unknown place."""
    return nearest_ruled(edition.ruleset, edition.catalogue, place)


def nearest_ruled(ruleset: Ruleset, catalogue: Catalogue | None, place):
    """As `area_with_rules`, of rules and a catalogue that are no edition; without a catalogue nothing lies within."""
    if place in ruleset.areas:
        return place
    above = catalogue.areas_above(place) if catalogue else ()
    return next((one for one in above if one in ruleset.areas), None)


def ruled_area(edition: Edition, place) -> Area:
    """The area whose rules hold at a place; the nation where none is known for it."""
    return edition.ruleset.areas[area_with_rules(edition, place) or edition.ruleset.nation.id]


def opening_questions(edition: Edition):
    """The questions that are put to everybody at once: those before the one on what it is about."""
    return tuple(takewhile(lambda one: one.when == ANY and not leads_to_needs(one), edition.ruleset.base.questions))


def leads_to_needs(question):
    """Whether a question asks of everybody what it is about: own words can answer that as well."""
    return question.when == ANY and _is_on_needs(question)


def _is_on_needs(question):
    return all(one.needs for one in question.options)


def _still_asked(edition, interview, given):
    """The next question; in danger at most the one on what it is about."""
    question, danger = _next(edition, interview, given), danger_of(interview, given)
    if question is None or not danger:
        return question
    return question if _is_on_needs(question) and danger.leaves_open(question) else None


def next_step(edition: Edition, answers: Answers, *, day: date, known):
    """The step after some answers.

    :param known: inputs that the clock sets, and their values
    """
    interview = _interview(edition, answers, day, known)
    told = answered(interview, answers.given)
    danger = bool(danger_of(interview, answers.unchanged().given))
    anew = _anew(interview, answers)
    asked = anew or _still_asked(edition, interview, answers.given)
    before = _before(edition, told, asked)
    own = asked if anew or not danger and len(before) < MOST_PAGES else None
    count = _count(edition, interview, answers.given, before=len(before)) if own and not anew else None
    return Step(interview.area, told, own, None if own else asked, danger, count, before)


def case_of(edition: Edition, answers: Answers, *, day: date, known) -> Case:
    """The case that the answers come to; to what is still open nobody knows the answer."""
    interview = _interview(edition, answers, day, known)
    need = danger_of(interview, answers.given).need
    given = answers_for_need(edition, answers, need).given if need else answers.given
    while open_ := _next(edition, interview, given):
        given = {**given, open_.id: not_knowing(open_).id}
    return interview.case(given, answers.who)


def not_knowing(question) -> Option:
    """The option of somebody who does not know: the last one."""
    return question.options[-1]


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


def _before(edition, told, question):
    """Ids of the answered questions that had a page of their own before this one, or before the end."""
    order = [one.id for one in edition.ruleset.base.questions]
    own = order[len(opening_questions(edition)):order.index(question.id) if question else None]
    return tuple(one.id for one, _ in told if one.id in own)


def _anew(interview, answers):
    """The question that is asked anew, where it still concerns what has been told, or its answer meant danger."""
    before = dict([answers.before]) if answers.before else {}
    told = interview.told(answers.given)
    asked = ((one, option_of(one, before)) for one in interview.ruleset.base.questions if one.id in before)
    return next((one for one, was in asked if is_asked_of(one, told) or was and was.danger), None)


def _next(edition, interview, given):
    """What is asked next, or None; worked out once for each set of answers."""
    return _QUESTIONS.of(edition, _key(interview, given), lambda: interview.next_question(given))


def _count(edition, interview, given, *, before):
    """How many questions there are, of which so many stand before the next; None: it is not sure that it is the last.
    """
    is_last = _COUNTS.of(edition, _key(interview, given), lambda: _is_last(edition, interview, given))
    return before + 1 if is_last else None


def _is_last(edition, interview, given):
    """Whether every answer to the next question, but those that end the questions by themselves, is the last needed."""
    question = _next(edition, interview, given)
    on = [one for one in question.options if not one.danger]
    return all(interview.is_settled({**given, question.id: one.id}) for one in on)


def _key(interview, given):
    return interview.area, interview.day, frozenset(interview.known.items()), frozenset(given.items())
