"""Who is to supply what the holder of a question has asked for: the units that had it, if they can, else one that
can.
"""

from directory.access import DeskAccount
from directory.ages import parse_ages
from directory.editions import Edition, Memory
from directory.journal import ASK_ONCE, Receipt
from directory.routing.acting import acts_as
from directory.routing.holds import holding_kinds
from directory.routing.journey import area_with_rules
from directory.routing.may_ask_for import items_of
from directory.routing.same_desk import one_of_each_desk, same_desk
from directory.routing.senders import kinds_of_asker
from directory.rules.model import Item

_ITEMS = Memory()


def to_supply(edition: Edition, desk: DeskAccount, receipt: Receipt) -> tuple[str, ...]:
    """The ids of the items of a question that a desk is to supply; none for the desk that asked for them."""
    standing = receipt.standing
    if acts_as(edition, desk, standing.holder, receipt.area):
        return ()
    return tuple(item for item in dict.fromkeys(standing.awaited.split())
                 if any(acts_as(edition, desk, kind, receipt.area) for kind in _suppliers(edition, receipt, item)))


def suppliers_of(edition: Edition, receipt: Receipt) -> tuple[str, ...]:
    """The kinds of unit that are to supply what is still to come, one of each desk; none where only a family can."""
    kinds = (kind for item in receipt.standing.awaited.split() for kind in _suppliers(edition, receipt, item))
    return one_of_each_desk(kinds, same_desk(edition, receipt.area))


def asked_on(receipt: Receipt, items):
    """The first day on which one of some items was asked for."""
    return min(one.day for one in receipt.steps if one.kind == ASK_ONCE and not set(items).isdisjoint(one.items))


def item_of(edition: Edition, item_id) -> Item | None:
    """An item that some rule asks for, as one of them names it."""
    return _ITEMS.of(edition, "items", lambda: {
        item.id: item for layer in edition.ruleset.base.layers.values() for rule in layer.rules
        for item in items_of(rule)}).get(item_id)


def _suppliers(edition, receipt, item):
    """The kinds of unit: all that had the question and have the item; else the first that takes the child's age.

    Where the rules name nobody, or none that is a unit, as a guardian is not: whoever had the question first.
    """
    sender, _, before = receipt.opening
    ruled, holder = area_with_rules(edition, receipt.area), receipt.standing.holder
    alike = same_desk(edition, receipt.area)
    every = dict.fromkeys(filter(None, (sender, *before, *receipt.standing.held)))
    had = tuple(one for one in every if not alike(one, holder))
    named = edition.ruleset.base.suppliers_of(ruled, item) if ruled else ()
    fit = holding_kinds(edition, ruled, ages=parse_ages(receipt.ages))
    units = [kind for one in named for kind in kinds_of_asker(edition, ruled, one)]
    if not units:
        return had[:1]
    able = [kind for kind in units if kind in fit and not alike(kind, holder)]
    return tuple(one for one in able if any(alike(one, other) for other in had)) or tuple(able[:1])
