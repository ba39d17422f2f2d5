"""`envagin settings` shows what is in force, and no password."""

import json

import pytest

from tests.cli.commands import envagin


@pytest.mark.parametrize(("address", "shown"), [
    ("postgresql+psycopg://anna:hemligt@db/x", "postgresql+psycopg://anna:***@db/x"),
    ("postgresql+psycopg:///x?password=hemligt&host=/run", "postgresql+psycopg:///x?password=***&host=/run"),
    ("sqlite:////srv/a.db", "sqlite:////srv/a.db"),
])
def test_the_address_of_the_database_is_shown_without_its_password(monkeypatch, address, shown):
    monkeypatch.setenv("ENVAGIN_DATABASE_URL", address)

    assert json.loads(envagin("settings", "--format", "json").out)["ENVAGIN_DATABASE_URL"] == shown


def test_a_secret_is_not_shown(monkeypatch):
    monkeypatch.setenv("ENVAGIN_SECRET", "forty letters that nobody else should see")
    monkeypatch.setenv("ENVAGIN_SECRET_BEFORE", "older")

    said = envagin("settings").out

    assert "nobody" not in said and "older" not in said
    assert "ENVAGIN_SECRET=***\n" in said and "ENVAGIN_SECRET_BEFORE=***\n" in said


@pytest.mark.parametrize("command", [("settings",), ("journal", "public-key")])
def test_a_secret_that_could_be_guessed_is_refused_by_name_and_not_repeated(monkeypatch, command):
    monkeypatch.setenv("ENVAGIN_SECRET", "thirty-one letters are too few!")

    ran = envagin(*command)

    assert ran.status == 1 and "ENVAGIN_SECRET has fewer than 32 characters." in ran.err
    assert "thirty-one" not in ran.text


def test_an_empty_secret_is_none(monkeypatch):
    monkeypatch.setenv("ENVAGIN_SECRET", "")

    assert "ENVAGIN_SECRET=\n" in envagin("settings").out
