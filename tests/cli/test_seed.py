"""`envagin seed` and `envagin database` as they are run: what they say, and when they end with status 1."""

import json
import shutil

import pytest

from tests.cli.commands import ROOT, envagin


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """A home of the test's own, and so a database of its own."""
    monkeypatch.setenv("ENVAGIN_HOME", str(tmp_path / "home"))


@pytest.fixture
def seed(tmp_path):
    """The project's own seed, to be changed."""
    return shutil.copytree(ROOT / "seed", tmp_path / "seed")


def change(folder, name, old, new):
    path = folder / name
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")


def test_loading_twice_changes_nothing_the_second_time(seed):
    first, second = (json.loads(envagin("seed", "load", str(seed), "--format", "json").out) for _ in range(2))

    assert first["added"] > 400 and first["hash"] == second["hash"]
    assert [second[what] for what in ("added", "changed", "removed", "moved", "changes")] == [0, 0, 0, 0, []]


def test_a_change_of_a_file_is_told_field_by_field(seed):
    envagin("seed", "load", str(seed))
    change(seed, "areas.yaml", "sv: Hela landet", "sv: Hela riket")

    ran = envagin("seed", "load", str(seed))

    assert ran.out.splitlines() == [
        "areas: generic changed:",
        '  name: {"en":"The whole country","sv":"Hela landet"} → {"en":"The whole country","sv":"Hela riket"}']


def test_a_seed_with_faults_changes_nothing_and_tells_every_fault(seed):
    envagin("seed", "load", str(seed))
    change(seed, "areas.yaml", "kind: nation", "kind: planet")
    change(seed, "needs.yaml", "group: ma_daligt", "group: mind")

    ran = envagin("seed", "load", str(seed))

    assert (ran.status, ran.out) == (1, "")
    assert all(f"{seed / name}:" in ran.err for name in ("areas.yaml", "needs.yaml"))


def test_a_database_that_does_not_answer_is_told_without_a_trace(monkeypatch):
    monkeypatch.setenv("ENVAGIN_DATABASE_URL", "postgresql+psycopg://nobody:secret@127.0.0.1:1/none")

    ran = envagin("seed", "load")

    assert (ran.status, ran.out) == (1, "")
    assert "The database does not answer" in ran.err
    assert "Traceback" not in ran.err and "secret" not in ran.err


def test_doubts_are_no_errors_unless_asked_for():
    relaxed, strict = envagin("seed", "check", "--format", "json"), envagin("seed", "check", "--strict")

    said = json.loads(relaxed.out)
    assert (relaxed.status, said["ok"]) == (0, True)
    assert strict.status == int(any(one["level"] == "warning" for one in said["findings"]))


def test_a_fault_of_the_seed_is_an_error_of_the_check(seed):
    change(seed, "areas.yaml", "kind: nation", "kind: planet")

    ran = envagin("seed", "check", str(seed), "--format", "json")

    assert ran.status == 1
    assert [(one["level"], one["check"]) for one in json.loads(ran.out)["findings"]] == [("error", "seed")]


def test_the_database_goes_down_and_up_again():
    words = [envagin("database", *step).out for step in (["downgrade", "base"], ["upgrade", "0001"], ["current"])]

    assert words[0] == "The database is empty.\n"
    assert words[1] == words[2] == "The database stands at step 0001.\n"


def test_a_step_that_does_not_exist_is_refused():
    ran = envagin("database", "upgrade", "0x")

    assert (ran.status, ran.err) == (1, "There is no step 0x.\n")


@pytest.mark.parametrize("address", ["x", "mysql://a/b", "foo://b", "postgresql+psycopg://a@h:port/x"])
def test_an_address_that_is_none_of_a_database_is_refused(monkeypatch, address):
    monkeypatch.setenv("ENVAGIN_DATABASE_URL", address)

    ran = envagin("database", "current")

    assert ran.status == 1
    assert ran.err.startswith("ENVAGIN_DATABASE_URL cannot be used: ")
