"""Errors of the API as application/problem+json (RFC 9457), each with a stable `code`."""

from typing import Annotated, NotRequired, TypedDict

import orjson
from flask import Response, request
from werkzeug.exceptions import HTTPException

from directory.findings import say
from directory.i18n import DEFAULT, LANGUAGES, translator
from directory.personal_numbers import holds_personal_number

PROBLEM = "application/problem+json"
TITLES = {
    "bad_request": say("The request could not be read."),
    "case_refused": say("The case has fields that are missing or not known."),
    "desk_key_needed": say("This is for desks. Send the key of an open desk: Authorization: Bearer desk-…"),
    "not_yours": say("The desk does not act for this unit, or not in this area."),
    "wrong_confirmation": say("This is not the code that the question was handed over with. After too many, ask the "
                              "sender to hand it over again: then a new code holds."),
    "step_refused": say("This step cannot follow. A question ends with one of the steps that are named."),
    "receipt_altered": say("The receipt is not what was signed."),
    "receipt_full": say("Nothing more is kept of this question. Call the joint meeting."),
    "no_such_receipt": say("There is no receipt with this code: there was none, or it is forgotten."),
    "code_refused": say("This is no code of a receipt. Look at each sign."),
    "fields_refused": say("Fields are missing or not known."),
    "already_counted": say("A return of this receipt is counted, and no unit has taken a step since."),
    "too_many_reported": say("The desk has reported as much as a day counts. Nothing was counted."),
    "not_kept": say("This answer is not kept: call at once, or call the number that is named."),
    "too_many_kept": say("There is no room for more receipts just now. Try again in a minute."),
    "not_json": say("The request is not JSON."),
    "not_an_object": say("The case is not an object with fields."),
    "not_a_list": say("The request is not a list of cases."),
    "too_many_cases": say("These are more cases than are answered at once."),
    "too_many_fields": say("The case has more fields than there are."),
    "not_found": say("There is nothing at this address."),
    "not_known": say("There is no record with this id."),
    "parameters_refused": say("The address has parameters that are missing or not known."),
    "personal_number": say("This looks like a personal identity number. Leave it out: nothing of a person is kept."),
    "method_not_allowed": say("This address does not take that method."),
    "request_entity_too_large": say("The request is too large."),
    "service_unavailable": say("What is kept cannot be reached just now. Try again in a while."),
    "unsupported_media_type": say("Send application/json."),
}


class Fault(TypedDict):
    """A field or a parameter that is wrong."""

    field: Annotated[str, "Its name; of one within another field tried.school_measures."]
    message: Annotated[str, "What is wrong with it."]
    allowed: Annotated[list[str], "What is allowed, where that can be listed."]
    hint: Annotated[str | None, "What would mend it."]


class Problem(TypedDict):
    """What was wrong with a request (RFC 9457)."""

    type: str
    title: Annotated[str, "What is wrong, in the language that the asker prefers."]
    status: int
    code: Annotated[str, "A word for the kind of problem, which stays."]
    errors: NotRequired[list[Fault]]
    why: NotRequired[Annotated[str, "Of a step that cannot follow: a word for the reason."]]
    ends: NotRequired[Annotated[list[str], "The kinds of step that could follow."]]


def language():
    """The language that the asker names, else the one that they prefer."""
    named = request.args.get("language")
    return named if named in LANGUAGES else preferred()


def preferred():
    """The language that the asker prefers among those there are; Swedish where they say nothing."""
    if "Accept-Language" not in request.headers:  # a machine's question, of which there are many a second
        return DEFAULT
    return request.accept_languages.best_match(list(LANGUAGES)) or DEFAULT


def problem(status, code, errors=None, **more):
    """A problem as a response."""
    body = as_json(status, code, errors) | more
    spoken = {"Content-Language": language(), "Vary": "Accept-Language"}
    return Response(orjson.dumps(body), status, mimetype=PROBLEM, headers=spoken)


def as_json(status, code, errors=None):
    """A problem as JSON has it."""
    title = TITLES[code].text(translator(language())) if code in TITLES else code.replace("_", " ").capitalize() + "."
    body = {"type": f"urn:envagin:problem:{code}", "title": title, "status": status, "code": code}
    return body | ({"errors": errors} if errors else {})


def of_faults(error):
    """Each field that is wrong, what is wrong with it and what is allowed, as JSON has it.

    :param error: a DirectoryError with `faults`
    """
    translate = translator(language())
    errors = [{"field": fault.field, "message": fault.message.text(translate), "allowed": list(fault.allowed),
               "hint": fault.hint.text(translate) if fault.hint else None} for fault in error.faults]
    if any(holds_personal_number(one[said]) for one in errors for said in ("field", "message")):
        return as_json(422, "personal_number")
    return as_json(error.status, error.code, errors)


def of_refused(error):
    """A problem that names each field or parameter that is wrong."""
    body = of_faults(error)
    return problem(body["status"], body["code"], body.get("errors"))


def of_not_known(error):
    """A problem that names the id, and those that may have been meant."""
    translate = translator(language())
    message = say("There is no %(id)s among %(kind)s.", id=error.shown, kind=error.kind).text(translate)
    return problem(error.status, error.code, [
        {"field": "id", "message": message, "allowed": [],
         "hint": error.hint.text(translate) if error.hint else None}])


def of_code(error):
    """A problem that its code says all about."""
    return problem(error.status, error.code)


def of_key_needed(error):
    """A problem that says how to send a key."""
    response = of_code(error)
    response.headers["WWW-Authenticate"] = 'Bearer realm="desk"'
    return response


def of_step(error):
    """A problem that says why a step cannot follow, and which could."""
    return problem(error.status, error.code, why=error.why, ends=list(error.ends))


def of_http(error: HTTPException):
    code = (error.name or "error").lower().replace(" ", "_")
    response = problem(error.code or 500, code)
    for name, value in error.get_headers():
        if name.lower() in ("allow", "retry-after"):
            response.headers[name] = value
    return response
