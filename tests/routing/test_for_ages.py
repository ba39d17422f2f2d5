"""Units that are for none of the ages that were told are no advice."""

from dataclasses import dataclass, field

import pytest

from directory.ages import parse_ages
from directory.routing import Place, for_ages
from tests.records import make_unit


@dataclass(frozen=True)
class Advised:
    """As much of an advice as is read here."""

    place: Place
    caller: Place = field(default_factory=lambda: Place((), (), None, None))
    via: Place | None = None


def shown(ages, *units):
    place = Place(units, (), "school", None)
    return [one.id for one in for_ages(Advised(place, via=place), ages and parse_ages(ages)).via.units]


@pytest.mark.parametrize(("ages", "ids"), [
    ("6-12", ["any", "small"]), ("6", ["any", "small"]), ("13", ["any", "large"]),
    ("9y6m-12y11m", ["any", "small"]), ("7-13", ["any", "small", "large"]), (None, ["any", "small", "large"])])
def test_a_unit_stays_where_it_takes_one_of_the_ages_that_were_told(ages, ids):
    small, large = make_unit("small", maximum_age=11), make_unit("large", minimum_age=13)

    assert shown(ages, make_unit("any"), small, large) == ids
