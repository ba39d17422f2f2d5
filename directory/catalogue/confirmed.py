"""How long what an owner has confirmed holds, and whether a unit is there on a day."""

from datetime import date, timedelta

GOOD_FOR = timedelta(days=365)  # a confirmation holds for a year (seed/README.md)


def is_overdue(unit, day: date):
    """Whether a unit's details were confirmed too long ago; those that nobody has confirmed are not overdue."""
    return unit.assured_date is not None and day - unit.assured_date > GOOD_FOR


def is_gone(unit, day: date):
    """Whether a unit has had its last day: whoever answers its number now is somebody else."""
    return unit.closes_on is not None and unit.closes_on < day


def is_ahead(unit, day: date):
    """Whether a unit has not had its first day yet."""
    return unit.opens_on is not None and day < unit.opens_on
