"""From any catalogue to any other: afterwards the tables hold the other one, in its order, and nothing else."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from directory.catalogue import CHANGED, Neighbour, catalogue_from, load_into
from directory.catalogue.content import KINDS
from directory.catalogue.models import Metadata
from directory.db import Table, connect
from directory.findings import Place
from tests.records import (
    make_agency, make_area, make_catalogue, make_group, make_input, make_need, make_party, make_path, make_phone,
    make_role, make_schedule, make_secrecy, make_unit)

NOW = datetime(2026, 11, 21, 12, 30, tzinfo=UTC)
HANDLES = st.lists(st.sampled_from("abcd"), unique=True, min_size=1)
TEXTS = st.sampled_from([{}, {"sv": "Å"}, {"sv": "Å", "en": "A"}])
PLACES = st.builds(Place, st.sampled_from(["x.yaml", "y.yaml"]), st.integers(1, 3))
SCHEDULES = st.lists(st.builds(make_schedule, st.sampled_from(["mo", "sa su"]), holidays=st.sampled_from(
    ["closed", "open"])), max_size=2).map(tuple)
PHONES = st.lists(st.builds(make_phone, st.sampled_from(["112", "1177"]), text=TEXTS, hours=TEXTS,
                            confirmed=st.booleans(), schedules=SCHEDULES), max_size=2).map(tuple)
NEIGHBOURS = st.lists(st.builds(Neighbour, st.sampled_from("abcd"), TEXTS), max_size=2).map(tuple)


@st.composite
def catalogues(draw):
    areas, groups, needs, agencies, parties = (draw(HANDLES) for _ in range(5))
    values = dict.fromkeys(draw(HANDLES), {"sv": "Å"})
    some = {kind: st.lists(st.sampled_from(known), unique=True) for kind, known in (("needs", needs), ("at", agencies))}
    return make_catalogue(
        areas=[make_area(one, within=draw(st.sampled_from([None, *areas])), place=draw(PLACES)) for one in areas],
        groups=[make_group(one) for one in groups],
        needs=[make_need(one, group=draw(st.sampled_from(groups))) for one in needs],
        agencies=[make_agency(one, receives=frozenset(draw(some["needs"])), confused_with=draw(NEIGHBOURS))
                  for one in agencies],
        roles=[make_role(one, works_at=tuple(draw(some["at"])), receives=frozenset(draw(some["needs"])))
               for one in draw(HANDLES)],
        inputs=[make_input(values=values, short=values)],
        units=[unit(draw, one, areas, agencies) for one in draw(HANDLES)],
        secrecies=[make_secrecy(one, description=draw(TEXTS)) for one in draw(HANDLES)],
        parties=[make_party(one) for one in parties],
        contact_paths=[path(draw, one, areas, parties) for one in draw(HANDLES)],
        national=[make_unit(one, agency=one, area=areas[0], organization=None) for one in draw(some["at"])])


def unit(draw, one, areas, agencies):
    absent = st.sampled_from([None, "x"])
    return make_unit(one, area=draw(st.sampled_from(areas)), agency=draw(st.sampled_from(agencies)), place=draw(PLACES),
                     organization=draw(st.sampled_from([None, "Region Norr", "Region Syd"])), phones=draw(PHONES),
                     email=draw(absent), address=draw(absent), note=draw(TEXTS),
                     schedules=draw(SCHEDULES), party=draw(st.sampled_from([None, False, True])))


def path(draw, one, areas, parties):
    return make_path(one, areas=tuple(draw(st.lists(st.sampled_from(areas), unique=True))), way=draw(TEXTS),
                     from_party=draw(st.sampled_from(parties)), to_party=draw(st.sampled_from(parties)))


def orders(catalogue):
    return {kind: list(getattr(catalogue, kind)) for kind in KINDS}


@pytest.fixture(scope="module")
def memory():
    """One database for all examples, so that statements are compiled once."""
    database = connect("sqlite://")
    yield database
    database.engine.dispose()


@given(each=st.lists(catalogues(), min_size=2, max_size=3))
@settings(max_examples=10)
def test_the_tables_hold_the_catalogue_that_was_loaded_last(memory, each):
    Table.metadata.drop_all(memory.engine)
    Table.metadata.create_all(memory.engine)

    for one in each:
        check_loading(memory, one)


def check_loading(database, catalogue):
    with database.transaction() as session:
        loaded = load_into(session, catalogue, by="seed", at=NOW)
        stored = catalogue_from(session)
        noted = session.scalar(select(func.count()).select_from(Metadata))
    with database.transaction() as session:
        again = load_into(session, catalogue, by="seed", at=NOW)

    assert (stored, orders(stored)) == (catalogue, orders(catalogue))
    assert (again.changes, again.moved) == ((), 0)
    assert noted >= sum(len(one.fields) if one.action == CHANGED else 1 for one in loaded.changes)
    assert rows_of_nobody(database) == []


def rows_of_nobody(database):
    """Tables with rows that belong to no unit or record of the catalogue."""
    with database.transaction() as session:
        catalogue = catalogue_from(session)
        counted = {table.name: session.scalar(select(func.count()).select_from(table))
                   for table in Table.metadata.sorted_tables}
    all_units = (*catalogue.units.values(), *catalogue.national.values())
    units, phones = len(all_units), [phone for one in all_units for phone in one.phones]
    expected = {"services": units, "locations": units, "service_at_locations": units, "service_areas": units,
                "roles": len(catalogue.roles), "agencies": len(catalogue.agencies), "areas": len(catalogue.areas),
                "taxonomy_terms": len(catalogue.groups) + len(catalogue.needs),
                "organizations": len({one.organization for one in catalogue.units.values()} - {None}),
                "contacts": sum(one.email is not None for one in catalogue.units.values()),
                "phones": len(phones), "schedules": sum(map(len, (one.schedules for one in (*all_units, *phones))))
                + sum(bool(one.hours) for one in phones), "secrecies": len(catalogue.secrecies),
                "neighbours": sum(len(one.confused_with) for one in catalogue.agencies.values()),
                "parties": len(catalogue.parties), "contact_paths": len(catalogue.contact_paths),
                "contact_path_areas": sum(len(one.areas) for one in catalogue.contact_paths.values())}
    return [name for name, count in expected.items() if counted[name] != count]
