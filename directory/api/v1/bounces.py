"""`POST /api/v1/bounces`: a referral that came back is reported in codes, counted, and kept in no other way."""

from dataclasses import dataclass
from typing import Annotated

from flask import current_app, g

from directory import clock, journal
from directory.api.answers import answer
from directory.api.desk_key import the_desk
from directory.api.fields import FieldsRefused, Typed, Word, fields_schema, read_fields
from directory.api.json_in import body
from directory.api.v1.operations import Operation, operation
from directory.api.v1.receipts import NotYours, signer
from directory.api.v1.unit_kinds import all_kinds
from directory.findings import names, say
from directory.routing import BounceRefused, allowed_in, bounce_of, reports_in
from directory.rules import CaseFault

TAG = "Returns"
NAMED = {  # fields by name: what they say
    "area": "Where the child lives. May be left out with a receipt.",
    "sender": "The kind of unit that sent it; null: a family.",
    "to": "The kind of unit that sent it back, or that it should not have come to.",
    "need_group": "The group of what it was about.",
    "level": "How much was asked for.",
    "reason": "Why it came back.",
}
UNITS = ("sender", "to")
REQUIRED = ("to", "need_group", "level", "reason")
OTHERS = (Typed("edge", "At age_border the age, as the rules of the area write it: 18 or 17y6m.", "", most=8),
          Typed("receipt", "The code of its receipt, which says the area and the rule.", ""))
FAULTS = {
    "missing": lambda field: say("%(field)s is missing.", field=field),
    "unknown": lambda field: say("%(field)s is not known.", field=field),
    "same_unit": lambda field: say("Sender and receiver are the same unit."),
    "another": lambda field: say("The receipt says another %(field)s.", field=field),
}


@dataclass(frozen=True, slots=True)
class Counted:
    """That a report was counted, and in which quarter."""

    counted: bool
    quarter: Annotated[str, "As 2026-Q4."]


def _named(name):
    return Word(name, NAMED[name], "", name in REQUIRED, known=lambda edition: _known(name, edition))


def _known(name, edition):
    """The codes of a field in any area."""
    known = allowed_in(edition, name)
    return tuple(dict.fromkeys((*known, *all_kinds(edition)))) if name in UNITS else known


FIELDS = (*map(_named, NAMED), *OTHERS)


@operation("bounces", Operation(
    "POST", "/bounces", TAG, "Report a referral that came back or went to the wrong place.", Counted,
    body=lambda edition: fields_schema(FIELDS, edition), refuses=(400, 401, 403, 404, 409, 413, 415, 422, 429, 503),
    example=lambda state: {name: allowed_in(state.edition, name)[0] for name in ("area", *REQUIRED)},
    status=201, key=True))
def bounces(asked):
    desk, said, day = the_desk(), read_fields(body(), FIELDS, g.edition), clock.today()
    kept = _receipt(said.pop("receipt"), day)
    bounce = _read(said, kept)
    if not reports_in(g.edition, desk, bounce.area):
        raise NotYours
    with current_app.extensions["database"].transaction() as session:
        journal.count_return(session, kept.code if kept else "", bounce, day=day, by=desk.handle, signer=signer())
    return answer(Counted(True, journal.quarter_of(day)), language=asked["language"], status=201)


def _receipt(code, day):
    """The receipt that a report names, or None.

    :raises CodeRefused, NoSuchReceipt, ReceiptAltered: it is none
    """
    if not code:
        return None
    with current_app.extensions["database"].transaction() as session:
        return journal.open_receipt(session, journal.read_code(code), day=day, signer=signer())


def _read(said, receipt):
    """The bounce that is reported.

    :raises FieldsRefused: with every field that is wrong
    """
    try:
        return bounce_of(g.edition, said, receipt)
    except BounceRefused as error:
        raise FieldsRefused(tuple(_fault(one) for one in error.faults)) from error


def _fault(one):
    hint = say("Choose among: %(choices)s.", choices=names(one.allowed)) if one.allowed else None
    return CaseFault(one.field, FAULTS[one.why](one.field), hint, one.allowed)
