"""Small counts are hidden, and no sum that is shown tells one: checked against every table that there could be."""

from itertools import product

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from directory.journal.suppress import LEAST, SMALL, SOME, TOTAL, Tree, above, add_up, flat, hide

LAND = Tree({"land": None, "north": "land", "almby": "north", "byby": "north"})
TREES = (LAND, flat("ab"), flat("xy"))
PLAIN = (flat("pq"), flat("ab"))
COARSE_BELOW = 8  # an area that counts fewer tells its total alone


def counts_of(trees, *, most):
    """Tables of counts of the leaves; half of them zero."""
    leaves = list(product(*(tree.leaves for tree in trees)))
    count = st.one_of(st.just(0), st.integers(0, most))
    made = st.lists(count, min_size=len(leaves), max_size=len(leaves))
    return made.map(lambda found: {leaf: one for leaf, one in zip(leaves, found, strict=True) if one})


def allowed(shown, most):
    """The least and the most that a cell can be, by what is shown of it."""
    return {SMALL: (1, LEAST - 1), SOME: (1, most)}.get(shown, (shown, shown))


class Onlooker:
    """Knows what is shown of a table, all its sums, and from how many on an area tells more than its total.

    :param most: of a count that is not told at all; of one that is hidden it thinks of some more
    """

    def __init__(self, shown, trees, *, most, coarse_below=0):
        self.shown, self.most = shown, most
        told = {one[0] for one in shown if set(one[1:]) != {TOTAL}}
        self.leaves = [one for one in product(*(tree.leaves for tree in trees))
                       if one in shown or (one[0] not in told and (one[0], *(TOTAL for _ in one[1:])) in shown)]
        self.sums = {cell: {leaf for leaf in self.leaves if cell in above(leaf, trees)} for cell in shown}
        self.between = {cell: allowed(one, 9 * most) for cell, one in shown.items()}
        for cell, (low, high) in self.between.items():
            if coarse_below and set(cell[1:]) == {TOTAL}:
                self.between[cell] = (max(low, coarse_below), high) if cell[0] in told else (low, min(
                    high, coarse_below - 1))

    def may_be(self, cell, count, counts):
        """Whether there is a table that looks the same, in which a cell has a count.

        :param counts: the table as it is, near which one is looked for first
        """
        ranges = {leaf: self.between.get(leaf, (0, self.most)) for leaf in self.leaves}
        ranges = {leaf: (low, min(high, self.most + 8)) for leaf, (low, high) in ranges.items()}
        return self._fill(ranges, {**self.between, cell: (count, count)}, counts)

    def _fill(self, ranges, between, counts):
        ranges = self._narrowed(ranges, between)
        if not ranges:
            return False
        unsure = [leaf for leaf, (low, high) in ranges.items() if low < high]
        if not unsure:
            return True
        leaf = min(unsure, key=lambda one: ranges[one][1] - ranges[one][0])
        low, high = ranges[leaf]
        near = sorted(range(low, high + 1), key=lambda one: abs(one - counts.get(leaf, 0)))
        return any(self._fill({**ranges, leaf: (one, one)}, between, counts) for one in near)

    def _narrowed(self, ranges, between):
        """What the leaves can still be by every sum, until no sum says more; empty where they can be nothing."""
        ranges, before = dict(ranges), None
        while before != ranges:
            before = dict(ranges)
            for cell, (least, most) in between.items():
                low = sum(ranges[leaf][0] for leaf in self.sums[cell])
                high = sum(ranges[leaf][1] for leaf in self.sums[cell])
                if low > most or high < least:
                    return {}
                for leaf in self.sums[cell]:
                    first, last = ranges[leaf]
                    ranges[leaf] = max(first, least - high + last), min(last, most - low + first)
                    low, high = low - first + ranges[leaf][0], high - last + ranges[leaf][1]
        return ranges


def told_by(counts, trees, *, most, coarse_below=0):
    """The hidden cells of which an onlooker can find out too much, with the values that they can have.

    A count below five must be able to be each of four, in a row: the leaves of the table all of one to four.
    """
    cells = add_up(counts, trees)
    shown = hide(cells, trees, coarse_below=coarse_below)
    onlooker, found = Onlooker(shown, trees, most=most, coarse_below=coarse_below), {}
    for cell in (one for one, count in shown.items() if isinstance(count, str)):
        can = values_of(onlooker, cell, counts, cells[cell])
        if not is_wide(can, cells[cell], is_leaf=cell in counts):
            found[cell] = (cells[cell], shown[cell], can)
    return found


