"""Publishing: proved whole, stored once, in force at once; what is not proved, or decided on old news, is refused."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from directory import clock
from directory.editions import Act, Reader, in_force_at, propose_again, publications, put, stored_named
from directory.editions.models import Part
from directory.errors import NoSuchEdition, PublishedMeanwhile, RulesNotProved
from tests.small import answering, name_units, publish, send_to


def parts_in(database):
    with database.transaction() as session:
        return session.scalar(select(func.count()).select_from(Part))


def roll_back(small, database, prefix=""):
    with database.transaction() as session:
        proposal = propose_again(session, prefix, reader=Reader(small.rules, small.home), day=clock.today())
    put(database, proposal, Act(clock.now(), "test"))
    return proposal


def test_what_was_published_is_what_answers(small, database):
    published = publish(small, database)

    assert answering(small, database).id == published.id
    assert set(answering(small, database).catalogue.units) == {"unit-0", "unit-1", "unit-2"}


def test_the_same_again_publishes_nothing(small, database):
    publish(small, database)

    again = publish(small, database)

    assert again.is_in_force
    with database.transaction() as session:
        assert [one.number for one in publications(session)] == [1]


def test_rules_with_a_fault_leave_what_answers(small, database):
    before = publish(small, database)
    send_to(small, "nobody")

    with pytest.raises(RulesNotProved):
        publish(small, database)

    assert answering(small, database).id == before.id


def test_before_it_is_published_it_is_said_who_goes_elsewhere(small, database):
    publish(small, database)
    send_to(small, "school")

    proposal = publish(small, database)

    assert proposal.moved.changed_cells == 2 * 21  # two levels, ages 0 to 20
    assert {one.box.new.receiver for one in proposal.moved.once} == {"school"}


def test_one_changed_record_stores_one_part(small, database):
    publish(small, database)
    before = parts_in(database)
    name_units(small, {"unit-0": "Nytt namn", "unit-1": "Enhet 1", "unit-2": "Enhet 2"})

    publish(small, database)

    assert parts_in(database) == before + 1


def test_a_rollback_puts_the_edition_before_in_force_as_a_new_publication(small, database):
    first = publish(small, database)
    send_to(small, "school")
    publish(small, database)

    roll_back(small, database)

    assert answering(small, database).id == first.id
    with database.transaction() as session:
        assert [(one.number, one.action) for one in publications(session)] == [
            (3, "rollback"), (2, "publish"), (1, "publish")]


def test_a_rollback_to_a_named_edition_says_who_goes_elsewhere(small, database):
    first = publish(small, database)
    for kind in ("school", "ward"):
        send_to(small, kind)
        publish(small, database)

    proposal = roll_back(small, database, first.id[:6])

    assert (proposal.id, proposal.moved.changed_cells) == (first.id, 42)


@pytest.mark.parametrize("prefix", ["", "ffff"])
def test_there_is_no_way_back_to_what_was_never_published(small, database, prefix):
    publish(small, database)

    with pytest.raises(NoSuchEdition):
        roll_back(small, database, prefix)


def test_letters_that_several_editions_start_with_name_none(small, database):
    publish(small, database)
    send_to(small, "school")
    publish(small, database)

    with database.transaction() as session, pytest.raises(NoSuchEdition) as refused:
        stored_named(session, "%")

    assert refused.value.found == ()


def test_a_decision_on_old_news_publishes_nothing(small, database):
    publish(small, database)
    send_to(small, "school")
    publish(small, database)
    with database.transaction() as session:
        late = propose_again(session, "", reader=Reader(small.rules, small.home), day=clock.today())
    roll_back(small, database)

    send_to(small, "ward")
    publish(small, database)
    with pytest.raises(PublishedMeanwhile):
        put(database, late, Act(clock.now(), "test"))


def test_what_was_in_force_at_a_moment_can_be_asked(small, database):
    noon = clock.now().replace(hour=12)
    first = publish(small, database, now=noon)
    send_to(small, "school")
    publish(small, database, now=noon + timedelta(days=1))

    with database.transaction() as session:
        assert in_force_at(session, noon - timedelta(seconds=1)) is None
        assert in_force_at(session, noon + timedelta(hours=1)).edition_id == first.id
        assert in_force_at(session, noon + timedelta(days=2)).number == 2
