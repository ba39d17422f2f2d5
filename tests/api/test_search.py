"""`GET /api/v1/search`: the same as the command says; no query breaks it, none is repeated where it must not be."""

import json

import pytest
from click.testing import CliRunner

from directory.cli import main

HOSTILE = ["x" * 10_000, "och att det", "?!;:-", "\x00\x07\x1b", "\u202eacb", "*:*", "?*", "\"bup", "(" * 50,
           "NOT " * 300, "'; DROP TABLE agencies; --", "{{ 7*7 }}", "%s%(x)s", "../../etc/passwd",
           "<script>alert(1)</script>", ""]


def search(client, **asked):
    return client.get("/api/v1/search", query_string=asked, headers={"Accept-Language": "sv"})


def test_a_hit_says_what_it_is_and_why_it_was_found(client, edition):
    answer = search(client, q="skolsyster").get_json()

    assert answer["edition"] == edition.id
    assert answer["hits"][0]["id"] == "skolskoterska"
    assert answer["hits"][0]["why"]


@pytest.mark.parametrize("asked", [{"q": "bup"}, {"q": "loggoped", "area": "ange"}, {"q": "däckbyte"}])
def test_the_command_says_the_same(client, asked):
    words = [asked["q"], *(word for name, value in asked.items() if name != "q" for word in (f"--{name}", value))]

    run = CliRunner().invoke(main, ["search", *words, "--format", "json"], env={"ENVAGIN_LANGUAGE": "sv"})

    told = json.loads(run.stdout)
    answer = search(client, **asked).get_json()
    assert {key: answer[key] for key in told} == told


def test_no_more_hits_are_given_than_were_asked_for(client):
    assert len(search(client, q="kurator", limit=2).get_json()["hits"]) == 2


def test_hits_are_of_the_kind_that_was_asked_for(client):
    assert {one["kind"] for one in search(client, q="bup", kind="role").get_json()["hits"]} == {"role"}


def test_where_nothing_is_certain_there_are_no_hits_but_the_groups_of_needs(client, edition):
    answer = search(client, q="däckbyte").get_json()

    assert (answer["sure"], answer["hits"]) == (False, [])
    assert [one["id"] for one in answer["groups"]] == list(edition.catalogue.groups)


@pytest.mark.parametrize("number", ["20121212-1212", "121212-1212", "201212121212", "min son 20121212 1212 mår dåligt"])
def test_what_looks_like_a_personal_identity_number_is_refused_and_not_repeated(client, number):
    answer = search(client, q=number)

    assert (answer.status_code, answer.get_json(force=True)["code"]) == (422, "personal_number")
    assert "1212" not in answer.get_data(as_text=True)


@pytest.mark.parametrize("asked", [
    {}, {"q": "bup", "area": "atlantis"}, {"q": "bup", "kind": "person"}, {"q": "bup", "limit": "101"},
    {"q": "bup", "age": "old"}, {"q": "bup", "colour": "red"}, {"q": ["bup", "soc"]}, {"q": "bup", "area": ""},
])
def test_what_cannot_be_asked_is_refused(client, asked):
    answer = search(client, **asked)

    assert (answer.status_code, answer.get_json(force=True)["code"]) == (422, "parameters_refused")


@pytest.mark.parametrize("words", HOSTILE, ids=lambda words: repr(words)[:20])
def test_no_query_breaks_anything_or_finds_everything(client, words):
    answer = search(client, q=words, limit=100)

    assert answer.status_code == 200
    assert len(answer.get_json()["hits"]) < 60


def test_a_query_is_not_kept_by_whoever_fetched_it(client):
    assert search(client, q="bup").headers.getlist("Cache-Control") == ["no-store"]
