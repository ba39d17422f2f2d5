"""The sums of a quarter as they are published: every table with its small counts hidden, ready to be shown.

One table has all that can be added up: need group × reason of each region, with every total; the nation adds up what
is told of its regions. Of a municipality only its total is told. LISTS tell beside it: counts from five up, in steps of
five, of which the table says already that there are so many; so they tell nothing of what it hides. What became of
questions has tables of its own.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from directory.journal import bounces
from directory.journal.suppress import TOTAL, Between, Shown, added, told_of

FORMAT = 1  # of what is stored
OWN = "/-"  # after the id of an area: what was said of it as a whole, of none of those that lie within it
STEP = 5  # a listed count is told in whole steps: at least 5, at least 10
AGE_BORDER = "age_border"
LISTS = (bounces.PAIR, bounces.RULE, bounces.BORDER)
BESIDE = (bounces.HELD, bounces.MEETING, bounces.REFUSED)


@dataclass(frozen=True, slots=True)
class Counted:
    """A row of what is counted; `one` and `other` are what its measure says."""

    area: str
    measure: str
    one: str
    other: str
    count: int


@dataclass(frozen=True, slots=True)
class Listed:
    """A count of a list: at least `least`; that many where it is `exact`."""

    one: str
    other: str
    least: int
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Figures:
    """What is told of an area in a quarter. `cells` by need group and reason, TOTAL for all; inside a table that is
    told what is zero is left out, and without a total nothing is told.

    `parts` are the totals of the areas within it. The others are lists, and tables by a word of their measure.
    """

    cells: Mapping[tuple[str, str], Shown]
    parts: Mapping[str, Shown]
    pairs: tuple[Listed, ...]
    rules: tuple[Listed, ...]
    borders: tuple[Listed, ...]
    held: Mapping[str, Shown]
    meetings: Mapping[str, Shown]
    refused: Mapping[str, Shown]

    @property
    def total(self):
        return self.cells.get((TOTAL, TOTAL))


@dataclass(frozen=True, slots=True)
class Regions:
    """`of`: by area the region that counts what is said of it; `parts`: by nation its regions, its own first."""

    of: Mapping[str, str]
    parts: Mapping[str, Sequence[str]]


NONE = Between(0, 0)
NOTHING = Figures({}, {}, (), (), (), {}, {}, {})


def sums_of(rows: Iterable[Counted], within: Mapping[str, str | None]) -> dict[str, Any]:
    """What is stored of a quarter when it is published.

    :param within: by area the one that it lies within
    """
    by_measure = defaultdict(list)
    for row in rows:
        by_measure[row.measure].append(row)
    within = {**{row.area: None for rows in by_measure.values() for row in rows}, **within}
    regions = regions_of(within)
    told = _told(by_measure[bounces.CELL], regions)
    parts = _parts(by_measure[bounces.ALL], within, regions, told)
    lists = {one: _lists(by_measure[one], regions, told) for one in LISTS}
    beside = {one: _as_rows(_told(by_measure[one], regions)) for one in BESIDE}
    return {"format": FORMAT, "cells": _as_rows(told), "parts": parts, "lists": lists, **beside}


def total_of(sums: Mapping[str, Any], area, *, above=None):
    """The total of an area in a published quarter; None where it is not told.

    :param above: the area that it lies within
    """
    cells = sums["cells"].get(area)
    return cells[0][-1] if cells else sums["parts"].get(above, {}).get(area, None if above else 0)


def figures_of(sums: Mapping[str, Any], area, *, above=None, most=None) -> Figures:
    """What a published quarter tells of an area.

    :param above: the area that it lies within
    :param most: lines of each list
    """
    cells = {(group, reason): shown for group, reason, shown in sums["cells"].get(area, ())}
    total = total_of(sums, area, above=above)
    if total is not None:
        cells[TOTAL, TOTAL] = total
    pairs, rules, borders = (tuple(Listed(*row) for row in sums["lists"][one].get(area, ())[:most]) for one in LISTS)
    held, meetings, refused = (dict(sums[one].get(area, ())) for one in BESIDE)
    return Figures(cells, sums["parts"].get(area, {}), pairs, rules, borders, held, meetings, refused)


def _blocks(rows, regions):
    """By region what is counted there: by need group and reason, or by `one` where the measure has no other."""
    blocks = defaultdict(lambda: defaultdict(int))
    for row in rows:
        blocks[regions.of[row.area]][(row.one, row.other) if row.other else (row.one,)] += row.count
    return blocks


def _told(rows, regions):
    """What is told of each region by cell, and of the nation, which adds up what is told of its regions."""
    told = {region: told_of(block) for region, block in _blocks(rows, regions).items()}
    for nation in regions.parts:
        if within := [told[region] for region in regions.parts[nation] if region in told]:
            told[nation] = added(within)
    return told


def _total(told, area):
    return told[area][TOTAL, TOTAL] if area in told else NONE


def _parts(rows, within, regions, told):
    """By area the totals of those within it. Of a region's they are told where its own total is, and where theirs are
    told together: then neither says more of the other.
    """
    found = {nation: {one: _total(told, one).shown for one in below} for nation, below in regions.parts.items()}
    counts: dict[str, dict] = defaultdict(lambda: defaultdict(int))
    for row in rows:
        region = regions.of[row.area]
        counts[region][(row.area if row.area != region else region + OWN,)] += row.count
    for region, inside in counts.items():
        shown = told_of(inside)
        if _total(told, region).is_exact and shown.pop((TOTAL,)).is_exact and set(inside) != {(region + OWN,)}:
            zero = {one: 0 for one, parent in within.items() if parent == region}
            found[region] = zero | {one: count.shown for (one,), count in shown.items()}
    return found


def _as_rows(told):
    """The same as it is stored: by area lists of rows that end with what is shown; the total of all first."""
    return {area: [[*cell, cells[cell].shown] for cell in sorted(cells, key=lambda one: (
        [key != TOTAL for key in one], one))] for area, cells in sorted(told.items())}


def _lists(rows, regions, told):
    """The listed counts by area, most first; the nation's add up those of its regions."""
    counts: dict[str, dict] = defaultdict(lambda: defaultdict(lambda: defaultdict(int)))
    for row in rows:
        name, cell = _listed_as(row)
        counts[regions.of[row.area]][name][cell] += row.count
    found = {region: _listed(names, told.get(region, {})) for region, names in counts.items()}
    for nation, below in regions.parts.items():
        found[nation] = _added(found.get(region, {}) for region in below)
    return {area: [[*name, least] for name, least in sorted(listed.items(), key=lambda one: (-one[1], one[0]))]
            for area, listed in found.items() if listed}


