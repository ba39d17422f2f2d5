"""How long what an owner has confirmed holds."""

from datetime import date

import pytest

from directory.catalogue import as_known, confirmed_until, is_overdue
from directory.catalogue.confirmed import is_read_too_long_ago
from tests.records import make_phone, make_unit

DAY = date(2026, 11, 22)
REACHED = {"phones": (make_phone(confirmed=True),), "assured_date": DAY}


def test_what_is_confirmed_today_is_known_as_it_stands():
    unit = make_unit(**REACHED)

    assert as_known(unit, DAY) == unit


def test_on_a_day_that_has_not_come_nobody_has_confirmed_anything():
    known = as_known(make_unit(**REACHED), date(2026, 11, 21))

    assert known == make_unit()


def test_a_number_that_was_read_without_a_day_stays_confirmed():
    unit = make_unit(phones=(make_phone(confirmed=True),))

    assert as_known(unit, DAY) == unit


def test_a_confirmation_is_good_until_the_day_before_it_is_overdue():
    unit = make_unit(**REACHED)

    assert confirmed_until(unit) == date(2027, 11, 22)
    assert not is_overdue(unit, date(2027, 11, 22)) and is_overdue(unit, date(2027, 11, 23))


@pytest.mark.parametrize(("read_on", "too_long"), [
    ("2025-11-22", False), ("2025-11-21", True), ("2025-11", False), ("2025-10", True), ("2025", False),
    ("2024", True), (None, False)])
def test_a_number_was_read_too_long_ago_where_that_holds_of_every_day_it_may_have_been(read_on, too_long):
    assert is_read_too_long_ago(make_unit(read_on=read_on), DAY) is too_long


def test_what_nobody_has_confirmed_is_good_until_no_day():
    assert confirmed_until(make_unit()) is None
