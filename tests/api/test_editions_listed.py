"""`GET /api/v1/editions`: what answered from when, out of the memory of the process that answers."""

from datetime import UTC, datetime

import pytest

from directory.api.v1.editions import editions_of
from directory.app import create_app
from directory.editions import open_current
from directory.editions.follow import Follower
from directory.editions.read import Reader
from directory.editions.store import Published
from tests.small import make_small, publish, send_to

FIRST, SECOND, THIRD = (datetime(2026, 11, day, tzinfo=UTC) for day in (1, 2, 3))


def test_an_edition_answers_from_its_publication_to_the_next(client):
    newer, older = editions_of([Published(2, "b", SECOND, "publish"), Published(1, "a", FIRST, "publish")]).values()

    assert (newer.in_force, newer.periods[0].begins, newer.periods[0].ends) == (True, SECOND, None)
    assert (older.in_force, older.periods[0].begins, older.periods[0].ends) == (False, FIRST, SECOND)


def test_an_edition_that_was_put_in_force_again_has_two_periods_the_newest_first():
    again, _ = editions_of([Published(3, "a", THIRD, "rollback"), Published(2, "b", SECOND, "publish"),
                            Published(1, "a", FIRST, "publish")]).values()

    assert [(one.number, one.action, one.ends) for one in again.periods] == [
        (3, "rollback", None), (1, "publish", SECOND)]


def test_the_edition_that_answers_is_the_first_of_the_list(client, edition):
    page = client.get("/api/v1/editions").get_json()

    assert (page["contents"][0]["id"], page["contents"][0]["in_force"]) == (edition.id, True)


def test_nothing_is_told_of_who_published_or_why(client, edition):
    assert set(client.get(f"/api/v1/editions/{edition.id}").get_json()) == {"edition", "id", "in_force", "periods"}


@pytest.fixture
def published_twice(tmp_path):
    """The states of a small service after its first publication and its second."""
    small = make_small(tmp_path / "small")
    current = open_current(small)
    follower = Follower(small, Reader(small.rules, small.home))
    send_to(small, "school")
    publish(small, follower.database)
    yield current.state, follower.look(current.state)
    follower.database.engine.dispose()


def test_a_process_knows_every_publication_that_it_has_followed(published_twice):
    first, second = published_twice

    assert [(one.number, one.edition_id) for one in first.publications] == [(1, first.edition.id)]
    assert [(one.number, one.edition_id) for one in second.publications] == [
        (2, second.edition.id), (1, first.edition.id)]


def test_another_publication_makes_every_answer_another(published_twice):
    tags = []
    for state in published_twice:
        app = create_app(state.edition)
        app.extensions["current"].state = state
        tags.append(app.test_client().get("/api/v1/areas").headers["ETag"])

    assert len(set(tags)) == 2
