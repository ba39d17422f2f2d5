"""What a family sends, read and checked against what the edition knows. Nothing of it is kept."""

from dataclasses import dataclass

from directory.routing import Answers, area_with_rules, opening_questions
from directory.rules.model import NATION
from directory.rules.told import option_of

ASKERS = ("guardian", "youth", "other")  # a guardian, a child or young person, somebody who works with them
YOUTH, STAFF = ASKERS[1:]
PLACE, WHO, ANSWER = "place", "who", "answer"


@dataclass(frozen=True, slots=True)
class Start:
    """What the start page sent. `missing` are its fields without an answer that there is; `chosen` the others."""

    chosen: dict
    missing: tuple[str, ...]

    def answers(self):
        given = {name: value for name, value in self.chosen.items() if name not in (PLACE, WHO)}
        return Answers(self.chosen[PLACE], self.chosen[WHO], given)


def read_start(form, edition):
    """The fields of the start page; what is no choice of it counts as not answered.

    An answer that means danger needs no other: who has not said where gets what holds in the whole country.
    """
    options = {question.id: option_of(question, form) for question in opening_questions(edition)}
    chosen = {one: option.id for one, option in options.items() if option}
    chosen[WHO] = form[WHO] if form.get(WHO) in ASKERS else ASKERS[0]
    if area_with_rules(edition, form.get(PLACE, "")):
        chosen[PLACE] = form[PLACE]
    if any(option and option.danger for option in options.values()):
        return Start({PLACE: _nation(edition), **chosen}, ())
    return Start(chosen, tuple(one for one in (PLACE, *options) if one not in chosen))


def _nation(edition):
    return next(one.id for one in edition.catalogue.areas.values() if one.kind == NATION)


def still_holds(edition, answers: Answers):
    """The answers without what this edition does not know any more; None where it does not know the place."""
    if not area_with_rules(edition, answers.place) or answers.who not in ASKERS:
        return None
    known = {one.id: one for one in edition.ruleset.base.questions}
    given = {one: option for one, option in answers.given.items()
             if one in known and option_of(known[one], answers.given)}
    return Answers(answers.place, answers.who, given, answers.before)
