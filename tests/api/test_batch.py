"""Many cases at once: one answer or problem each, in their order, and bounds on what is taken."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.api.v1.decisions import MOST_BYTES, MOST_CASES
from tests.doors import CASE, post_case

SHORT = {**CASE, "explain": "none"}


def post(client, cases, *, accept="en", **more):
    raw = cases if isinstance(cases, bytes) else json.dumps(cases).encode()
    return client.post("/api/v1/decisions/batch", data=raw,
                       **{"content_type": "application/json", "headers": {"Accept-Language": accept}, **more})


def code_of(answer):
    assert answer.content_type == "application/problem+json"
    return answer.status_code, answer.get_json(force=True)["code"]


def test_each_case_has_the_answer_that_it_has_alone_in_the_same_order(client):
    changes = [{"area": "ange"}, {"acute": "now"}, {"explain": "none"}, {"level": "unknown", "age": "unknown"}]

    answers = post(client, [{**CASE, **one} for one in changes]).get_json()

    assert answers == [post_case(client, **one).get_json() for one in changes]


def test_a_case_that_is_refused_has_the_problem_that_it_has_alone_in_its_place(client):
    answers = post(client, [CASE, {**CASE, "need": "adhd"}, CASE]).get_json()

    assert answers[1] == post_case(client, need="adhd").get_json(force=True)
    assert [one.get("code") for one in answers] == [None, "case_refused", None]


@pytest.mark.parametrize("case", [None, [], "case", 3, True])
def test_what_is_no_case_has_a_problem_in_its_place(client, case):
    answers = post(client, [case, SHORT]).get_json()

    assert (answers[0]["code"], answers[1]["gate"]) == ("not_an_object", "rules")


def test_no_case_has_no_answer(client):
    assert post(client, []).get_json() == []


def test_a_thousand_cases_are_answered_and_no_more(client):
    assert len(post(client, [SHORT] * MOST_CASES).get_json()) == MOST_CASES
    assert code_of(post(client, [SHORT] * (MOST_CASES + 1))) == (422, "too_many_cases")


def test_a_batch_may_be_longer_than_other_requests_but_not_endless(client):
    assert code_of(post(client, b" " * (MOST_BYTES + 1))) == (413, "request_entity_too_large")
    assert code_of(post(client, b" " * MOST_BYTES)) == (400, "not_json")


@pytest.mark.parametrize("value", [{}, {"cases": []}, "[]", 1, None])
def test_what_is_no_list_is_refused(client, value):
    assert code_of(post(client, value)) == (400, "not_a_list")


def test_another_kind_of_content_is_refused(client):
    assert code_of(post(client, [CASE], content_type="text/plain")) == (415, "unsupported_media_type")


@pytest.mark.parametrize("changes", [
    {f"x{number}": 1 for number in range(40)}, {"facts": {f"x{number}": 1 for number in range(40)}},
])
def test_a_case_with_more_fields_than_any_has_is_not_gone_through(client, changes):
    alone, = post(client, [{**CASE, **changes}]).get_json()

    assert (alone["status"], alone["code"]) == (422, "too_many_fields")
    assert code_of(post_case(client, **changes)) == (422, "too_many_fields")


def test_what_looks_like_a_personal_identity_number_is_not_repeated(client):
    answer = post(client, [{**CASE, "need": "20121212-1212"}])

    assert [one["code"] for one in answer.get_json()] == ["personal_number"]
    assert "1212" not in answer.get_data(as_text=True)


def test_problems_are_told_in_the_language_of_the_asker(client):
    swedish, english = (post(client, [3], accept=one).get_json()[0]["title"] for one in ("sv", "en"))

    assert swedish != english


@given(st.lists(st.recursive(st.none() | st.integers() | st.floats() | st.text(),
                             lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=8)))
def test_no_batch_breaks_anything(client, values):
    answer = post(client, values)

    assert answer.status_code == 200
    assert len(answer.get_json()) == len(values)
