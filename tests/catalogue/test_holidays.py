"""Days on which offices are closed: the red days of the law and three eves, and no ordinary Sunday."""

from datetime import date

import holidays
import pytest

from directory.catalogue import is_holiday
from directory.catalogue.holidays import holidays_of

CLOSED = ("public", "de_facto")  # red days, and the eves that are like them, in the words of the library


@pytest.mark.parametrize("year", range(2005, 2101))
def test_the_days_are_those_of_the_library_that_knows_every_country(year):
    known = holidays.country_holidays("SE", years=year, include_sundays=False, categories=CLOSED)

    assert holidays_of(year) == set(known)


@pytest.mark.parametrize("day", ["2026-06-19", "2026-12-24", "2026-12-31", "2027-03-26", "2027-06-06", "2027-05-16"])
def test_red_days_and_the_three_eves_are_holidays(day):
    assert is_holiday(date.fromisoformat(day))


@pytest.mark.parametrize("day", ["2026-11-22", "2027-03-27", "2026-04-30", "2026-10-30", "2026-12-28"])
def test_an_ordinary_sunday_and_other_eves_are_none(day):
    assert not is_holiday(date.fromisoformat(day))
