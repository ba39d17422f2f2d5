"""A catalogue comes out of the database as it went in; loading writes what differs, says so, and notes who did it."""

from dataclasses import replace
from datetime import UTC, date, datetime
from threading import Barrier, Thread

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from directory.ages import parse_ages
from directory.catalogue import Neighbour, catalogue_from, load_into, load_seed
from directory.catalogue.models import Metadata, Organization
from directory.config import settings
from directory.findings import Place
from tests.records import (
    make_agency, make_area, make_catalogue, make_group, make_input, make_need, make_party, make_path, make_phone,
    make_process, make_role, make_schedule, make_secrecy, make_unit)

THEN = datetime(2026, 11, 21, 12, 30, tzinfo=UTC)


def loaded(database, catalogue):
    with database.transaction() as session:
        return load_into(session, catalogue, by="seed", at=THEN)


def stored(database):
    with database.transaction() as session:
        return catalogue_from(session)


def notes(database, action):
    """The metadata of an action, as field, value before, value after and who."""
    columns = (Metadata.field_name, Metadata.previous_value, Metadata.replacement_value, Metadata.updated_by)
    with database.transaction() as session:
        return [tuple(row) for row in session.execute(select(*columns).where(Metadata.last_action_type == action))]


def told(result):
    return [(one.action, one.kind, one.id) for one in result.changes]


def test_our_own_seed_comes_back_as_it_was(database):
    seed, _ = load_seed(settings().seed)

    loaded(database, seed)

    assert stored(database) == seed
    assert list(stored(database).units) == list(seed.units)


def test_every_field_comes_back_as_it_was(database):
    phones = (make_phone("0980-319202", text={"sv": "Jour", "ar": "طوارئ"}, hours={"sv": "8-16"}), make_phone())
    catalogue = make_catalogue(
        areas=[make_area("town", kind="municipality", within="land"), make_area()],
        agencies=[make_agency(access=frozenset({"self", "112"})), make_agency("1177", ages=parse_ages("0-17y5m"))],
        roles=[make_role(works_at=("1177", "clinic"), legal="HSL 5 kap.", synonyms=("syster", "sköterska"))],
        groups=[make_group(), make_group("worry")],
        inputs=[make_input(asked="family"), make_input("age", values={}, short={})],
        units=[make_unit(phones=phones, email="a@b.example", url="https://b.example", address="Torget 1, 123 45 Norr",
                         note={"sv": "Ring"}, assured_date=date(2026, 11, 1)), make_unit("lone", organization=None)],
        national=[make_unit(agency="1177", organization=None, phones=(make_phone("1177", confirmed=True),),
                            read_on="2026")])

    loaded(database, catalogue)

    assert stored(database) == catalogue


def test_every_field_that_may_be_left_out_comes_back_as_it_was(database):
    text, jour = {"sv": "Nej.", "en": "No."}, make_schedule("sa su", "22:00", "06:00", holidays="only")
    helping = {"does_not": text, "english": ("nurse",), "confused_with": (Neighbour("sip", text), Neighbour("x", {}))}
    receiving = {**helping, "where": text, "open_to": ("court", "child"), "secrecy": "care", "duty_to_report": False}
    phone = make_phone(hours=text, audience="professionals", schedules=(make_schedule(), jour))
    path = make_path(areas=("sea", "land"), answer_within_days=3, meeting_within_days=30, note=text)
    unit = make_unit(phones=(phone,), schedules=(jour,), party=True, opens_on=date(2026, 1, 1),
                     closes_on=date(2027, 1, 1), when_closed="clinic", minimum_age=6, maximum_age=17)
    catalogue = make_catalogue(
        areas=[make_area(), make_area("sea")], needs=[make_need(description=text, english=("worry",))],
        agencies=[make_agency(signs=text, when_closed="north", **receiving)], roles=[make_role(**receiving)],
        processes=[make_process(**helping)], units=[unit, make_unit("south", party=False)], secrecies=[make_secrecy()],
        parties=[make_party(), make_party("office")], contact_paths=[path, make_path("b", way={}, state="missing")])

    loaded(database, catalogue)

    assert stored(database) == catalogue


