"""A need's decision table as it is read: order, what overlays take, and the hand-overs that move a case."""

from directory.rules import owner_of, read_need
from directory.rules.model import RULES, SAFETY
from tests.build import DAY, make_base, make_nation, ruleset_of


def reading(folder, area="nation", need="focus"):
    ruleset = ruleset_of(folder)
    area = ruleset.areas[area]
    return read_need(area, need, owner=owner_of(area, need, DAY), day=DAY, levels=ruleset.base.inputs.values["level"])


def rows(found, stage=RULES):
    return {row.rule.id: row for one in found.stages if one.stage == stage for row in one.rows}


def test_rules_stand_by_level_and_then_by_age(tmp_path):
    found = rows(reading(make_base(tmp_path), need="attention"))

    assert list(found) == ["A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8", "A9"]


def test_the_rules_for_danger_stand_before_the_table(tmp_path):
    found = reading(make_base(tmp_path), need="attention")

    assert [one.stage for one in found.stages][0] == SAFETY
    assert list(rows(found, SAFETY)) == ["S1", "S2"]


def test_a_rule_says_which_others_take_some_of_its_cases(tmp_path):
    found = rows(reading(make_base(tmp_path), area="west", need="attention"))

    assert [rule.id for rule in found["A5"].less] == ["R1"]
    assert (found["R1"].replaces, found["R1"].wholly) == ("A5", False)
    assert found["A5"].cells + found["R1"].cells == 21 * 2


def test_a_rule_that_has_been_replaced_altogether_is_no_row(tmp_path):
    folder = make_base(tmp_path, instead={"R1": "rule: A5, to: first_line"})

    found = rows(reading(folder, area="west", need="attention"))

    assert "A5" not in found and found["R1"].wholly


def test_a_table_names_the_area_it_is_from(tmp_path):
    folder = make_base(tmp_path)

    assert reading(folder, area="almby", need="speech").owner == "nation"
    assert reading(folder, area="almby", need="attention").owner == "west"
    assert reading(folder, area="almby", need="worry").owner == "almby"


def test_only_hand_overs_that_move_a_case_are_read(tmp_path):
    folder = make_base(tmp_path)

    assert [one.id for one in reading(folder, need="attention").hand_overs] == ["H1", "H2", "H3"]
    assert [one.id for one in reading(folder, need="speech").hand_overs] == ["H1"]


def test_the_one_who_calls_holds_an_open_case(tmp_path):
    folder = make_nation(
        tmp_path, rules={"R1": "to: bvc"}, open={"O1": "rule: R1, when: {age: 3}, calls: bvc"},
        units={"sip": "process: yes"})

    assert rows(reading(folder))["O1"].holder == "bvc"


def test_a_rule_of_another_day_is_no_row(tmp_path):
    folder = make_nation(tmp_path, rules={
        "R1": "to: bvc, valid: {to: 2026-12-31}", "R2": "to: school, valid: {from: 2027-01-01}"})

    assert list(rows(reading(folder))) == ["R1"]
