"""What each public page shows, as values that its template reads and nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass

from directory.catalogue import Unit
from directory.i18n import pick
from directory.routing import Advice
from directory.rules.model import ACUTE, AGE, LEVEL, NATION, NEED, UNKNOWN
from directory.web.public.forms import WHO, Answers, years


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    name: str
    chosen: bool = False
    inside: str = ""  # the heading it stands under


@dataclass(frozen=True, slots=True)
class StartPage:
    """The questions, each with its choices; `missing` are those that were sent without an answer."""

    areas: tuple[Choice, ...]
    needs: Mapping[str, tuple[Choice, ...]]
    ages: tuple[Choice, ...]
    levels: tuple[Choice, ...]
    urgencies: tuple[Choice, ...]
    askers: tuple[Choice, ...]
    fits: tuple[Choice, ...]
    missing: tuple[str, ...]


def start_page(edition, answers: Answers, language, *, unknown, askers):
    """The page of questions, with the answers so far.

    :param unknown: the words for "I do not know"
    :param askers: the words for each kind of asker, by id
    """
    catalogue, inputs = edition.catalogue, edition.ruleset.base.inputs

    def choices(field, pairs):
        return tuple(Choice(value, name, answers.get(field) == value) for value, name in pairs)

    def named(field):
        words = catalogue.inputs[field]
        return [(value, pick(text, language)) for value, text in words.values.items()]

    needs = {pick(group.name, language): choices(NEED, [(need.id, pick(need.name, language)) for need in catalogue.needs.values()
                                                      if need.group == group.id]) for group in catalogue.groups.values()}
    return StartPage(
        tuple(_area_choice(area, answers, catalogue, language) for area in _areas(edition)), needs,
        choices(AGE, [*((str(year), str(year)) for year in years(inputs)), (UNKNOWN, unknown)]),
        choices(LEVEL, [*named(LEVEL), (UNKNOWN, unknown)]), choices(ACUTE, named(ACUTE)),
        tuple(Choice(one, name, (answers.get(WHO) or next(iter(askers))) == one) for one, name in askers.items()),
        tuple(Choice(name, pick(words.name, language), name in answers.checked) for name, words in catalogue.inputs.items()
              if words.asked == "family"),
        answers.missing,
    )


def _areas(edition):
    """Municipalities first, then regions and the whole country, each in the order of the alphabet."""
    tiers = {area.id: area.tier for area in edition.ruleset.areas.values()}
    known = [area for area in edition.catalogue.areas.values() if area.id in tiers]
    return sorted(known, key=lambda area: ("municipality", "region", "nation").index(tiers[area.id]))


def _area_choice(area, answers, catalogue, language):
    name = pick(area.name, language)
    return Choice(area.id, name, answers.get("area") == area.id, "nation" if area.kind == NATION else area.kind)


@dataclass(frozen=True, slots=True)
class Given:
    """An answer that was given, as the answer page repeats it: the question, the answer, the field's name and value."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class AnswerPage:
    """Whom to contact first, how, and what happens then."""

    advice: Advice
    name: str
    area: str
    units: tuple[Unit, ...]
    holder: str
    via: str | None
    via_units: tuple[Unit, ...]
    given: tuple[Given, ...]
    hidden: tuple[tuple[str, str], ...]  # the answers once more, for the way back
