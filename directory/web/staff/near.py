"""Where the units of an agency are and how one reaches them: the area that is asked for first, then what it lies in."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from directory.catalogue import is_gone, opening_of
from directory.routing import Said, kinds_of
from directory.web.careful_card import careful_card
from directory.web.contacts import PhoneLine
from directory.web.fresh import state_of
from directory.web.once import once
from directory.web.staff.records import name_of

MOST_NAMED = 60  # units of an agency on its page; the rest is counted


@dataclass(frozen=True, slots=True)
class NearUnit:
    """A unit in a list. `state`: confirmed, overdue or unconfirmed; `open`: now, None where no hours are known."""

    id: str
    name: Said
    state: str
    phone: PhoneLine | None
    open: bool | None


@dataclass(frozen=True, slots=True)
class NearArea:
    """The units of an agency in an area, and how many `more` there are that are not named."""

    id: str
    name: str
    units: tuple[NearUnit, ...]
    more: int


def near_unit(unit, language, *, now: datetime):
    """A unit as a list shows it.

    :param now: the time in Sweden
    """
    card = careful_card(unit, language, day=now.date())
    return NearUnit(unit.id, name_of(unit, language), state_of(unit, now.date()), next(iter(card.phones), None),
                    opening_of(unit, now).open)


def by_agency(edition):
    """Every unit by its agency, for there may be sixty thousand of them."""
    def gathered(_day):
        found = defaultdict(list)
        for unit in (*edition.catalogue.national.values(), *edition.catalogue.units.values()):
            found[unit.agency].append(unit)
        return dict(found)
    return once("units by agency", gathered)


def units_near(edition, area, agencies, *, words, now: datetime):
    """The units of some agencies that have not closed: in the nation all, elsewhere those of the area and above it.

    :param area: an area of the rules; the units that it binds are among them
    :param now: the time in Sweden
    """
    catalogue = edition.catalogue
    chain = catalogue.areas_above(area.id)
    found = [unit for unit in _units_of(edition, area, agencies)
             if (area.parent is None or unit.area in chain) and not is_gone(unit, now.date())]
    places = defaultdict(list)
    for unit in found:
        places[unit.area].append(unit)
    order = [one for one in (chain if area.parent else catalogue.areas) if one in places]
    most = MOST_NAMED if area.parent or len(found) <= MOST_NAMED else 0  # in the nation all of them or none
    return tuple(_near_area(one, places[one], most, words=words, now=now) for one in order)


def _near_area(area, units, most, *, words, now):
    named = tuple(near_unit(one, words.language, now=now) for one in units[:most])
    return NearArea(area, words.area(area), named, len(units) - len(named))


def _units_of(edition, area, agencies):
    """The units of some agencies, and those that an area binds to kinds of them, each once."""
    kinds = {kind for agency in agencies for kind in kinds_of(area, agency)}
    bound = [edition.catalogue.unit(one) for kind in kinds if kind in area.binds for one in area.binds[kind].units]
    known = [unit for agency in agencies for unit in by_agency(edition).get(agency, ())]
    return list({unit.id: unit for unit in (*bound, *known) if unit}.values())
