"""The description (OpenAPI 3.1) is of what there is, and what there is keeps to it."""

import re

import pytest
import schemathesis

from directory.api.v1 import OPERATIONS
from tests.doors import CASE, post_case

DESCRIBED = "/api/v1/openapi.json"
OF_CODES = {"receipt", "signed_receipt"}  # which need one that was kept
GETS = [name for name, one in OPERATIONS.items() if one.method == "GET" and name not in OF_CODES]


@pytest.fixture(scope="module")
def schema(app):
    """The description as schemathesis reads it."""
    return schemathesis.openapi.from_wsgi(DESCRIBED, app)


def filled(schema, endpoint):
    """An address of an endpoint with the examples of its description in it."""
    path = "/api/v1" + re.sub(r"<(\w+)>", r"{\1}", OPERATIONS[endpoint].path)
    said = schema.raw_schema["paths"][path]["get"]["parameters"]
    return path, path.format(**{one["name"]: one["example"] for one in said if one["in"] == "path"})


def test_every_address_of_the_api_is_described_and_none_that_is_not_there(app, client):
    there = {(rule.rule.replace("<", "{").replace(">", "}"), method.lower()) for rule in app.url_map.iter_rules()
             for method in rule.methods - {"HEAD", "OPTIONS"} if rule.rule.startswith("/api/")}

    paths = client.get(DESCRIBED).get_json()["paths"]
    assert {(path, method) for path, methods in paths.items() for method in methods} == there


def test_the_description_is_valid(schema):
    schema.validate()

    assert schema.raw_schema["openapi"].startswith("3.1.")


@pytest.mark.parametrize("endpoint", [name for name in GETS if name != "search"])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_an_answer_keeps_to_its_description(client, schema, endpoint, language):
    path, address = filled(schema, endpoint)

    answer = client.get(address, headers={"Accept-Language": language})

    assert answer.status_code == 200
    schema[path]["GET"].validate_response(answer)


@pytest.mark.parametrize("words", ["bup", "däckbyte", "vem tar en femåring med adhd i Ånge"])
def test_what_a_search_finds_keeps_to_its_description(client, schema, words):
    answer = client.get("/api/v1/search", query_string={"q": words})

    schema["/api/v1/search"]["GET"].validate_response(answer)


@pytest.mark.parametrize("changes", [
    {}, {"acute": "now"}, {"level": "unknown", "age": "unknown"}, {"need": "far_illa"}, {"explain": "none"},
    {"facts": {"returned": "2"}}, {"area": "hudiksvall", "level": "bas"}, {"need": None}, {"age": "x" * 50},
])
def test_what_is_said_of_a_case_keeps_to_its_description(client, schema, changes):
    schema["/api/v1/decisions"]["POST"].validate_response(post_case(client, **changes))


def test_what_is_said_of_many_cases_keeps_to_its_description(client, schema):
    answer = client.post("/api/v1/decisions/batch", json=[CASE, {**CASE, "need": "adhd"}, 3])

    schema["/api/v1/decisions/batch"]["POST"].validate_response(answer)


def test_what_is_said_of_receipts_and_steps_keeps_to_its_description(service, schema):
    kept = service.post("/receipts", {**CASE, "area": "hudiksvall", "sender": "elevhalsa", "to": "bup"}, desk="school")
    at = f"/receipts/{kept.get_json()['code']}"

    schema["/api/v1/receipts"]["POST"].validate_response(kept)
    for kind, more in (("consult", {}), ("hand_over", {"to": "bup"}), ("call_meeting", {})):
        taken = service.post(f"{at}/steps", {"kind": kind, **more}, desk="school")
        schema["/api/v1/receipts/{code}/steps"]["POST"].validate_response(taken)
    schema["/api/v1/receipts/{code}"]["GET"].validate_response(service.get(at))
    schema["/api/v1/receipts/{code}/signed"]["GET"].validate_response(service.get(f"{at}/signed"))


@pytest.mark.parametrize("changes", [{}, {"to": "bup"}, {"to": "bup", "age": "17y8m"}, {"to": 3}, {"acute": "now"}])
def test_what_is_said_of_a_referral_keeps_to_its_description(service, schema, changes):
    answer = service.post("/referrals", {**CASE, "from": "skolskoterska", **changes})

    schema["/api/v1/referrals"]["POST"].validate_response(answer)


@pytest.mark.parametrize(("desk", "status"), [("clerk", 201), ("", 401)])
def test_what_is_said_of_a_report_keeps_to_its_description(service, schema, desk, status):
    answer = service.post("/bounces", {"area": "ange", "to": "bup", "need_group": "skolan", "level": "bas",
                                       "reason": "full"}, desk=desk)

    assert answer.status_code == status
    schema["/api/v1/bounces"]["POST"].validate_response(answer)


def test_what_is_for_desks_says_so(schema):
    keyed = {f"{method} {path}" for path, methods in schema.raw_schema["paths"].items()
             for method, said in methods.items() if said.get("security")}

    assert keyed == {"post /api/v1/bounces", "post /api/v1/receipts/{code}/steps"}


@pytest.mark.parametrize(("path", "status"), [("areas/atlantis", 404), ("areas?limit=0", 422), ("areas?after=x", 404)])
def test_a_problem_keeps_to_its_description(client, schema, path, status):
    answer = client.get(f"/api/v1/{path}")

    assert answer.status_code == status
    schema["/api/v1/areas/{area}" if "/" in path else "/api/v1/areas"]["GET"].validate_response(answer)


def test_an_answer_that_does_not_keep_to_its_description_is_found(client, schema):
    with pytest.raises(BaseExceptionGroup):
        schema["/api/v1/needs"]["GET"].validate_response(client.get("/api/v1/areas"))


def test_every_field_that_is_described_as_a_choice_lists_what_a_case_may_say(client, edition):
    said = client.get(DESCRIBED).get_json()["paths"]["/api/v1/decisions"]["post"]["requestBody"]["content"]

    properties = said["application/json"]["schema"]["properties"]
    assert properties["need"]["enum"] == list(edition.inputs.values["need"])
    assert set(properties["facts"]["properties"]) == {
        name.removeprefix("facts.") for name in edition.inputs.values if name.startswith("facts.")}
