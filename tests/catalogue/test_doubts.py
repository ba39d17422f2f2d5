"""What is missing or doubtful is told where it is written; what is as it should be is not."""

from dataclasses import replace
from datetime import date

import pytest

from directory.catalogue import Named, doubts
from directory.findings import Place
from tests.build import DAY
from tests.records import make_agency, make_catalogue, make_role, make_unit

WHOLE = make_unit(email="a@b.example", assured_date=date(2026, 11, 1))  # nothing is missing here
ALL = Named(frozenset({"north"}), frozenset({"clinic"}))


def found_in(catalogue, *, named=ALL):
    return [(one.check, one.level, one.ids) for one in doubts(catalogue, day=DAY, named=named)]


def of_unit(**said):
    return found_in(make_catalogue(units=[replace(WHOLE, **said)]))


def explained(**said):
    return make_role(**{"description": {"sv": "Hjälper.", "en": "Helps."}, **said})


def test_in_a_catalogue_that_lacks_nothing_there_is_nothing_to_doubt():
    assert found_in(make_catalogue(units=[WHOLE], roles=[explained()])) == []


@pytest.mark.parametrize(("said", "check", "level"), [
    ({"phones": ()}, "phone", "warning"),
    ({"phones": (), "note": {"sv": "Gå dit."}}, "phone", "note"),
    ({"email": None}, "mailbox", "note"),
    ({"assured_date": None}, "assured", "note"),
    ({"assured_date": date(2025, 11, 20)}, "assured", "warning"),
    ({"assured_date": date(2026, 11, 22)}, "assured", "warning"),
])
def test_a_unit_that_lacks_something_is_told(said, check, level):
    assert (check, level, ("north",)) in of_unit(**said)


@pytest.mark.parametrize("day", [date(2025, 11, 21), DAY])
def test_a_confirmation_holds_for_a_year(day):
    assert [one for one in of_unit(assured_date=day) if one[0] == "assured"] == []


@pytest.mark.parametrize(("said", "words"), [
    ({"description": {"sv": "Hjälper."}}, "in en"), ({"receives": frozenset()}, "no need"),
    ({"works_at": ("closed",)}, "no agency that a rule sends to"),
])
def test_a_role_that_nobody_explains_is_told(said, words):
    catalogue = make_catalogue(units=[WHOLE], roles=[explained(**said)])

    doubt, = doubts(catalogue, day=DAY, named=ALL)

    assert (doubt.check, doubt.level, doubt.ids) == ("role", "warning", ("nurse",))
    assert words in str(doubt.message)


def test_a_unit_that_no_rule_binds_and_an_agency_that_no_rule_names_are_told():
    catalogue = make_catalogue(units=[WHOLE, replace(WHOLE, id="south")], roles=[explained()],
                               agencies=[make_agency(), make_agency("ward")])

    assert found_in(catalogue) == [("unnamed", "warning", ("south",)), ("unnamed", "warning", ("ward",))]


def test_what_many_units_of_a_file_lack_is_told_once_at_the_first_of_them():
    units = [replace(WHOLE, id=name, email=None, place=Place(f"{name[0]}.yaml", int(name[1])))
             for name in ("a3", "a9", "b2")]
    named = Named(frozenset({"a3", "a9", "b2"}), ALL.agencies)

    found = doubts(make_catalogue(units=units, roles=[explained()]), day=DAY, named=named)

    assert [(one.file, one.line, one.ids) for one in found] == [("a.yaml", 3, ("a3", "a9")), ("b.yaml", 2, ("b2",))]
