"""The page of a real unit: how to reach it, for whom which number is, how sure that is, and when it receives."""

from dataclasses import dataclass

from directory.ages import MONTHS, Ages
from directory.catalogue import PROFESSIONALS, is_ahead, is_gone, opening_of
from directory.routing import Received, Said, Words, kinds_bound, received_by
from directory.web.areas import area_asked
from directory.web.careful_card import careful_card
from directory.web.contacts import PhoneLine, UnitCard
from directory.web.fresh import state_of
from directory.web.hours import hours_lines, moment_text
from directory.web.notes import SourceNote, day_text, source_notes
from directory.web.staff.records import Link, link_to, name_of
from directory.web.staff.words import ages_text


@dataclass(frozen=True, slots=True)
class There:
    """When it is there. `open`: now, None where no hours are known; `until`: when that changes.

    `first` and `last` are days, empty where they are not known: `ahead` it has not opened, `gone` it has closed.
    """

    hours: tuple[str, ...]
    open: bool | None
    until: str
    first: str
    last: str
    ahead: bool
    gone: bool


@dataclass(frozen=True, slots=True)
class UnitPage:
    """`state`: confirmed, overdue or unconfirmed. `party`: to the local agreement; None: nobody has said.

    `ages`: those that it takes, where it says so itself; else "", and they are those of the agency.
    `card` has the numbers for everybody, `professionals` those for staff alone. `asked`: the area as addresses say it.
    `here`: the address of the page, for a QR code.
    """

    id: str
    name: Said
    agency: Link | None
    area: str
    asked: str
    owner: str | None
    party: bool | None
    ages: str
    state: str
    card: UnitCard
    professionals: tuple[PhoneLine, ...]
    url: str | None
    there: There
    deputy: Link | None
    received: tuple[Received, ...]
    sources: tuple[SourceNote, ...]
    here: str
    edition: str


def unit_page(edition, unit, *, language, now, here):
    """The page of a unit.

    :param now: the time in Sweden
    :param here: the address of the page
    """
    area = area_asked(edition.ruleset, unit.area) or area_asked(edition.ruleset, "")
    words, catalogue, day = Words(edition.catalogue, language, area.units), edition.catalogue, now.date()
    state = state_of(unit, day)
    card, staff = (careful_card(unit, language, day=day, **more) for more in ({}, {"audience": PROFESSIONALS}))
    return UnitPage(
        unit.id, name_of(unit, language), link_to(catalogue, unit.agency, language), words.area(unit.area),
        area.id if area.parent else "", unit.organization, unit.party,
        _ages(catalogue, unit, words), state, card, staff.phones, unit.url,
        _there(unit, opening_of(unit, now), now, language),
        link_to(catalogue, unit.when_closed, language) if unit.when_closed else None,
        received_by(edition.ruleset, area, _kinds(catalogue, area, unit), words=words, day=day),
        source_notes(unit.sources, edition.ruleset.base.sources, language=language, day=day), here, edition.id,
    )


def _ages(catalogue, unit, words):
    if unit.minimum_age is None and unit.maximum_age is None:
        return ""
    kind = catalogue.agencies[unit.agency].ages
    first = kind.first if unit.minimum_age is None else unit.minimum_age * MONTHS
    last = kind.last if unit.maximum_age is None else (unit.maximum_age + 1) * MONTHS - 1
    return ages_text(Ages(first, last), words)


def _there(unit, opening, now, language):
    day = now.date()
    return There(
        hours_lines(unit.schedules, language), opening.open, moment_text(opening.until, now, language),
        day_text(unit.opens_on), day_text(unit.closes_on), is_ahead(unit, day),
        is_gone(unit, day))


def _kinds(catalogue, area, unit):
    """The kinds of unit that it is to the rules: those it is bound to, or its agency for a national number."""
    national = catalogue.national.get(unit.agency)
    return {unit.agency} if national and national.id == unit.id else kinds_bound(area, unit.id)
