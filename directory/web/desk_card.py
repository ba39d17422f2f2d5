"""Where to turn, as a card on a page; and who knows a number that the catalogue does not."""

from dataclasses import dataclass

from directory.routing import Said
from directory.web.contacts import UnitCard

MUNICIPALITY = "kommun"  # the organization in the catalogue whose units a municipality's switchboard knows
REGION, POLICE = "region", "polis"  # the organization whose units 1177 knows; the agency with a number of its own


@dataclass(frozen=True, slots=True)
class Desk:
    """Where to turn. `own`: whose unit it is; `ask`: who knows their number where none can be rung: municipality, 1177,
    their own website. `sample`: a number is shown that nobody has confirmed.

    `ring`: where there is danger and no number that can be rung, whom to ring instead: municipality, 1177, police.
    `twin`: its name in Swedish, where nobody has reviewed the page's language.
    """

    name: Said
    units: tuple[UnitCard, ...]
    own: str | None
    lost: UnitCard | None
    ask: str | None
    ring: str | None = None
    twin: Said | None = None
    sample: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """A unit, and what it does or why the question comes to it."""

    unit: Said
    text: Said | None


def who_knows(kind, words):
    """Who can tell how to reach a kind of unit: 1177 for what a region runs, municipality, else their own website."""
    agency = _agency_of(kind, words)
    if agency is None or REGION in agency.organization:
        return "1177"
    return "municipality" if MUNICIPALITY in agency.organization else "website"


def whom_to_ring(kind, words):
    """Whom to ring in danger for a kind of unit that has no number that can be rung: somebody who always answers."""
    agency = _agency_of(kind, words)
    if agency and agency.id == POLICE:
        return "police"
    is_municipal = agency and MUNICIPALITY in agency.organization and REGION not in agency.organization
    return "municipality" if is_municipal else "1177"


def _agency_of(kind, words):
    unit = words.units.get(kind)
    return words.catalogue.agencies.get(kind) or words.catalogue.agencies.get(unit.kind_of if unit else None)
