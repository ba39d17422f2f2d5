"""`envagin editions`, and commands that ask what was published: from the outside, in processes of their own."""

import json
import os
from types import SimpleNamespace

import pytest

from tests.cli.commands import envagin
from tests.small import make_small, send_to

CASE = ("--area", "land", "--need", "focus", "--level", "bas", "--age", "9")


@pytest.fixture(scope="module")
def service(tmp_path_factory):
    """A small service that has published three times: to the clinic, to the school, and back again."""
    small = make_small(tmp_path_factory.mktemp("service") / "small")
    service = SimpleNamespace(settings=small)
    with pytest.MonkeyPatch.context() as environment:
        for name in ("home", "rules", "seed"):
            environment.setenv(f"ENVAGIN_{name.upper()}", os.fspath(getattr(small, name)))
        service.first = ask("editions", "publish", "--note", "den första")
        send_to(small, "school")
        service.tried = ask("editions", "publish", "--dry-run")
        service.second = ask("editions", "publish")
        service.back = ask("editions", "rollback", "--by", "test")
        yield service


def ask(*words):
    """What a command answers in JSON."""
    return json.loads(envagin(*words, "--format", "json").out)


def receiver(*words):
    return json.loads(envagin("rules", "decide", *CASE, "--explain", "none", *words).out)["receiver"]["id"]


def test_publishing_says_who_goes_elsewhere(service):
    assert (service.first["published"], service.first["before"], service.first["diff"]) == (True, None, None)
    assert service.second["before"] == service.first["edition"]
    assert service.second["diff"]["changed_cells"] == 42


def test_a_dry_run_says_the_same_and_publishes_nothing(service):
    assert service.tried == {**service.second, "published": False, "bytes": 0}


def test_a_rollback_is_a_publication_of_its_own(service):
    listed = ask("editions", "list")

    assert [(one["action"], one["edition"]) for one in listed] == [
        ("rollback", service.first["edition"]), ("publish", service.second["edition"]),
        ("publish", service.first["edition"])]
    assert (listed[0]["by"], listed[-1]["note"]) == ("test", "den första")


def test_show_says_what_an_edition_holds_and_what_it_changed(service):
    shown = ask("editions", "show", service.second["edition"][:8])

    assert (shown["edition"], shown["before"]) == (service.second["edition"], service.first["edition"])
    assert (shown["holds"]["units"], shown["holds"]["rule_files"]) == (3, 2)
    assert shown["changed"]["rule_files"]["changed"] == ["rules.yaml"]
    assert [one["number"] for one in shown["in_force"]] == [2]


def test_show_takes_the_edition_of_a_day(service):
    today = ask("editions", "list")[0]["at"][:10]

    assert ask("editions", "show", "--on", today)["edition"] == service.first["edition"]
    assert envagin("editions", "show", "--on", "2020-01-01").status == 1


def test_a_case_can_be_asked_of_any_edition(service):
    today = ask("editions", "list")[0]["at"][:10]

    assert receiver("--edition", service.second["edition"]) == "school"
    assert receiver("--edition", service.first["edition"][:6]) == "clinic"
    assert receiver("--edition-on", today) == "clinic"


def test_editions_are_compared_with_each_other_and_with_folders(service):
    first, second = service.first["edition"], service.second["edition"]

    assert ask("rules", "diff", first, second)["changed_cells"] == 42
    assert ask("rules", "diff", second, os.environ["ENVAGIN_RULES"])["changed_cells"] == 0


def test_what_is_not_proved_is_refused_with_its_lines(service, tmp_path):
    spoilt = make_small(tmp_path / "spoilt")
    send_to(spoilt, "nobody")

    ran = envagin("editions", "publish", "--rules", spoilt.rules, "--format", "json")

    assert ran.status == 1 and "rules/rules.yaml:4: words" in ran.err
    assert json.loads(ran.out)["published"] is False


def test_the_same_again_says_that_nothing_has_changed(service):
    send_to(service.settings, "clinic")

    ran = envagin("editions", "publish")

    assert (ran.status, "nothing has changed" in ran.out) == (0, True)


@pytest.mark.parametrize("words", [
    ("editions", "rollback", "ffff"), ("editions", "show", "ffff"), ("editions", "show", "--on", "soon"),
    ("rules", "decide", *CASE, "--edition", "ffff"), ("rules", "decide", *CASE, "--edition", "a", "--rules", "."),
    ("rules", "diff", "ffff", "ffff"), ("editions", "list", "--format", "xml"),
    ("editions", "publish", "--rules", "nowhere"),
])
def test_what_is_not_there_is_refused(service, words):
    ran = envagin(*words)

    assert (ran.status, ran.out) == (1, "")
    assert ran.err and "Traceback" not in ran.err


def test_a_database_that_cannot_be_reached_is_told_of(service, monkeypatch):
    monkeypatch.setenv("ENVAGIN_DATABASE_URL", "postgresql+psycopg://nobody@127.0.0.1:9/nothing")

    ran = envagin("editions", "publish")

    assert ran.status == 1 and "Traceback" not in ran.err


@pytest.mark.parametrize("option", ["--note", "--by"])
def test_what_looks_like_a_personal_number_is_not_kept(service, option):
    ran = envagin("editions", "publish", option, "rättat för 19121212-1212")

    assert ran.status == 1 and "personal identity number" in ran.err


@pytest.mark.parametrize(("name", "value"), [("POLL", "often"), ("WATCH", "perhaps")])
def test_a_setting_of_another_kind_is_refused(service, monkeypatch, name, value):
    monkeypatch.setenv(f"ENVAGIN_{name}", value)

    ran = envagin("settings")

    assert ran.status == 1
    assert f"ENVAGIN_{name}" in ran.err and "Traceback" not in ran.err
