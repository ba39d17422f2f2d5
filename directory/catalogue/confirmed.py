"""How long what an owner has confirmed holds, and whether a unit is there on a day."""

from dataclasses import replace
from datetime import date, timedelta

GOOD_FOR = timedelta(days=365)  # a confirmation holds for a year (seed/README.md)


def as_known(unit, day: date):
    """A unit as it is known on a day: on one that has not come nobody has confirmed anything."""
    if unit.assured_date is None or unit.assured_date <= day:
        return unit
    phones = tuple(replace(one, confirmed=False) for one in unit.phones)
    return replace(unit, assured_date=None, phones=phones)


def confirmed_until(unit):
    """The last day that a unit's confirmation is good for; None where nobody has confirmed it."""
    return unit.assured_date and unit.assured_date + GOOD_FOR


def is_overdue(unit, day: date):
    """Whether a unit's details were confirmed too long ago; those that nobody has confirmed are not overdue."""
    return unit.assured_date is not None and day - unit.assured_date > GOOD_FOR


def is_read_too_long_ago(unit, day: date):
    """Whether a national number was read too long ago, whichever day of its month or year that was."""
    return unit.read_on is not None and unit.read_on < (day - GOOD_FOR).isoformat()[:len(unit.read_on)]


def is_gone(unit, day: date):
    """Whether a unit has had its last day: whoever answers its number now is somebody else."""
    return unit.closes_on is not None and unit.closes_on < day


def is_ahead(unit, day: date):
    """Whether a unit has not had its first day yet."""
    return unit.opens_on is not None and day < unit.opens_on
