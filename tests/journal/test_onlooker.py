"""An onlooker who has the program runs it over every table, and keeps those that would be published to the letter."""

import json
from collections import defaultdict
from itertools import product
from random import Random

import pytest

from directory.journal.sums import Counted, sums_of

REGIONS = {"land": None, "north": "land", "south": "land", "west": "land"}
TOWNS = {"land": None, "north": "land", "almby": "north", "byby": "north", "ceby": "north"}
CELLS = [(group, reason) for group in ("mind", "body") for reason in ("full", "wrong_level")]
PAIRS = [("school", "bup"), ("clinic", "bup"), ("school", "clinic")]


def reported(area, cell, count, *, pair=PAIRS[0], rule=""):
    """The rows that reports leave which are alike."""
    told = {"all": ("", ""), "cell": cell, "pair": pair, "rule": (rule, cell[0])}
    return [Counted(area, measure, *one, count) for measure, one in told.items() if one[0] or measure == "all"]


def published_alike(tables, rows_of, within):
    """The tables of which the same is published."""
    alike = defaultdict(list)
    for counts in tables:
        rows = [row for row in rows_of(counts) if row.count]
        alike[json.dumps(sums_of(rows, within), sort_keys=True)].append(counts)
    return [(json.loads(told), found) for told, found in alike.items()]


def in_areas(*areas):
    return lambda counts: [row for area, count in zip(areas, counts, strict=True)
                           for row in reported(area, CELLS[0], count)]


def in_cells(counts):
    return [row for cell, count in zip(CELLS, counts, strict=True) for row in reported("almby", cell, count)]


def narrow(alike):
    """The counts that are small, and of which the onlooker knows more than that, with the values that they may have."""
    return [(found[0], values) for _told, found in alike for column in zip(*found, strict=True)
            if min(values := set(column)) in range(1, 5) and values != {1, 2, 3, 4}]


def test_of_two_regions_no_small_number_is_found_out():
    tables = product(range(1, 13), repeat=2)

    assert narrow(published_alike(tables, in_areas("north", "south"), REGIONS)) == []


def test_of_three_regions_no_small_number_is_found_out():
    tables = product(range(1, 9), repeat=3)

    assert narrow(published_alike(tables, in_areas("north", "south", "west"), REGIONS)) == []


def test_of_four_regions_with_one_return_each_nobody_knows_that():
    regions = {**REGIONS, "east": "land"}
    tables = product(range(1, 5), repeat=4)

    (told, found), = published_alike(tables, in_areas("north", "south", "west", "east"), regions)

    assert len(found) == 4 ** 4 and told["parts"]["land"]["north"] == "1–4"
    assert told["cells"]["land"][0][-1] == "4–16"


def test_inside_a_region_no_small_number_is_found_out():
    tables = product((0, 1, 2, 3, 4, 5, 6), repeat=4)

    assert narrow(published_alike(tables, in_cells, REGIONS)) == []


@pytest.mark.parametrize("seed", range(40))
def test_beside_large_numbers_no_small_one_is_found_out(seed):
    chosen = Random(seed)
    base = [chosen.randint(1, 4), *(chosen.randint(1, 40) for _ in CELLS[1:])]
    free = [range(1, 5) if one < 5 else (one - 1, one, one + 1) for one in base]

    alike = published_alike(product(*free), in_cells, REGIONS)

    assert [one for one in narrow(alike) if tuple(base) == one[0]] == []
    assert all({counts[0] for counts in found} == {1, 2, 3, 4} for _told, found in alike if tuple(base) in found)


def test_of_towns_no_small_number_is_found_out():
    tables = product(range(0, 9), repeat=3)
    alike = published_alike(tables, in_areas("almby", "byby", "ceby"), TOWNS)

    told = [(one, found) for one, found in alike if one["parts"].get("north")]
    assert len(told) > 10 and narrow(told) == []


def towns_and_cells(counts):
    """Towns whose returns, one after the other, are for one reason and then for others."""
    cells = [cell for cell, count in zip(CELLS, counts[3:], strict=True) for _ in range(count)]
    towns = [town for town, count in zip(("almby", "byby", "ceby"), counts, strict=False) for _ in range(count)]
    return [row for town, cell in zip(towns, cells, strict=True) for row in reported(town, cell, 1)]


def test_towns_and_reasons_tell_nothing_of_each_other():
    tables = ((*towns, *cells) for towns in product(range(1, 6), repeat=3) for cells in product(range(1, 5), repeat=4)
              if sum(towns) == sum(cells))

    told = [(one, found) for one, found in published_alike(tables, towns_and_cells, TOWNS) if one["parts"].get("north")]

    assert told and narrow(told) == []


def listed(counts):
    """Two cells of one need group, of which a rule has so many: of the first as long as that lasts."""
    large, small, ruled = counts
    ruled = min(ruled, large + small)
    return [*reported("almby", CELLS[0], min(large, ruled), rule="R1"),
            *reported("almby", CELLS[0], large - min(large, ruled)),
            *reported("almby", CELLS[1], max(ruled - large, 0), rule="R1", pair=PAIRS[1]),
            *reported("almby", CELLS[1], small - max(ruled - large, 0), pair=PAIRS[2])]


def test_lists_tell_nothing_of_a_small_number():
    tables = product((9, 10), range(1, 5), range(0, 15))

    for _told, found in published_alike(tables, listed, REGIONS):
        assert {counts[1] for counts in found} == {1, 2, 3, 4}
