"""What gunicorn is handed: an application, or a reason why there is none and a status at which it stops."""

import runpy

import pytest

from tests.house.project_files import ROOT


def stopped_at(capsys):
    """The status at which the service stops before it serves, and what it says."""
    with pytest.raises(SystemExit) as stopped:
        runpy.run_path(str(ROOT / "wsgi.py"))
    return stopped.value.code, capsys.readouterr().err


def test_files_that_are_not_proved_are_told_and_nothing_is_served(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("ENVAGIN_RULES", str(tmp_path))
    monkeypatch.setenv("ENVAGIN_HOME", str(tmp_path / "home"))

    status, said = stopped_at(capsys)

    assert status == 3  # at any other status gunicorn would start its worker again, for ever
    assert str(tmp_path) in said


def test_nothing_is_served_with_a_secret_that_could_be_guessed(monkeypatch, capsys):
    monkeypatch.setenv("ENVAGIN_SECRET", "thirty-one letters are too few!")

    status, said = stopped_at(capsys)

    assert status == 3 and "ENVAGIN_SECRET has fewer than 32 characters" in said
    assert "openssl rand -base64 32" in said and "thirty-one" not in said
