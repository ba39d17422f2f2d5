"""How to reach a unit, as pages show it. What nobody has confirmed can be read and not rung."""

from dataclasses import dataclass

from directory.catalogue import PUBLIC
from directory.routing import Said, said


@dataclass(frozen=True, slots=True)
class PhoneLine:
    """`dial` is the number for a link, empty where nobody has confirmed it."""

    number: str
    dial: str
    text: Said | None
    hours: Said | None


@dataclass(frozen=True, slots=True)
class UnitCard:
    """`confirmed` is the day on which its owner did so, or None."""

    name: Said | None
    phones: tuple[PhoneLine, ...]
    email: str | None
    address: str | None
    note: Said | None
    confirmed: str | None


def unit_card(unit, language, *, danger, audience=PUBLIC):
    """How to reach a unit.

    :param danger: whether somebody may be in danger; then no number is shown that nobody has confirmed
    :param audience: whom the numbers are for
    """
    shown = [one for one in unit.phones if one.audience == audience and (one.confirmed or not danger)]
    phones = tuple(PhoneLine(one.number, "".join(filter(str.isdigit, one.number)) if one.confirmed else "",
                             said(one.text, language), said(one.hours, language)) for one in shown)
    day = unit.assured_date.isoformat() if unit.assured_date else None
    return UnitCard(said(unit.name, language), phones, unit.email, unit.address, said(unit.note, language), day)
