"""Ages and ranges of ages: both ends belong, months where they are written, nothing else is an age."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.ages import Ages, NotAnAge, parse_age, parse_ages, show_age

MONTHS = st.integers(0, 120 * 12)


@given(MONTHS)
def test_an_age_that_is_shown_is_read_back(months):
    assert parse_age(show_age(months)) == months


@given(st.tuples(MONTHS, MONTHS).map(sorted))
def test_a_range_that_is_shown_is_read_back(ends):
    assert parse_ages(str(Ages(*ends))) == Ages(*ends)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("6-17", 72, 215),
        ("9", 108, 119),
        ("9-9", 108, 119),
        ("17y6m-20", 210, 251),
        ("0-17y5m", 0, 209),
        ("17y6m", 210, 210),
        ("0", 0, 11),
        ("9y0m", 108, 108),
        ("6 - 17", 72, 215),
    ],
)
def test_both_ends_of_a_range_belong_to_it(text, first, last):
    assert parse_ages(text) == Ages(first, last)


@pytest.mark.parametrize(
    "text",
    [
        "17-6",
        "9y6m-9y5m",
        "",
        "-",
        "6-",
        "-6",
        "6--7",
        "6-7-8",
        "9y12m",
        "9y",
        "y6m",
        "9m",
        "121",
        "1000",
        "9,5",
        "9.0",
        "+9",
        "٩",
        "६-७",
        " 9y6m x",
        None,
        9,
        ["6", "7"],
    ],
)
def test_what_is_no_range_is_refused_with_its_text(text):
    with pytest.raises(NotAnAge) as caught:
        parse_ages(text)

    assert caught.value.text == text


def test_ranges_have_a_common_part_or_none():
    assert parse_ages("0-9").common(parse_ages("9-12")) == parse_ages("9")
    assert parse_ages("0-8").common(parse_ages("9-12")) is None
    assert parse_ages("6-7").within(parse_ages("6-7")) and not parse_ages("6-8").within(parse_ages("6-7"))
    assert 119 in parse_ages("9") and 120 not in parse_ages("9")
