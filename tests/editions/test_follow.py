"""What a process answers from follows what is published; whatever goes wrong, what answered goes on answering."""

import os
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from sqlalchemy import update

from directory.config import Settings
from directory.db import connect
from directory.editions import Current, Reader, fixed, open_current
from directory.editions.follow import LOOKS_BEFORE_ANOTHER_TRY, Follower
from directory.editions.models import Part
from directory.errors import RulesNotProved
from tests.small import make_small, name_units, publish, send_to


@pytest.fixture
def service(small):
    """A small service that has published: its settings, its database, its follower and its state."""
    current = open_current(small)
    database = connect(small.database)
    yield small, database, Follower(small, Reader(small.rules, small.home)), current.state
    database.engine.dispose()


def codes(state):
    return [one.code for one in state.problems]


def test_the_first_start_publishes_what_lies_in_the_folders(small):
    state = open_current(small).state

    assert (state.number, set(state.edition.catalogue.units)) == (1, {"unit-0", "unit-1", "unit-2"})


def test_the_second_start_answers_from_what_was_published(small):
    first = open_current(small).state
    send_to(small, "school")

    assert open_current(small).state.edition.id == first.edition.id


def test_files_with_faults_publish_nothing_at_the_first_start(small):
    send_to(small, "nobody")

    with pytest.raises(RulesNotProved):
        open_current(small)


def test_a_publication_is_followed(service):
    small, database, follower, state = service
    send_to(small, "school")
    published = publish(small, database)

    after = follower.look(state)

    assert (after.edition.id, after.number, codes(after)) == (published.id, 2, [])


def test_where_nothing_was_published_nothing_changes_but_the_time_of_the_look(service):
    _, _, follower, state = service

    after = follower.look(state)

    assert after == replace(state, checked=after.checked)
    assert after.checked > state.checked


def test_a_damaged_edition_leaves_the_last_good_one_and_is_told_of(service):
    small, database, follower, state = service
    name_units(small, {"unit-0": "Nytt namn"})
    publish(small, database)
    with database.transaction() as session:
        session.execute(update(Part).values(body=b"spoilt"))

    after = follower.look(state)

    assert (after.edition, codes(after)) == (state.edition, ["edition_damaged"])


def test_a_damaged_edition_answers_once_it_is_mended(service):
    small, database, follower, state = service
    name_units(small, {"unit-0": "Nytt namn"})
    published = publish(small, database)
    with database.transaction() as session:
        session.execute(update(Part).values(body=b"spoilt"))
    state = follower.look(state)
    publish(small, database)

    for _ in range(LOOKS_BEFORE_ANOTHER_TRY + 1):
        state = follower.look(state)

    assert (state.edition.id, codes(state)) == (published.id, [])


def test_a_database_that_is_away_leaves_what_answers_and_is_told_of(service):
    small, database, follower, state = service
    database.engine.dispose()
    follower.database.engine.dispose()
    for path in small.home.glob("envagin.db*"):
        path.rename(path.with_name(f"away-{path.name}"))

    away = follower.look(state)

    assert (away.edition, codes(away)) == (state.edition, ["database_away"])


def test_when_the_database_is_back_so_is_what_is_published(service):
    small, database, follower, state = service
    database.engine.dispose()
    follower.database.engine.dispose()
    for path in small.home.glob("envagin.db*"):
        path.rename(path.with_name(f"away-{path.name}"))
    away = follower.look(state)
    for path in small.home.glob("away-*"):
        os.replace(path, path.with_name(path.name.removeprefix("away-")))
    send_to(small, "school")
    published = publish(small, database)

    back = follower.look(away)

    assert (back.edition.id, codes(back)) == (published.id, [])


def test_a_thread_follows_from_the_first_time_it_is_asked_to(edition_of, small):
    looked, state = Event(), edition_of(small)
    current = Current(state, lambda: lambda before: looked.set() or before, seconds=0.01)

    for _ in range(3):
        current.follow()

    assert looked.wait(10)
    current.stop.set()


def test_what_is_fixed_follows_nothing(edition_of, small):
    current = fixed(edition_of(small).edition)

    current.follow()

    assert current.state.number == 0


@pytest.fixture
def edition_of():
    return lambda settings: open_current(settings).state


def test_the_files_that_an_edition_came_from_are_not_needed_again(small, tmp_path):
    state = open_current(small).state
    for path in (*small.rules.iterdir(), *small.seed.iterdir()):
        path.unlink()

    elsewhere = Settings(home=small.home, rules=Path("gone"), seed=tmp_path / "gone")

    assert open_current(elsewhere).state.edition.id == state.edition.id


def test_two_services_of_the_same_files_have_the_same_edition(tmp_path):
    ids = {open_current(make_small(tmp_path / name)).state.edition.id for name in ("one", "two")}

    assert len(ids) == 1
