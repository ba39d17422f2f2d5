"""Telling that something is wrong: a code and nothing else, counted, and shown to those who keep the catalogue."""

import pytest

from directory import clock, migrations
from directory.app import create_app
from directory.config import settings
from directory.db import connect
from directory.journal.models import Report
from directory.journal.reports import MOST_ROWS_A_DAY
from tests.doors import Page

PATH = "/en/katalog/stammer-inte/unit/hudiksvall-elevhalsa"


@pytest.fixture
def open_client(edition, tmp_path, monkeypatch):
    """A caller of an application with a database of its own."""
    monkeypatch.setenv("ENVAGIN_HOME", str(tmp_path))
    database = connect(settings().database)
    migrations.bring_up_to_date(database)
    database.engine.dispose()
    return create_app(edition).test_client()


@pytest.fixture
def alone(edition, tmp_path, monkeypatch):
    """A caller of an application whose database is away."""
    monkeypatch.setenv("ENVAGIN_HOME", str(tmp_path / "nowhere"))
    return create_app(edition).test_client()


def test_a_record_leads_to_a_form_of_choices_without_a_field_to_write_in(client):
    links = Page(client.get("/katalog/enheter/hudiksvall-elevhalsa")).all("a", "href")

    page = Page(client.get(next(one for one in links if "stammer-inte" in one)))

    fields = [attrs["type"] for tag, attrs in page.tags if tag in ("input", "textarea")]
    assert set(fields) == {"radio"} and page.all("form", "method") == ["post"]


def test_what_may_be_wrong_follows_from_the_kind_of_record(client):
    unit, need = (Page(client.get(f"/katalog/stammer-inte/{one}")).all("input", "value")
                  for one in ("unit/hudiksvall-elevhalsa", "need/oro_angest"))

    assert {"number", "address", "closed", "hours"} <= set(unit)
    assert need == ["task", "other"]


def test_a_report_is_thanked_for_counted_and_shown(open_client):
    answer = open_client.post(PATH, data={"code": "number"})

    assert (answer.status_code, answer.headers["Location"]) == (303, f"{PATH}?told=noted")
    assert "Thank you." in Page(open_client.get(f"{PATH}?told=noted")).text
    open_client.post(PATH, data={"code": "number"})
    assert "The number is wrong. 2 reports" in Page(open_client.get("/en/katalog/brister")).text


def test_a_flood_is_thanked_and_not_counted(open_client):
    answers = [open_client.post(PATH, data={"code": "closed"}).headers["Location"] for _ in range(21)]

    assert {one.rpartition("=")[2] for one in answers[:20]} == {"noted"}
    assert answers[20].endswith("?told=known")
    assert "20 reports" in Page(open_client.get("/en/katalog/brister")).text


def test_on_a_day_that_is_full_of_other_reports_none_is_thanked_for_that_is_not_kept(open_client):
    others = [Report(day=clock.today(), kind="need", record=f"n{number}", code="task", edition="e", count=1)
              for number in range(MOST_ROWS_A_DAY)]
    with connect(settings().database).transaction() as session:
        session.add_all(others)

    answer = open_client.post(PATH, data={"code": "number"})

    page = Page(answer)
    assert answer.status_code == 503
    assert "send it again tomorrow" in page.text and "Thank you." not in page.text


@pytest.mark.parametrize("code", ["", "x", "task' --", "number\x00", "number " * 9])
def test_a_report_without_a_choice_that_there_is_asks_for_one(open_client, code):
    answer = open_client.post(PATH, data={"code": code})

    assert answer.status_code == 422
    assert Page(answer).words_of("title").startswith("Error:")
    assert "Nobody has reported anything." in Page(open_client.get("/en/katalog/brister")).text


def test_another_site_cannot_make_its_visitors_report(open_client):
    answer = open_client.post(PATH, data={"code": "number"}, headers={"Sec-Fetch-Site": "cross-site"})

    assert answer.status_code == 403


def test_with_the_database_away_the_page_says_why_and_keeps_the_choice(alone):
    answer = alone.post(PATH, data={"code": "number"})

    page = Page(answer)
    assert answer.status_code == 503
    assert "The database does not answer just now." in page.text
    assert [attrs["value"] for tag, attrs in page.tags if tag == "input" and "checked" in attrs] == ["number"]


def test_with_the_database_away_what_is_missing_is_shown_all_the_same(alone):
    page = Page(alone.get("/en/katalog/brister"))

    assert "The reports cannot be read just now" in page.text
    assert "<h2><code>assured</code>" in page.html


def test_nothing_is_thanked_for_that_was_not_sent(client):
    assert "Thank you." not in Page(client.get(f"{PATH}?told=sure")).text