def _listed(names, told):
    """What is told of listed counts: in whole steps, and together never more than the cells that they are part of are
    told to be at least. So they would look the same, were a small count another.
    """
    left = {cell: one.least for cell, one in told.items()}
    found = {}
    for name, counts in sorted(names.items(), key=lambda one: (-sum(one[1].values()), one[0])):
        sure = 0
        for cell, count in counts.items():
            taken = min(count, left.get(cell, 0))
            left[cell] = left.get(cell, 0) - taken
            sure += taken
        if sure >= STEP:
            found[name] = sure - sure % STEP
    return found


def _added(listed):
    found: dict[tuple[str, str], int] = defaultdict(int)
    for names in listed:
        for name, least in names.items():
            found[name] += least
    return found


def _listed_as(row):
    """What a row is listed as, and the cell that it is part of."""
    if row.measure == bounces.BORDER:
        return (row.one, row.other), (row.other, AGE_BORDER)
    if row.measure == bounces.RULE:
        return (row.one, ""), (row.other, TOTAL)
    return (row.one, row.other), (TOTAL, TOTAL)


def regions_of(within: Mapping[str, str | None]) -> Regions:
    """Which region each area counts in: what is said of the nation as a whole counts in one of its own."""
    ways = {area: _way_up(area, within)[::-1] for area in within}
    parts: dict[str, list[str]] = {}
    for way in ways.values():
        if len(way) > 1 and way[1] not in parts.setdefault(way[0], [way[0] + OWN]):
            parts[way[0]].append(way[1])
    return Regions({area: way[1] if len(way) > 1 else area + OWN if area in parts else area
                    for area, way in ways.items()}, parts)


def _way_up(area, within):
    way = [area]
    while (parent := within.get(way[-1])) is not None and parent not in way:
        way.append(parent)
    return way
