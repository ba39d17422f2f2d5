"""Advice joins a decision with the real units: which, whose, reached how, and what is too old to be shown."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from directory.clock import HOME
from directory.routing import advise, as_json
from directory.rules import read_case
from tests.doors import CASE
from tests.records import make_schedule

DAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 10, 0, tzinfo=HOME)
LOCAL = {"area": "hudiksvall", "need": "koncentration_adhd", "level": "bas", "age": "9"}


def ask(edition, *, language="sv", catalogue=None, explain=True, **changes):
    case = read_case({**CASE, **changes}, edition.inputs, areas=edition.ruleset.areas, today=DAY)
    known = catalogue or edition.catalogue
    return advise(edition.ruleset, case, catalogue=known, edition=edition.id, language=language, explain=explain)


def confirmed(edition, day, **said):
    """The catalogue with every unit confirmed by its owner on a day."""
    units = {one.id: replace(one, assured_date=day, **said) for one in edition.catalogue.units.values()}
    return replace(edition.catalogue, units=units)


def test_a_municipality_names_its_own_units_and_whom_to_ring_when_one_does_not_know(edition):
    place = ask(edition, **LOCAL).place

    assert [one.area for one in place.units] == ["hudiksvall"] * len(place.units) != []
    assert place.own == "school"
    assert place.lost.id == "hudiksvall-skolforvaltning"


@pytest.mark.parametrize(("need", "own"), [("mobbning", "school"), ("somatik", "listing")])
def test_whose_unit_it_is_holds_in_the_whole_country(edition, need, own):
    places = [ask(edition, area=area, need=need, level="bas", age="8").place for area in edition.ruleset.areas]

    assert {one.own for one in places} == {own}
    assert not all(one.units for one in places)


def test_where_nothing_is_bound_there_is_no_unit(edition):
    place = ask(edition, need="ekonomi").place

    assert (place.units, place.named, place.own, place.lost) == ((), (), None, None)


def test_a_national_number_holds_in_every_area(edition):
    for area in edition.ruleset.areas:
        place = ask(edition, area=area, acute="now").place

        assert [phone.number for one in place.units for phone in one.phones] == ["112"]


def test_who_calls_a_meeting_can_be_reached(edition):
    advice = ask(edition, area="hudiksvall", need="foraldrastod", level="forsta_linjen", age="15")

    assert advice.decision.open
    assert advice.place.units == ()
    assert [one.id for one in advice.caller.units] == ["hudiksvall-rad-och-stod"]


@pytest.mark.parametrize(("day", "shown"), [(DAY, True), (date(2025, 11, 23), True), (date(2025, 11, 22), False)])
def test_contact_details_are_shown_for_a_year_from_the_day_they_were_confirmed(edition, day, shown):
    units = ask(edition, catalogue=confirmed(edition, day), **LOCAL).place.units

    assert bool([phone for one in units for phone in one.phones]) is shown
    assert {one.assured_date for one in units} == {day if shown else None}


def test_a_detail_that_nobody_has_confirmed_says_so_in_the_answer(edition):
    units = as_json(ask(edition, **LOCAL))["receiver"]["units"]

    assert {phone["confirmed"] for one in units for phone in one["phones"]} == {False}


@pytest.mark.parametrize("moment", ["2026-11-23T03:00+01:00", "2026-12-24T20:00+01:00"])
def test_an_answer_says_whether_its_units_are_open_at_the_moment_that_it_is_given(edition, moment):
    advice, now = ask(edition, acute="now"), datetime.fromisoformat(moment)

    assert [one["open_now"] for one in as_json(advice, now=now)["receiver"]["units"]] == [True]
    assert [one["open_now"] for one in as_json(advice)["receiver"]["units"]] == [None]


def test_hours_that_were_confirmed_too_long_ago_say_nothing(edition):
    always = (make_schedule("every", "00:00", "24:00", holidays="open"),)
    old = confirmed(edition, date(2025, 11, 22), schedules=always)

    units = as_json(ask(edition, catalogue=old, **LOCAL), now=NOW)["receiver"]["units"]

    assert {one["open_now"] for one in units} == {None}


def test_a_unit_whose_hours_nobody_knows_is_said_to_be_neither_open_nor_closed(edition):
    without = confirmed(edition, DAY, schedules=())

    units = as_json(ask(edition, catalogue=without, **LOCAL), now=NOW)["receiver"]["units"]

    assert {one["open_now"] for one in units} == {None}


@pytest.mark.parametrize("asker", ["guardian", "youth", "skolskoterska", "bup", "polis"])
def test_how_to_reach_the_receiver_is_told_for_the_one_who_asks(edition, asker):
    advice = ask(edition, acute="now", **{"from": asker})

    group = edition.inputs.group_of(asker)
    assert advice.how == advice.rule.how_for(group)


def test_urgency_and_danger_by_nature_are_both_acute(edition):
    assert ask(edition, acute="today").acute
    assert ask(edition, need="forgiftning").acute
    assert not ask(edition).acute


def test_without_explanation_nothing_is_explained(edition):
    advice = ask(edition, explain=False)

    assert (advice.why, advice.would_change, advice.way) == ((), (), ())


def test_every_change_that_is_named_leads_where_it_says(edition):
    for one in ask(edition, **LOCAL).would_change:
        field = one.input.partition(".")
        changes = {field[0]: {field[2]: one.new}} if field[2] else {one.input: one.new.partition("-")[0]}

        assert ask(edition, **{**LOCAL, **changes}).decision.receiver == one.receiver


def test_a_decision_without_a_catalogue_names_things_by_their_ids(edition):
    case = read_case({**CASE, "acute": "now"}, edition.inputs, areas=edition.ruleset.areas, today=DAY)

    answer = as_json(advise(edition.ruleset, case))

    assert [one["name"] for one in answer["receiver"]["units"]] == [one["id"] for one in answer["receiver"]["units"]]
    assert answer["receiver"]["name"]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_need_of_every_area_can_be_told_in_every_language(edition, language):
    for area in edition.ruleset.areas:
        for need in edition.inputs.values["need"]:
            answer = as_json(ask(edition, area=area, need=need, language=language))

            assert answer["receiver"]["name"] != answer["receiver"]["id"] or answer["receiver"]["id"].isdigit()
            assert answer["rule"]["because"] and answer["how"]["text"]


def test_where_nothing_is_agreed_the_way_in_is_the_unit_that_calls_the_meeting(edition):
    advice = ask(edition, area="hudiksvall", need="foraldrastod", level="forsta_linjen", age="15")

    assert advice.decision.open and "råd och stöd" in advice.how.text.read("sv")
