"""Regions and municipalities: what they may replace, declare open, close and bind, and what stays the nation's."""

import pytest

from directory.rules import decide, load
from tests.build import ask, found_in, make_base, make_nation, prove, ruleset_of, the_error

RULES = {"A": "when: {level: base}, to: x", "B": "when: {level: more}, to: y"}


def region(**more):
    return {"layer": "region", "within": "nation", **more}


def receiver(folder, **case):
    ruleset = ruleset_of(folder)
    return decide(ruleset, ask(ruleset, **case)).receiver


@pytest.mark.parametrize(
    ("row", "word"),
    [
        ("rule: A, when: {level: more}, to: z", "more"),
        ("rule: A, when: {level: [base, more]}, to: z", "more"),
        ("rule: M1, when: {level: base}, to: z", None),
    ],
)
def test_a_replacement_stays_inside_the_rule_that_it_names(tmp_path, row, word):
    folder = make_nation(tmp_path, rules=RULES, west=region(units={"z": ""}, replaces={"R": row}))

    one = the_error(folder)

    assert (one.check, "R" in one.ids, bool(one.hint)) == ("replaces" if word else "words", True, True)
    assert word is None or word in str(one.message)


def test_a_replacement_of_ages_that_the_rule_lacks_is_refused(tmp_path):
    rules = {"A": "when: {age: 0-17}, to: x", "B": "when: {age: 18-20}, to: y"}
    folder = make_nation(
        tmp_path, rules=rules, west=region(units={"z": ""}, replaces={"R": "rule: A, when: {age: 16-18}, to: z"})
    )

    one = the_error(folder)

    assert (one.check, one.area, one.ids) == ("replaces", "west", ("R", "A"))
    assert "16-18" in str(one.message)


def test_a_replacement_without_effect_is_refused(tmp_path):
    folder = make_base(tmp_path, almby={"replaces": {"M2": "rule: A5, when: {age: 6-17}, to: youth"}})

    one = the_error(folder)

    assert (one.check, one.ids) == ("replaces", ("M2", "A5"))


def test_a_municipality_names_the_replacement_of_its_region(tmp_path):
    folder = make_base(
        tmp_path,
        without=["M1", "V2", "V1"],
        almby={
            "units": {"youth": "ages: 13-20, acts_as: clinic"},
            "replaces": {"M2": "rule: R1, when: {need: attention, age: 13-17}, to: youth"},
        },
    )

    assert found_in(folder) == []
    assert receiver(folder, area="almby", need="attention", level="first", age="16") == "youth"


def test_overlapping_replacements_are_refused_and_both_named(tmp_path):
    folder = make_nation(
        tmp_path,
        rules=RULES,
        west=region(
            units={"z": "", "w": ""},
            replaces={"R1": "rule: A, when: {age: 0-9}, to: z", "R2": "rule: A, when: {age: 9-12}, to: w"},
        ),
    )

    one = the_error(folder)

    assert (one.check, one.area, set(one.ids), one.witness["age"]) == ("T", "west", {"R1", "R2"}, "9")


@pytest.mark.parametrize("section", ["replaces", "open"])
def test_no_overlay_touches_a_rule_of_safety(tmp_path, section):
    row = "rule: S, to: x" if section == "replaces" else "rule: S, calls: x"

    found = found_in(make_nation(tmp_path, rules=RULES, west=region(**{section: {"R": row}})))

    assert [(one.check, one.ids) for one in found if one.check != "NB4"] == [("gates", ("R", "S"))]


def test_a_row_of_its_own_layer_cannot_be_replaced(tmp_path):
    folder = make_nation(
        tmp_path,
        rules=RULES,
        west=region(units={"z": ""}, replaces={"R1": "rule: A, to: z", "R2": "rule: R1, when: {age: 9}, to: x"}),
    )

    assert [(one.check, one.ids) for one in found_in(folder)] == [("replaces", ("R2", "R1"))]


def test_rows_that_replace_each_other_in_a_ring_are_refused_and_not_followed_for_ever(tmp_path):
    folder = make_nation(
        tmp_path, rules=RULES, west=region(units={"z": ""}, replaces={"R1": "rule: R2, to: z", "R2": "rule: R1, to: z"})
    )

    assert {one.check for one in found_in(folder)} == {"replaces"}


