"""Where files are edited: what is saved and proves is published by itself, what is broken is told of and never is."""

from dataclasses import replace

import pytest

from directory import clock
from directory.db import connect
from directory.editions import Act, Reader, last_publication, open_current, propose_again, publications, put
from directory.editions.watch import Watch, saved_problems
from directory.i18n import translator
from tests.small import answering, name_units, send_to


@pytest.fixture
def watched(small):
    """A small service that has published, its database, and somebody who watches its files."""
    settings = replace(small, watch=True)
    open_current(settings)
    database = connect(settings.database)
    watch = Watch(settings, database, Reader(settings.rules, settings.home))
    look_twice(watch)
    yield settings, database, watch
    watch.close()
    database.engine.dispose()


def look_twice(watch):
    """Look at the files, and once more to see that they lie still."""
    for _ in range(2):
        watch.look()


def numbers(database):
    with database.transaction() as session:
        return [one.number for one in publications(session)]


def receiver(settings, database):
    return answering(settings, database).ruleset.base.layers["land"].rules[-1].to


def test_a_saved_rule_that_proves_is_published(watched):
    settings, database, watch = watched
    send_to(settings, "school")

    look_twice(watch)

    assert receiver(settings, database) == "school"
    assert saved_problems(settings) == ()


def test_a_saved_unit_is_published(watched):
    settings, database, watch = watched
    name_units(settings, {"unit-0": "Nytt namn"})

    look_twice(watch)

    assert answering(settings, database).catalogue.units["unit-0"].name == {"sv": "Nytt namn"}


def test_what_does_not_lie_still_waits(watched):
    settings, database, watch = watched
    send_to(settings, "school")
    watch.look()
    send_to(settings, "ward")
    watch.look()

    assert numbers(database) == [1]
    watch.look()
    assert receiver(settings, database) == "ward"


@pytest.mark.parametrize("spoil", [
    lambda settings: send_to(settings, "nobody"),
    lambda settings: (settings.rules / "rules.yaml").write_bytes(b"\xff\xfe\x00"),
    lambda settings: (settings.rules / "rules.yaml").unlink(),
    lambda settings: (settings.seed / "units.yaml").write_text("format: one-way-in-seed/1\nunits: [{id: x}]\n"),
])
def test_what_is_broken_is_never_published_and_told_of(watched, spoil):
    settings, database, watch = watched
    spoil(settings)

    look_twice(watch)

    assert numbers(database) == [1]
    assert {one.code for one in saved_problems(settings)} == {"not_published"}


def test_what_is_told_names_file_and_line_in_the_readers_language(watched):
    settings, _, watch = watched
    send_to(settings, "nobody")

    look_twice(watch)

    texts = [one.text.text(translator("sv")) for one in saved_problems(settings)]
    assert any("rules/rules.yaml:4: words" in text for text in texts)


def test_once_it_is_mended_nothing_is_told(watched):
    settings, database, watch = watched
    send_to(settings, "nobody")
    look_twice(watch)
    send_to(settings, "school")

    look_twice(watch)

    assert (receiver(settings, database), saved_problems(settings)) == ("school", ())


def test_a_broken_seed_leaves_the_rows_of_the_catalogue_too(watched):
    settings, database, watch = watched
    name_units(settings, {"unit-0": "Nytt namn"})
    send_to(settings, "nobody")
    look_twice(watch)
    send_to(settings, "clinic")

    look_twice(watch)

    assert answering(settings, database).catalogue.units["unit-0"].name == {"sv": "Nytt namn"}


def test_of_two_who_watch_one_does(watched):
    settings, database, watch = watched
    other = Watch(settings, database, Reader(settings.rules, settings.home))
    send_to(settings, "school")

    look_twice(other)
    assert numbers(database) == [1]
    look_twice(watch)
    assert numbers(database) == [2, 1]


def test_who_watches_next_goes_on_where_the_first_ended(watched):
    settings, database, watch = watched
    send_to(settings, "school")
    look_twice(watch)
    watch.close()
    other = Watch(settings, database, Reader(settings.rules, settings.home))

    look_twice(other)

    other.close()
    assert numbers(database) == [2, 1]


def test_a_rollback_is_not_undone_by_files_that_nobody_has_saved_since(watched):
    settings, database, watch = watched
    send_to(settings, "school")
    look_twice(watch)
    with database.transaction() as session:
        proposal = propose_again(session, "", reader=Reader(settings.rules, settings.home), day=clock.today())
    put(database, proposal, Act(clock.now(), "test"))

    look_twice(watch)

    with database.transaction() as session:
        assert last_publication(session).action == "rollback"


def test_where_nobody_watches_nothing_is_told(watched):
    settings, _, watch = watched
    send_to(settings, "nobody")
    look_twice(watch)

    assert saved_problems(replace(settings, watch=False)) == ()
