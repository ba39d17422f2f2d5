"""What the time tells the rules: whether units that answer by day are open.

The pages, a check and a receipt ask it about now. A decision for programs, or a row of a sheet, has no moment: what it
does not say has the default.
"""

from directory.catalogue import is_holiday
from directory.editions import Edition

OFFICE = range(8, 16)  # hours of a weekday when units answer by day; STH-AKUT names 8 to 16 for the local BUP


def by_the_clock(edition: Edition, now):
    """The inputs that follow from the time, and their values.

    :param now: the time in Sweden
    """
    inputs = edition.inputs
    return {name: inputs.default(name) if office_hours(now) else inputs.values[name][-1]
            for name in clock_inputs(edition)}


def clock_inputs(edition: Edition):
    """The names of the inputs that follow from the time, so that nobody is asked for them."""
    return tuple(name for name, words in edition.catalogue.inputs.items() if words.asked == "clock")


def office_hours(now):
    """Whether units that answer by day are open: weekdays that are no red day and no eve that counts as one."""
    return now.weekday() < 5 and now.hour in OFFICE and not is_holiday(now.date())
