"""Which kinds of unit can take a question over: those with a desk that confirms, and whose work is to go on with it."""

from directory.ages import Ages
from directory.editions import Edition, Memory
from directory.routing.journey import ruled_area
from directory.rules.model import MEETING

ANSWERABLE = {"kommun", "region"}  # who has a duty to go on with a child's question; others answer, or decide one thing
ACUTE = {"akut"}  # the levels of who sees a child once, and has no list on which a question waits
_KINDS = Memory()


def holding_kinds(edition: Edition, area, *, ages: Ages | None = None):
    """The ids of the kinds of unit to which a question may be handed over in an area, or given by a meeting.

    :param ages: those that it is about: left out are the kinds that take nobody of them
    """
    here = ruled_area(edition, area)
    kinds = _KINDS.of(edition, here.id, lambda: tuple(
        one.id for one in here.units.values() if _holds(edition.catalogue, one)))
    return kinds if ages is None else tuple(one for one in kinds if _takes(here.units[one], ages))


def _takes(unit, ages):
    return unit.ages is None or bool(unit.ages.common(ages))


def _holds(catalogue, unit):
    """Whether a kind of unit does; one that the catalogue does not know stands in the rules of its area alone."""
    if unit.process or unit.id == MEETING or unit.id in catalogue.national:
        return False
    agency = catalogue.agencies.get(unit.id) or catalogue.agencies.get(unit.kind_of)
    return agency is None or bool(ANSWERABLE & set(agency.organization)) and not agency.levels <= ACUTE
