"""`POST /api/v1/decisions`: a case in, a decision out."""

import orjson
from flask import Blueprint, Response, g, request

from directory import clock
from directory.api.json_in import NotJson, read_json
from directory.api.problems import language, problem
from directory.routing import advise, as_json
from directory.rules import read_case

v1 = Blueprint("v1", __name__, url_prefix="/api/v1")


@v1.post("/decisions")
def decisions():
    """The decision on the case in the request's body."""
    if not request.is_json:
        return problem(415, "unsupported_media_type")
    try:
        raw = read_json(request.get_data())
    except NotJson:
        return problem(400, "not_json")
    if not isinstance(raw, dict):
        return problem(400, "not_an_object")
    edition = g.edition
    ruleset = edition.ruleset
    case = read_case(raw, ruleset.base.inputs, areas=ruleset.areas, today=clock.today())
    explain = raw.get("explain", "full") == "full"
    advice = advise(ruleset, case, catalogue=edition.catalogue, edition=edition.id, language=language(),
                    explain=explain)
    return Response(orjson.dumps(as_json(advice, explain=explain)), mimetype="application/json")
