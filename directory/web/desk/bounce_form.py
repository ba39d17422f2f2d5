"""The form of a report: codes to choose among and the code of a receipt. There is no field for words of one's own."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from flask_babel import gettext as _

from directory.access import DeskAccount
from directory.editions import Edition
from directory.errors import DirectoryError
from directory.journal import Bounce
from directory.personal_numbers import holds_personal_number
from directory.routing import BounceRefused, Words, allowed_in, area_with_rules, bounce_of, with_receipt
from directory.rules.model import LEVEL, UNKNOWN
from directory.web.desk.bounce_words import REASONS

FIELDS = ("area", "sender", "to", "need_group", "level", "reason", "edge")
FAMILY = "family"  # the choice that says NOBODY, so that "nothing chosen" is something else
RECEIPT = "receipt"
MISSING, UNKNOWN_VALUE, SAME, PERSON, NO_RECEIPT = "missing", "unknown", "same_unit", "person", "no_receipt"
NOTED = "noted"
KNOWN_TOLD = (NOTED,)
CODES = {"enough": 429, "away": 503}
LONGEST = 20  # characters of a code that are shown again


@dataclass(frozen=True, slots=True)
class Report:
    """What was sent: the values by field, what is wrong by field, and the bounce where nothing is."""

    values: Mapping[str, str]
    faults: Mapping[str, str]
    bounce: Bounce | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    name: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Field:
    """A field to choose in; `fault` is a word for what is wrong with it, or ""."""

    name: str
    choices: tuple[Choice, ...]
    fault: str


@dataclass(frozen=True, slots=True)
class ReportBouncePage:
    """`fields` by name; `told`: noted, enough (the desk has reported enough today), away (it is not kept), or ""."""

    desk: str
    fields: Mapping[str, Field]
    receipt: str
    receipt_fault: str
    told: str
    edition: str


def read_report(edition: Edition, form: Mapping[str, str], *, receipt_of: Callable):
    """What a form says.

    :param receipt_of: the receipt of a code; it raises DirectoryError where there is none
    """
    values = {name: form.get(name, "").strip() for name in (*FIELDS, RECEIPT)}
    said, faults = _with_receipt(edition, values, receipt_of)
    if not said["sender"]:
        faults["sender"] = MISSING
    try:
        found = bounce_of(edition, {**said, "sender": "" if said["sender"] == FAMILY else said["sender"]})
    except BounceRefused as error:
        return Report(values, {**{one.field: one.why for one in error.faults}, **faults})
    return Report(values, faults, None if faults else found)


def _with_receipt(edition, values, receipt_of):
    """What is said, with what its receipt says where one is named; and what is wrong with that, by field."""
    said = {name: values[name] for name in FIELDS}
    if holds_personal_number(values[RECEIPT]):
        return said, {RECEIPT: PERSON}
    try:
        return (with_receipt(edition, said, receipt_of(values[RECEIPT])) if values[RECEIPT] else said), {}
    except DirectoryError:
        return said, {RECEIPT: NO_RECEIPT}


def report_page(edition: Edition, desk: DeskAccount, language, *, report: Report | None = None, told=""):
    """The page of the form; where nothing was sent, the desk's own area and unit are chosen."""
    own = {"area": desk.area, "to": desk.kind}
    values = {**dict.fromkeys((*FIELDS, RECEIPT), ""), **(report.values if report else own)}
    faults = report.faults if report else {}
    fields = {name: Field(name, _choices(name, edition, values, language), faults.get(name, "")) for name in FIELDS}
    receipt = "" if faults.get(RECEIPT) == PERSON else values[RECEIPT][:LONGEST]
    return ReportBouncePage(desk.handle, fields, receipt, faults.get(RECEIPT, ""), told, edition.id)


def _choices(name, edition, values, language):
    ruled = area_with_rules(edition, values["area"])
    words = Words(edition.catalogue, language, (edition.ruleset.areas.get(ruled) or edition.ruleset.nation).units)
    allowed = allowed_in(edition, name, area=values["area"], need_group=values["need_group"])
    named = [(one, _name(name, one, words)) for one in allowed]
    if name in ("area", "sender", "to"):
        named.sort(key=lambda one: one[1].casefold())
    if name == "sender":
        named.insert(0, (FAMILY, _("A family")))
    return tuple(Choice(one, text, one == values[name]) for one, text in named)


def _name(field, value, words):
    if field == "area":
        return words.area(value)
    if field in ("sender", "to"):
        return words.unit(value)
    if field == "level":
        return _("Not known") if value == UNKNOWN else words.value(LEVEL, value)
    if field == "need_group":
        group = words.catalogue.groups[value]
        return group.name.get(words.language) or group.name["sv"]
    return str(REASONS[value]) if field == "reason" else _("%(years)s years", years=value)
