"""Whether offices are open at a time in Sweden, and what the rules get to know of it."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.routing import by_the_clock, office_hours


@pytest.mark.parametrize(("time", "is_open"), [
    ("2026-11-23T08:00", True), ("2026-11-23T15:59", True), ("2026-11-23T07:59", False), ("2026-11-23T16:00", False),
    ("2026-11-23T23:30", False), ("2026-11-21T12:00", False), ("2026-11-22T12:00", False),  # a weekend
    ("2026-06-06T12:00", False), ("2025-06-06T12:00", False),  # the national day, on a Saturday and on a Friday
    ("2026-12-25T12:00", False), ("2026-01-06T12:00", False), ("2027-05-06T12:00", False),  # Ascension Day
    ("2026-04-03T12:00", False), ("2026-04-06T12:00", False),  # Good Friday and Easter Monday
])
def test_offices_are_open_on_weekdays_that_are_no_red_days(time, is_open):
    assert office_hours(datetime.fromisoformat(time)) is is_open


@pytest.mark.parametrize(("time", "value"), [
    ("2026-11-23T12:00", "no"), ("2026-11-23T20:00", "yes"), ("2026-12-25T12:00", "yes")])
def test_the_time_tells_the_rules_whether_offices_are_closed(edition, time, value):
    assert by_the_clock(edition, datetime.fromisoformat(time)) == {"facts.out_of_hours": value}


@given(st.datetimes())
def test_every_time_has_an_answer(now):
    assert office_hours(now) in (True, False)
