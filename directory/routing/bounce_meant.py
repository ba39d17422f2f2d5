"""What somebody types into a report of a return → the codes that it holds: kinds of unit, and groups of needs."""

from directory.editions import Edition
from directory.routing.journey import ruled_area
from directory.routing.meant import NO_UNIT, Meant, asker_meant, group_named, need_meant
from directory.routing.senders import kinds_of_asker


def sender_meant(edition: Edition, area, text) -> Meant:
    """The kind of unit that is meant as the sender, or the id of one that is no unit, such as a family.

    A profession means the unit that it works at; where it works at several, these are what may be meant.
    """
    ruled = ruled_area(edition, area).id

    def senders_of(one):
        return (one,) if one in NO_UNIT else kinds_of_asker(edition, ruled, one)

    found = asker_meant(edition, ruled, text)
    kinds = tuple(dict.fromkeys(kind for one in filter(None, (found.id, *found.near)) for kind in senders_of(one)))
    return Meant(kinds[0]) if found.id and len(kinds) == 1 else Meant(None, kinds)


def group_meant(edition: Edition, text) -> Meant:
    """The group of needs that is meant, by its own name or by one of its needs."""
    own, needs = group_named(edition, text), edition.catalogue.needs
    if own.id:
        return own
    found = need_meant(edition, text)
    if found.id:
        return Meant(needs[found.id].group)
    return Meant(None, tuple(dict.fromkeys((*own.near, *(needs[one].group for one in found.near)))))