def test_layers_that_lie_within_each_other_are_refused_and_not_followed_for_ever(tmp_path):
    folder = make_nation(tmp_path, rules=RULES, west=region(within="east"), east=region(within="west"))

    assert {one.check for one in found_in(folder)} == {"layers"}


@pytest.mark.parametrize(
    "section", ["safety", "protection", "deadlock", "rules", "inputs", "gates", "max_hand_overs", "askers"]
)
def test_an_overlay_has_no_section_of_the_nations_alone(tmp_path, section):
    folder = make_nation(tmp_path, rules=RULES, west=region(**{section: "3"}))

    one = the_error(folder)

    assert (one.check, one.ids, one.line) == ("shape", ("west",), 5)
    assert section in str(one.message) and one.hint


def test_after_the_last_day_of_a_replacement_the_replaced_rule_holds_again(tmp_path):
    folder = make_nation(
        tmp_path,
        rules=RULES,
        west=region(units={"z": ""}, replaces={"R": "rule: A, to: z, valid: {from: 2026-01-01, to: 2026-12-31}"}),
    )

    days = ("2025-12-31", "2026-01-01", "2026-12-31", "2027-01-01")

    assert found_in(folder) == []
    assert [receiver(folder, area="west", on=day) for day in days] == ["x", "z", "z", "x"]


def test_a_replacement_and_its_open_row_hold_inside_every_version_of_the_rule(tmp_path):
    rules = {"A": "to: x, valid: {to: 2026-12-31}"}
    folder = make_nation(
        tmp_path, rules=rules, west=region(units={"z": ""}, replaces={"R": "rule: A, when: {age: 9}, to: z"})
    )
    (folder / "more.yaml").write_text(
        "format: one-way-in/1\nlayer: nation\nid: nation\nrules:\n"
        "  - {id: A, to: x, valid: {from: 2027-01-01}, because: Later}\n"
    )

    assert found_in(folder) == []
    assert [receiver(folder, area="west", on=day) for day in ("2026-06-01", "2027-06-01")] == ["z", "z"]


@pytest.mark.parametrize(
    ("row", "holder"), [("rule: A, when: {age: 13-17}", "x"), ("rule: A, when: {age: 13-17}, calls: y", "y")]
)
def test_an_open_case_goes_to_the_joint_meeting_and_is_held_meanwhile(tmp_path, row, holder):
    folder = make_nation(tmp_path, rules=RULES, west=region(open={"O": row}))
    ruleset = ruleset_of(folder)

    found = decide(ruleset, ask(ruleset, area="west", age="15"))

    assert (found.receiver, found.open, found.holder, found.gate) == ("sip", True, holder, "rules")
    assert [(one.check, one.ids) for one in found_in(folder, "note")] == [("open", ("O", "A"))]
    assert prove(folder).ok


def test_an_open_case_is_not_handed_over(tmp_path):
    rules = {"A": "when: {tried: {a: no}}, to: x", "B": "when: {tried: {a: yes}}, to: y"}
    folder = make_nation(
        tmp_path,
        rules=rules,
        hand_overs={"H": "by: x, when: {tried: {a: no}}, adds: a"},
        west=region(open={"O": "rule: A"}),
    )

    assert found_in(folder) == []


def test_a_closed_unit_that_still_receives_is_one_finding_that_names_its_rules(tmp_path):
    one = the_error(make_base(tmp_path, west={"closed": "speech"}))

    assert (one.check, one.area, one.ids) == ("closed", "west", ("T3", "T4", "speech"))
    assert one.witness["area"] == "west" and one.file.endswith("west.yaml") and one.line == 9


def test_closing_a_unit_is_fine_when_its_rules_are_replaced(tmp_path):
    folder = make_base(
        tmp_path, west={"closed": "speech", "replaces": {"R2": "rule: T3, to: clinic", "R3": "rule: T4, to: clinic"}}
    )

    assert not [one for one in found_in(folder) if one.check == "closed"]


def test_a_kind_that_is_both_closed_and_bound_is_closed(tmp_path):
    found = found_in(make_base(tmp_path, almby={"closed": "speech"}))

    assert [(one.check, one.area) for one in found] == [("closed", "almby")]


