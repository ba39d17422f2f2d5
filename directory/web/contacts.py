"""How to reach a unit, as pages show it. What nobody has confirmed can be read and not rung."""

from dataclasses import dataclass

from directory.catalogue import PUBLIC, confirmed_until, opening_of
from directory.days import is_whole
from directory.i18n import tag
from directory.routing import Said, said
from directory.web.hours import moment_text

SAFE = ("https://", "http://")  # how an address begins that a link may lead to


@dataclass(frozen=True, slots=True)
class PhoneLine:
    """`dial` is the number for a link, empty where nobody has confirmed it."""

    number: str
    dial: str
    text: Said | None
    hours: Said | None


@dataclass(frozen=True, slots=True)
class UnitCard:
    """`confirmed` is the day on which its owner did so, or None, and `again` when that has to be done anew. `link` is
    `url` for a link, empty where nobody has confirmed it. `is_open` is None where it is not known; `until` says when
    that changes. `read`: when somebody read the number of a national one, as exactly as is known; else None.
    """

    name: Said | None
    phones: tuple[PhoneLine, ...]
    url: str | None
    link: str
    email: str | None
    address: str | None
    note: Said | None
    confirmed: str | None
    again: str | None
    is_open: bool | None = None
    until: str = ""
    read: str | None = None

    @property
    def is_read_on_a_day(self):
        """Whether more than the month or the year of the reading is known."""
        return is_whole(self.read)


@dataclass(frozen=True, slots=True)
class NationalNumber:
    """A number of the whole country: the agency whose it is, and how to reach it."""

    agency: str
    unit: UnitCard


def unit_card(unit, language, *, danger, audience=PUBLIC, now=None, mailbox=False):
    """How to reach a unit.

    :param danger: whether somebody may be in danger; then nothing is shown that nobody has confirmed
    :param audience: whom the numbers are for
    :param now: the moment that is judged for whether it is open; None: that is not shown
    :param mailbox: whether it is for staff, who alone write to the mailbox of a function
    """
    phones = tuple(_line(one, language) for one in unit.phones
                   if one.audience == audience and (one.confirmed or not danger))
    url, email, address = (unit.url, unit.email, unit.address) if unit.assured_date or not danger else (None,) * 3
    note = None if danger and not phones and not unit.assured_date else said(unit.note, language)
    written_to = email if mailbox else None
    is_open, until = _opening(unit, now, language) if now and _has_confirmed_hours(unit) else (None, "")
    return UnitCard(said(unit.name, language), phones, url, _link(unit), written_to, address, note,
                    _written(unit.assured_date), _written(confirmed_until(unit)), is_open, until, unit.read_on)


def _has_confirmed_hours(unit):
    """Whether somebody has confirmed when it is open: its owner, or a reading of all its numbers."""
    return unit.assured_date is not None or bool(unit.phones) and all(one.confirmed for one in unit.phones)


def _opening(unit, now, language):
    """Whether it is open, and when that changes."""
    opening = opening_of(unit, now)
    return opening.open, moment_text(opening.until, now, tag(language))


def _link(unit):
    return unit.url if unit.url and unit.assured_date and unit.url.startswith(SAFE) else ""


def _written(day):
    return day.isoformat() if day else None


def _line(one, language):
    dial = "".join(filter(str.isdigit, one.number)) if one.confirmed else ""
    return PhoneLine(one.number, dial, said(one.text, language), said(one.hours, language))
