"""The described shape of an age takes what a case takes, and nothing else."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.ages import NotAnAge, parse_age, parse_ages
from directory.api.v1.case_schema import age_schema

RANGES = ["0-20", "0-17y5m", "17y6m-20", "6", "0y3m-0y9m", "0-119"]


def pattern_of(written):
    return re.compile(age_schema(parse_ages(written))["anyOf"][-1]["pattern"])


def is_age_within(text, ages):
    try:
        return parse_age(text) in ages
    except NotAnAge:
        return False


@pytest.mark.parametrize("written", RANGES)
@given(text=st.from_regex(r"[0-9]{0,4}(y[0-9]{0,3}m?)?", fullmatch=True))
def test_a_text_fits_where_it_is_an_age_within_the_range(written, text):
    assert bool(pattern_of(written).match(text)) == is_age_within(text, parse_ages(written))


@pytest.mark.parametrize("written", RANGES)
def test_every_age_of_a_range_fits_in_every_way_to_write_it(written):
    pattern, ages = pattern_of(written), parse_ages(written)

    for months in range(ages.first, ages.last + 1):
        years, rest = divmod(months, 12)
        assert pattern.match(f"{years}y{rest}m") and pattern.match(f"{years:03}y{rest:02}m")


def test_an_unknown_age_fits():
    assert pattern_of("0-20").match("unknown")
