"""Who receives from the near 18th birthday on, also where that depends on a level that is not known."""

import pytest

from directory.routing.from_18 import by_level, on_the_birthday
from directory.rules import read_case
from tests.routing.referred import DAY, DONE


def case_of(edition, **changes):
    return read_case(DONE | changes, edition.inputs, areas=edition.ruleset.areas, today=DAY)


@pytest.mark.parametrize(("age", "level", "levels"), [
    ("17y11m", "unknown", ["bas", "forsta_linjen", "specialist"]), ("17y5m", "unknown", []),
    ("17y11m", "specialist", []), ("unknown", "unknown", [])])
def test_half_a_year_before_18_the_receivers_are_told_by_level_where_it_is_not_known(edition, age, level, levels):
    found = by_level(edition, case_of(edition, age=age, level=level))

    assert [one for one, _ in found] == levels
    assert {one.receiver for _, one in found} == ({"vardcentral", "vuxenpsykiatri"} if levels else set())


def test_nothing_is_told_by_level_where_one_decision_holds_for_all(edition):
    case = case_of(edition, age="17y11m")

    assert on_the_birthday(edition, case).receiver == "vuxenpsykiatri" and by_level(edition, case) == ()
