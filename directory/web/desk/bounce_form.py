"""What a desk sends to report a return, read and understood. There is no field for words of one's own: what is typed
must mean a code.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from werkzeug.datastructures import MultiDict

from directory.access import DeskAccount
from directory.editions import Edition
from directory.errors import DirectoryError
from directory.findings import say
from directory.journal import Bounce, Receipt
from directory.personal_numbers import holds_personal_number
from directory.routing import BounceRefused, bounce_of, reports_in, ruled_area
from directory.routing.bounce_meant import group_meant, sender_meant
from directory.routing.meant import NO_UNIT, area_meant, asker_meant, unit_meant
from directory.web.desk.typed import PERSONAL, Reader, Trouble

AREA, SENDER, TO, GROUP, LEVEL, REASON, EDGE, RECEIPT = FIELDS = (
    "area", "sender", "to", "need_group", "level", "reason", "edge", "receipt")
CHOOSE = say("Choose an answer.")
MISSING = {AREA: say("Say where the child lives."), SENDER: say("Say who sent it."), TO: say("Say to whom it went."),
           GROUP: say("Say what it is about."), LEVEL: CHOOSE, REASON: CHOOSE}
STRANGE = {AREA: say("We know no such place. Write a municipality or a region."),
           SENDER: say("We do not know this sender. Write a unit, a profession, or a parent."),
           TO: say("We do not know this unit. Write it in another way."),
           GROUP: say("We do not understand what it is about. Write it in another way.")}
WHICH = say("Which unit? This profession works at several. Choose one.")
NOT_HERE = say("This cannot be chosen here. Choose anew.")
SAME = say("Sender and receiver are the same unit.")
ANOTHER = say("The receipt says something else. Change this, or leave the code out.")
NOT_YOURS = say("Your desk reports what came back in its own area. This is another.")
NO_RECEIPT = say("There is no receipt with this code.")
LONGEST_CODE = 40  # characters of what may be a code


@dataclass(frozen=True, slots=True)
class Report:
    """What was sent: `given` by field, as codes; `typed` as it was written, without what must not be shown; `bounce` is
    None where there are `troubles`. `kept` is the receipt that was named.
    """

    given: dict[str, str]
    typed: dict[str, str]
    troubles: tuple[Trouble, ...]
    kept: Receipt | None = None
    bounce: Bounce | None = None


def read_report(edition: Edition, form: MultiDict, *, receipt_of: Callable[[str], Receipt]):
    """What a form says.

    :param receipt_of: the receipt of a code; it raises DirectoryError where there is none
    """
    reader = Reader(form, missing=MISSING, strange=STRANGE)
    code, kept, trouble = read_receipt(form.get(RECEIPT, ""), receipt_of)
    typed = reader.typed(AREA, lambda text: area_meant(edition, text), needed=kept is None) or ""
    area = kept.area if kept else typed
    ruled = ruled_area(edition, area).id
    reader.typed(SENDER, lambda text: sender_meant(edition, area, text))
    reader.troubles = _which_of(edition, ruled, form, reader.troubles)
    reader.typed(TO, lambda text: unit_meant(edition, ruled, text))
    reader.typed(GROUP, lambda text: group_meant(edition, text))
    chosen = {name: form.get(name, "") for name in (LEVEL, REASON, EDGE)}
    given = {**chosen, **reader.given, AREA: typed or area, RECEIPT: code}
    bounce, faults = _bounce(edition, given, kept)
    named = {one.field for one in (*reader.troubles, *trouble)}
    troubles = (*reader.troubles, *trouble, *(one for one in faults if one.field not in named))
    in_order = sorted(troubles, key=lambda one: FIELDS.index(one.field))
    return Report(given, reader.shown, tuple(in_order), kept, None if troubles else bounce)


def within_reach(edition: Edition, desk: DeskAccount, report: Report):
    """A report, which is none where it is of an area that the desk does not act in."""
    if report.bounce is None or reports_in(edition, desk, report.bounce.area):
        return report
    return replace(report, bounce=None, troubles=(Trouble(AREA, NOT_YOURS),))


def read_receipt(code, receipt_of: Callable[[str], Receipt]):
    """A code as it may be shown again, its receipt or None, and what is wrong with it."""
    code = code.strip()[:LONGEST_CODE]
    if holds_personal_number(code):
        return "", None, (Trouble(RECEIPT, PERSONAL),)
    try:
        return code, receipt_of(code) if code else None, ()
    except DirectoryError:
        return code, None, (Trouble(RECEIPT, NO_RECEIPT),)


def _which_of(edition, ruled, form, troubles):
    """The troubles; where the sender is known, as a profession of several units, that says to choose one of them."""
    text = " ".join(form.get(SENDER, "").split())
    if holds_personal_number(text) or asker_meant(edition, ruled, text).id is None:
        return troubles
    return [replace(one, message=WHICH) if one.field == SENDER and one.near else one for one in troubles]


def _bounce(edition, given, kept):
    """The bounce, or None and what is wrong with it."""
    sender = given.get(SENDER, "")
    said = {name: given.get(name, "") for name in FIELDS if name != RECEIPT}
    said[SENDER] = "" if sender in NO_UNIT else sender
    try:
        return bounce_of(edition, said, kept), ()
    except BounceRefused as error:
        return None, tuple(Trouble(one.field, _why(one)) for one in error.faults)


def _why(fault):
    return {"missing": MISSING.get(fault.field, CHOOSE), "same_unit": SAME, "another": ANOTHER}.get(fault.why, NOT_HERE)
