"""A report of a returned referral, read: every value is a code that the edition knows, or it is refused with why."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from directory.ages import parse_ages, show_age
from directory.editions import Edition
from directory.errors import DirectoryError
from directory.journal import REASONS, Bounce, Receipt
from directory.routing.against_receipt import against_receipt
from directory.routing.journey import ruled_area
from directory.routing.same_desk import same_desk
from directory.rules.model import LEVEL, UNKNOWN

FIELDS = ("area", "sender", "to", "need_group", "level", "reason", "rule", "edge")
REQUIRED = ("area", "to", "need_group", "level", "reason")
AGE_BORDER = "age_border"
RULE = "rule"  # comes from a receipt alone
TOO_MANY = ("area",)  # codes to be listed in an answer


@dataclass(frozen=True, slots=True)
class BounceFault:
    """A field that is wrong, `why`: missing, unknown (no code that the edition has), same_unit, or another (than the
    receipt says); what it may be.
    """

    field: str
    why: str
    allowed: tuple[str, ...] = ()


class BounceRefused(DirectoryError):
    """A report with values that are no codes; `faults` are `BounceFault`s, one a field."""

    code, status = "bounce_refused", 422

    def __init__(self, faults):
        super().__init__(", ".join(f"{one.field}: {one.why}" for one in faults))
        self.faults = tuple(faults)


def bounce_of(edition: Edition, said: Mapping[str, str], receipt: Receipt | None = None) -> Bounce:
    """The bounce that somebody tells of.

    :param said: by field of a Bounce what was said; empty says nothing
    :param receipt: what it is the return of. It says the area and the rule, but for a rule that is gone
    :raises BounceRefused: a value is missing, no code, or another than the receipt says; with every field that is wrong
    """
    said = {name: said.get(name, "") for name in FIELDS if name != RULE}
    found = Bounce(**said | _told_by(edition, receipt))
    against = against_receipt(edition, said, receipt) if receipt else {}
    faults = {name: BounceFault(name, "another", tuple(filter(None, known))) for name, known in against.items()}
    faults |= {one.field: one for one in _faults(edition, said, found)}
    if faults:
        raise BounceRefused(faults.values())
    return found if found.reason == AGE_BORDER else replace(found, edge="")


def _told_by(edition, receipt):
    if receipt is None:
        return {}
    return {"area": receipt.area, RULE: receipt.rule if receipt.rule in allowed_in(edition, RULE) else ""}


def allowed_in(edition: Edition, field, *, area="", need_group=""):
    """The codes that a field of a report may hold, in the order in which pages list them.

    :param area: the area of the report, for the kinds of unit that only it has, and for its age borders
    """
    catalogue, ruleset = edition.catalogue, edition.ruleset
    ruled = ruled_area(edition, area)
    if field in ("sender", "to"):
        own = (one.id for one in ruled.units.values() if not one.process and one.id not in catalogue.agencies)
        return (*catalogue.agencies, *own)
    if field == "level":
        return (*(one for one in catalogue.inputs[LEVEL].values if one != UNKNOWN), UNKNOWN)
    if field == "edge":
        return age_borders(ruled, _needs_of(catalogue, need_group))
    return {"area": tuple(catalogue.areas), "need_group": tuple(catalogue.groups), "reason": REASONS,
            "rule": tuple(rule.id for layer in ruleset.base.layers.values() for rule in layer.rules)}[field]


def age_borders(area, needs):
    """The ages, as rules write them, at which a rule of an area for some of the needs begins or ends to hold."""
    rules = {rule for need in needs for rule in area.reaching.get(need, ())}
    whens = [when for rule in rules for when in area.whens_of(rule) if when.ages]
    found = {edge for when in whens for edge in (when.ages.first, when.ages.last + 1)}
    return tuple(show_age(months) for months in sorted(found)[1:-1])  # birth and the oldest age are no borders


def borders_of(edition: Edition, receipt, *, need_group=""):
    """The ages at which the rule of a receipt begins or ends to hold, of those that a report may name.

    That is all that a receipt tells of an age: where it names one, the case may lie at that border.
    """
    ages = parse_ages(receipt.ages)
    allowed = allowed_in(edition, "edge", area=receipt.area, need_group=need_group)
    return tuple(one for one in map(show_age, (ages.first, ages.last + 1)) if one in allowed)


def _needs_of(catalogue, group):
    return tuple(one.id for one in catalogue.needs.values() if not group or one.group == group)


def _faults(edition, said, found):
    """What is wrong with a report whether it is of a receipt or not."""
    if found.sender and same_desk(edition, found.area)(found.sender, found.to):
        yield BounceFault("to", "same_unit")
    for name, value in said.items():
        if fault := _fault(name, value or getattr(found, name), edition, found):
            yield fault


def _fault(name, value, edition, found):
    if not value:
        return BounceFault(name, "missing") if name in REQUIRED else None
    allowed = allowed_in(edition, name, area=found.area, need_group=found.need_group)
    return None if value in allowed else BounceFault(name, "unknown", () if name in TOO_MANY else allowed)