def values_of(onlooker, cell, counts, count):
    """The values of a hidden cell, in a row around its own: down from it, then up, until there are four."""
    can = {count}
    for way in (-1, 1):
        one = count + way
        while one > 0 and len(can) < (4 if count < LEAST else 2) and onlooker.may_be(cell, one, counts):
            can.add(one)
            one += way
    return can


def is_wide(can, count, *, is_leaf):
    """Whether the values that a hidden count can have do not tell it."""
    if count >= LEAST:
        return len(can) > 1
    return can == {1, 2, 3, 4} if is_leaf else len(can) == 4


@settings(max_examples=150)
@given(counts_of(PLAIN, most=7))
def test_a_small_count_of_a_small_table_may_be_each_of_one_to_four(counts):
    assert told_by(counts, PLAIN, most=8) == {}


@settings(max_examples=80)
@given(counts_of(TREES, most=6))
def test_a_small_count_of_an_area_in_another_may_be_each_of_one_to_four(counts):
    assert told_by(counts, TREES, most=7) == {}


@settings(max_examples=80)
@given(counts_of(TREES, most=5))
def test_that_an_area_tells_its_total_alone_narrows_no_small_count(counts):
    assert told_by(counts, TREES, most=7, coarse_below=COARSE_BELOW) == {}


@pytest.mark.parametrize("total", [COARSE_BELOW - 1, COARSE_BELOW])
@settings(max_examples=40)
@given(data=st.data())
def test_a_total_on_either_side_of_where_details_begin_narrows_no_small_count(total, data):
    counts = data.draw(counts_of(TREES, most=4))
    here = {leaf: count for leaf, count in counts.items() if leaf[0] == "almby"}
    missing = total - sum(here.values()) + here.get(("almby", "a", "x"), 0)
    assume(missing > 0)

    assert told_by({**counts, ("almby", "a", "x"): missing}, TREES, most=8, coarse_below=COARSE_BELOW) == {}


def test_an_area_of_fewer_tells_its_total_alone():
    shown = hide(add_up({("almby", "a", "x"): 7, ("byby", "a", "x"): 8}, TREES), TREES, coarse_below=COARSE_BELOW)

    assert {one for one in shown if one[0] == "almby"} == {("almby", "*", "*")}
    assert ("byby", "a", "x") in shown


@given(counts_of(TREES, most=30))
def test_no_count_below_five_is_shown_and_what_is_shown_is_true(counts):
    cells = add_up(counts, TREES)

    for cell, shown in hide(cells, TREES).items():
        low, high = allowed(shown, max(cells.values()))
        assert low <= cells[cell] <= high
        assert shown in (SMALL, SOME) or shown >= LEAST


def test_a_zero_is_no_cell_and_stays_one():
    shown = hide(add_up({("p", "a"): 9}, PLAIN), PLAIN)

    assert shown == {("p", "a"): 9, ("p", "*"): 9, ("*", "a"): 9, ("*", "*"): 9}


def test_large_counts_are_shown_as_they_are():
    cells = add_up({leaf: 10 for leaf in product(*(tree.leaves for tree in TREES))}, TREES)

    assert hide(cells, TREES) == cells


def test_another_count_is_hidden_where_its_row_would_tell_a_small_one():
    shown = hide(add_up({("p", "a"): 3, ("p", "b"): 20, ("q", "a"): 20, ("q", "b"): 20}, PLAIN), PLAIN)

    assert shown["p", "a"] == SMALL and {shown["p", "b"], shown["q", "a"], shown["q", "b"]} == {SOME}
    assert (shown["p", "*"], shown["*", "a"], shown["*", "*"]) == (23, 23, 63)


def test_four_ones_in_a_sum_of_four_are_not_told_by_it():
    assert told_by({("p", "a"): 1, ("p", "b"): 1, ("q", "a"): 1, ("q", "b"): 1}, PLAIN, most=8) == {}


def test_what_could_be_told_by_subtraction_is_found():
    shown = {("p", "a"): SMALL, ("p", "b"): 6, ("p", "*"): 9, ("*", "a"): SMALL, ("*", "b"): 6, ("*", "*"): 9}

    onlooker = Onlooker(shown, PLAIN, most=9)

    assert [one for one in range(1, 5) if onlooker.may_be(("p", "a"), one, {})] == [3]


def test_what_a_total_that_is_told_alone_says_is_found():
    shown = {("almby", "*", "*"): SOME, ("byby", "*", "*"): 9, ("north", "*", "*"): SOME, ("land", "*", "*"): SOME}

    onlooker = Onlooker(shown, TREES, most=9, coarse_below=COARSE_BELOW + 8)

    assert [one for one in range(1, 9) if onlooker.may_be(("almby", "*", "*"), one, {})] == [1, 2, 3, 4, 5, 6]
