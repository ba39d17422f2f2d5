"""The sums of a quarter as they are published: every table with its small counts hidden, ready to be shown.

One table has all that can be added up: area × need group × reason, with every total, of regions and the nation. Of a
municipality only its total is told, since nearly all inside it would be hidden. LISTS tell beside it: counts from five
up, in steps of five, and only where every cell that they say something of is shown; so they tell nothing of what the
table hides. What became of questions has tables of its own.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from directory.journal import bounces
from directory.journal.codes import REASONS
from directory.journal.suppress import LEAST, TOTAL, Shown, Tree, add_up, flat, hide

FORMAT = 1  # of what is stored
OWN = "/-"  # after the id of an area: what was said of it as a whole, of none of those that lie within it
STEP = 5  # a listed count is told as the five that it is among: 5–9, 10–14
AGE_BORDER = "age_border"
DETAIL_FROM = 50  # bounces of an area in a quarter; of fewer only the total is told, since nearly all would be hidden
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
    """A count of a list: at least `least`, and fewer than STEP more; that many where it is `exact`."""

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
class Areas:
    """`leaf_of` says by area which leaf of the tree counts what is said of it."""

    tree: Tree
    leaf_of: Mapping[str, str]


NOTHING = Figures({}, {}, (), (), (), {}, {}, {})


def sums_of(rows: Iterable[Counted], within: Mapping[str, str | None]) -> dict[str, Any]:
    """What is stored of a quarter when it is published.

    :param within: by area the one that it lies within
    """
    by_measure = defaultdict(list)
    for row in rows:
        by_measure[row.measure].append(row)
    within = {**{row.area: None for rows in by_measure.values() for row in rows}, **within}
    regions = areas_of(within)
    cells = _hidden(by_measure[bounces.CELL], regions, flat(REASONS))
    parts = _parts(by_measure[bounces.ALL], within, regions, cells)
    lists = {one: _lists(by_measure[one], regions, cells) for one in LISTS}
    beside = {one: _by_area(_hidden(by_measure[one], regions)) for one in BESIDE}
    return {"format": FORMAT, "cells": _by_area(cells), "parts": parts, "lists": lists, **beside}


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


def _listed_as(row):
    return (row.one, "" if row.measure == bounces.RULE else row.other)


def _hidden(rows, areas, *more):
    """What is shown of a table by area and `one`, and by `other` where there is one more attribute."""
    trees = (areas.tree, flat({row.one for row in rows}), *more)
    counts: dict[tuple[str, ...], int] = defaultdict(int)
    for row in rows:
        counts[(areas.leaf_of[row.area], row.one, row.other)[:len(trees)]] += row.count
    return hide(add_up(counts, trees), trees, coarse_below=DETAIL_FROM if more else 0)


def _parts(rows, within, regions, cells):
    """By area the totals of those within it, where its own is told and none of theirs follows from it."""
    found = {area: {one: cells.get((one, TOTAL, TOTAL), 0) for one in below}
             for area, below in regions.tree.below.items()}
    counts: dict[str, dict] = defaultdict(lambda: defaultdict(int))
    for row in rows:
        region = regions.leaf_of[row.area]
        counts[region][row.area if row.area != region else region + OWN] += row.count
    for region, inside in counts.items():
        shown = _hidden_parts(inside)
        if isinstance(cells[region, TOTAL, TOTAL], int) and shown and set(inside) != {region + OWN}:
            found[region] = {one: 0 for one, parent in within.items() if parent == region} | shown
    return found


def _hidden_parts(inside):
    """What is shown of areas whose total is told; nothing where that would tell what is to be hidden."""
    tree = flat(inside)
    shown = hide(add_up({(one,): count for one, count in inside.items()}, (tree,)), (tree,))
    is_enough = isinstance(shown[(TOTAL,)], int)
    return {one: count for (one,), count in shown.items() if one != TOTAL} if is_enough else {}


def _by_area(shown):
    """The same by area, each a list of rows that end with what is shown; the total of all first."""
    found = defaultdict(list)
    for cell in sorted(shown, key=lambda one: ([key != TOTAL for key in one], one)):
        found[cell[0]].append([*cell[1:], shown[cell]])
    return dict(found)


def _lists(rows, regions, cells):
    """The listed counts by area: those of five and more that are part of nothing hidden."""
    counts: dict[str, dict] = defaultdict(lambda: defaultdict(int))
    for row in rows:
        for area in regions.tree.ways_up[regions.leaf_of[row.area]]:
            counts[area][row.measure, *_listed_as(row)] += row.count
    found = defaultdict(list)
    for area, listed in counts.items():
        groups = {cell[1] for cell in cells if cell[0] == area} - {TOTAL}
        for (measure, *key), count in sorted(listed.items(), key=lambda one: (-one[1], one[0])):
            whole = _part_of(measure, key, groups)
            if count >= LEAST and whole and all(isinstance(cells.get((area, *one)), int) for one in whole):
                found[area].append([*key, count - count % STEP])
    return dict(found)


def _part_of(measure, key, groups):
    """The cells of an area that a listed count says something of: each by need group and reason.

    A rule is for some needs, which the journal does not know: so it may say something of any group that is told.
    """
    if measure == bounces.BORDER:
        return [(TOTAL, TOTAL), (key[1], AGE_BORDER)]
    if measure == bounces.RULE:
        return [(group, TOTAL) for group in groups]
    return [(TOTAL, TOTAL)]


def areas_of(within: Mapping[str, str | None]) -> Areas:
    """Regions and the nation as an attribute, with a leaf for what is said of the nation as a whole."""
    ways = {area: _way_up(area, within)[::-1] for area in within}
    above = {area: parent for way in ways.values() for area, parent in zip(way[:2], (None, *way[:1]), strict=False)}
    split = {parent for parent in above.values() if parent is not None}
    leaf_of = {area: way[min(len(way), 2) - 1] for area, way in ways.items()}
    return Areas(Tree({**above, **{area + OWN: area for area in sorted(split)}}),
                 {area: leaf + OWN if leaf in split else leaf for area, leaf in leaf_of.items()})


def _way_up(area, within):
    way = [area]
    while (parent := within.get(way[-1])) is not None and parent not in way:
        way.append(parent)
    return way
