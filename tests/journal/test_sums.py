"""What is told of a quarter: the table with its small numbers hidden, and lists that tell nothing of those."""

from directory.journal import SMALL, TOTAL, figures_of
from directory.journal.sums import Counted, sums_of
from tests.journal.returned import WITHIN

REASONS = ("wrong_level", "age_border", "full")


def rows_of(count, area="almby", *, group="mind", reason="wrong_level", pair=("school", "bup"), edge="", rule=""):
    """The rows of some reports that are alike."""
    told = {"all": ("", ""), "cell": (group, reason), "pair": pair, "border": (edge, group), "rule": (rule, group)}
    kept = [one for one, (first, _) in told.items() if first or one == "all"]
    return [Counted(area, one, *told[one], count) for one in kept]


def told(rows, area="land", above=None):
    return figures_of(sums_of(rows, WITHIN), area, above=above)


def test_a_region_tells_each_of_its_cells_and_what_they_are_together():
    figures = told([*rows_of(20), *rows_of(30, reason="full"), *rows_of(2, group="body")], "north", "land")

    assert figures.cells == {
        ("mind", "wrong_level"): 20, ("mind", "full"): 30, ("body", "wrong_level"): SMALL, ("mind", TOTAL): 50,
        ("body", TOTAL): SMALL, (TOTAL, "wrong_level"): "21–24", (TOTAL, "full"): 30, (TOTAL, TOTAL): "51–54"}


def test_the_nation_adds_up_what_is_told_of_its_regions():
    figures = told([*rows_of(20), *rows_of(3, "south"), *rows_of(2, "land")])

    assert figures.total == "22–28" and figures.cells["mind", "wrong_level"] == "22–28"
    assert figures.parts == {"land/-": SMALL, "north": 20, "south": SMALL}


def test_pairs_and_rules_are_listed_in_steps_of_five_and_not_below_five():
    rows = [*rows_of(57, rule="R1"), *rows_of(6, pair=("clinic", "bup")), *rows_of(4, pair=("bup", "clinic"))]

    figures = told(rows, "north", "land")

    assert [(one.one, one.other, one.least) for one in figures.pairs] == [("school", "bup", 55), ("clinic", "bup", 5)]
    assert [(one.one, one.least) for one in figures.rules] == [("R1", 55)]


def test_a_list_says_no_more_than_the_table_says_already():
    rows = [*rows_of(11, rule="R1"), *rows_of(4, reason="full", rule="R1")]

    figures = told(rows, "north", "land")

    assert figures.total == "12–15"
    assert [one.least for one in (*figures.pairs, *figures.rules)] == [10, 10]


def test_a_rule_is_listed_by_what_is_told_of_the_groups_that_it_came_back_in():
    rows = [*rows_of(30, rule="R1"), *rows_of(4, group="body", rule="R2"), *rows_of(2, group="body", reason="full")]

    assert [(one.one, one.least) for one in told(rows, "north", "land").rules] == [("R1", 30)]


def test_a_rule_that_was_counted_by_reason_is_not_listed():
    rows = [*rows_of(30), Counted("almby", "rule", "R1", "wrong_level", 30)]

    assert told(rows, "north", "land").rules == ()


def test_the_nation_lists_what_is_listed_of_its_regions():
    rows = [*rows_of(13), *rows_of(8, "south"), *rows_of(4, "land")]

    assert [(one.one, one.other, one.least) for one in told(rows).pairs] == [("school", "bup", 15)]


def test_age_borders_are_listed():
    rows = [*rows_of(50), *rows_of(30, reason="age_border", edge="18")]

    assert [(one.one, one.other, one.least) for one in told(rows).borders] == [("18", "mind", 30)]


def test_municipalities_are_told_where_their_region_tells_its_sum():
    rows = [*rows_of(60), *rows_of(30, "byby"), *rows_of(7, "north")]

    assert told(rows, "north", "land").parts == {"almby": 60, "byby": 30, "north/-": 7}


def test_a_municipality_whose_number_would_follow_from_the_sum_is_not_told():
    assert told([*rows_of(60), *rows_of(3, "byby")], "north", "land").parts == {}


def test_municipalities_are_not_told_where_they_would_tell_the_sum_of_their_region():
    rows = [*rows_of(60), *rows_of(3, reason="full"), *rows_of(7, "byby")]

    figures = told(rows, "north", "land")

    assert figures.total == "68–71" and figures.parts == {}


def test_an_area_that_no_catalogue_knows_any_more_is_told_of_too():
    assert told(rows_of(9, "gone"), "gone").total == 9
