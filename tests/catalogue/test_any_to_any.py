"""From any catalogue to any other: afterwards the tables hold the other one, in its order, and nothing else."""

from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from directory.catalogue import CHANGED, catalogue_from, load_into
from directory.catalogue.models import Metadata
from directory.db import Table, connect
from directory.findings import Place
from tests.records import (
    make_agency, make_area, make_catalogue, make_group, make_input, make_need, make_phone, make_role, make_unit)

NOW = datetime(2026, 11, 21, 12, 30, tzinfo=UTC)
HANDLES = st.lists(st.sampled_from("abcd"), unique=True, min_size=1)
TEXTS = st.sampled_from([{}, {"sv": "Å"}, {"sv": "Å", "en": "A"}])
PLACES = st.builds(Place, st.sampled_from(["x.yaml", "y.yaml"]), st.integers(1, 3))
PHONES = st.lists(st.builds(make_phone, st.sampled_from(["112", "1177"]), text=TEXTS, hours=TEXTS,
                            confirmed=st.booleans()), max_size=2).map(tuple)


@st.composite
def catalogues(draw):
    areas, groups, needs, agencies = (draw(HANDLES) for _ in range(4))
    values = dict.fromkeys(draw(HANDLES), {"sv": "Å"})
    some = {kind: st.lists(st.sampled_from(known), unique=True) for kind, known in (("needs", needs), ("at", agencies))}
    return make_catalogue(
        areas=[make_area(one, within=draw(st.sampled_from([None, *areas])), place=draw(PLACES)) for one in areas],
        groups=[make_group(one) for one in groups],
        needs=[make_need(one, group=draw(st.sampled_from(groups))) for one in needs],
        agencies=[make_agency(one, receives=frozenset(draw(some["needs"]))) for one in agencies],
        roles=[make_role(one, works_at=tuple(draw(some["at"])), receives=frozenset(draw(some["needs"])))
               for one in draw(HANDLES)],
        inputs=[make_input(values=values, short=values)],
        units=[unit(draw, one, areas, agencies) for one in draw(HANDLES)],
        national=[make_unit(one, agency=one, area=areas[0], organization=None) for one in draw(some["at"])])


def unit(draw, one, areas, agencies):
    absent = st.sampled_from([None, "x"])
    return make_unit(one, area=draw(st.sampled_from(areas)), agency=draw(st.sampled_from(agencies)), place=draw(PLACES),
                     organization=draw(st.sampled_from([None, "Region Norr", "Region Syd"])), phones=draw(PHONES),
                     email=draw(absent), address=draw(absent), note=draw(TEXTS))


def orders(catalogue):
    return [list(getattr(catalogue, kind)) for kind in ("areas", "groups", "needs", "agencies", "roles", "units",
                                                        "national")]


@given(st.lists(catalogues(), min_size=2, max_size=3))
@settings(max_examples=40)
def test_the_tables_hold_the_catalogue_that_was_loaded_last(each):
    database = connect("sqlite://")
    Table.metadata.create_all(database.engine)

    for one in each:
        check_loading(database, one)

    database.engine.dispose()


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
    units = len(catalogue.units) + len(catalogue.national)
    expected = {"services": units, "locations": units, "service_at_locations": units, "service_areas": units,
                "roles": len(catalogue.roles), "agencies": len(catalogue.agencies), "areas": len(catalogue.areas),
                "taxonomy_terms": len(catalogue.groups) + len(catalogue.needs),
                "organizations": len({one.organization for one in catalogue.units.values()} - {None}),
                "contacts": sum(one.email is not None for one in catalogue.units.values()),
                "phones": sum(len(one.phones) for one in (*catalogue.units.values(), *catalogue.national.values()))}
    return [name for name, count in expected.items() if counted[name] != count]
