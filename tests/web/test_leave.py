"""The quick exit without a script: a cookie of five minutes, and neutral pages meanwhile."""

import pytest

from tests.doors import Page, ask, token_of

PAGES = ["/", "/nu", "/trygg", "/en/", "/vag/svar", "/regler", "/katalog", "/katalog?area=ange",
         "/en/katalog/verksamheter/bup", "/kontaktvagar", "/finns-inte", "/katalog/roller/finns-inte"]


@pytest.fixture
def caller(app):
    """Somebody whose browser keeps cookies."""
    return app.test_client()


def test_the_exit_leads_elsewhere_and_leaves_a_cookie_of_five_minutes_that_says_nothing(caller):
    answer = caller.get("/ut")

    assert (answer.status_code, answer.headers["Location"]) == (303, "https://www.smhi.se/")
    assert answer.headers["Set-Cookie"] == "u=1; Max-Age=300; HttpOnly; Path=/; SameSite=Lax" or \
        "Max-Age=300; HttpOnly" in answer.headers["Set-Cookie"]


def test_over_tls_the_cookie_is_sent_over_nothing_else(caller):
    assert "Secure" in caller.get("/ut", base_url="https://localhost").headers["Set-Cookie"]


@pytest.mark.parametrize("path", PAGES)
def test_who_comes_back_after_leaving_sees_a_page_that_tells_nothing(caller, path):
    caller.get("/ut")

    page = Page(caller.get(path, follow_redirects=True))

    words = "Important phone numbers" if path.startswith("/en") else "Viktiga telefonnummer"
    assert (page.words_of("h1"), page.words_of("title")) == (words, words)
    assert "En väg in" not in page.html
    assert page.all("a", "href") == ["tel:112", "tel:1177"]


def test_an_answer_is_hidden_too_and_shown_again_to_who_goes_on(caller):
    path = f"/vag/{token_of(caller)}"
    answer = Page(ask(caller)).words_of("h1")
    caller.get("/ut")

    hidden = Page(caller.get(path))
    form = {attrs["name"]: attrs["value"] for tag, attrs in hidden.tags if tag == "input"}
    shown = caller.post("/ut", data=form, follow_redirects=True)

    assert hidden.words_of("h1") != answer
    assert Page(shown).words_of("h1") == answer


@pytest.mark.parametrize("to", ["https://example.com/", "//example.com", "/\\example.com", "javascript:1", "", "x"])
def test_who_goes_on_is_sent_to_no_address_but_ours(caller, to):
    assert caller.post("/ut", data={"to": to}).headers["Location"] == "/"


@pytest.mark.parametrize("path", ["/api/v1/areas", "/katalog/enheter/hudiksvall-elevhalsa.vcf",
                                  "/katalog/enheter/hudiksvall-elevhalsa.svg", "/health/live"])
def test_what_is_no_page_is_not_hidden(app, caller, path):
    shown = app.test_client().get(path).data

    caller.get("/ut")

    assert caller.get(path).data == shown


@pytest.mark.parametrize("to", ["/\n//example.com", "/x\r\nSet-Cookie: a=b", "/\t\\example.com", "/a\\b"])
def test_an_address_that_browsers_would_read_in_another_way_leads_to_the_start(caller, to):
    answer = caller.post("/ut", data={"to": to})

    assert (answer.status_code, answer.headers["Location"]) == (303, "/")


def test_behind_a_proxy_the_cookie_goes_over_tls_alone_where_the_service_has_such_an_address(caller, monkeypatch):
    monkeypatch.setenv("ENVAGIN_ADDRESS", "https://envagin.example/")

    assert "; Secure" in caller.get("/ut").headers["Set-Cookie"]


@pytest.mark.parametrize("look", [{"method": "HEAD"}, {"headers": {"Sec-Purpose": "prefetch;prerender"}}])
def test_a_browser_that_only_looks_at_the_exit_has_not_left(caller, look):
    answer = caller.open("/ut", **look)

    assert answer.status_code == 303
    assert "Set-Cookie" not in answer.headers


def test_what_was_asked_for_beside_the_path_is_not_repeated_after_leaving(caller):
    caller.get("/ut")

    assert "19900101" not in caller.get("/nu?q=19900101-0017").text


def test_another_site_cannot_take_the_cookie_of_the_exit_away(caller):
    caller.get("/ut")

    answer = caller.post("/ut", data={"to": "/"}, headers={"Sec-Fetch-Site": "cross-site"})

    assert "Set-Cookie" not in answer.headers
    assert Page(caller.get("/om")).words_of("h1") == Page(caller.get("/finns-inte")).words_of("h1")
