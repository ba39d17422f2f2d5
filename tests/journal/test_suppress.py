"""Small counts are hidden, and no sum that is shown tells one: checked against every table that there could be."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from directory.journal.suppress import LEAST, SMALL, SOME, Tree, above, add_up, flat, hide

LAND = Tree({"land": None, "north": "land", "almby": "north", "byby": "north"})
TREES = (LAND, flat("ab"), flat("xy"))
PLAIN = (flat("pq"), flat("ab"))


def counts_of(trees, *, most):
    """Tables of counts of the leaves; half of them zero."""
    leaves = list(product(*(tree.leaves for tree in trees)))
    count = st.one_of(st.just(0), st.integers(0, most))
    made = st.lists(count, min_size=len(leaves), max_size=len(leaves))
    return made.map(lambda found: {leaf: one for leaf, one in zip(leaves, found, strict=True) if one})


def allowed(shown, most):
    """The least and the most that a cell can be, by what is shown of it."""
    return {SMALL: (1, LEAST - 1), SOME: (1, most)}.get(shown, (shown, shown))


def possible(shown, trees, *, most, coarse=frozenset()):
    """For every cell that is hidden whether it has more than one value, among all tables that look like this one."""
    every = [one for one in product(*(tree.leaves for tree in trees)) if one in shown or one[0] in coarse]
    totals = {(area, *("*" for _ in trees[1:])) for area in coarse} - shown.keys()
    shown = {**shown, **dict.fromkeys(totals, 0)}
    sums = {cell: [leaf for leaf in every if cell in above(leaf, trees)] for cell in shown}
    ends = {leaf: [cell for cell, parts in sums.items() if parts[-1:] == [leaf]] for leaf in every}
    seen = {cell: set() for cell, one in shown.items() if isinstance(one, str)}

    def fits(cell, values):
        low, high = allowed(shown[cell], most * len(every))
        return low <= sum(values[leaf] for leaf in sums[cell]) <= high

    def walk(index, values):
        if all(len(found) > 1 for found in seen.values()):
            return
        if index == len(every):
            for cell, found in seen.items():
                found.add(sum(values[leaf] for leaf in sums[cell]))
            return
        leaf = every[index]
        low, high = allowed(shown[leaf], most + 1) if leaf in shown else (0, most)
        for one in range(low, high + 1):
            values[leaf] = one
            if all(fits(cell, values) for cell in ends[leaf]):
                walk(index + 1, values)

    walk(0, {})
    return {cell: len(found) > 1 for cell, found in seen.items()}


@settings(max_examples=300)
@given(counts_of(PLAIN, most=7))
def test_no_hidden_cell_of_a_small_table_has_a_single_possible_value(counts):
    shown = hide(add_up(counts, PLAIN), PLAIN)

    assert all(possible(shown, PLAIN, most=8).values())


@settings(max_examples=60)
@given(counts_of(TREES, most=6))
def test_no_hidden_cell_of_an_area_in_another_has_a_single_possible_value(counts):
    shown = hide(add_up(counts, TREES), TREES)

    assert all(possible(shown, TREES, most=7).values())


@settings(max_examples=40)
@given(counts_of(TREES, most=4))
def test_no_hidden_cell_beside_an_area_that_tells_its_total_alone_has_a_single_possible_value(counts):
    shown = hide(add_up(counts, TREES), TREES, coarse={"almby"})

    assert {one for one in shown if one[0] == "almby"} <= {("almby", "*", "*")}
    assert all(possible(shown, TREES, most=5, coarse={"almby"}).values())


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
    counts = {("p", "a"): 1, ("p", "b"): 1, ("q", "a"): 1, ("q", "b"): 1}

    shown = hide(add_up(counts, PLAIN), PLAIN)

    assert all(possible(shown, PLAIN, most=8).values())


def test_what_could_be_told_by_subtraction_is_found():
    shown = {("p", "a"): SMALL, ("p", "b"): 6, ("p", "*"): 9, ("*", "a"): SMALL, ("*", "b"): 6, ("*", "*"): 9}

    assert set(possible(shown, PLAIN, most=9).values()) == {False}
