"""Signing in: a key is traded for a session in a cookie, which holds as long as the desk is open."""

import re

import pytest

from directory import access, clock
from directory.web.desk.door import form_token, needs_desk, signed_in
from tests.desks import serve
from tests.doors import Page

PATH = "/en/remiss/nyckel"
PROBE = "/remiss/nyckel/prov"


@needs_desk
def probe():
    """A page that a desk alone may use: it says which desk, and has the token of a form."""
    return f"{signed_in().handle} {form_token()}"


@pytest.fixture(scope="module")
def service(edition, tmp_path_factory):
    with pytest.MonkeyPatch.context() as environment:
        made = serve(edition, tmp_path_factory.mktemp("desks"), environment)
        made.app.add_url_rule(PROBE, "desk.probe", probe, methods=["GET", "POST"])
        yield made


@pytest.fixture
def caller(service):
    return service.client()


def sign_in(caller, key, **more):
    return caller.post(PATH, data={"key": key, **more.pop("form", {})}, **more)


def token_of(caller):
    return re.search('value="(.*?)"', caller.get(PROBE).text)[1]


def test_a_visitor_reads_the_form_and_gets_no_cookie(caller):
    answer = caller.get(PATH)

    assert answer.status_code == 200 and "Set-Cookie" not in answer.headers
    assert [attrs["type"] for tag, attrs in Page(answer).tags if tag == "input"] == ["hidden", "password"]


@pytest.mark.parametrize(("handle", "area", "to"), [
    ("bup", "Region Gävleborg", "Child and adolescent psychiatry (BUP)"), ("clerk", "", "")])
def test_a_desk_begins_a_check_with_its_own_area_and_itself_as_whom_it_came_to(service, handle, area, to):
    page = Page(service.signed_in(handle).get("/en/remiss"))

    typed = {attrs["name"]: attrs["value"] for tag, attrs in page.tags if attrs.get("type") == "text"}
    assert (typed["area"], typed["to"], typed["from"]) == (area, to, "")


def test_a_key_is_traded_for_a_cookie_that_scripts_and_other_sites_do_not_get(service, caller):
    cookie = sign_in(caller, service.keys["school"]).headers["Set-Cookie"]

    assert {"HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=28800"} <= set(cookie.split("; "))
    assert "Secure" not in cookie and service.keys["school"] not in cookie
    assert caller.get(PROBE).text.startswith("school ")


def test_over_tls_the_cookie_is_sent_over_nothing_else(service, caller):
    answer = sign_in(caller, service.keys["school"], base_url="https://localhost")

    assert "Secure" in answer.headers["Set-Cookie"].split("; ")


def test_every_wrong_key_has_the_same_answer(caller):
    answers = [sign_in(caller, key) for key in ("", "x", "desk-" + "a" * 32, "121212-1212", "x" * 9_000, "\x00")]

    assert {(one.status_code, one.text) for one in answers} == {(401, answers[0].text)}
    assert "The key does not fit" in answers[0].text and "Set-Cookie" not in answers[0].headers


def test_what_is_for_desks_is_shown_to_nobody_else(service, caller):
    answer = caller.get(PROBE)

    assert (answer.status_code, answer.headers["WWW-Authenticate"]) == (401, 'Bearer realm="desk"')
    assert Page(answer).all("input", "type") == ["hidden", "password"]


def test_a_desk_that_is_closed_is_out_at_once(service, caller):
    with service.database.transaction() as session:
        key = access.add_desk(session, "short-lived", kind="", area="", day=clock.today())
    sign_in(caller, key)
    assert caller.get(PROBE).status_code == 200

    with service.database.transaction() as session:
        access.close_desk(session, "short-lived", clock.today())
    assert caller.get(PROBE).status_code == 401


def test_a_desk_with_another_key_is_out_at_once(service, caller):
    with service.database.transaction() as session:
        key = access.add_desk(session, "changing", kind="", area="", day=clock.today())
    sign_in(caller, key)

    with service.database.transaction() as session:
        access.renew_key(session, "changing")
    assert caller.get(PROBE).status_code == 401


@pytest.mark.parametrize("cookie", ["school", "school:9999999999.x", "bup:1.abc", ":", "x" * 3_000, "å", '"', "a=b"])
def test_no_made_up_cookie_lets_anybody_in(caller, cookie):
    caller.set_cookie("desk", cookie)

    assert caller.get(PROBE).status_code == 401


