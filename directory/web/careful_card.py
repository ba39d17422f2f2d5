"""How to reach a unit, for staff: what is not sure can be read and not rung."""

from dataclasses import replace

from directory.catalogue import as_known, is_gone
from directory.web.contacts import unit_card
from directory.web.fresh import CONFIRMED, state_of


def careful_card(unit, language, *, day, **more):
    """How to reach a unit; what was confirmed too long ago, or has closed, can be read and not rung."""
    if state_of(unit, day) != CONFIRMED or is_gone(unit, day):
        unit = replace(unit, phones=tuple(replace(one, confirmed=False) for one in unit.phones))
    return unit_card(as_known(unit, day), language, danger=False, mailbox=True, **more)
