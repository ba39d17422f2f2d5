"""What is missing or doubtful is told where it is written; what is as it should be is not."""

from dataclasses import replace
from datetime import date

import pytest

from directory.catalogue import Named, doubts
from directory.findings import Place
from tests.build import DAY
from tests.records import (
    make_agency, make_catalogue, make_need, make_party, make_path, make_phone, make_role, make_schedule, make_secrecy,
    make_unit)

BOTH = {"sv": "Hjälper.", "en": "Helps."}
SAID = {"does_not": BOTH, "open_to": ("child",), "secrecy": "care"}
WHOLE = make_unit(email="a@b.example", assured_date=date(2026, 11, 1), schedules=(make_schedule(),))  # lacks nothing
ALL = Named(frozenset({"north"}), frozenset({"clinic"}))


def found_in(catalogue, *, named=ALL):
    return [(one.check, one.level, one.ids) for one in doubts(catalogue, day=DAY, named=named)]


def whole(**kinds):
    """A catalogue that lacks nothing but what a test says."""
    return make_catalogue(**{"units": [WHOLE], "roles": [explained()], "agencies": [make_agency(**SAID)],
                             "needs": [make_need(description=BOTH)], "secrecies": [make_secrecy()], **kinds})


def of_unit(**said):
    return found_in(whole(units=[replace(WHOLE, **said)]))


def explained(**said):
    return make_role(**{"description": BOTH, **SAID, **said})


def test_in_a_catalogue_that_lacks_nothing_there_is_nothing_to_doubt():
    assert found_in(whole()) == []


@pytest.mark.parametrize(("said", "check", "level"), [
    ({"phones": ()}, "phone", "warning"),
    ({"phones": (), "note": {"sv": "Gå dit."}}, "phone", "note"),
    ({"email": None}, "mailbox", "note"),
    ({"assured_date": None}, "assured", "note"),
    ({"assured_date": date(2025, 11, 20)}, "assured", "warning"),
    ({"assured_date": date(2026, 11, 22)}, "assured", "warning"),
    ({"schedules": ()}, "hours", "note"),
    ({"closes_on": date(2026, 11, 20)}, "ended", "warning"),
])
def test_a_unit_that_lacks_something_is_told(said, check, level):
    assert (check, level, ("north",)) in of_unit(**said)


@pytest.mark.parametrize("said", [
    {"schedules": (), "phones": (make_phone(schedules=(make_schedule(),)),)}, {"closes_on": DAY},
])
def test_a_unit_whose_numbers_have_hours_and_one_on_its_last_day_lack_nothing(said):
    assert of_unit(**said) == []


def test_a_unit_that_has_closed_and_that_nobody_is_sent_to_is_not_told():
    old = replace(WHOLE, id="south", closes_on=date(2026, 11, 1))

    assert [one for one in found_in(whole(units=[WHOLE, old])) if one[0] == "ended"] == []


@pytest.mark.parametrize("day", [date(2025, 11, 21), DAY])
def test_a_confirmation_holds_for_a_year(day):
    assert [one for one in of_unit(assured_date=day) if one[0] == "assured"] == []


@pytest.mark.parametrize(("read_on", "found"), [("2021-03-15", [("assured", "warning", ("bris",))]), ("2026", [])])
def test_a_national_number_that_was_read_more_than_a_year_ago_is_told(read_on, found):
    assert found_in(whole(national=[make_unit("bris", read_on=read_on)])) == found


@pytest.mark.parametrize(("said", "words"), [
    ({"description": {"sv": "Hjälper."}}, "in en"), ({"receives": frozenset()}, "no need"),
    ({"works_at": ("closed",)}, "no agency that a rule sends to"),
])
def test_a_role_that_nobody_explains_is_told(said, words):
    catalogue = whole(roles=[explained(**said)])

    doubt, = doubts(catalogue, day=DAY, named=ALL)

    assert (doubt.check, doubt.level, doubt.ids) == ("role", "warning", ("nurse",))
    assert words in str(doubt.message)


def test_a_unit_that_no_rule_binds_and_an_agency_that_no_rule_names_are_told():
    catalogue = whole(units=[WHOLE, replace(WHOLE, id="south")],
                      agencies=[make_agency(**SAID), make_agency("ward", **SAID)])

    assert found_in(catalogue) == [("unnamed", "warning", ("south",)), ("unnamed", "warning", ("ward",))]


def test_what_many_units_of_a_file_lack_is_told_once_at_the_first_of_them():
    units = [replace(WHOLE, id=name, email=None, place=Place(f"{name[0]}.yaml", int(name[1])))
             for name in ("a3", "a9", "b2")]
    named = Named(frozenset({"a3", "a9", "b2"}), ALL.agencies)

    found = doubts(whole(units=units), day=DAY, named=named)

    assert [(one.file, one.line, one.ids) for one in found] == [("a.yaml", 3, ("a3", "a9")), ("b.yaml", 2, ("b2",))]


@pytest.mark.parametrize("key", SAID)
def test_agencies_and_roles_that_leave_something_unsaid_are_told_once_for_each_kind(key):
    unsaid = {**SAID, key: None}
    agencies = [make_agency(one, **unsaid) for one in ("clinic", "ward")]

    found = doubts(whole(agencies=agencies, roles=[explained(**unsaid)]), day=DAY,
                   named=Named(ALL.units, frozenset({"clinic", "ward"})))

    assert [(one.check, one.level, one.ids) for one in found] == [
        ("unsaid", "note", ("clinic", "ward")), ("unsaid", "note", ("nurse",))]
    assert key in str(found[0].message)


def test_needs_that_nobody_describes_in_both_languages_are_told_together():
    needs = [make_need(description=BOTH), make_need("sleep", description={"sv": "Sover inte."}), make_need("food")]

    assert found_in(whole(needs=needs)) == [("need", "warning", ("sleep", "food"))]


def test_units_without_hours_are_told_once_for_each_area():
    areas = {"a": "sea", "b": "land", "c": "sea"}
    units = [replace(WHOLE, id=one, schedules=(), area=area) for one, area in areas.items()]
    named = Named(frozenset("abc"), ALL.agencies)

    found = doubts(whole(units=units), day=DAY, named=named)

    assert sorted((one.check, one.ids) for one in found) == [("hours", ("a", "c")), ("hours", ("b",))]


def test_a_contact_path_that_nobody_has_agreed_on_is_told():
    paths = [make_path(), make_path("office-town", from_party="office", to_party="town", way={}, state="missing")]

    assert found_in(whole(parties=[make_party(), make_party("office")], contact_paths=paths)) == [
        ("path", "note", ("office-town",))]
