"""What a referral lacks, and whom to ask for it."""

from dataclasses import dataclass

from directory.routing.from_18 import GROWN
from directory.routing.senders import is_family, kinds_of_sender
from directory.rules.model import FAMILY, REMISS, YOUTH, Item


@dataclass(frozen=True, slots=True)
class Needed:
    """An item that is missing, and the one to ask for it; None: whoever sends. `others` can supply it too."""

    item: Item
    by: str | None
    others: tuple[str, ...] = ()


def needed(edition, case, item, advice):
    """An item with the one to ask for it: the sender, if they have it; else the first that fits the child's age."""
    suppliers = _of_age(edition, edition.ruleset.base.suppliers_of(case.area, item.id), case.months)
    senders = {case.asker, *kinds_of_sender(edition, case)}
    fitting = [one for one in suppliers if _fits(advice.words.units.get(one), case.months)]
    in_order = sorted(fitting, key=lambda one: one not in senders)
    writer = advice.how.via if needs_referral(edition, advice) else None
    return Needed(item, in_order[0] if in_order else writer, tuple(in_order[1:]))


def needs_referral(edition, advice):
    """Whether a family asks for what is open to a referral alone."""
    return advice.how.way == REMISS and is_family(edition, advice.decision.case)


def from_family(edition, missing):
    """The items that a family can supply."""
    family = {one for group in (FAMILY, YOUTH) for one in edition.inputs.groups.get(group, ())}
    return tuple(one for one in missing if not family.isdisjoint((one.by, *one.others)))


def _of_age(edition, suppliers, months):
    """The suppliers with the young person instead of the guardians, where the young person is of age."""
    if months is None or months < GROWN:
        return suppliers
    groups = edition.inputs.groups
    grown = {one: min(groups.get(YOUTH, ()), default=None) for one in groups.get(FAMILY, ())}
    return tuple(dict.fromkeys(filter(None, (grown.get(one, one) for one in suppliers))))


def _fits(unit, months):
    return unit is None or unit.ages is None or months is None or months in unit.ages
