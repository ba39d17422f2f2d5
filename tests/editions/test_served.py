"""The service under load: it answers on while editions are published, files are saved and the database goes away."""

import os
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from directory.db import connect
from directory.editions import open_current
from tests.database import make_database
from tests.serving import callers, served, wait_until
from tests.small import answering, publish, send_to

ENOUGH = 200  # answers that a load is of at least


def swap_until(service, answers, settings, database):
    """Publish one edition after another until enough answers have been given: the ids of all, by receiver."""
    published = {}
    while len(answers) < ENOUGH or len(published) < 2:
        kind = "school" if len(published) % 2 else "clinic"
        send_to(settings, kind)
        proposal = publish(settings, database)
        published[proposal.id] = kind
        wait_until(lambda one=proposal: service.editions(8) == {one.id}, "every worker to answer from the new edition")
        if len(answers) >= ENOUGH and len(published) >= 2:
            break
    return published


def test_no_request_fails_and_none_mixes_two_editions_while_editions_are_swapped(small, tmp_path):
    send_to(small, "ward")
    with served(small, log=tmp_path / "log") as service:
        database = connect(small.database)
        first = service.get("/health/ready")[1]["edition"]
        with callers(service) as answers:
            published = swap_until(service, answers, small, database)
        database.engine.dispose()

    receivers = {first: "ward", **published}
    assert {status for status, _ in answers} == {200}
    assert {(one["edition"], one["receiver"]["id"]) for _, one in answers} <= set(receivers.items())
    assert len({one["edition"] for _, one in answers}) >= 3


def test_with_the_database_away_everything_answers_on(small, tmp_path):
    with served(small, log=tmp_path / "log") as service, callers(service) as answers:
        for path in sorted(small.home.glob("envagin.db*")):
            os.replace(path, small.home / f"away-{path.name}")
        wait_until(lambda: "database_away" in service.problems(), "the service to tell that its database is away")
        begun = len(answers)
        wait_until(lambda: len(answers) > begun + ENOUGH, "answers without a database")
        assert service.get("/health/live")[0] == service.get("/health/ready")[0] == 200

    assert {status for status, _ in answers} == {200}
    assert not (small.home / "envagin.db").exists()


def test_with_the_database_locked_everything_answers_on(small, tmp_path):
    with served(small, log=tmp_path / "log") as service, callers(service) as answers:
        with closing(sqlite3.connect(small.home / "envagin.db", isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            begun = len(answers)
            wait_until(lambda: len(answers) > begun + ENOUGH, "answers while another holds the database")

    assert {status for status, _ in answers} == {200}


def test_with_postgresql_stopped_everything_answers_on(small, tmp_path, server):
    name = f"served{os.getpid()}"
    settings = replace(small, database_url=make_database(server, name))
    admin = connect(server % "postgres").engine.execution_options(isolation_level="AUTOCOMMIT")
    with served(settings, log=tmp_path / "log") as service, callers(service) as answers:
        with admin.connect() as connection:  # as when its host is gone, for this database alone
            connection.exec_driver_sql(f"ALTER DATABASE {name} WITH ALLOW_CONNECTIONS false")
            connection.exec_driver_sql(
                f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'")
        wait_until(lambda: "database_away" in service.problems(), "the service to tell that its database is away")
        begun = len(answers)
        wait_until(lambda: len(answers) > begun + ENOUGH, "answers without a database")
    admin.dispose()

    assert {status for status, _ in answers} == {200}


def test_a_saved_rule_file_is_published_and_a_broken_one_told_of(small, tmp_path):
    with served(replace(small, watch=True), log=tmp_path / "log") as service:
        wait_until(lambda: (small.home / "watch.json").exists(), "somebody to watch")
        send_to(small, "school")
        wait_until(lambda: service.decide()[1]["receiver"]["id"] == "school", "the saved rule to be published")
        send_to(small, "nobody")
        wait_until(lambda: service.problems() == {"not_published"}, "the broken file to be told of")

        assert service.decide()[1]["receiver"]["id"] == "school"
    assert "rules.yaml:4: words" in (tmp_path / "log").read_text()


def test_after_every_process_is_killed_the_last_publication_answers(small, tmp_path):
    with served(small, log=tmp_path / "log") as service:
        database = connect(small.database)
        send_to(small, "school")
        published = publish(small, database)
        service.kill()
    with served(small, log=tmp_path / "log") as service:
        assert service.editions() == {published.id}
    assert answering(small, database).id == published.id
    database.engine.dispose()


@pytest.mark.parametrize("spoil", ["rules", "database"])
def test_what_cannot_start_says_why_and_stops(small, tmp_path, spoil):
    if spoil == "rules":
        send_to(small, "nobody")
    else:
        open_current(small)
        (small.home / "envagin.db").write_bytes(b"no database" * 1_000)
    with served(small, log=tmp_path / "log") as service:
        wait_until(lambda: service.process.poll() is not None, "the service to stop")

    assert service.process.returncode == 3
    assert ("rules.yaml:4" if spoil == "rules" else "not a database") in (tmp_path / "log").read_text()
