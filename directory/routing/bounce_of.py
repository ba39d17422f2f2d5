"""A report of a returned referral, read: every value is a code that the edition knows, or it is refused with why."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from directory.ages import parse_ages, show_age
from directory.editions import Edition
from directory.errors import DirectoryError
from directory.journal import REASONS, Bounce
from directory.routing.journey import ruled_area
from directory.rules.model import LEVEL, UNKNOWN

FIELDS = ("area", "sender", "to", "need_group", "level", "reason", "rule", "edge")
REQUIRED = ("area", "to", "need_group", "level", "reason")
AGE_BORDER = "age_border"
TOO_MANY = ("area", "rule")  # codes to be listed in an answer


@dataclass(frozen=True, slots=True)
class BounceFault:
    """A field that is wrong, `why`: missing, unknown (no code that the edition has), or same_unit; what it may be."""

    field: str
    why: str
    allowed: tuple[str, ...] = ()


class BounceRefused(DirectoryError):
    """A report with values that are no codes; `faults` are `BounceFault`s, one a field."""

    code, status = "bounce_refused", 422

    def __init__(self, faults):
        super().__init__(", ".join(f"{one.field}: {one.why}" for one in faults))
        self.faults = tuple(faults)


def bounce_of(edition: Edition, said: Mapping[str, str]) -> Bounce:
    """The bounce that somebody tells of.

    :param said: by field of a Bounce what was said; empty says nothing. `rule` comes from a receipt alone
    :raises BounceRefused: a value is missing, or no code; with every field that is wrong
    """
    found = Bounce(**{name: said.get(name, "") for name in FIELDS})
    faults = [fault for name in FIELDS if (fault := _fault(name, getattr(found, name), edition, found))]
    if found.sender and found.sender == found.to:
        faults.append(BounceFault("to", "same_unit"))
    if faults:
        raise BounceRefused(faults)
    return found if found.reason == AGE_BORDER else replace(found, edge="")


def with_receipt(edition: Edition, said: Mapping[str, str], receipt):
    """What somebody said of a bounce, with the area and the rule of the receipt; a rule that is gone is left out."""
    rule = receipt.rule if receipt.rule in allowed_in(edition, "rule") else ""
    return {**said, "area": receipt.area, "rule": rule}


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


def _fault(name, value, edition, found):
    if not value:
        return BounceFault(name, "missing") if name in REQUIRED else None
    allowed = allowed_in(edition, name, area=found.area, need_group=found.need_group)
    return None if value in allowed else BounceFault(name, "unknown", () if name in TOO_MANY else allowed)
