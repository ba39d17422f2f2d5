"""Pages and static files are compressed for whoever can read them so, and the same for everybody else."""

import gzip

import pytest

from tests.doors import Page, ask

ZIPPED = {"Accept-Encoding": "gzip, br"}


@pytest.mark.parametrize("path", ["/", "/regler", "/en/nu"])
def test_a_page_is_the_same_compressed_and_plain(client, path):
    plain, zipped = client.get(path), client.get(path, headers=ZIPPED)

    assert zipped.headers["Content-Encoding"] == "gzip" and "Content-Encoding" not in plain.headers
    assert gzip.decompress(zipped.data) == plain.data
    assert len(zipped.data) < len(plain.data) / 2
    assert "Accept-Encoding" in zipped.headers["Vary"] and "Accept-Encoding" in plain.headers["Vary"]


def test_every_page_of_the_way_in_is_light(client):
    pages = [client.get("/", headers=ZIPPED), client.get("/nu", headers=ZIPPED)]
    answer = gzip.compress(ask(client, place="hudiksvall").data)
    static = [client.get(path, headers=ZIPPED) for path in
              (attrs.get("href") or attrs.get("src") for name, attrs in Page(client.get("/")).tags
              if attrs.get("rel") == "stylesheet" or name == "script")]

    files = sum(len(one.data) for one in static)
    for one in static:
        one.close()
    assert max(len(answer), *(len(page.data) for page in pages)) + files <= 20_000
    assert len(static) <= 5


def test_what_has_not_changed_is_not_sent_again_to_who_has_it_compressed(client):
    first = client.get("/api/v1/areas", headers=ZIPPED)

    again = client.get("/api/v1/areas", headers={**ZIPPED, "If-None-Match": first.headers["ETag"]})

    assert first.headers["ETag"].startswith('W/"') and again.status_code == 304


def test_a_head_has_no_body_and_an_error_is_not_touched(client):
    assert client.head("/", headers=ZIPPED).data == b""
    assert client.get("/finns-inte", headers=ZIPPED).status_code == 404