def test_the_same_catalogue_again_changes_nothing(database):
    loaded(database, make_catalogue())
    again = loaded(database, make_catalogue())

    assert (again.changes, again.moved) == ((), 0)
    assert len(notes(database, "create")) == 8


def test_a_field_that_says_something_else_is_told_and_noted(database):
    loaded(database, make_catalogue())
    result = loaded(database, make_catalogue(units=[make_unit(email="a@b.example", phones=())]))

    assert told(result) == [("changed", "units", "north")]
    phone = '{"number":"0980-319201","text":{},"hours":{},"confirmed":false,"audience":"public","schedules":[]}'
    assert sorted(notes(database, "update")) == [
        ("email", "", '"a@b.example"', "seed"), ("phones", f"[{phone}]", "[]", "seed")]
    assert stored(database).units["north"] == make_unit(email="a@b.example", phones=())


def test_what_is_gone_from_the_seed_is_gone_and_its_history_stays(database):
    loaded(database, make_catalogue(units=[make_unit(), make_unit("south", organization="Region Syd")]))
    result = loaded(database, make_catalogue(units=[make_unit()]))

    assert told(result) == [("removed", "units", "south")]
    assert list(stored(database).units) == ["north"]
    assert notes(database, "delete") == [("id", '"south"', "", "seed")]
    with database.transaction() as session:
        assert list(session.scalars(select(Organization.name))) == ["Region Norr"]


def test_all_may_be_replaced_at_once(database):
    other = {"areas": [make_area("sea")], "groups": [make_group("body")], "needs": [make_need("sleep", group="body")],
             "agencies": [make_agency("ward", receives=frozenset({"sleep"}))],
             "roles": [make_role("doctor", works_at=("ward",), receives=frozenset({"sleep"}))],
             "units": [make_unit(area="sea", agency="ward", organization="Region Syd")]}
    loaded(database, make_catalogue())

    loaded(database, make_catalogue(**other))

    assert stored(database) == make_catalogue(**other)


def test_a_record_that_moves_in_its_file_has_not_changed(database):
    moved = make_unit(place=Place("seed/other.yaml", 9))
    loaded(database, make_catalogue())
    result = loaded(database, make_catalogue(units=[moved]))

    assert (result.changes, result.moved) == ((), 1)
    assert stored(database).units["north"].place == Place("seed/other.yaml", 9)


def test_a_record_that_comes_between_two_others_keeps_its_place(database):
    first, last = make_need("a"), make_need("z")
    loaded(database, make_catalogue(needs=[first, last, make_need()]))
    result = loaded(database, make_catalogue(needs=[last, make_need("m"), first, make_need()]))

    assert told(result) == [("added", "needs", "m")]
    assert list(stored(database).needs) == ["z", "m", "a", "worry"]


def test_values_of_an_input_in_another_order_are_a_change(database):
    one = make_input()
    other = replace(one, values=dict(reversed(one.values.items())))
    loaded(database, make_catalogue(inputs=[one]))

    assert told(loaded(database, make_catalogue(inputs=[other]))) == [("changed", "inputs", "level")]
    assert list(stored(database).inputs["level"].values) == ["high", "low"]


def test_what_cannot_be_loaded_whole_changes_nothing(database):
    loaded(database, make_catalogue())

    with pytest.raises(IntegrityError):
        loaded(database, make_catalogue(areas=[make_area(), make_area("sea")], units=[make_unit(agency="nobody")]))

    assert stored(database) == make_catalogue()


def test_of_two_that_load_at_once_one_waits_and_finds_nothing_to_change(database):
    together, results = Barrier(2), []

    def load():
        together.wait()
        results.append(len(loaded(database, make_catalogue()).changes))

    threads = [Thread(target=load) for _ in range(2)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()

    assert sorted(results) == [0, 8]
