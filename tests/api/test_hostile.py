"""No address, method or parameter breaks the API: every answer is one, or a problem that says what is wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.api.v1 import OPERATIONS
from directory.api.v1.vocabulary import KINDS

NASTY = ["%00", "..%2f..%2fetc", "%ff%fe", "%E2%80%AE", "a" * 3_000, "%20", "'", "%27%20OR%201=1--", "{{7*7}}",
         "%25s%25(x)s", "__class__", "None", "<script>", "%0d%0aX:%20y", "🙂", "-", "%2e%2e"]
LISTS = [f"/api/v1/{name}" for name in KINDS]


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize("one", NASTY, ids=lambda one: one[:12])
def test_an_id_that_nobody_has_is_not_found(client, path, one):
    answer = client.get(f"{path}/{one}")

    assert answer.status_code == 404
    assert answer.content_type == "application/problem+json"
    assert "\r" not in str(answer.headers.to_wsgi_list())


@pytest.mark.parametrize("path", [*LISTS, "/api/v1/search", "/api/v1/docs", "/api/v1/openapi.json"])
@pytest.mark.parametrize("value", NASTY, ids=lambda value: value[:12])
def test_a_parameter_that_nobody_knows_is_refused(client, path, value):
    for query in (f"{value}=1", f"limit={value}", f"language={value}"):
        answer = client.get(f"{path}?{query}")

        assert (answer.status_code, answer.content_type) == (422, "application/problem+json")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "TRACE", "PROPFIND", "GET2", "x" * 50])
@pytest.mark.parametrize("endpoint", ["areas", "areas_one", "search", "openapi", "docs"])
def test_another_method_is_refused_with_those_that_there_are(client, method, endpoint):
    path = OPERATIONS[endpoint].path.replace("<area>", "ange")

    answer = client.open(f"/api/v1{path}", method=method)

    assert (answer.status_code, answer.content_type) == (405, "application/problem+json")
    assert "GET" in answer.headers["Allow"]


@pytest.mark.parametrize("name", ["If-None-Match", "Accept-Language", "Accept", "Range", "If-Match", "Content-Type",
                                  "If-Modified-Since", "Content-Length"])
@pytest.mark.parametrize("value", ["", "*", "\"", "W/\"x\", \"y", "a" * 5_000, ";;;q=,,", "\xff", "bytes=0-1", "-1"])
def test_no_header_breaks_anything(client, name, value):
    answer = client.get("/api/v1/areas?limit=1", headers={name: value})

    assert answer.status_code in (200, 304, 400, 413)


@given(st.text(), st.text(), st.sampled_from(LISTS))
def test_no_parameter_breaks_anything(client, name, value, path):
    assert client.get(path, query_string={name: value}).status_code in (200, 404, 422)


@given(st.text(), st.sampled_from(LISTS))
def test_no_id_breaks_anything(client, one, path):
    assert client.get(f"{path}/{one}").status_code < 500


@given(st.text())
def test_no_search_breaks_anything(client, words):
    assert client.get("/api/v1/search", query_string={"q": words}).status_code in (200, 422)
