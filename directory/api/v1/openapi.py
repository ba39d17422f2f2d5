"""The description of version 1 (OpenAPI 3.1), made from what is registered and from the types of its answers."""

import re
from typing import get_args, get_origin

from directory.api.answers import JSON
from directory.api.json_schema import Schemas, about, closed
from directory.api.problems import PROBLEM, Problem
from directory.api.v1.operations import OPERATIONS, PREFIX
from directory.api.v1.reader import Single

TITLE = "En väg in"
ABOUT = ("Who takes care of a child's need, and how one gets there. Reading is open to all; nothing of a person is "
         "taken in or kept. Every answer names the edition that it was given from: the rules and the catalogue of one "
         "moment. What nobody has confirmed says `confirmed: false`, and no `assured_date`.")
WHY = {  # what each status of a problem means
    304: "Nothing has changed since the answer with the `ETag` that `If-None-Match` names.",
    400: "The request is not JSON, or of another shape.",
    401: "It is for desks, and no key of an open desk came along.",
    403: "The desk does not act for the unit that has the question, or the code of the hand-over is another.",
    409: "It cannot follow what there is: `why` and `ends` say which steps could; or the receipt was altered.",
    404: "There is no record with this id, or with that of `after`; near ones are named.",
    413: "The request is too large.",
    415: "The request is not sent as application/json.",
    422: "A field or a parameter is wrong; each is named with what is allowed. Or something looks like a personal "
         "identity number.",
    429: "There is no room for more: of what is kept in this minute, or of what a desk reports in a day.",
    503: "What is kept cannot be reached just now, or a day has no room for more.",
}
HEADERS = {
    "Content-Language": {"description": "The language of names and texts.", "schema": {"type": "string"}},
}
KEY = "desk_key"
BEARER = {"type": "http", "scheme": "bearer",
          "description": "The key of a desk, as `envagin accounts add-desk` told it."}
ETAG = {"ETag": {"description": "Follows from the edition, the day and the language. Send it as `If-None-Match`.",
                 "schema": {"type": "string"}}}
_IN_PATH = re.compile(r"<(\w+)>")


def description(state):
    """The description, with the words that the edition of a state knows."""
    schemas, paths = Schemas(), {}
    for endpoint, one in OPERATIONS.items():
        path = PREFIX + _IN_PATH.sub(r"{\1}", one.path)
        paths.setdefault(path, {})[one.method.lower()] = _operation(endpoint, one, schemas, state)
    return {
        "openapi": "3.1.0", "info": {"title": TITLE, "version": "1", "description": ABOUT},
        "servers": [{"url": "/"}], "paths": paths,
        "tags": [{"name": name} for name in dict.fromkeys(one.tag for one in OPERATIONS.values())],
        "components": {"schemas": dict(sorted(schemas.named.items())), "securitySchemes": {KEY: BEARER}},
    }


def _operation(endpoint, one, schemas, state):
    """What is said of one address."""
    example = one.example(state) if one.example else None
    said = {"operationId": endpoint, "tags": [one.tag], "summary": one.about,
            "parameters": [*_in_path(one, example), *(_in_query(each, state.edition) for each in one.parameters)],
            "responses": _responses(one, schemas)}
    if one.key:
        said["security"] = [{KEY: []}]
    if one.body:
        said["requestBody"] = {"required": True, "content": {JSON: {
            "schema": one.body(state.edition), "example": example}}}
    return said


def _in_path(one, example):
    for name in _IN_PATH.findall(one.path):
        yield {"name": name, "in": "path", "required": True, "description": "Its id or code.",
               "schema": {"type": "string"}, **({"example": example} if example and not one.body else {})}


def _in_query(parameter, edition):
    return {"name": parameter.name, "in": "query", "required": parameter.required, "description": parameter.about,
            "schema": parameter.schema(edition)}


def _responses(one, schemas):
    headers = {**HEADERS, **(ETAG if one.kept else {})}
    found = {str(one.status): {
        "description": "The answer.", "headers": headers,
        "content": {one.media: {"schema": _answer(one.answer, schemas)}}}}
    if one.kept:
        found["304"] = {"description": WHY[304], "headers": headers}
    problem = {PROBLEM: {"schema": schemas.of(Problem)}}
    return found | {str(status): {"description": WHY[status], "headers": HEADERS, "content": problem}
                    for status in one.refuses}


def _answer(kind, schemas):
    """The schema of an answer."""
    if get_origin(kind) is not Single:
        return schemas.of(kind)
    shown, = get_args(kind)
    schemas.of(shown)
    edition = {"type": "string", "description": "The edition that this was answered from."}
    return {"description": about(shown), **closed({"edition": edition, **schemas.properties(shown)})}
