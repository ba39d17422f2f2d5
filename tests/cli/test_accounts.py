"""`envagin accounts`: a desk's key is told once, alone on standard output; only its hash is kept."""

import json
import re

import pytest
from sqlalchemy import text

from directory import config
from directory.db import connect
from tests.cli.commands import envagin

KEY = re.compile(r"desk-[a-z2-7]{32}")


@pytest.fixture(autouse=True)
def _home(tmp_path_factory, monkeypatch):
    """One folder for all tests here, since a first edition takes long to make."""
    folder = tmp_path_factory.getbasetemp() / "accounts"
    monkeypatch.setenv("ENVAGIN_HOME", str(folder))


def accounts(*words):
    return envagin("accounts", *words)


def listed():
    return {one["handle"]: one for one in json.loads(accounts("list", "--format", "json").out)}


def test_a_unit_of_the_catalogue_becomes_a_desk_that_acts_as_it_where_it_is():
    ran = accounts("add-desk", "hudiksvall-elevhalsa")

    assert ran.status == 0 and KEY.fullmatch(ran.out.strip())
    assert "told this once" in ran.err
    made = listed()["hudiksvall-elevhalsa"]
    assert (made["kind"], made["area"], made["closed"]) == ("elevhalsa", "hudiksvall", None)


def test_a_key_is_stored_nowhere():
    key = accounts("add-desk", "bup-gavleborg", "--kind", "bup", "--area", "gavleborg").out.strip()

    with connect(config.settings().database).transaction() as session:
        rows = session.execute(text("SELECT * FROM desks")).all()
    assert len(rows) >= 1 and key not in str(rows) and key[5:] not in str(rows)


def test_a_desk_that_is_no_unit_may_only_report_and_is_told_so():
    ran = accounts("add-desk", "region-clerks", "--format", "json")

    told = json.loads(ran.out)
    assert (told["handle"], told["kind"], told["area"]) == ("region-clerks", "", "") and KEY.fullmatch(told["key"])
    assert "take no steps" in ran.err


def test_a_ward_that_holds_no_questions_gets_a_desk_and_a_national_number_is_told_why_it_gets_none():
    assert accounts("add-desk", "ward", "--kind", "bup_akut", "--area", "gavleborg").status == 0

    ran = accounts("add-desk", "line", "--kind", "1177", "--area", "gavleborg")
    assert "A desk of 1177 could take no step" in ran.err and "line" not in listed()


@pytest.mark.parametrize("words", [
    ("add-desk", "121212-1212"), ("add-desk", "x1", "--kind", "bup"),
    ("add-desk", "x1", "--kind", "sip", "--area", "ange"), ("add-desk", "x1", "--kind", "bup", "--area", "atlantis"),
    ("close-desk", "121212-1212"), ("add-desk", "x1", "--kind", "1177", "--area", "ange"),
    ("add-desk", "x1", "--kind", "polis", "--area", "ange"),
])
def test_what_is_refused_is_told_on_standard_error_with_status_1(words):
    ran = accounts(*words)

    assert (ran.status, ran.out) == (1, "")
    assert ran.err and "1212" not in ran.err


def test_a_desk_gets_another_key_is_closed_and_opened_anew():
    first = accounts("add-desk", "changing").out
    again, second = accounts("add-desk", "changing"), accounts("new-key", "changing").out
    closed = accounts("close-desk", "changing")

    assert (again.status, again.out) == (1, "") and "new-key" in again.err
    assert (closed.status, closed.out) == (0, "") and listed()["changing"]["closed"]
    assert len({first, second, accounts("add-desk", "changing").out}) == 3
