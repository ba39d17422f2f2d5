"""Receipts: an answer is kept on request, and opened by its code. Nothing of a person is taken in or kept."""

from typing import Any

from flask import current_app, g, url_for

from directory import clock, journal
from directory.api.answers import answer
from directory.api.desk_key import the_desk
from directory.api.fields import Several
from directory.api.json_in import body
from directory.api.v1.by_time import known_by_time
from directory.api.v1.case_in import case_in
from directory.api.v1.case_schema import case_schema, example_case
from directory.api.v1.operations import Operation, operation
from directory.api.v1.receipt_shown import ShownReceipt, SignedReceipt, shown_receipt
from directory.api.v1.unit_kinds import all_kinds, kinds_in, unit_field
from directory.config import settings
from directory.errors import CaseRefused, DirectoryError
from directory.findings import say
from directory.routing import acts_as, holding_kinds, kept_draft, kinds_to_ask
from directory.rules import CaseFault

TAG = "Receipts"


class NotYours(DirectoryError):
    """The desk neither is, nor acts where, the unit that it would act as."""

    code, status = "not_yours", 403


WHO = (unit_field("sender", "The kind of unit that puts the question, and holds it; null: a family. It needs the key "
                  "of a desk that is this unit, or `to`."),
       unit_field("to", "The kind of unit that it is put to; null: whoever the answer names, where no unit sends."),
       Several("held", "The kinds of unit that have held the question before.", (), known=all_kinds))
DAY = "on"  # the field of a case that a receipt does not have: it is of today


def keep_schema(edition):
    """The schema of what is kept: a case, and who puts it to whom."""
    schema = case_schema(edition)
    own = {one.name: {**one.schema(edition), "description": one.about} for one in WHO}
    kept = {name: said for name, said in schema["properties"].items() if name != DAY}
    return {**schema, "properties": {**kept, **own}}


@operation("keep", Operation(
    "POST", "/receipts", TAG, "Keep the answer to a case for some months.", ShownReceipt, body=keep_schema,
    refuses=(400, 401, 403, 413, 415, 422, 429, 503), example=lambda state: example_case(state.edition), status=201,
    harmless="It keeps nothing of a person, names no unit, and a minute has room for so many alone."))
def keep(asked):
    draft, by = _draft(body())
    with _database().transaction() as session:
        receipt = journal.keep(session, draft, now=clock.now(), signer=signer(), days=settings().receipt_days,
                               by=by)
    response = _answer(receipt, asked, status=201)
    response.headers["Location"] = url_for("v1.receipt", code=receipt.code)
    return response


@operation("receipt", Operation(
    "GET", "/receipts/<code>", TAG, "What was kept with a code, and where the question stands.", ShownReceipt,
    refuses=(404, 409, 422, 503)))
def receipt(asked, code):
    return _answer(opened(code), asked)


@operation("signed_receipt", Operation(
    "GET", "/receipts/<code>/signed", TAG, "The same as it was signed, to be checked by others.", SignedReceipt,
    refuses=(404, 409, 422, 503)))
def signed_receipt(asked, code):
    return answer(journal.receipt_file(opened(code)), language=asked["language"])


def opened(code):
    """The receipt of a code that stands in an address."""
    with _database().transaction() as session:
        return journal.open_receipt(session, code_in(code), day=clock.today(), signer=signer())


def code_in(text):
    """The code that somebody wrote in an address, where one that cannot be is one that is not there.

    :raises NoSuchReceipt: it is none
    """
    try:
        return journal.read_code(text)
    except journal.CodeRefused as error:
        raise journal.NoSuchReceipt from error


def signer() -> journal.Signer:
    return current_app.extensions["signer"]


def _database():
    return current_app.extensions["database"]


def _draft(raw):
    """What is to be kept of a case, and the handle of the desk that names its sender, else "".

    :raises CaseRefused: fields are wrong; a day other than today is among them
    :raises DeskKeyNeeded, NotYours: a sender is named, and by no desk of the two units
    """
    case, who = case_in(raw, WHO)
    case = case.but(known_by_time(raw, case))
    faults = [] if case.on == clock.today() else [CaseFault(DAY, say("What is kept is today's answer."))]
    asked = kinds_to_ask(g.edition, case.area, case.need, is_sent=bool(who["sender"]), day=case.on)
    senders = holding_kinds(g.edition, case.area, ages=case.ages)
    faults += [*_unfit(who, ("sender",), senders), *_unfit(who, ("to",), asked),
               *_unfit(who, ("held",), kinds_in(g.edition, case.area))]
    if faults:
        raise CaseRefused(tuple(faults))
    place = raw["area"]
    by = _names_sender(who["sender"], who["to"], place) if who["sender"] else ""
    draft = kept_draft(g.edition, case, sender=who["sender"], to=who["to"], before=who["held"], place=place)
    if draft is None:
        raise journal.NotKept
    return draft, by


def _unfit(who, fields, fit):
    """What is wrong with fields that name kinds of unit which are not among those that fit there."""
    for name in fields:
        for kind in (who[name],) if isinstance(who[name], str) else who[name]:
            if kind and kind not in fit:
                yield CaseFault(name, say("%(value)s is not a known %(field)s.", value=kind, field=name), allowed=fit)


def _names_sender(sender, to, area):
    """The handle of a desk that is the sender, or the unit that was asked: a receipt is on the list of whom it names.
    """
    desk = the_desk()
    if not any(acts_as(g.edition, desk, kind, area) for kind in (sender, to)):
        raise NotYours
    return desk.handle


def _answer(receipt, asked, **more):
    shown: Any = shown_receipt(g.edition, receipt, language=asked["language"], day=clock.today())
    return answer(shown, language=asked["language"], **more)
