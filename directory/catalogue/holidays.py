"""The days on which Swedish offices are closed though it may be a weekday: red days, and three eves like them.

By hand, because the library that knows every country's takes 19 MB of each worker; a test holds the two together.
An ordinary Sunday is none of them: a schedule that says Sunday means it.
"""

from datetime import date, timedelta
from functools import lru_cache

# Lag (1989:253) om allmänna helgdagar; semesterlagen (1977:480) 3 a § adds the eves of midsummer, Christmas, new year.
FIXED = ((1, 1), (1, 6), (5, 1), (6, 6), (12, 24), (12, 25), (12, 26), (12, 31))  # month and day
AFTER_EASTER = (-2, 0, 1, 39, 49)  # days: Good Friday, Easter, its Monday, Ascension, Whit Sunday
FIRST_SATURDAYS = ((6, 20), (10, 31))  # midsummer and All Saints are the first Saturday from then on
SATURDAY = 5


def is_holiday(day: date):
    return day in holidays_of(day.year)


@lru_cache(64)
def holidays_of(year):
    """Every such day of a year; its rules are those of 2005 and later, when the sixth of June became red."""
    easter = easter_of(year)
    midsummer, all_saints = (_saturday_from(date(year, *first)) for first in FIRST_SATURDAYS)
    return frozenset({
        *(date(year, *day) for day in FIXED), *(easter + timedelta(days) for days in AFTER_EASTER),
        midsummer - timedelta(1), midsummer, all_saints})


def easter_of(year):
    """Easter Sunday, in the Gregorian calendar.

    :source: the anonymous computus, Nature 13 (1876), as in Meeus, Astronomical Algorithms, chapter 8
    """
    century, rest = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (year % 19 + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _saturday_from(day):
    return day + timedelta((SATURDAY - day.weekday()) % 7)