def test_a_form_counts_with_its_token_alone(service, caller):
    sign_in(caller, service.keys["school"])
    token, other = token_of(caller), token_of(service.signed_in("bup"))

    answers = [caller.post(PROBE, data={"token": one}).status_code for one in (token, other, "", "x")]
    assert answers == [200, 403, 403, 403]


@pytest.mark.parametrize(("headers", "status"), [
    ({"Sec-Fetch-Site": "cross-site"}, 403), ({"Sec-Fetch-Site": "same-site"}, 403),
    ({"Origin": "https://evil.example"}, 403), ({"Origin": "http://localhost.evil.example"}, 403),
    ({"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"}, 403),
    ({"Sec-Fetch-Site": "same-origin", "Origin": "null"}, 303), ({"Sec-Fetch-Site": "none"}, 303),
    ({"Origin": "http://localhost"}, 303), ({"Origin": "null"}, 303), ({}, 303),
])
def test_no_page_of_another_site_signs_anybody_in(service, caller, headers, status):
    assert sign_in(caller, service.keys["school"], headers=headers).status_code == status


@pytest.mark.parametrize(("to", "shown"), [
    ("/remiss/nyckel", "/remiss/nyckel"), ("/en/remiss/nyckel", "/en/remiss/nyckel"),
    ("/remiss/nyckel/ut", "/remiss/nyckel"), ("", PATH), ("//evil.example/remiss/nyckel", PATH),
    ("https://evil.example/remiss/nyckel", PATH), ("/\\evil.example", PATH), ("/katalog", PATH), ("/x" * 5_000, PATH),
    ("javascript:alert(1)", PATH),
])
def test_after_signing_in_one_comes_to_a_page_of_desks_and_to_no_other_place(service, caller, to, shown):
    answer = sign_in(caller, service.keys["school"], form={"to": to})

    assert (answer.status_code, answer.headers["Location"]) == (303, shown)


@pytest.mark.parametrize("to", ["/remiss/x?y=//evil.example", "/remiss/x\r\nSet-Cookie: y", "/remiss/x#//evil.example"])
def test_what_is_no_plain_path_leads_no_further_than_to_a_page_of_desks(service, caller, to):
    place = sign_in(caller, service.keys["school"], form={"to": to}).headers["Location"]

    assert re.fullmatch(r"(/en)?/remiss(/[^/?#\\\s]*)*", place)


def test_who_signs_out_is_out(service):
    caller = service.signed_in("school")
    assert "You act for the desk school." in Page(caller.get(PATH)).text

    answer = caller.post("/en/remiss/nyckel/ut")

    assert (answer.status_code, answer.headers["Location"]) == (303, PATH)
    assert caller.get(PROBE).status_code == 401


def test_with_the_database_away_a_key_is_met_with_a_page_that_says_so(client):
    answer = client.post(PATH, data={"key": "desk-" + "a" * 32})

    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "30")
    assert "Try again in a while" in Page(answer).words_of("h1")


def test_with_the_database_away_a_session_is_met_with_a_page_and_a_visitor_reads_on(app, client):
    caller = app.test_client()
    caller.set_cookie("desk", "school:9999999999.x")

    assert caller.get(PATH).status_code == 503
    assert client.get(PATH).status_code == 200


@pytest.mark.parametrize("to", ["/a" * 16_000, "/remiss/191212121212"])
def test_where_somebody_wants_to_go_is_followed_only_where_it_may_be_a_page(service, to):
    page = service.client().post(PATH, data={"key": "x", "to": to}).text

    assert "191212121212" not in page and "/a/a" not in page


@pytest.mark.parametrize("path", ["/en/katalog", "/en/remiss", "/en/aterstudsar"])
def test_a_visitor_is_shown_the_way_to_sign_in_and_a_desk_its_list(service, caller, path):
    def links():
        return [one for one in Page(caller.get(path)).all("a", "href") if one in (PATH, "/en/remiss/lista")]
    assert links() == [PATH]

    sign_in(caller, service.keys["school"])

    assert links() == ["/en/remiss/lista"]
    assert "/remiss/lista" not in service.client().get(path).text  # no page is kept for all as a desk sees it
