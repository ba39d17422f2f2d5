"""What a report of a return says against the receipt that it names, so that no rule is counted for another's return."""

from directory.editions import Edition
from directory.journal import NOBODY, SAID_NO, Receipt
from directory.routing.needs_of import needs_of
from directory.routing.same_desk import same_desk


def against_receipt(edition: Edition, said, receipt: Receipt):
    """The fields of a report that say another than the receipt does, with the codes that it knows.

    :param said: by field what was said; empty says nothing, but for the sender, who then is a family
    """
    found = {"area": _areas(edition, said["area"], receipt), "need_group": _groups(edition, receipt),
             **_units(edition, said, receipt)}
    return {name: known for name, known in found.items() if known and said[name] not in known}


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

    Where it was put to nobody, it may have gone to anybody. A family sent it where no unit did, or where it was told
    no.
    """
    sender, to, before = receipt.opening
    alike = same_desk(edition, receipt.area)
    named = {sender, to, *before, receipt.receiver, receipt.holder,
             *(unit for one in receipt.steps for unit in (one.by, one.to))} - {NOBODY}
    is_family = not sender or any(one.kind == SAID_NO for one in receipt.steps)
    same = (one for one in (said["sender"], said["to"]) if any(alike(one, other) for other in named))
    units = (*sorted(named), *same)
    return {"sender": (*units, *((NOBODY,) if is_family else ())), "to": units if to else ()}
