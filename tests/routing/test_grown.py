"""Who takes over on the 18th birthday, where a family has told ages that end with it."""

import pytest

from directory.ages import parse_ages
from directory.routing import takes_over_at_18
from directory.rules import decide, read_case
from tests.routing.referred import DAY, DONE


def taken_over(edition, ages, **changes):
    case = read_case(DONE | {"age": "16"} | changes, edition.inputs, areas=edition.ruleset.areas, today=DAY)
    return takes_over_at_18(edition, decide(edition.ruleset, case), ages and parse_ages(ages))


@pytest.mark.parametrize(("ages", "receiver"), [
    ("16-17", "vuxenpsykiatri"), ("17", "vuxenpsykiatri"), ("17y6m-17", "vuxenpsykiatri"), ("13-17", None),
    ("16", None), ("6-12", None), ("18-20", None), (None, None)])
def test_who_takes_over_is_told_where_the_ages_end_with_the_birthday(edition, ages, receiver):
    assert taken_over(edition, ages) == receiver


def test_nobody_takes_over_where_the_same_unit_goes_on(edition):
    assert taken_over(edition, "16-17", need="tand", level="bas") is None


def test_nobody_is_named_where_it_is_not_known_who_takes_over(edition):
    assert taken_over(edition, "16-17", level="unknown") is None