def test_a_layer_below_opens_a_closed_kind_again_by_binding_it(tmp_path):
    town = {"layer": "municipality", "within": "west", "binds": {"x": "Desk 1", "y": "Desk 2", "rescue": "Desk 9"}}
    folder = make_nation(tmp_path, rules=RULES, west=region(closed="y"), town=town)

    assert [(one.check, one.area) for one in found_in(folder)] == [("closed", "west")]


def test_whoever_holds_an_open_case_may_not_be_closed(tmp_path):
    folder = make_nation(tmp_path, rules=RULES, west=region(closed="x", open={"O": "rule: A"}))

    one = the_error(folder)

    assert (one.check, one.ids) == ("closed", ("O", "x"))


@pytest.mark.parametrize(
    ("more", "unit"),
    [
        ({}, "y"),
        ({"open": {"O": "rule: B"}}, "y"),
        ({"open": {"O": "rule: B, calls: x"}}, None),
        ({"unsure": "z", "units": {"z": ""}}, "z"),
    ],
)
def test_in_a_municipality_every_receiver_and_holder_is_bound(tmp_path, more, unit):
    town = {"layer": "municipality", "within": "nation", "binds": {"x": "Desk 1", "rescue": "Desk 9"}, **more}
    if "unsure" in more:
        town["binds"]["y"] = "Desk 2"

    found = found_in(make_nation(tmp_path, rules=RULES, town=town))

    assert [(one.check, one.ids[0]) for one in found] == ([("bound", unit)] if unit else [])


def test_that_the_childs_own_unit_decides_is_no_door_until_a_municipality_says_which_there_are(tmp_path):
    town = {"layer": "municipality", "within": "nation", "binds": {"x": "Desk 1", "rescue": "Desk 9"}}
    folder = make_nation(tmp_path, rules=RULES, binds={"y": "{own: school}"}, town=town)

    found = found_in(folder)

    assert [(one.check, one.ids[0]) for one in found] == [("bound", "y")]
    assert ruleset_of(folder).areas["town"].binds["y"].own == "school"


def test_the_nearest_bind_wins_and_a_region_need_not_bind(tmp_path):
    town = {"layer": "municipality", "within": "west", "binds": {"x": "Desk 1"}}
    folder = make_nation(
        tmp_path, rules=RULES, west=region(binds={"x": "Desk 0", "y": "Desk 2", "rescue": "Desk 9"}), town=town
    )

    ruleset = ruleset_of(folder)

    assert found_in(folder) == []
    assert [ruleset.areas[area].binds["x"].units for area in ("west", "town")] == [("Desk 0",), ("Desk 1",)]


def test_a_municipality_may_agree_on_what_its_region_left_open(tmp_path):
    town = {"layer": "municipality", "within": "west", "replaces": {"M": "rule: O, when: {age: 13-17}, to: x"},
            "binds": {"x": "X", "y": "Y", "rescue": "R"}}
    folder = make_nation(tmp_path, rules=RULES, west=region(open={"O": "rule: A"}), town=town)

    assert found_in(folder, "error") == []
    assert receiver(folder, area="town", level="base", age="15") == "x"
    assert receiver(folder, area="town", level="base", age="9") == "sip"


def test_asking_one_area_leaves_the_files_of_others_unread(tmp_path):
    town = {"layer": "municipality", "within": "west"}
    folder = make_nation(tmp_path, rules=RULES, west=region(), east=region(), town=town)
    (folder / "east.yaml").write_text("layer: region\nid: east\nwithin: nation\nformat: [", "utf-8")

    found = load(folder, only="town")

    assert (list(found.base.layers), found.findings) == (["nation", "west", "town"], ())
    assert load(folder, only="nowhere").findings != ()
    assert found.base.hash == load(folder).base.hash


def test_a_rule_that_is_gone_is_told_of_as_a_gap_and_where_it_is_still_named(tmp_path):
    overlay = region(units={"z": ""}, replaces={"R": "rule: A, when: {level: base}, to: z"})
    folder = make_nation(tmp_path, rules={"B": RULES["B"]}, west=overlay)

    assert sorted(one.check for one in found_in(folder, "error")) == ["T", "words"]
    assert prove(folder).proved == {}
