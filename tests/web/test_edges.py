"""What is settled before and after any page: hosts, redirects, and what the log says."""

import logging

import pytest

from directory.app import create_app
from tests.doors import Page, token_of

SECRET = "/vag/gAAAAABlZ2Vu-c2VjcmV0_YW5zd2Vy"


@pytest.fixture
def broken(edition, tmp_path, monkeypatch):
    """A caller of an application whose seal is broken, so that every page of an answer fails."""
    monkeypatch.setenv("ENVAGIN_HOME", str(tmp_path))
    app = create_app(edition)
    app.extensions["seal"] = None
    return app.test_client()


@pytest.mark.parametrize("host", ["a" * 64 + ".example", "h" * 2900, "a..b", "a b", "[::1", "ä.example", "x:abc",
                                  "x" * 60 + ".x" * 200])
@pytest.mark.parametrize("path", ["/", "/vag/x", "/en/nu", "/api/v1/areas"])
def test_a_host_that_cannot_be_is_told_so_by_a_page_of_ours(client, path, host):
    answer = client.get(path, headers={"Host": host})

    assert answer.status_code == 400
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert path.startswith("/api") or Page(answer).words_of("h1")


@pytest.mark.parametrize("host", ["localhost", "localhost:8000", "en-vag.example.", "127.0.0.1:80", "[::1]:8000", ""])
def test_a_host_that_can_be_is_answered(client, host):
    assert client.get("/nu", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(("path", "to"), [("/ar", "/ar/"), ("/en", "/en/"), ("/ll?age=9", "/ll/?age=9"),
                                          ("/ar//nu", "/ar/nu")])
def test_a_redirect_of_ours_names_no_host(client, path, to):
    answer = client.get(path, base_url="http://inside:8000")

    assert (answer.status_code, answer.headers["Location"]) == (308, to)


@pytest.mark.parametrize("path", ["/vag/{}", "/en/vag/{}/ord", "/ar/vag/{}/start"])
def test_the_log_of_an_answer_that_failed_has_no_part_of_its_address(broken, client, caplog, path):
    token = token_of(client, ghost="no page of this address has been made before")

    answer = broken.get(path.format(token))

    assert answer.status_code == 500 and Page(answer).words_of("h1")
    assert "Exception on" in caplog.text and "AttributeError" in caplog.text
    assert token not in caplog.text and token[:12] not in caplog.text


@pytest.mark.parametrize(("said", "logged"), [
    (("Error handling request %s %s", "GET", "/%76ag/abc"), "Error handling request …"),
    (("Invalid request from ip=203.0.113.9: Invalid HTTP request line: 'GET /vag/abc'",), "Invalid request from …"),
    (("Exception on %s [GET]", f"/en{SECRET}/ord"), "Exception on /en/vag/… [GET]"),
    (("Exception on /kod/AB12-CD34 [GET]",), "Exception on /kod/… [GET]"),
    (("Exception on /remiss/fil/x.csv [GET]",), "Exception on /remiss/… [GET]"),
    (("Exception on /katalog?area=ange&age=9 [GET]",), "Exception on /katalog?… [GET]"),
    (("Listening at: %s (%s)", "http://127.0.0.1:8000", 7), "Listening at: http://127.0.0.1:8000 (7)")])
def test_gunicorn_logs_no_address_either(app, caplog, said, logged):
    caplog.set_level(logging.INFO, "gunicorn.error")

    logging.getLogger("gunicorn.error").info(*said)

    assert caplog.messages == [logged]


def test_what_an_error_says_is_kept_out_of_the_traceback_too(app, caplog):
    try:
        raise KeyError(SECRET)
    except KeyError:
        app.logger.exception("it broke")

    assert "KeyError: '/vag/…'" in caplog.text and SECRET not in caplog.text


def test_an_error_whose_page_cannot_be_shown_is_told_in_plain_words(edition, tmp_path, monkeypatch):
    monkeypatch.setenv("ENVAGIN_HOME", str(tmp_path))
    app = create_app(edition)
    app.context_processor(lambda: {}["nothing"])

    answer = app.test_client().get("/en/finns-inte")

    assert (answer.status_code, answer.mimetype, answer.text) == (404, "text/plain", "The page does not exist.")
