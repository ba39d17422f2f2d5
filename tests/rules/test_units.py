"""What units can take: acute cases (NB4), ages, meetings and who calls them, Reach, Fitness against a catalogue."""

import pytest

from tests.build import found_in, make_base, make_knowledge, make_nation, the_error

ONE = {"A": "to: x"}
GROUPS = {"inputs": "from: [guardian, youth, school]", "askers": "{family: guardian, youth: youth, school: school}"}


def region(**more):
    return {"layer": "region", "within": "nation", **more}


@pytest.mark.parametrize("acute", ["", "acute: no", "acute: worry"])
def test_an_acute_case_goes_to_a_unit_that_is_acute_for_the_need(tmp_path, acute):
    folder = make_nation(
        tmp_path, inputs="{need: [focus, worry], level: [base], age: 0-20}", rules=ONE, units={"rescue": acute}
    )

    one = the_error(folder)

    assert (one.check, one.ids) == ("NB4", ("S", "rescue"))
    assert (one.witness["need"], one.witness["acute"]) == ("focus", "yes")
    assert ("worry" in str(one.message)) is (acute != "acute: worry")


def test_no_ordinary_rule_mentions_acute(tmp_path):
    found = found_in(make_nation(tmp_path, rules={"A": "when: {acute: no}, to: x", "B": "when: {acute: yes}, to: y"}))

    assert ("gates", ("A",)) in {(one.check, one.ids) for one in found}


def test_a_gate_leads_to_safety_beside_acute(tmp_path):
    folder = make_nation(
        tmp_path,
        rules=ONE,
        inputs="facts: {ill: [no, yes]}",
        units={"rescue": ""},
        gates="{safety: [{facts: {ill: yes}, age: 0-9}]}",
    )

    assert {one.check for one in found_in(folder)} == {"NB4"}


def test_who_answers_for_danger_when_unsure_takes_acute_cases_too(tmp_path):
    folder = make_nation(tmp_path, rules=ONE, safety={"S": "to: rescue, unsure: x"})

    assert [(one.check, one.ids) for one in found_in(folder)] == [("NB4", ("S", "x"))]


@pytest.mark.parametrize(
    ("gates", "found"),
    [
        ("{protection: [{facts: {harm: yes}}]}", [("gates", ("H",))]),
        ("{protection: [{facts: {harm: yes}, level: more}]}", [("gates", ("H",))]),
        ("{protection: [{facts: {harm: yes}, need: worry}]}", []),
    ],
)
def test_no_hand_over_leads_into_what_is_decided_before_the_table(tmp_path, gates, found):
    folder = make_nation(
        tmp_path,
        rules=ONE,
        gates=gates,
        protection={"P": "to: guard"},
        inputs="{need: [focus, worry], level: [base, more], age: 0-20, facts: {harm: [no, yes]}}",
        hand_overs={"H": "by: x, when: {need: focus, facts: {harm: no}}, sets: {facts: {harm: yes}}"},
    )

    assert [(one.check, one.ids) for one in found_in(folder) if one.check == "gates"] == found


def test_ages_that_a_unit_does_not_take_are_shown_by_the_first_of_them(tmp_path):
    one = the_error(make_nation(tmp_path, rules=ONE, units={"x": "ages: 0-17"}))

    assert (one.check, one.ids, one.witness["age"]) == ("ages", ("A", "x"), "18")


def test_a_unit_may_take_more_ages_than_there_are(tmp_path):
    assert found_in(make_nation(tmp_path, rules=ONE, units={"x": "ages: 0-99"})) == []


def test_who_sends_to_a_meeting_says_who_calls_it(tmp_path):
    process = {"units": {"sip": "process: yes"}, "rules": {"A": "to: sip"}}

    assert [(one.check, one.ids) for one in found_in(make_nation(tmp_path, **process))] == [("meeting", ("A", "sip"))]
    assert found_in(make_nation(tmp_path, **{**process, "rules": {"A": "to: sip, calls: x"}})) == []


REACH = [
    ("how: {family: {way: remiss}}", ("A", "x"), "names no unit to go through"),
    ("how: {youth: {way: none}}", ("A", "x"), "youth"),
    ("how: {family: {way: remiss, via: shut}}", ("A", "shut"), "not open to them either"),
    ("how: {family: {way: remiss, via: small}}", ("A", "small"), "ages"),
    ("how: {way: konsultation}", ("A", "x"), "family"),
    ("how: {family: {way: remiss, via: open}}", None, ""),
    ("how: {family: {way: call}, youth: {way: ansokan}}", None, ""),
    ("how: {school: {way: remiss}}", None, ""),
]


