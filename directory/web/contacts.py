"""How to reach a unit, as pages show it. What nobody has confirmed can be read and not rung."""

from dataclasses import dataclass

from directory.catalogue import PUBLIC, opening_of
from directory.i18n import tag
from directory.routing import Said, said
from directory.web.hours import moment_text


@dataclass(frozen=True, slots=True)
class PhoneLine:
    """`dial` is the number for a link, empty where nobody has confirmed it."""

    number: str
    dial: str
    text: Said | None
    hours: Said | None


@dataclass(frozen=True, slots=True)
class UnitCard:
    """`confirmed` is the day on which its owner did so, or None. `is_open` is None where it is not known; `until` says
    when that changes.
    """

    name: Said | None
    phones: tuple[PhoneLine, ...]
    email: str | None
    address: str | None
    note: Said | None
    confirmed: str | None
    is_open: bool | None = None
    until: str = ""


def unit_card(unit, language, *, danger, audience=PUBLIC, now=None):
    """How to reach a unit.

    :param danger: whether somebody may be in danger; then nothing is shown that nobody has confirmed
    :param audience: whom the numbers are for
    :param now: the moment that is judged for whether it is open; None: that is not shown
    """
    phones = tuple(_line(one, language) for one in unit.phones
                   if one.audience == audience and (one.confirmed or not danger))
    is_shown = bool(unit.assured_date) or not danger
    day = unit.assured_date.isoformat() if unit.assured_date else None
    opening = opening_of(unit, now) if now else None
    until = moment_text(opening.until, now, tag(language)) if opening else ""
    return UnitCard(said(unit.name, language), phones, unit.email if is_shown else None,
                    unit.address if is_shown else None, said(unit.note, language), day,
                    opening.open if opening else None, until)


def _line(one, language):
    dial = "".join(filter(str.isdigit, one.number)) if one.confirmed else ""
    return PhoneLine(one.number, dial, said(one.text, language), said(one.hours, language))
