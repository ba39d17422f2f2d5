"""How sure the details of a unit are: confirmed by its owner, confirmed too long ago, or by nobody."""

from directory.routing import GOOD_FOR

CONFIRMED, OVERDUE, UNCONFIRMED = "confirmed", "overdue", "unconfirmed"


def state_of(unit, day):
    """How sure it is on a day how to reach a unit. A national number is confirmed by the reading of it."""
    if unit.assured_date is None:
        return CONFIRMED if any(one.confirmed for one in unit.phones) else UNCONFIRMED
    return OVERDUE if day - unit.assured_date > GOOD_FOR else CONFIRMED
