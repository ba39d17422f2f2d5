"""Where to turn, as a card on a page; and who knows a number that the catalogue does not."""

import re
from dataclasses import dataclass

from directory.i18n import DEFAULT
from directory.routing import Said, kind_name, said
from directory.web.contacts import UnitCard

MUNICIPALITY = "kommun"  # the organization in the catalogue whose units a municipality's switchboard knows
KNOWS_CARE = "1177"  # who knows the units of a region: their agency, and their number
ASSOCIATION = "civilsamhalle"  # the organization of whoever owes nobody anything
REGION, POLICE = "region", "polis"  # the organization whose units 1177 knows; the agency with a number of its own
ITS_OWN_WORDS = ("sv", "ll", "en")  # languages in which no name of a unit is followed by its translation
_BRACKET = re.compile(r"\s*\(([^)]*)\)$")


@dataclass(frozen=True, slots=True)
class Desk:
    """Where to turn. `own`: whose unit it is; `ask`: who knows their number where none can be rung: municipality, 1177,
    their own website. `sample`: one of its units has a number that nobody has confirmed. `called`: its name in a h1.

    `ring`: where there is danger and no number that can be rung, whom to ring instead: municipality, 1177, police.
    `by_day`: whether offices are open now; None: that is not known. `twin`: `called` in Swedish, where nobody has
    reviewed the page's language. `is_public`: who runs it owes an interpreter.
    """

    name: Said
    units: tuple[UnitCard, ...]
    own: str | None
    lost: UnitCard | None
    ask: str | None
    ring: str | None = None
    twin: Said | None = None
    sample: bool = False
    called: Said | None = None
    by_day: bool | None = None
    is_public: bool = True


@dataclass(frozen=True, slots=True)
class Step:
    """A unit, and what it does or why the question comes to it."""

    unit: Said
    text: Said | None


def numbers_of(desk: Desk):
    """The numbers that can be rung in a card, of its units and of whoever knows theirs."""
    return numbers_on(*desk.units, desk.lost).union(one for one in (desk.ask, desk.ring) if one == KNOWS_CARE)


def numbers_on(*cards):
    """The numbers on some cards that can be rung; a card may be None."""
    return frozenset(one.dial for card in cards if card for one in card.phones if one.dial)


def called(kind, words) -> Said:
    """The name of a kind of unit in a heading for families: without what stands in brackets after it, unless that is
    what the unit is called for short, or what its Swedish name means in another language.
    """
    name = kind_name(kind, words)
    aside = _BRACKET.search(name.text)
    agency = words.catalogue.agencies.get(kind)
    if aside is None or agency is None:
        return name
    if any(aside[1] == short.text for one in (words.language, DEFAULT) if (short := said(agency.short, one))):
        return name
    if words.language not in ITS_OWN_WORDS:
        return name
    return Said(name.text[:aside.start()], name.language)


def who_knows(kind, words):
    """Who can tell how to reach a kind of unit: 1177 for what a region runs, municipality, else their own website."""
    agency = _agency_of(kind, words)
    if agency is None or REGION in agency.organization:
        return KNOWS_CARE
    return "municipality" if MUNICIPALITY in agency.organization else "website"


def whom_to_ring(kind, words):
    """Whom to ring in danger for a kind of unit that has no number that can be rung: somebody who always answers."""
    agency = _agency_of(kind, words)
    if agency and agency.id == POLICE:
        return "police"
    is_municipal = agency and MUNICIPALITY in agency.organization and REGION not in agency.organization
    return "municipality" if is_municipal else KNOWS_CARE


def is_public(kind, words):
    """Whether municipality, region or state run a kind of unit, which then owe an interpreter; associations do not."""
    agency = _agency_of(kind, words)
    return agency is None or ASSOCIATION not in agency.organization


def _agency_of(kind, words):
    unit = words.units.get(kind)
    return words.catalogue.agencies.get(kind) or words.catalogue.agencies.get(unit.kind_of if unit else None)
