"""The form as a case: what is ticked, and whether offices are open at the time in Sweden."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.web.public.forms import Answers, office_hours, raw_case

CLOCK = ("facts.out_of_hours",)


def answers(*checked, **given):
    return Answers(given, frozenset(checked), ())


@pytest.mark.parametrize(("time", "is_open"), [
    ("2026-11-23T08:00", True), ("2026-11-23T15:59", True), ("2026-11-23T07:59", False), ("2026-11-23T16:00", False),
    ("2026-11-23T23:30", False), ("2026-11-21T12:00", False), ("2026-11-22T12:00", False),  # a weekend
    ("2026-06-06T12:00", False), ("2025-06-06T12:00", False),  # the national day, on a Saturday and on a Friday
    ("2026-12-25T12:00", False), ("2026-01-06T12:00", False), ("2027-05-06T12:00", False),  # Ascension Day
    ("2026-04-03T12:00", False), ("2026-04-06T12:00", False),  # Good Friday and Easter Monday
])
def test_offices_are_open_on_weekdays_that_are_no_red_days(time, is_open):
    assert office_hours(datetime.fromisoformat(time)) is is_open


@pytest.mark.parametrize(("time", "facts"), [
    ("2026-11-23T12:00", {}), ("2026-11-23T20:00", {"out_of_hours": "yes"}),
    ("2026-12-25T12:00", {"out_of_hours": "yes"})])
def test_the_time_tells_the_rules_whether_offices_are_closed(time, facts):
    raw = raw_case(answers(need="vald"), now=datetime.fromisoformat(time), clock_inputs=CLOCK)

    assert raw["facts"] == facts


def test_what_is_ticked_becomes_what_was_tried_and_what_is_so():
    ticked = answers("tried.school_measures", "facts.placed", need="autism", age="9")

    raw = raw_case(ticked, now=datetime(2026, 11, 23, 12), clock_inputs=CLOCK)

    assert raw == {"need": "autism", "age": "9", "tried": {"school_measures": "yes"}, "facts": {"placed": "yes"}}


@given(st.datetimes())
def test_every_time_has_an_answer(now):
    assert office_hours(now) in (True, False)
