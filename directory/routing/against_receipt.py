"""What a report of a return says against the receipt that it names, so that no rule is counted for another's return."""

from directory.editions import Edition
from directory.journal import NOBODY, SAID_NO, Receipt
from directory.routing.needs_of import needs_of
from directory.routing.same_desk import same_desk


def against_receipt(edition: Edition, said, receipt: Receipt):
    """The fields of a report that say another than the receipt does, with the codes that it knows.

    :param said: by field what was said; empty says nothing, but for the sender, who then is a family
    """
    found = {"area": _areas(edition, said["area"], receipt), "need_group": _groups(edition, receipt)}
    wrong = {name: known for name, known in found.items() if known and said[name] not in known}
    return wrong | _units(edition, said, receipt)


def _areas(edition, area, receipt):
    """The receipt's area, unless what was said lies above or below it."""
    above = edition.catalogue.areas_above
    fits = not area or receipt.area in above(area) or area in above(receipt.area)
    return () if fits else (receipt.area,)


def _groups(edition, receipt):
    """The groups of the needs that the receipt's rule takes; none where it takes all, or no rule gave the answer."""
    known = edition.catalogue.needs
    return tuple(dict.fromkeys(known[one].group for one in sorted(needs_of(receipt.answer)) if one in known))


def _units(edition, said, receipt):
    """Who has had the question, or was asked: each may have sent it, and have sent it back.

    Where it came from a family whoever sent it on is not known. Then the receipt says whom it went to only once a unit
    has named another. A family sent it too where it was told no.
    """
    alike, named = same_desk(edition, receipt.area), _named(receipt)
    wrong = [name for name in _told(said, receipt) if not any(alike(said[name], one) for one in named)]
    others = {"sender": said["to"], "to": said["sender"]}
    return {name: tuple(one for one in named if not alike(one, others[name])) or named for name in wrong}


def _named(receipt):
    """Every unit that a receipt names, in the order of their codes."""
    sender, to, before = receipt.opening
    in_steps = (unit for one in receipt.steps for unit in (one.by, one.to))
    return tuple(sorted({sender, to, *before, receipt.receiver, receipt.holder, *in_steps} - {NOBODY}))


def _told(said, receipt):
    """The fields of which the receipt knows what can be said of them. What a visitor keeps has been with the units that
    may have sent it (`before`).
    """
    sender, to, before = receipt.opening
    had = sender or before
    went = to and (had or any(one.to for one in receipt.steps))
    may_be_family = not sender or any(one.kind == SAID_NO for one in receipt.steps)
    asked = {"sender": had and (said["sender"] or not may_be_family), "to": went and said["to"]}
    return [name for name, is_asked in asked.items() if is_asked]
