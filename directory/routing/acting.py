"""As which unit a desk acts: its kind where it is, for itself and for kinds that are the same desk there."""

from directory.access import DeskAccount, may_act
from directory.editions import Edition
from directory.journal import Receipt
from directory.routing.same_desk import same_desk


def acts_as(edition: Edition, desk: DeskAccount, kind, area):
    """Whether a desk acts as a kind of unit in an area."""
    return may_act(desk, area, kind, areas_above=edition.catalogue.areas_above, same_desk=same_desk(edition, area))


def reports_in(edition: Edition, desk: DeskAccount, area):
    """Whether a desk reports what came back in an area: its own, and those that lie within."""
    return bool(desk.area) and desk.area in edition.catalogue.areas_above(area)


def acts_for(edition: Edition, desk: DeskAccount, receipt: Receipt):
    """Whether a desk is the one that holds a receipt's question, or the one that was asked."""
    standing = receipt.standing
    return any(acts_as(edition, desk, kind, receipt.area) for kind in (standing.holder, standing.asked))
