"""The pages of questions and of urgent numbers, as values that their templates read and nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass

from directory.i18n import pick
from directory.rules.model import ACUTE, AGE, LEVEL, NATION, NEED, UNKNOWN
from directory.web.contacts import UnitCard, unit_card
from directory.web.public.forms import WHO, Answers, years


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    name: str
    chosen: bool = False
    inside: str = ""  # the heading it stands under


@dataclass(frozen=True, slots=True)
class StartPage:
    """The questions, each with its choices; `missing` are those that were sent without an answer, which is `told`."""

    areas: tuple[Choice, ...]
    needs: Mapping[str, tuple[Choice, ...]]
    ages: tuple[Choice, ...]
    levels: tuple[Choice, ...]
    urgencies: tuple[Choice, ...]
    askers: tuple[Choice, ...]
    fits: tuple[Choice, ...]
    missing: tuple[str, ...]
    told: bool
    hidden: tuple[tuple[str, str], ...]  # the answers so far, for the same page in another language


def start_page(edition, answers: Answers, language, *, words, told=False):
    """The page of questions, with the answers so far.

    :param words: the words for "I do not know", and those for each kind of asker by id
    :param told: whether to say which answers are missing
    """
    unknown, askers = words
    catalogue, inputs = edition.catalogue, edition.inputs

    def choices(field, pairs):
        return tuple(Choice(value, name, answers.get(field) == value) for value, name in pairs)

    def named(field):
        words = catalogue.inputs[field]
        return [(value, pick(text, language)) for value, text in words.values.items()]

    needs = {pick(group.name, language): choices(NEED, [(one.id, pick(one.name, language)) for one in
                                                        catalogue.needs.values() if one.group == group.id])
             for group in catalogue.groups.values()}
    return StartPage(
        tuple(_area_choice(area, answers, catalogue, language) for area in _areas(edition)), needs,
        choices(AGE, [*((str(year), str(year)) for year in years(inputs)), (UNKNOWN, unknown)]),
        choices(LEVEL, [*named(LEVEL), (UNKNOWN, unknown)]), choices(ACUTE, named(ACUTE)),
        tuple(Choice(one, name, (answers.get(WHO) or next(iter(askers))) == one) for one, name in askers.items()),
        tuple(Choice(one.id, pick(one.name, language), one.id in answers.checked) for one in catalogue.inputs.values()
              if one.asked == "family"),
        answers.missing if told else (), told, answers.fields(),
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
