"""When a unit receives, and who receives a need: what the rules of an area say, exact in level and age."""

import pytest

from directory.routing import Words, kinds_bound, kinds_of, received_by, receivers_of
from tests.build import DAY, make_base, make_nation, ruleset_of


@pytest.fixture
def received(tmp_path):
    """What some kinds of unit receive in an area of the small base, which a test may change."""
    def found(area, *kinds, **changes):
        ruleset = ruleset_of(make_base(tmp_path, **changes))
        here = ruleset.areas[area]
        return received_by(ruleset, here, set(kinds), words=Words(None, "en", here.units), day=DAY)
    return found


def usual(found):
    """What is received by the ordinary rules, in short."""
    return [(one.levels, one.ages, [need.id for need in one.needs]) for one in found if one.stage == "rules"]


def test_needs_of_the_same_level_age_and_conditions_stand_together(received):
    assert usual(received("nation", "bvc")) == [(("base",), "0–5", ["attention", "worry", "speech"])]


def test_each_need_names_the_rule_that_sends_it(received):
    found, = (one for one in received("nation", "bvc") if one.stage == "rules")

    assert {need.id: need.rule for need in found.needs} == {"attention": "A1", "worry": "A1", "speech": "T1"}


def test_ages_that_an_area_sends_elsewhere_are_not_told_as_the_units(received):
    nation, west = (usual(received(area, "clinic")) for area in ("nation", "west"))

    assert (("first",), "", ["attention", "worry"]) in nation
    assert (("first",), "0–5, 18–20", ["attention", "worry"]) in west


def test_conditions_are_told_in_words(received):
    found = [one.conditions for one in received("nation", "school") if one.stage == "rules"]

    assert set(found) == {("school_done: no",)}


def test_where_another_rule_takes_some_of_the_cases_that_is_said(tmp_path):
    folder = make_nation(tmp_path, rules={"R1": "to: school"},
                         county={"layer": "region", "within": "nation", "units": {"team": ""},
                                 "replaces": {"C1": "rule: R1, when: {tried: {a: yes}}, to: team"}})
    ruleset = ruleset_of(folder)

    def partly(area):
        here = ruleset.areas[area]
        found = received_by(ruleset, here, {"school"}, words=Words(None, "en", here.units), day=DAY)
        return [one.partly for one in found if one.stage == "rules"]

    assert (partly("nation"), partly("county")) == ([False], [True])


def test_who_calls_a_meeting_is_told_apart_from_who_receives(tmp_path):
    ruleset = ruleset_of(make_nation(
        tmp_path, rules={"R1": "to: bvc"}, open={"O1": "rule: R1, when: {age: 3}, calls: bvc"},
        units={"sip": "process: yes"}))
    here = ruleset.areas["nation"]

    found = received_by(ruleset, here, {"bvc"}, words=Words(None, "en", here.units), day=DAY)

    assert {(one.ages, one.calls) for one in found if one.stage == "rules"} == {("0–2, 4–20", False), ("3", True)}


def test_a_unit_for_every_danger_is_said_to_take_every_need(received):
    found, = received("nation", "bup_now")

    assert (found.stage, found.every, found.ages) == ("safety", True, "0–17")


def test_nobody_is_sent_to_a_kind_that_no_rule_names(received):
    assert received("nation", "nobody") == ()


def test_who_receives_a_need_is_told_danger_first_and_then_the_youngest(tmp_path):
    ruleset = ruleset_of(make_base(tmp_path))
    here = ruleset.areas["nation"]

    found = receivers_of(ruleset, here, "speech", words=Words(None, "en", here.units), day=DAY)

    assert [one.kind for one in found] == ["bup_now", "adult_now", "bvc", "speech", "school"]


def test_a_kind_that_an_area_has_of_its_own_counts_with_the_agency_that_it_is_a_kind_of(tmp_path):
    folder = make_base(tmp_path, west={"units": {"first_line": "ages: 6-17, acts_as: clinic, kind_of: clinic"}})
    areas = ruleset_of(folder).areas

    assert (kinds_of(areas["nation"], "clinic"), kinds_of(areas["west"], "clinic")) == (
        {"clinic"}, {"clinic", "first_line"})


def test_the_kinds_that_a_unit_is_bound_to_are_found(tmp_path):
    folder = make_base(tmp_path, almby={"binds": {"clinic": "house", "youth": "house"}})

    assert kinds_bound(ruleset_of(folder).areas["almby"], "house") == {"clinic", "youth"}
