"""A unit as a vCard, and its page as a QR code. What nobody has confirmed stands in the note, and cannot be rung."""

import io
import re

import segno
from flask_babel import gettext as _

from directory.catalogue import is_gone
from directory.i18n import pick
from directory.web.fresh import CONFIRMED, state_of

LONGEST_LINE = 75  # octets of a vCard's line (RFC 2426, 2.6); longer ones go on in the next after a blank
BREAKS = re.compile(r"\r\n|[\r\n]")


def vcard(unit, language, *, day, here):
    """The unit's vCard 3.0, the version that phones and mail programs all read.

    :param here: the address of the unit's page
    """
    name, gone = pick(unit.name, language), is_gone(unit, day)
    sure = state_of(unit, day) == CONFIRMED and not gone
    lines = ["BEGIN:VCARD", "VERSION:3.0", f"FN:{_text(name)}", f"N:{_text(name)};;;;",
             f"ORG:{_text(unit.organization or name)}"]
    lines += _details(unit) if sure else []
    note = _("Closed since %(day)s.", day=unit.closes_on.isoformat()) if gone else _note(unit, language, sure)
    lines += [*([f"NOTE:{_text(note)}"] if note else []), f"SOURCE:{here}", f"UID:{here}", "END:VCARD"]
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def qr_svg(text):
    """A QR code of a text as an SVG picture."""
    drawn = io.BytesIO()
    segno.make(text, error="m", micro=False).save(drawn, kind="svg", scale=4, light="#fff", xmldecl=False)
    return drawn.getvalue()


def _details(unit):
    """How to reach a unit whose owner has confirmed it."""
    yield from (f"TEL;TYPE=WORK,VOICE:{_text(one.number)}" for one in unit.phones if one.confirmed)
    for name, value in (("EMAIL;TYPE=INTERNET,WORK", unit.email), ("URL", unit.url)):
        if value:
            yield f"{name}:{_text(value)}"
    if unit.address:
        yield f"ADR;TYPE=WORK:;;{_text(unit.address)};;;;"


def _note(unit, language, sure):
    told = pick(unit.note, language) if unit.note else ""
    if sure:
        return " ".join(filter(None, (told, _when_checked(unit))))
    details = [*(one.number for one in unit.phones), unit.email, unit.url, unit.address]
    shown = ", ".join(filter(None, details))
    return " ".join(filter(None, (told, _("Not confirmed:"), shown or _("how to reach it."))))


def _when_checked(unit):
    if unit.assured_date:
        return _("Confirmed %(day)s.", day=unit.assured_date.isoformat())
    return _("Last checked: %(when)s.", when=unit.read_on) if unit.read_on else ""


def _text(value):
    """A value as vCards write it (RFC 2426, 4)."""
    escaped = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return BREAKS.sub("\\\\n", escaped)


def _folded(line):
    """A line cut where it grows too long, never within a character."""
    parts, rest = [], line
    while len(rest.encode()) > LONGEST_LINE:
        end = LONGEST_LINE
        while len(rest[:end].encode()) > LONGEST_LINE - 1:  # the blank before what goes on counts
            end -= 1
        parts.append(rest[:end])
        rest = rest[end:]
    return "\r\n ".join([*parts, rest])
