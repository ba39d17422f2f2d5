"""Small counts cannot be found out, also by an onlooker who has this program and runs it over every table."""

from collections import defaultdict
from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory.journal.suppress import LEAST, SMALL, TOTAL, Between, added, least_of, told_of

SMALL_ONES = range(1, LEAST)


def table(*counts):
    """A table of one row, with as many columns as there are counts."""
    return {("row", f"{number}"): count for number, count in enumerate(counts) if count}


def told_alike(tables):
    """The tables that are told alike, each with its counts."""
    alike = defaultdict(list)
    for counts in tables:
        alike[tuple(sorted((cell, one.shown) for cell, one in told_of(table(*counts)).items()))].append(counts)
    return alike.values()


def values_of(alike, columns):
    """What some columns of tables that are told alike are together."""
    return {sum(counts[one] for one in columns) for counts in alike}


@pytest.mark.parametrize("number", range(1, 7))
def test_of_all_tables_that_are_told_alike_each_small_count_is_one_two_three_and_four(number):
    for alike in told_alike(product((*SMALL_ONES, 5), repeat=number)):
        for column in range(number):
            assert values_of(alike, [column]) in ({1, 2, 3, 4}, {5})


@pytest.mark.parametrize("number", range(1, 6))
def test_any_sum_of_counts_that_is_small_has_four_values_at_least(number):
    for alike in told_alike(product((0, *SMALL_ONES, 5), repeat=number)):
        for size in range(1, number + 1):
            for columns in combinations(range(number), size):
                values = values_of(alike, columns)
                assert len(values) >= 4 or min(values) >= LEAST or values == {0}


@pytest.mark.parametrize("number", range(1, 6))
def test_what_is_told_of_a_sum_is_all_that_the_table_tells_of_it(number):
    for alike in told_alike(product((*SMALL_ONES, 7), repeat=number)):
        total = told_of(table(*alike[0]))[TOTAL, TOTAL]
        values = values_of(alike, range(number))
        assert (total.least, total.most) == (min(values), max(values))


@settings(max_examples=200)
@given(st.dictionaries(st.tuples(st.sampled_from("abc"), st.sampled_from("xyz")), st.integers(1, 30), min_size=1))
def test_what_is_told_is_true_and_no_small_count_is_told(counts):
    for cell, told in told_of(counts).items():
        count = sum(one for leaf, one in counts.items()
                    if all(key in (TOTAL, own) for key, own in zip(cell, leaf, strict=True)))

        assert told.least <= count <= told.most
        assert told.shown == count >= LEAST or told.most - told.least >= 3


def test_large_counts_are_told_with_their_sums():
    told = told_of({("a", "x"): 5, ("a", "y"): 10, ("b", "x"): 20})

    assert {cell: one.shown for cell, one in told.items()} == {
        ("a", "x"): 5, ("a", "y"): 10, ("b", "x"): 20, ("a", "*"): 15, ("b", "*"): 20, ("*", "x"): 25,
        ("*", "y"): 10, ("*", "*"): 35}


def test_a_sum_of_small_counts_that_says_nothing_of_one_is_told():
    told = told_of({("a", "x"): 40, ("a", "y"): 2, ("b", "x"): 3, ("b", "y"): 1})

    assert (told["a", "y"].shown, told["b", "*"].shown, told["*", "*"].shown) == (SMALL, "2–5", 46)


def test_a_sum_that_would_tell_a_small_count_lies_between_two_numbers():
    told = told_of({("a", "x"): 40, ("a", "y"): 2})

    assert (told["a", "x"].shown, told["a", "y"].shown, told["a", "*"].shown) == (40, SMALL, "41–44")


def test_several_blocks_add_up_what_is_told_of_each():
    assert added([{("a",): Between(1, 4)}, {("a",): Between(7, 7), ("b",): Between(5, 5)}]) == {
        ("a",): Between(8, 11), ("b",): Between(5, 5)}


@pytest.mark.parametrize(("shown", "least"), [(7, 7), (SMALL, 1), ("1040–1210", 1040)])
def test_the_least_that_a_count_is_can_be_read_from_how_it_is_told(shown, least):
    assert least_of(shown) == least
