"""The pages of questions and of urgent numbers, as values that their templates read and nothing else."""

from dataclasses import dataclass

from directory.routing import Said, leads_to_needs, not_knowing, opening_questions, said, text_of
from directory.rules.model import ACUTE
from directory.web.alphabet import by_letter
from directory.web.askers import YOUTH, askers
from directory.web.contacts import NationalNumber, unit_card
from directory.web.public.forms import PLACE, WHO, Sent, can_be_true
from directory.web.public.own_words import WordsField, words_field


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    name: Said
    hint: Said | None = None
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """A question of the start page with its choices; `missing`: it was sent without an answer; `is_list`: short
    choices in a row, such as ages; `danger`: an answer may mean danger, and then no other is needed.
    """

    id: str
    text: Said
    choices: tuple[Choice, ...]
    missing: bool
    is_list: bool
    danger: bool


@dataclass(frozen=True, slots=True)
class StartPage:
    """Where, what everybody is asked at once, and who asks; `token`: of answers that are being changed, else None;
    `back`: the address of their answer; `danger`: one of them means danger.
    """

    places: tuple[Choice, ...]
    place_missing: bool
    asker_missing: bool
    fields: tuple[Field, ...]
    askers: tuple[Choice, ...]
    token: str | None
    back: str | None
    danger: bool


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """One question, the `number`th after the start, of `count` where that is sure. `back`: the address before; `told`:
    whether to say that an answer is missing; `words`: the field to answer it in own words, where one can; `danger`: an
    answer means danger, and `back` leads to what it says.

    The title has the number alone: titles stay in the browser's history.
    """

    token: str
    number: int
    count: int | None
    text: Said
    hint: Said | None
    choices: tuple[Choice, ...]
    back: str
    told: bool
    words: WordsField | None
    danger: bool


@dataclass(frozen=True, slots=True)
class Further:
    """A question that can still change the answer that it stands beside."""

    token: str
    text: Said
    hint: Said | None
    choices: tuple[Choice, ...]


def start_page(edition, start, language, *, token=None, back=None, danger=False):
    """The start, with what has been chosen and what is missing."""
    missing = start.missing
    fields = tuple(_field(one, start.chosen.get(one.id), language, missing) for one in opening_questions(edition))
    return StartPage(_places(edition, start.chosen.get(PLACE), language), PLACE in missing, WHO in missing, fields,
                     _askers(start.chosen.get(WHO)), token, back, danger)


def _field(question, chosen, language, missing):
    options = question.options
    return Field(question.id, text_of(question.text, language), _choices(question, chosen, language),
                 question.id in missing, any(one.ages for one in options), any(one.danger for one in options))


def _askers(chosen):
    return tuple(Choice(one, Said(name), chosen=one == chosen) for one, name in askers().items())


def words_to(asker, record):
    """The text of a question or an option to somebody; to a child or young person their own, where there is one.

    :param asker: None on the start page, where nobody has said yet who they are
    """
    return record.youth if asker == YOUTH and record.youth else record.text


def question_page(step, answers, language, *, token, back, sent: Sent):
    """The page of the question that a step asks; an answer that is being changed is the one that is chosen.

    :param sent: what has been filled in already
    """
    question = step.asked
    was = sent.answer or (dict([answers.before]) if answers.before else {}).get(question.id)
    hint = text_of(question.hint, language)
    return QuestionPage(token, len(step.before) + 1, step.count, text_of(words_to(answers.who, question), language),
                        hint, _choices(question, was, language, answers.who, step.ages), back, bool(sent.told),
                        words_field(language, sent.words) if _takes_words(step) else None, step.danger)


def _takes_words(step):
    """Whether the question of a step can be answered in own words: of danger nobody is asked for more of them."""
    return leads_to_needs(step.asked) and not step.danger


def further(step, answers, language, *, token):
    """The question that stands beside the answer of a step, or None."""
    question = step.further
    if question is None:
        return None
    return Further(token, text_of(words_to(answers.who, question), language), text_of(question.hint, language),
                   _choices(question, None, language, answers.who, step.ages))


def _choices(question, chosen, language, asker=None, ages=None):
    return tuple(Choice(one.id, text_of(words_to(asker, one), language), text_of(one.hint, language), one.id == chosen)
                 for one in _in_order(question) if can_be_true(one, asker, ages))


def _in_order(question):
    """The options as they stand, from best to worst, but danger first; of a question on urgency all the worst first, so
    that nobody who is hurt reads first that it can wait. Not knowing is always last.
    """
    known = question.options[:-1]
    if any(ACUTE in one.sets for one in known):
        return (*reversed(known), not_knowing(question))
    return (*sorted(known, key=lambda one: not one.danger), not_knowing(question))


def _places(edition, chosen, language):
    """Every municipality of the country by name, and last the whole country for those who do not know."""
    areas = edition.catalogue.areas.values()
    known = sorted((one for one in areas if one.kind == "municipality"), key=lambda one: by_letter(one.name["sv"]))
    nation = [one for one in areas if one.kind == "nation"]
    return tuple(Choice(one.id, said(one.name, language), None, one.id == chosen) for one in (*known, *nation))


@dataclass(frozen=True, slots=True)
class NowPage:
    """The national numbers."""

    numbers: tuple[NationalNumber, ...]


def now_page(edition, language):
    national = edition.catalogue.national.items()
    return NowPage(tuple(NationalNumber(agency, unit_card(one, language, danger=True)) for agency, one in national))


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
