"""Whatever is sent to the API, it says what is wrong as problem+json with a stable code, and never breaks."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.doors import CASE, post_bytes, post_case

PROBLEM = "application/problem+json"
FIELDS = ("area", "need", "level", "age", "from", "acute", "tried", "facts", "on", "explain", "unknown")
DEEP = json.loads("[" * 200 + "]" * 200)
NASTY = [None, True, False, 0, -1, 1.5, 1e30, 10**17, "", " ", "x" * 30_000, "\x00", "\u202e", "å" * 100, [], {}, [[]],
         {"a": 1}, "٩", "0009", "9.0", "%s%(x)s{}", "<script>", "../../etc", DEEP, {"a": DEEP}]


def code_of(response):
    assert response.content_type == PROBLEM
    problem = response.get_json(force=True)
    assert problem["status"] == response.status_code
    assert problem["type"].endswith(problem["code"])
    return response.status_code, problem["code"]


def test_every_wrong_field_is_named_with_what_is_allowed(client):
    answer = post_case(client, area="atlantis", need=None, level="hög", age=21, acute="yes", colour="red")

    assert code_of(answer) == (422, "case_refused")
    errors = {one["field"]: one for one in answer.get_json(force=True)["errors"]}
    assert set(errors) == {"area", "need", "level", "age", "acute", "colour"}
    assert errors["level"]["allowed"] == ["bas", "forsta_linjen", "specialist", "unknown"]
    assert errors["acute"]["allowed"] == ["no", "today", "now"]
    assert "generic" in errors["area"]["allowed"]
    assert "0-20" in errors["age"]["hint"]


def test_a_misspelt_word_is_met_with_the_right_one(client):
    error, = post_case(client, need="koncentration_adh").get_json(force=True)["errors"]

    assert error["hint"] == "Did you mean koncentration_adhd?"


def test_faults_within_tried_and_facts_are_named_by_their_path(client):
    answer = post_case(client, tried={"school_measure": "yes"}, facts={"placed": "maybe"}).get_json(force=True)

    assert [one["field"] for one in answer["errors"]] == ["tried.school_measure", "facts.placed"]
    assert answer["errors"][1]["allowed"] == ["no", "yes"]


def test_faults_are_told_in_the_language_of_the_asker(client):
    swedish, english = (post_case(client, age=21, accept=one).get_json(force=True) for one in ("sv", "en"))

    assert swedish["code"] == english["code"]
    assert swedish["errors"][0]["message"] != english["errors"][0]["message"]


@pytest.mark.parametrize("raw", [
    b"", b"{", b"{\"area\":}", b"{\"a\":1,}",
    b"\xff\xfe{}", b"\xef\xbb\xbf{}", b"{\"area\":\"\\ud800\"}", b"[" * 10_000 + b"]" * 10_000, b"1" * 5_000,
    b"{\"area\":\"generic\",\"area\":\"generic\"}", b"{\"facts\":{\"placed\":\"no\",\"placed\":\"yes\"}}", b"{'a': 1}",
    b"{\"a\":" * 300 + b"1" + b"}" * 300, b"area=generic", b"\x00",
])
def test_what_is_not_json_with_one_meaning_is_refused(client, raw):
    assert code_of(post_bytes(client, raw)) == (400, "not_json")


@pytest.mark.parametrize("number", [b"NaN", b"Infinity", b"-Infinity", b"1e400"])
def test_an_age_that_is_no_number_is_a_fault_of_that_field(client, number):
    raw = json.dumps({**CASE, "age": "?"}).encode().replace(b'"?"', number)

    answer = post_bytes(client, raw)

    assert (code_of(answer), answer.get_json(force=True)["errors"][0]["field"]) == ((422, "case_refused"), "age")


@pytest.mark.parametrize("raw", [b"[]", b"null", b"\"case\"", b"1", b"true", b"[{}]", b"NaN", b"1e400"])
def test_json_that_is_no_object_is_refused(client, raw):
    assert code_of(post_bytes(client, raw)) == (400, "not_an_object")


@pytest.mark.parametrize("kind", [None, "text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
def test_another_kind_of_content_is_refused(client, kind):
    assert code_of(post_bytes(client, json.dumps(CASE).encode(), content_type=kind)) == (415, "unsupported_media_type")


def test_a_body_over_64_kilobytes_is_refused(client):
    assert code_of(post_bytes(client, b" " * 65_537)) == (413, "request_entity_too_large")
    assert code_of(post_bytes(client, b" " * 65_536)) == (400, "not_json")


@pytest.mark.parametrize("path", ["/api/", "/api/v1", "/api/v1/decision", "/api/v1/decisions/", "/api/%ff"])
def test_an_address_that_does_not_exist_is_told_so(client, path):
    assert code_of(client.get(path)) == (404, "not_found")


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "PATCH", "PROPFIND"])
def test_another_method_is_told_which_there_are(client, method):
    answer = client.open("/api/v1/decisions", method=method)

    assert code_of(answer) == (405, "method_not_allowed")
    assert "POST" in answer.headers["Allow"]


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("value", NASTY, ids=lambda value: repr(value)[:20])
def test_no_value_of_any_field_breaks_anything(client, field, value):
    answer = post_bytes(client, json.dumps({**CASE, field: value}).encode())

    assert answer.status_code in (200, 400, 422)


@pytest.mark.parametrize("group", ["tried", "facts"])
@pytest.mark.parametrize("name", ["school_measures", "placed", "returned", "", "x" * 20_000, "\n", "__class__"])
def test_no_value_within_tried_or_facts_breaks_anything(client, group, name):
    for value in NASTY:
        answer = post_bytes(client, json.dumps({**CASE, group: {name: value}}).encode())

        assert answer.status_code in (200, 400, 413, 422)


JSON = st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
                    lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.sampled_from(FIELDS), inner))


@given(JSON)
def test_no_json_breaks_anything(client, value):
    assert post_bytes(client, json.dumps(value).encode()).status_code in (400, 422)


@given(st.dictionaries(st.sampled_from(FIELDS), JSON))
def test_no_case_breaks_anything(client, changes):
    assert post_bytes(client, json.dumps({**CASE, **changes}).encode()).status_code in (200, 400, 422)


@given(st.binary())
def test_no_bytes_break_anything(client, raw):
    assert post_bytes(client, raw).status_code in (400, 422)


@pytest.mark.parametrize("day", ["0001-01-01", "1999-12-31", "2026-11-21", "2030-06-06", "9999-12-31"])
def test_every_day_has_an_answer(client, day):
    assert post_case(client, on=day).status_code == 200
