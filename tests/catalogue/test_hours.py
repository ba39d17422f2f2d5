"""Open, closed or not known: by the clock in Sweden, its holidays, and the first and last day of a unit."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.catalogue import DAYS, Opening, open_at, opening_of
from directory.clock import HOME
from tests.records import make_phone, make_schedule, make_unit

OFFICE, NIGHT = make_schedule(), make_schedule("every", "16:30", "08:00", holidays="open")
ALWAYS = make_schedule("every", "00:00", "24:00", holidays="open")
TIMES = st.times().map(lambda one: one.strftime("%H:%M"))
SCHEDULES = st.lists(st.builds(
    lambda days, times, holidays: make_schedule(" ".join(days), *times, holidays=holidays),
    st.lists(st.sampled_from(DAYS), min_size=1), st.lists(TIMES, min_size=2, max_size=2, unique=True),
    st.sampled_from(["closed", "open", "only"])), min_size=1, max_size=3)
MOMENTS = st.datetimes(datetime(2025, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))


def at(text, fold=0):
    return datetime.fromisoformat(text).replace(tzinfo=HOME, fold=fold)


@pytest.mark.parametrize(("moment", "answer", "until"), [
    ("2026-11-23T07:59:59", False, "2026-11-23T08:00"), ("2026-11-23T08:00", True, "2026-11-23T16:00"),
    ("2026-11-23T15:59:59", True, "2026-11-23T16:00"), ("2026-11-23T16:00", False, "2026-11-24T08:00"),
    ("2026-11-27T18:00", False, "2026-11-30T08:00"), ("2026-11-22T12:00", False, "2026-11-23T08:00"),
])
def test_office_hours_begin_and_end_on_the_minute(moment, answer, until):
    assert open_at([OFFICE], at(moment)) == Opening(answer, at(until))


@pytest.mark.parametrize("moment", ["2026-12-24T10:00", "2026-12-25T10:00", "2026-12-31T10:00", "2027-01-01T10:00",
                                    "2027-01-06T10:00", "2026-04-03T10:00", "2026-05-14T10:00", "2026-06-19T10:00"])
def test_on_red_days_and_eves_that_count_as_such_an_office_is_closed(moment):
    assert open_at([OFFICE], at(moment)).open is False


def test_after_christmas_the_next_opening_is_the_next_working_day():
    assert open_at([OFFICE], at("2026-12-23T16:00")) == Opening(False, at("2026-12-28T08:00"))


def test_hours_of_holidays_alone_hold_on_no_other_day():
    jour = make_schedule("every", "10:00", "14:00", holidays="only")

    assert open_at([OFFICE, jour], at("2026-12-24T13:59")) == Opening(True, at("2026-12-24T14:00"))
    assert open_at([jour], at("2026-12-23T13:00")) == Opening(False, at("2026-12-24T10:00"))


def test_a_night_is_one_stretch_that_ends_in_the_morning():
    assert open_at([NIGHT], at("2026-11-23T03:00")) == Opening(True, at("2026-11-23T08:00"))
    assert open_at([NIGHT], at("2026-11-23T12:00")) == Opening(False, at("2026-11-23T16:30"))


def test_stretches_that_follow_each_other_are_one():
    assert open_at([NIGHT, make_schedule("mo", "08:00", "16:30")], at("2026-11-23T03:00")) == (
        Opening(True, at("2026-11-24T08:00")))


def test_what_is_always_open_never_changes():
    for moment in ("2026-12-24T23:59", "2027-03-28T02:30", "2026-10-25T02:30"):
        assert open_at([ALWAYS], at(moment)) == Opening(True, None)


@pytest.mark.parametrize(("day", "hours"), [("2026-03-29", 7), ("2026-10-25", 9), ("2026-11-22", 8)])
def test_a_night_is_as_long_as_the_clocks_make_it(day, hours):
    night = make_schedule("every", "00:00", "08:00", holidays="open")

    until = open_at([night], at(f"{day}T00:00")).until

    assert until == at(f"{day}T08:00")
    assert until.astimezone(UTC) - at(f"{day}T00:00").astimezone(UTC) == timedelta(hours=hours)


def test_a_time_that_the_clock_shows_twice_is_the_first():
    until_half_past = make_schedule("su", "01:00", "02:30")

    assert open_at([until_half_past], at("2026-10-25T02:15")).open
    assert open_at([until_half_past], at("2026-10-25T02:15", fold=1)).open is False


def test_a_time_that_the_clock_leaps_over_opens_nothing():
    within_the_leap = make_schedule("every", "02:30", "03:00", holidays="open")

    assert open_at([within_the_leap], at("2026-03-29T01:00")) == Opening(False, at("2026-03-30T02:30"))


def test_the_moment_may_come_in_any_time_zone():
    assert open_at([OFFICE], datetime(2026, 11, 23, 7, 30, tzinfo=UTC)).open
    assert open_at([OFFICE], datetime(2026, 7, 6, 6, 30, tzinfo=UTC)).open


@given(MOMENTS)
def test_what_is_not_known_is_never_said_to_be_open_or_closed(moment):
    assert open_at([], moment) == opening_of(make_unit(), moment) == Opening(None, None)


@given(SCHEDULES, MOMENTS)
def test_the_answer_holds_until_the_moment_that_is_named_and_no_longer(schedules, moment):
    found = open_at(schedules, moment)

    if found.until:
        assert found.until > moment.replace(second=0, microsecond=0)
        assert open_at(schedules, found.until.astimezone(UTC) - timedelta(minutes=1)).open is found.open
        assert open_at(schedules, found.until).open is not found.open


@given(SCHEDULES, SCHEDULES, MOMENTS)
def test_more_hours_never_close_what_is_open(some, more, moment):
    each = [open_at(some, moment).open, open_at(more, moment).open]

    assert open_at([*some, *more], moment).open is any(each)


@pytest.mark.parametrize(("moment", "answer"), [
    ("2026-12-31T23:59", False), ("2027-01-01T00:00", True), ("2027-06-30T23:59", True), ("2027-07-01T00:00", False)])
def test_a_unit_is_there_from_its_first_day_to_the_end_of_its_last(moment, answer):
    days = {"opens_on": date(2027, 1, 1), "closes_on": date(2027, 6, 30)}

    assert opening_of(make_unit(schedules=(ALWAYS,), **days), at(moment)).open is answer
    assert opening_of(make_unit(**days), at(moment)).open is (None if answer else False)


def test_the_first_opening_and_the_last_closing_follow_the_days_of_the_unit():
    unit = make_unit(schedules=(NIGHT,), opens_on=date(2027, 2, 1), closes_on=date(2027, 2, 2))

    assert opening_of(unit, at("2027-01-31T03:00")) == Opening(False, at("2027-02-01T16:30"))
    assert opening_of(unit, at("2027-02-02T20:00")) == Opening(True, at("2027-02-03T00:00"))


def test_a_unit_whose_last_day_is_that_of_the_calendar_has_no_end():
    unit = make_unit(schedules=(ALWAYS,), closes_on=date.max)

    assert opening_of(unit, at("2026-11-23T10:00")) == Opening(True, None)


def test_the_last_day_ends_what_goes_on_through_nights_before_it():
    unit = make_unit(schedules=(NIGHT, make_schedule("every", "08:00", "16:30", holidays="open")),
                     closes_on=date(2026, 11, 25))

    assert opening_of(unit, at("2026-11-23T10:00")).until == at("2026-11-26T00:00")


def test_a_unit_without_hours_is_open_when_one_of_its_numbers_for_the_public_answers():
    public, inside = make_phone(schedules=(OFFICE,)), make_phone(schedules=(ALWAYS,), audience="professionals")

    assert opening_of(make_unit(phones=(public, inside)), at("2026-11-23T10:00")).open is True
    assert opening_of(make_unit(phones=(public, inside)), at("2026-11-23T20:00")).open is False
    assert opening_of(make_unit(phones=(inside,)), at("2026-11-23T20:00")).open is None


def test_a_unit_is_not_said_to_be_closed_while_another_of_its_numbers_may_answer():
    unit = make_unit(phones=(make_phone(schedules=(OFFICE,)), make_phone()))

    assert [opening_of(unit, at(f"2026-11-23T{hour}:00")).open for hour in (10, 20)] == [True, None]


def test_hours_of_the_unit_itself_go_before_those_of_its_numbers():
    unit = make_unit(phones=(make_phone(schedules=(ALWAYS,)),), schedules=(OFFICE,))

    assert opening_of(unit, at("2026-11-23T20:00")).open is False
