"""Errors of the API as application/problem+json (RFC 9457), each with a stable `code`."""

import orjson
from flask import Response, request
from werkzeug.exceptions import HTTPException

from directory.errors import CaseRefused
from directory.findings import say
from directory.i18n import DEFAULT, LANGUAGES, translator

_TITLES = {
    "case_refused": say("The case has fields that are missing or not known."),
    "not_json": say("The request is not JSON."),
    "not_an_object": say("The case is not an object with fields."),
    "not_found": say("There is nothing at this address."),
    "method_not_allowed": say("This address does not take that method."),
    "request_entity_too_large": say("The request is too large."),
    "unsupported_media_type": say("Send application/json."),
}


def language():
    """The language that the asker prefers among those there are; Swedish where they say nothing."""
    return request.accept_languages.best_match(list(LANGUAGES)) or DEFAULT


def problem(status, code, *, detail=None, errors=None):
    """A problem as a response."""
    title = _TITLES[code].text(translator(language())) if code in _TITLES else code.replace("_", " ").capitalize() + "."
    body = {"type": f"urn:envagin:problem:{code}", "title": title, "status": status, "code": code}
    body |= {key: value for key, value in (("detail", detail), ("errors", errors)) if value}
    return Response(orjson.dumps(body), status, mimetype="application/problem+json")


def of_case(error: CaseRefused):
    """Each field that is wrong, what is wrong with it and what is allowed."""
    translate = translator(language())
    return problem(error.status, error.code, errors=[
        {"field": fault.field, "message": fault.message.text(translate), "allowed": list(fault.allowed),
         "hint": fault.hint.text(translate) if fault.hint else None} for fault in error.faults])


def of_http(error: HTTPException):
    code = (error.name or "error").lower().replace(" ", "_")
    response = problem(error.code or 500, code)
    for name, value in error.get_headers():
        if name.lower() in ("allow", "retry-after"):
            response.headers[name] = value
    return response
