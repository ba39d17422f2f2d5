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

    Where no unit sent it, whoever did is not known: a family, or a profession that may be of several units. Then the
    receipt says whom it went to only once a unit has named another. A family sent it too where it was told no.
    """
    alike, named = same_desk(edition, receipt.area), _named(receipt)
    wrong = [name for name in _told(said, receipt) if not any(alike(said[name], one) for one in named)]
    others = {"sender": said["to"], "to": said["sender"]}
    return {name: tuple(one for one in sorted(named) if not alike(one, others[name])) for name in wrong}


def _named(receipt):
    """Every unit that a receipt names."""
    sender, to, before = receipt.opening
    in_steps = (unit for one in receipt.steps for unit in (one.by, one.to))
    return {sender, to, *before, receipt.receiver, receipt.holder, *in_steps} - {NOBODY}


def _told(said, receipt):
    """The fields of which the receipt knows what can be said of them."""
    sender, to, _ = receipt.opening
    went = to and (sender or any(one.to for one in receipt.steps))
    told_no = any(one.kind == SAID_NO for one in receipt.steps)
    asked = {"sender": sender and (said["sender"] or not told_no), "to": went and said["to"]}
    return [name for name, is_asked in asked.items() if is_asked]