@pytest.mark.parametrize(("how", "ids", "word"), REACH)
def test_every_receiver_is_open_to_family_and_youth_or_goes_through_one_that_is(tmp_path, how, ids, word):
    rules = {
        "A": f"when: {{level: base}}, to: x, {how}",
        "B": "when: {level: more, age: 0-9}, to: open",
        "C": "when: {level: more, age: 10-20}, to: shut, how: {family: {way: remiss, via: open}}",
    }
    folder = make_nation(tmp_path, rules=rules, units={"small": "ages: 0-5"}, **GROUPS)

    found = found_in(folder)

    assert [one.ids for one in found if one.check == "Reach"] == ([ids] if ids else [])
    assert all(word in str(one.message) and one.hint and one.witness for one in found)


def test_where_askers_are_not_grouped_every_asker_is_one_group(tmp_path):
    one = the_error(make_nation(tmp_path, rules={"A": "to: x, how: {way: remiss}"}))

    assert (one.check, one.ids) == ("Reach", ("A", "x"))


def test_a_way_that_a_region_says_to_safety_must_be_open_too(tmp_path):
    closed = region(reach={"": "rule: S, how: {family: {way: remiss}}"})

    one = the_error(make_nation(tmp_path, rules=ONE, west=closed, **GROUPS))

    assert (one.check, one.area, one.ids) == ("Reach", "west", ("S", "rescue"))


def test_reach_speaks_of_the_nations_first_three_sections(tmp_path):
    one = the_error(make_nation(tmp_path, rules=ONE, west=region(reach={"": "rule: Q, how: {way: call}"})))

    assert one.check == "words"


@pytest.mark.parametrize(
    ("own", "word", "age"),
    [
        ({"receives": ["sleep"]}, "does not receive", "0"),
        ({"ages": "0-17"}, "0-17", "18"),
        ({"levels": ["more"]}, "base", "0"),
    ],
)
def test_the_record_of_a_receiver_takes_the_need_the_age_and_the_level(tmp_path, own, word, age):
    folder = make_nation(tmp_path, rules=ONE)

    one = the_error(folder, knowledge=make_knowledge(rescue={}, x=own))

    assert (one.check, one.ids, one.witness["age"]) == ("Fitness", ("A", "x"), age)
    assert word in str(one.message)


@pytest.mark.parametrize(
    "rules",
    [
        {"A": "to: x, exception: {because: Only one there is}"},
        {
            "A": "when: {tried: {a: no}}, to: x",
            "B": "when: {tried: {a: yes}}, to: x, exception: {because: Only one there is}",
        },
        {
            "A": "when: {facts: {seen: unknown}}, to: x",
            "B": "when: {facts: {seen: yes}}, to: x, exception: {because: Only one there is}",
        },
    ],
)
def test_a_reason_or_the_base_level_first_frees_a_rule_from_the_level(tmp_path, rules):
    folder = make_nation(tmp_path, rules=rules, inputs="facts: {seen: [unknown, yes]}")

    assert found_in(folder, knowledge=make_knowledge(rescue={}, x={"levels": ["more"]})) == []


def test_safety_is_free_of_the_level_but_not_of_the_need(tmp_path):
    folder = make_nation(tmp_path, rules=ONE)

    assert found_in(folder, knowledge=make_knowledge(x={}, rescue={"levels": ["other"]})) == []
    assert the_error(folder, knowledge=make_knowledge(x={}, rescue={"receives": ["other"]})).check == "Fitness"


def test_units_of_authority_fit_every_level(tmp_path):
    assert (
        found_in(make_nation(tmp_path, rules=ONE), knowledge=make_knowledge(rescue={}, x={"levels": ["myndighet"]}))
        == []
    )


def test_a_local_kind_is_judged_by_the_record_of_what_it_is_a_kind_of(tmp_path):
    local = region(units={"z": "kind_of: x"}, replaces={"R": "rule: A, to: z"})
    folder = make_nation(tmp_path, rules=ONE, west=local)

    assert found_in(folder, knowledge=make_knowledge(rescue={}, x={})) == []
    assert {one.area for one in found_in(folder, knowledge=make_knowledge(rescue={}, x={"receives": ["other"]}))} == {
        "nation",
        "west",
    }


def test_a_bound_unit_must_be_in_the_catalogue_when_there_is_one(tmp_path):
    folder = make_base(tmp_path)

    found = [one for one in found_in(folder, knowledge=make_knowledge()) if one.check == "bound"]

    assert len(found) == 10
    assert all(one.line > 9 and "catalogue" in str(one.message) for one in found)
