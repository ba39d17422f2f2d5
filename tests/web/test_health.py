"""What operations read: whether a process lives, what it answers from, since when, and why not from something newer."""

from dataclasses import replace

import pytest

from directory import clock
from directory.editions import Problem
from directory.findings import say

SPOILT = Problem("edition_damaged", say("Edition %(id)s was published but is damaged (%(part)s). Publish again, or "
                                        "roll back.", id="abcd", part="manifest"))


@pytest.fixture
def in_trouble(app):
    """The application with something wrong that the last look has found."""
    current = app.extensions["current"]
    before = current.state
    current.state = replace(before, problems=(SPOILT,))
    yield
    current.state = before


def test_a_process_that_answers_lives(client):
    answer = client.get("/health/live")

    assert (answer.status_code, answer.json) == (200, {"status": "live"})
    assert answer.headers["Cache-Control"] == "no-store"


def test_ready_names_the_edition_and_since_when(client, edition):
    answer = client.get("/health/ready")

    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-store")
    assert (answer.json["status"], answer.json["edition"], answer.json["problems"]) == ("ready", edition.id, [])
    assert answer.json["since"] <= clock.now().isoformat()
    assert answer.json["seconds_since_check"] >= 0


def test_a_problem_is_told_by_code_and_in_words_and_the_last_good_edition_answers(client, in_trouble, edition):
    answer = client.get("/health/ready", headers={"Accept-Language": "en"})

    assert (answer.status_code, answer.json["status"], answer.json["edition"]) == (200, "problems", edition.id)
    assert answer.json["problems"] == [{"code": "edition_damaged", "text": str(SPOILT.text)}]


@pytest.mark.parametrize("path", ["/regler", "/en/regler"])
def test_staff_read_on_the_pages_of_the_rules_that_something_newer_does_not_answer(client, in_trouble, path):
    assert "abcd" in client.get(path).get_data(as_text=True)


@pytest.mark.parametrize("path", ["/", "/nu", "/en/"])
def test_families_are_not_told_of_what_only_staff_can_mend(client, in_trouble, path):
    assert "abcd" not in client.get(path).get_data(as_text=True)


def test_when_nothing_is_wrong_the_pages_of_the_rules_say_nothing_of_it(client):
    assert "class=\"unpublished\"" not in client.get("/regler").get_data(as_text=True)
