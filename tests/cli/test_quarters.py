"""`envagin journal publish-quarter`: a quarter that is over is published once; any other is refused."""

import json
import os

import pytest

from directory import clock
from directory.journal import quarter_of
from tests.cli.commands import envagin
from tests.small import make_small


@pytest.fixture
def service(tmp_path, monkeypatch):
    small = make_small(tmp_path / "small")
    for name in ("home", "rules", "seed"):
        monkeypatch.setenv(f"ENVAGIN_{name.upper()}", os.fspath(getattr(small, name)))


def publish(quarter, *more):
    return envagin("journal", "publish-quarter", quarter, *more)


def test_a_quarter_is_published_and_to_do_it_again_changes_nothing(service):
    first, again = publish("2026-Q1", "--format", "json"), publish("2026-Q1")

    day = clock.today().isoformat()
    assert json.loads(first.out) == {"quarter": "2026-Q1", "day": day}
    assert (again.status, again.out) == (0, f"2026-Q1 was published on {day}.\n")


def test_a_quarter_that_runs_is_refused(service):
    ran = publish(quarter_of(clock.today()))

    assert (ran.status, ran.out) == (1, "") and "The quarter is not over." in ran.err


def test_what_is_no_quarter_is_refused(service):
    ran = publish("autumn")

    assert (ran.status, ran.out) == (1, "") and "A quarter is written as 2026-Q3." in ran.err
