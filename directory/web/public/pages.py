"""The pages of questions and of urgent numbers, as values that their templates read and nothing else."""

from dataclasses import dataclass

from flask_babel import gettext as _

from directory.routing import Said, opening_questions, said, text_of
from directory.rules.model import ANY
from directory.web.contacts import UnitCard, unit_card
from directory.web.public.forms import ASKERS, PLACE, STAFF, WHO, YOUTH

LETTERS = str.maketrans("åäö", "{|}")  # which stand after z in Swedish


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    name: Said
    hint: Said | None = None
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """A question of the start page with its choices; `missing`: it was sent without an answer."""

    id: str
    text: Said
    choices: tuple[Choice, ...]
    missing: bool


@dataclass(frozen=True, slots=True)
class StartPage:
    """Where, what everybody is asked at once, and who asks; `token`: of answers that are being changed, else None."""

    places: tuple[Choice, ...]
    place_missing: bool
    fields: tuple[Field, ...]
    askers: tuple[Choice, ...]
    token: str | None


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """One question, the `number`th. `back`: the address before; `told`: whether to say that an answer is missing;
    `words`: whether it can be answered in own words.

    The title has the number alone: titles stay in the browser's history.
    """

    token: str
    number: int
    text: Said
    hint: Said | None
    choices: tuple[Choice, ...]
    back: str
    told: bool
    words: bool


def start_page(edition, start, language, *, told=False, token=None):
    """The start, with what has been chosen.

    :param told: whether to say which answers are missing
    """
    def missing(one):
        return told and one in start.missing

    fields = tuple(
        Field(one.id, text_of(one.text, language), _choices(one, start.chosen.get(one.id), language), missing(one.id))
        for one in opening_questions(edition))
    return StartPage(_places(edition, start.chosen.get(PLACE), language), missing(PLACE), fields,
                     _askers(start.chosen.get(WHO, ASKERS[0])), token)


def askers():
    """The words for each kind of asker, by id."""
    return {"guardian": _("I am a parent or somebody close"), YOUTH: _("I am a child or young myself"),
            STAFF: _("I work with children")}


def _askers(chosen):
    return tuple(Choice(one, Said(name), chosen=one == chosen) for one, name in askers().items())


def words_to(asker, record):
    """The text of a question or an option to somebody; to a child or young person their own, where there is one.

    :param asker: None on the start page, where nobody has said yet who they are
    """
    return record.youth if asker == YOUTH and record.youth else record.text


def question_page(step, answers, language, *, token, back, told=False):
    """The page of the question of a step; an answer that is being changed is the one that is chosen."""
    question = step.question
    was = dict([answers.before]) if answers.before else {}
    hint = text_of(question.hint, language)
    return QuestionPage(token, len(step.answered) + 1, text_of(words_to(answers.who, question), language), hint,
                        _choices(question, was.get(question.id), language, answers.who), back, told,
                        leads_to_needs(question))


def leads_to_needs(question):
    """Whether a question asks of everybody what it is about: own words can answer that as well."""
    return question.when == ANY and all(one.needs for one in question.options)


def _choices(question, chosen, language, asker=None):
    return tuple(Choice(one.id, text_of(words_to(asker, one), language), text_of(one.hint, language),
                        one.id == chosen) for one in question.options)


def _places(edition, chosen, language):
    """Every municipality of the country by name, and last the whole country for those who do not know."""
    areas = edition.catalogue.areas.values()
    known = sorted((one for one in areas if one.kind == "municipality"), key=lambda one: _order(one.name["sv"]))
    nation = [one for one in areas if one.kind == "nation"]
    return tuple(Choice(one.id, said(one.name, language), None, one.id == chosen) for one in (*known, *nation))


def _order(name):
    return name.lower().translate(LETTERS)


@dataclass(frozen=True, slots=True)
class NowNumber:
    agency: str
    unit: UnitCard


@dataclass(frozen=True, slots=True)
class NowPage:
    """The national numbers, each with the agency that it is the number of."""

    numbers: tuple[NowNumber, ...]


def now_page(edition, language):
    national = edition.catalogue.national.items()
    return NowPage(tuple(NowNumber(agency, unit_card(one, language, danger=True)) for agency, one in national))


@dataclass(frozen=True, slots=True)
class AboutPage:
    edition: str


@dataclass(frozen=True, slots=True)
class PrivacyPage:
    """What is asked for, kept and sent: nothing. The words stand in the template."""


@dataclass(frozen=True, slots=True)
class AwayPage:
    """The neutral page after the quick exit. `to`: where somebody who wants to go on was going."""

    to: str


@dataclass(frozen=True, slots=True)
class SafePage:
    """What the quick exit hides and what it does not. `leave_to`: the host that it leads to."""

    leave_to: str
