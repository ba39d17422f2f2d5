"""What gunicorn is handed: an application, or a reason why there is none and a status at which it stops."""

import runpy

import pytest

from tests.house.project_files import ROOT


def test_files_that_are_not_proved_are_told_and_nothing_is_served(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("ENVAGIN_RULES", str(tmp_path))
    monkeypatch.setenv("ENVAGIN_HOME", str(tmp_path / "home"))

    with pytest.raises(SystemExit) as stopped:
        runpy.run_path(str(ROOT / "wsgi.py"))

    assert stopped.value.code == 3  # at any other status gunicorn would start its worker again, for ever
    assert str(tmp_path) in capsys.readouterr().err
