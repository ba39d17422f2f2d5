"""Real units as hits: those whose own names hold the words, and those of the agencies that were found."""

from functools import reduce

from directory.catalogue import as_known, is_ahead, is_gone, is_overdue
from directory.search.hits import WHY_UNIT, WHY_UNIT_OF, Hit
from directory.search.index import Index
from directory.search.language import language

MOST_NAMED = 20  # units found by their own names
MOST_OF_HITS = 100  # units of agencies that were found
SHORTEST = 3  # letters of a word that a unit is found by


def named_units(index: Index, asked, *, area, day):
    """Hits of the units in an area whose names hold every word that tells something; the confirmed ones first."""
    known = language()
    empty = known.stop | known.filler | known.negations
    telling = [word for word in asked if len(word) >= SHORTEST and word not in empty]
    held = [index.units.named(word) | index.units.named(f"{word}s") for word in telling]
    numbers = reduce(frozenset.intersection, held) if held else frozenset()
    units = [index.catalogue.unit(index.units.ids[number]) for number in sorted(numbers)]
    return _as_hits([one for one in units if _lies_in(index, one, area)], WHY_UNIT, day)[:MOST_NAMED]


def units_of_hits(index: Index, hits, *, area, day):
    """Hits of the units that the agencies among some hits have in an area; without an area, anywhere."""
    areas = index.catalogue.areas_above(area) if area else index.catalogue.areas
    found = [index.catalogue.unit(unit) for hit in hits if hit.kind == "agency" for where in areas
             for unit in index.units.at(hit.id, where)]
    return _as_hits(found[:MOST_OF_HITS], WHY_UNIT_OF, day)


def _lies_in(index, unit, area):
    return area is None or unit.area in index.catalogue.areas_above(area)


def _as_hits(units, why, day):
    """Units that are there on a day, those first whose contact details are confirmed and not overdue."""
    there = [one for one in units if day is None or not (is_ahead(one, day) or is_gone(one, day))]
    return [Hit(one.id, "unit", one.name, 0.0, (why,)) for one in sorted(there, key=lambda one: _is_unsure(one, day))]


def _is_unsure(unit, day):
    """Whether nobody has confirmed a unit's contact details, or too long ago."""
    if day is None:
        return unit.assured_date is None
    return as_known(unit, day).assured_date is None or is_overdue(unit, day)
