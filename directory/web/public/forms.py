"""What a family sends, read and checked against what the edition knows. Nothing of it is kept."""

from dataclasses import dataclass, replace

from directory.personal_numbers import holds_personal_number
from directory.routing import Answers, area_with_rules, opening_questions
from directory.rules.model import NATION
from directory.rules.told import option_of
from directory.web.askers import ASKERS

PLACE, WHO, ANSWER, WORDS, NEED = "place", "who", "answer", "words", "need"
SWITCH = "switch"  # the field of the buttons that show a form in another language with what stands in it


@dataclass(frozen=True, slots=True)
class Start:
    """What the start page sent. `missing` are its fields without an answer that there is; `chosen` the others."""

    chosen: dict
    missing: tuple[str, ...]

    def answers(self):
        """What was chosen as answers, with "" for a place or an asker that is missing."""
        given = {name: value for name, value in self.chosen.items() if name not in (PLACE, WHO)}
        return Answers(self.chosen.get(PLACE, ""), self.chosen.get(WHO, ""), given)


@dataclass(frozen=True, slots=True)
class Sent:
    """What a form of a later page sent: an answer, own words, one of the needs they may mean, each "" where there is
    none. `told`: what is said of that where the form is shown once more.
    """

    answer: str = ""
    words: str = ""
    need: str = ""
    told: str | None = None

    def to_show(self):
        """The same without words that hold a personal number."""
        return replace(self, words="") if holds_personal_number(self.words) else self


def read_sent(form):
    """The fields of a question page, or of what own words were found to mean."""
    return Sent(*(form.get(one, "").strip() for one in (ANSWER, WORDS, NEED)))


def read_start(form, edition):
    """The fields of the start page; what is no choice of it counts as not answered.

    An answer that means danger needs no other: who has not said where gets what holds in the whole country, and nobody
    is asked who they are.
    """
    options = {question.id: option_of(question, form) for question in opening_questions(edition)}
    chosen = chosen_on_start(form, edition)
    if any(option and option.danger for option in options.values()):
        return Start({PLACE: _nation(edition), **chosen}, ())
    return Start(chosen, tuple(one for one in (PLACE, *options, WHO) if one not in chosen))


def chosen_on_start(form, edition):
    """The fields of the start page that hold one of its choices."""
    options = {question.id: option_of(question, form) for question in opening_questions(edition)}
    chosen = {one: option.id for one, option in options.items() if option}
    if form.get(WHO) in ASKERS:
        chosen[WHO] = form[WHO]
    if area_with_rules(edition, form.get(PLACE, "")):
        chosen[PLACE] = form[PLACE]
    return chosen


def _nation(edition):
    return next(one.id for one in edition.catalogue.areas.values() if one.kind == NATION)


def still_holds(edition, answers: Answers):
    """The answers without what this edition does not know any more; a place or an asker that it does not know is ""."""
    place = answers.place if area_with_rules(edition, answers.place) else ""
    who = answers.who if answers.who in ASKERS else ""
    given = _believed(edition, answers.given, who)
    before = tuple(_believed(edition, dict([answers.before]), who).items()) if answers.before else ()
    return Answers(place, who, given, before[0] if before else None)


def _believed(edition, given, who):
    """The answers that there are, without those that cannot be true of who asks: they are asked once more."""
    found = [(one, option_of(one, given)) for one in edition.ruleset.base.questions]
    ages = next((option.ages for _, option in reversed(found) if option and option.ages), None)
    return {one.id: option.id for one, option in found if option and can_be_true(option, who, ages)}


def can_be_true(option, who, ages):
    """Whether an option can be true of who asks.

    :param ages: the ages that the answers leave; None where they tell of none
    """
    is_of_age = not (ages and option.only_at) or option.only_at.common(ages) is not None
    return is_of_age and who not in option.not_from
