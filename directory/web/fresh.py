"""How sure the details of a unit are: confirmed, confirmed too long ago, or by nobody."""

from directory.catalogue import as_known, is_overdue

CONFIRMED, OVERDUE, UNCONFIRMED = "confirmed", "overdue", "unconfirmed"


def state_of(unit, day):
    """How sure it is on a day how to reach a unit. A national number is confirmed by the reading of it.

    Nobody has confirmed on a day that has not come.
    """
    known = as_known(unit, day)
    if known.assured_date is None:
        return CONFIRMED if any(one.confirmed for one in known.phones) else UNCONFIRMED
    return OVERDUE if is_overdue(unit, day) else CONFIRMED
