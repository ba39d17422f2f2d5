"""The form of a report, as its page shows it: what a desk's own record or a receipt says stands there already."""

from dataclasses import dataclass
from functools import partial

from flask_babel import gettext as _
from markupsafe import Markup

from directory.access import DeskAccount
from directory.editions import Edition
from directory.i18n import pick, translator
from directory.journal import HAND_OVER, MEETING_HELD, Receipt
from directory.routing import Words, allowed_in, borders_of, ruled_area, same_desk
from directory.routing.check_words import unit_name
from directory.rules.model import NEED, UNKNOWN
from directory.rules.model import LEVEL as LEVEL_INPUT
from directory.web.askers import ASKERS
from directory.web.desk.bounce_form import AREA, EDGE, GROUP, LEVEL, REASON, RECEIPT, SENDER, TO, Report
from directory.web.desk.bounce_words import REASONS
from directory.web.desk.check_fields import list_of, shown_as
from directory.web.desk.check_form import SENDER as ASKER
from directory.web.desk.typed import Option, TypedField, typed_field
from directory.web.kept import case_of, group_of
from directory.web.once import once

FAMILY = ASKERS[0]  # the choice that says that no unit sent it, so that "nothing written" is something else
NOTED = "noted"
KNOWN_TOLD = (NOTED,)
CODES = {"already": 409, "enough": 429, "away": 503}


@dataclass(frozen=True, slots=True)
class Field:
    """A field to choose in; `fault` says what is wrong with it, or ""."""

    name: str
    options: tuple[Option, ...]
    fault: str


@dataclass(frozen=True, slots=True)
class ReportBouncePage:
    """`fields` to choose in, by name; `borders`: the ages at which the rule of the receipt begins or ends to hold.

    `told`: noted, already (the return of this receipt is counted), enough (the desk has reported enough today), away
    (it is not kept), or "".
    """

    desk: str
    typed: tuple[TypedField, ...]
    fields: dict[str, Field]
    receipt: str
    receipt_fault: str
    borders: tuple[str, ...]
    told: str
    edition: str


def report_page(edition: Edition, desk: DeskAccount, language, *, report: Report, told=""):
    """The page of the form with what a report says so far."""
    given, translate = report.given, translator(language)
    faults = {one.field: one.message.text(translate) for one in report.troubles}
    area = ruled_area(edition, given.get(AREA, ""))
    words = Words(edition.catalogue, language, area.units)
    borders = borders_of(edition, report.kept, need_group=given.get(GROUP, "")) if report.kept else ()
    return ReportBouncePage(
        unit_name(words, desk.kind) if desk.kind else desk.handle, _typed(edition, report, words, area),
        {name: Field(name, _options(name, edition, given, words, borders), faults.get(name, ""))
         for name in (LEVEL, REASON, EDGE)},
        given.get(RECEIPT, ""), faults.get(RECEIPT, ""), tuple(_years(one) for one in borders), told, edition.id)


def blank_report(desk: DeskAccount):
    """A report of a desk that has written nothing yet: it is in the desk's own area, and came to its own unit."""
    return Report({AREA: desk.area, TO: desk.kind}, {}, ())


def report_of(edition: Edition, desk: DeskAccount, receipt: Receipt, code):
    """What a receipt says of a report: its area, who put the question to whom last, and what its rule is for."""
    answer, alike = receipt.answer, same_desk(edition, receipt.area)
    sender, to = _sent_last(receipt, alike)
    own = "" if sender and alike(sender, desk.kind) else desk.kind
    level = dict(pair for pair in case_of(answer)).get(LEVEL_INPUT, "")
    borders = borders_of(edition, receipt)
    known = allowed_in(edition, TO, area=receipt.area)
    given = {
        AREA: receipt.area if receipt.area in edition.catalogue.areas else "",
        SENDER: sender if sender in known else "",
        TO: to if to in known and to != sender else own, GROUP: group_of(answer, edition.catalogue),
        LEVEL: level, EDGE: borders[0] if len(borders) == 1 else "", RECEIPT: code}
    return Report(given, {}, (), receipt)


def _sent_last(receipt, alike):
    """Who sent the question last, and to whom; nobody to whom, where it was not sent."""
    sent = [(one.by, one.to) for one in receipt.steps if one.kind in (HAND_OVER, MEETING_HELD)]
    return next(((by, to) for by, to in reversed(sent) if not alike(by, to)), receipt.opening[:2])


def _typed(edition, report, words, area):
    lists = {AREA: AREA, SENDER: ASKER, TO: TO, GROUP: NEED}
    return tuple(typed_field(name, report, language=words.language, show=partial(_shown, name, words=words),
                             options=_groups(edition, words) + list_of(of, edition, words, area) if name == GROUP
                             else list_of(of, edition, words, area)) for name, of in lists.items())


def _groups(edition, words):
    """The names of the groups, before those of the needs that mean one."""
    return once(("list", GROUP, words.language), lambda _day: Markup("").join(
        Markup('<option value="{}">').format(_shown(GROUP, one, words)) for one in edition.catalogue.groups))


def _shown(name, one, words):
    """What stands in a field for the code that is meant."""
    if name == GROUP:
        return pick(words.catalogue.groups[one].name, words.language)
    return shown_as(name, one, words)


def _options(name, edition, given, words, borders):
    allowed = allowed_in(edition, name, area=given.get(AREA, ""), need_group=given.get(GROUP, ""))
    in_order = (*borders, *(one for one in allowed if one not in borders)) if name == EDGE else allowed
    return tuple(Option(one, _name(name, one, words), one == given.get(name)) for one in in_order)


def _name(field, value, words):
    if field == LEVEL:
        return _("Not known") if value == UNKNOWN else words.value(LEVEL_INPUT, value)
    return str(REASONS[value]) if field == REASON else _years(value)


def _years(age):
    return _("%(years)s years", years=age)
