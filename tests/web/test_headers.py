"""Headers and hosts: every answer keeps what was asked to itself."""

import re

import pytest

from tests.doors import Page, ask, begin, post_bytes, post_case, token_of

ANSWERS = {
    "start": lambda client: client.get("/"), "now": lambda client: client.get("/nu"),
    "question": lambda client: ask(client, matter=None), "answer": lambda client: ask(client),
    "faults": lambda client: begin(client, place=None), "safe": lambda client: client.get("/trygg"),
    "begun": begin, "again": lambda client: client.get(f"/vag/{token_of(client)}/start"),
    "page not found": lambda client: client.get("/finns-inte"), "page wrong method": lambda client: client.put("/nu"),
    "page too large": lambda client: client.post("/vag", data={"place": "x" * 70_000}),
    "rules": lambda client: client.get("/regler"), "catalogue": lambda client: client.get("/katalog?area=ange"),
    "record": lambda client: client.get("/katalog/verksamheter/bup"),
    "moved": lambda client: client.get("/en"), "no such answers": lambda client: client.get("/vag/svar"),
    "decision": post_case, "refused": lambda client: post_case(client, age=21),
    "not json": lambda client: post_bytes(client, b"{"), "api not found": lambda client: client.get("/api/v1/x"),
}


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_every_answer_is_kept_to_itself(client, answer):
    headers = answer(client).headers

    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cross-Origin-Opener-Policy"] == headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["Permissions-Policy"]
    assert headers.getlist("Cache-Control") == ["no-store"]


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_no_answer_sets_a_cookie(client, answer):
    assert "Set-Cookie" not in answer(client).headers


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_no_answer_breaks(client, answer):
    assert answer(client).status_code < 500


@pytest.mark.parametrize("name", ["start", "now", "question", "answer", "faults", "safe", "page not found"])
def test_no_page_asks_another_host_for_anything_or_holds_a_script_of_its_own(client, name):
    page = Page(ANSWERS[name](client))

    wanted = [attrs[key] for _, attrs in page.tags for key in ("src", "href", "action", "data") if key in attrs]
    assert [one for one in wanted if re.match(r"\w+:|//", one) and not one.startswith("tel:")] == []
    assert page.html.count("<script") == len(page.all("script", "src")) and "style=" not in page.html
    assert not [name for _, attrs in page.tags for name in attrs if name.startswith("on")]


def test_a_static_file_may_be_kept_for_ever_since_its_address_changes_with_its_content(client):
    sheet, = (attrs["href"] for _, attrs in Page(client.get("/")).tags if attrs.get("rel") == "stylesheet")

    with client.get(sheet) as answer:
        assert (answer.status_code, answer.mimetype) == (200, "text/css")
        assert answer.headers.getlist("Cache-Control") == ["public, max-age=31536000, immutable"]
