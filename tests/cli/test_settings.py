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
