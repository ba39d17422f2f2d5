"""How to reach a unit, for those whom a number is for."""

from datetime import date, datetime

import pytest

from directory.clock import HOME
from directory.web.contacts import unit_card
from tests.records import make_phone, make_schedule, make_unit

NOW = datetime(2026, 11, 24, 10, 30, tzinfo=HOME)


def numbers(unit, **more):
    return [one.number for one in unit_card(unit, "sv", danger=False, **more).phones]


def test_a_number_for_staff_is_shown_to_staff_alone():
    unit = make_unit(phones=(make_phone("0980-319201"), make_phone("0980-319202", audience="professionals")))

    assert numbers(unit) == ["0980-319201"]
    assert numbers(unit, audience="professionals") == ["0980-319202"]


@pytest.mark.parametrize(("day", "is_open"), [(date(2026, 11, 1), True), (None, None)])
def test_whether_it_is_open_is_said_of_hours_that_somebody_has_confirmed(day, is_open):
    unit = make_unit(assured_date=day, schedules=(make_schedule("every", "00:00", "24:00"),))

    assert unit_card(unit, "sv", danger=False, now=NOW).is_open is is_open


def test_whether_a_number_answers_is_said_where_a_reading_has_confirmed_it():
    phone = make_phone(confirmed=True, schedules=(make_schedule("every", "00:00", "24:00"),))

    assert unit_card(make_unit(phones=(phone,)), "sv", danger=False, now=NOW).is_open is True


@pytest.mark.parametrize(("mailbox", "shown"), [(False, None), (True, "desk@norr.example")])
def test_the_mailbox_of_a_function_is_for_staff(mailbox, shown):
    unit = make_unit(email="desk@norr.example")

    assert unit_card(unit, "sv", danger=False, mailbox=mailbox).email == shown
