"""What is told of a quarter: the table with its small numbers hidden, and lists that tell nothing of those."""

from hypothesis import given, settings
from hypothesis import strategies as st

from directory.journal import SMALL, SOME, TOTAL, figures_of
from directory.journal.sums import Counted, sums_of
from tests.journal.returned import WITHIN

REASONS = ("wrong_level", "age_border", "full")


def rows_of(count, area="almby", *, group="mind", reason="wrong_level", pair=("school", "bup"), edge="", rule=""):
    """The rows of some reports that are alike."""
    told = {"all": ("", ""), "cell": (group, reason), "pair": pair, "border": (edge, group), "rule": (rule, reason)}
    kept = [one for one, (first, _) in told.items() if first or one == "all"]
    return [Counted(area, one, *told[one], count) for one in kept]


def told(rows, area="land", above=None):
    return figures_of(sums_of(rows, WITHIN), area, above=above)


def test_an_area_with_few_reports_tells_its_sum_alone():
    figures = told(rows_of(20), "north", "land")

    assert figures.cells == {(TOTAL, TOTAL): 20}


def test_one_small_number_hides_another_of_its_row_and_of_its_column():
    rows = [*rows_of(40), *rows_of(30, reason="full"), *rows_of(20, group="body"),
            *rows_of(3, group="body", reason="full")]

    cells = told(rows).cells

    assert cells["body", "full"] == SMALL
    assert {cells["mind", "wrong_level"], cells["mind", "full"], cells["body", "wrong_level"]} == {SOME}
    assert (cells["mind", TOTAL], cells[TOTAL, "full"], cells[TOTAL, TOTAL]) == (70, 33, 93)


def test_pairs_and_rules_are_listed_in_steps_of_five_and_not_below_five():
    rows = [*rows_of(57, rule="R1"), *rows_of(6, pair=("clinic", "bup")), *rows_of(4, pair=("bup", "clinic"))]

    figures = told(rows, "north", "land")

    assert [(one.one, one.other, one.least) for one in figures.pairs] == [("school", "bup", 55), ("clinic", "bup", 5)]
    assert [(one.one, one.least) for one in figures.rules] == [("R1", 55)]


def test_where_a_sum_is_hidden_nothing_is_listed_that_adds_up_to_it():
    rows = [*rows_of(60, pair=("school", "bup")), *rows_of(2, "south")]

    figures = told(rows, "north", "land")

    assert figures.total == SOME and figures.pairs == () and told(rows).total == 62


def test_age_borders_are_listed_where_their_sum_is_told():
    rows = [*rows_of(50), *rows_of(30, reason="age_border", edge="18")]

    assert [(one.one, one.other, one.least) for one in told(rows).borders] == [("18", "mind", 30)]


def test_nothing_is_listed_that_says_something_of_a_hidden_cell():
    rows = [*rows_of(60, rule="R1"), *rows_of(40, group="body"), *rows_of(7, reason="age_border", edge="18"),
            *rows_of(2, group="body", reason="age_border", edge="18")]

    figures = told(rows)

    assert figures.cells["mind", "age_border"] == SOME
    assert figures.borders == ()
    assert [one.one for one in figures.rules] == ["R1"]


def test_of_an_area_that_tells_its_sum_alone_no_rules_are_listed():
    rows = [*rows_of(30, rule="R1"), *rows_of(60, "south", rule="R1")]

    assert told(rows, "north", "land").rules == ()
    assert [one.least for one in told(rows).rules] == [90]


def test_a_municipality_whose_number_would_follow_from_the_others_hides_one_more():
    rows = [*rows_of(60), *rows_of(3, "byby")]

    assert told(rows, "north", "land").parts == {"almby": SOME, "byby": SMALL}


def test_where_ones_alone_make_a_sum_nothing_of_them_is_told():
    rows = [*rows_of(1), *rows_of(1, "byby"), *rows_of(60, "south")]

    assert told(rows, "north", "land").parts == {}


def test_an_area_that_no_catalogue_knows_any_more_is_told_of_too():
    assert told(rows_of(9, "gone"), "gone").total == 9


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(1, 40), st.sampled_from(("almby", "byby", "north", "south", "land")),
                          st.sampled_from(("mind", "body")), st.sampled_from(REASONS)), max_size=12))
def test_no_number_below_five_is_told_anywhere(reports):
    rows = [row for count, area, group, reason in reports for row in rows_of(count, area, group=group, reason=reason)]
    sums = sums_of(rows, WITHIN)

    for area in WITHIN:
        figures = figures_of(sums, area, above=WITHIN[area])
        counts = [*figures.cells.values(), *figures.parts.values(), *(one.least for one in figures.pairs)]
        assert all(one in (SMALL, SOME) or one == 0 or one >= 5 for one in counts)
