"""A diff: every cell that goes elsewhere, no other, each in one condition; told once where many areas share it."""

from datetime import date
from itertools import product

import pytest
from hypothesis import given, settings

from directory.ages import parse_ages
from directory.rules import Case, decide, diff, diff_json, diff_text
from tests.build import DAY, make_base, make_nation, ruleset_of
from tests.rules import enumeration

REROUTED = {"A8": "when: {need: [attention, worry], level: special, age: 0-17}, to: clinic"}


@pytest.fixture(scope="module")
def folders(tmp_path_factory):
    return tmp_path_factory.mktemp("old"), tmp_path_factory.mktemp("new")


def diff_of(old, new, day=DAY):
    return diff(ruleset_of(old), ruleset_of(new), day=day)


def small_diff(tmp_path, **changed):
    """The diff from the small base to one with something changed, as JSON."""
    return diff_json(diff_of(make_base(tmp_path / "old"), make_base(tmp_path / "new", **changed)))


def tiny_diff(tmp_path, old, new):
    """As `small_diff`, between two nations of one need."""
    return diff_json(diff_of(make_nation(tmp_path / "old", **old), make_nation(tmp_path / "new", **new)))


def held(answer):
    return answer["receiver"], answer["holder"]


def fits(when, case):
    """Whether a case, a dict from input to value with its age in months, has what a condition of the JSON asks for."""
    asked = {key: values for key, values in when.items() if key not in ("age", "tried", "facts")}
    asked |= when.get("tried", {}) | when.get("facts", {})
    others = all(case[name] in values for name, values in asked.items())
    return others and ("age" not in when or case["age"] in parse_ages(when["age"]))


@given(drawn=enumeration.bases(exact=True), other=enumeration.bases(exact=True))
@settings(max_examples=60)
def test_every_case_that_goes_elsewhere_lies_in_one_condition_and_no_other_case_in_any(folders, drawn, other):
    old, new = folders
    enumeration.write(old, drawn), enumeration.write(new, other)

    changes = diff_json(diff_of(old, new))["changes"]

    for area, case in product(("nation", "west"), enumeration.every_case()):
        before, after = (enumeration.matches(one, area, case)[0][:2] for one in (drawn, other))
        found = [(held(one["before"]), held(one["after"])) for one in changes
                 if one["area"] == area and fits(one["when"], case)]
        assert found == ([(before, after)] if before != after else [])


def test_cells_are_counted_in_whole_years_and_finer_where_a_rule_cuts_finer(tmp_path):
    finer = {"M1": "rule: A2, when: {need: worry, age: 16y6m-17}, to: youth"}

    found = small_diff(tmp_path, instead=finer)

    (change,) = found["changes"]
    assert change["when"] == {"need": ["worry"], "age": "16-16y5m", "level": ["base"], "acute": ["no"],
                              "tried": {"school_done": ["no"]}}
    assert (change["cells"], found["changed_cells"], found["by_area"]) == (2, 2, {"almby": 2})


def test_the_cells_of_all_conditions_are_those_that_asking_one_by_one_finds(tmp_path):
    old, new = make_base(tmp_path / "old"), make_base(tmp_path / "new", instead=REROUTED, without=("R1",))

    found = diff_of(old, new)

    one, other = ruleset_of(old), ruleset_of(new)
    counts = {area: sum(receiver(one, case) != receiver(other, case) for case in yearly(one, area))
              for area in one.areas}
    assert found.by_area == {area: count for area, count in counts.items() if count}
    assert sum(one["cells"] for one in diff_json(found)["changes"]) == found.changed_cells


def yearly(ruleset, area):
    """Every case of an area, with a child of each whole year."""
    values = ruleset.base.inputs.values
    for years, *rest in product(range(21), *values.values()):
        said = dict(zip(values, rest, strict=True))
        yield Case(area, said.pop("need"), years * 12, said, "", DAY)


def receiver(ruleset, case):
    found = decide(ruleset, case)
    return found.receiver, found.holder


def test_a_change_says_from_whom_to_whom_and_by_which_rules(tmp_path):
    change = small_diff(tmp_path, without=("R1",))["changes"][0]

    assert (change["area"], change["old"], change["new"], change["rules"]) == ("west", "first_line", "clinic",
                                                                               ["R1", "A5"])
    assert (change["before"]["layer"], change["after"]["layer"]) == ("west", "nation")


def test_the_same_condition_of_several_needs_is_one(tmp_path):
    changes = small_diff(tmp_path, instead=REROUTED)["changes"]

    assert [(one["area"], one["when"]["need"]) for one in changes] == [
        (area, ["attention", "worry"]) for area in ("nation", "west", "almby")]


def test_another_unit_that_calls_the_meeting_is_a_change_of_the_holder(tmp_path):
    old = {"rules": {"A": "to: sip, calls: x"}, "units": {"sip": "process: yes", "y": ""}}

    (change,) = tiny_diff(tmp_path, old, {**old, "rules": {"A": "to: sip, calls: y"}})["changes"]

    assert (change["old"], change["new"]) == ("sip", "sip")
    assert (change["before"]["holder"], change["after"]["holder"]) == ("x", "y")


def test_who_takes_danger_counts_too(tmp_path):
    old = {"rules": {"A": "to: x"}}

    (change,) = tiny_diff(tmp_path, old, {**old, "safety": {"S": "to: x"}})["changes"]

    assert (change["old"], change["new"], change["when"]) == ("rescue", "x", {"need": ["focus"], "acute": ["yes"]})


def test_a_gate_that_takes_cases_from_the_table_moves_them(tmp_path):
    old = {"rules": {"A": "to: x"}, "inputs": "facts: {harm: [no, yes]}"}
    gate = {"gates": "{protection: [{facts: {harm: yes}}]}", "protection": {"P": "to: y"}}

    (change,) = tiny_diff(tmp_path, old, {**old, **gate})["changes"]

    assert (change["old"], change["new"]) == ("x", "y")
    assert change["when"] == {"need": ["focus"], "acute": ["no"], "facts": {"harm": ["yes"]}}


def test_an_area_that_is_new_is_compared_with_who_answered_there_before(tmp_path):
    folder = {"layer": "municipality", "within": "west", "replaces": {"N1": "rule: A8, when: {age: 17}, to: clinic"}}

    found = small_diff(tmp_path, nyby=folder)

    assert found["compared_with"] == {"nyby": "west"}
    assert [(one["area"], one["old"], one["new"]) for one in found["changes"]] == [("nyby", "bup", "clinic")]


def test_an_area_that_is_gone_is_compared_with_who_answers_there_now(tmp_path):
    more = make_base(tmp_path / "old", nyby={"layer": "municipality", "within": "west", "replaces":
                                             {"N1": "rule: A8, when: {age: 17}, to: clinic"}})

    found = diff_json(diff_of(more, make_base(tmp_path / "new")))

    assert [(one["area"], one["old"], one["new"]) for one in found["changes"]] == [("nyby", "clinic", "bup")]


def test_a_need_that_only_one_knows_went_to_nobody(tmp_path):
    old = "{need: [focus], level: [base], age: 0-20}"
    new = "{need: [focus, sleep], level: [base], age: 0-20}"

    changes = tiny_diff(tmp_path, {"rules": {"A": "to: x"}, "inputs": old},
                        {"rules": {"A": "to: x"}, "inputs": new})["changes"]

    assert {(one["old"], one["new"], *one["when"]["need"]) for one in changes} == {(None, "x", "sleep"),
                                                                                   (None, "rescue", "sleep")}
    assert sum(one["cells"] for one in changes) == 21 * 2


def test_a_value_and_ages_that_only_one_knows_went_to_nobody(tmp_path):
    old = "{need: [focus], level: [base], age: 0-17}"
    new = "{need: [focus], level: [base, more], age: 0-20}"

    found = tiny_diff(tmp_path, {"rules": {"A": "to: x"}, "inputs": old}, {"rules": {"A": "to: x"}, "inputs": new})

    assert {one["old"] for one in found["changes"]} == {None}
    assert found["changed_cells"] == 21 * 2 * 2 - 18 * 2


def test_a_new_fact_that_no_rule_asks_for_changes_nothing(tmp_path):
    old = {"rules": {"A": "to: x"}}

    assert tiny_diff(tmp_path, old, {**old, "inputs": "facts: {placed: [no, yes]}"})["changed_cells"] == 0


def test_cases_without_a_single_rule_go_to_nobody(tmp_path):
    old = {"rules": {"A": "to: x"}}

    (change,) = tiny_diff(tmp_path, old, {"rules": {"A": "when: {age: 0-5}, to: x"}})["changes"]

    assert (change["old"], change["new"], change["after"], change["when"]["age"]) == ("x", None, None, "6-20")


def test_a_rule_that_comes_into_force_later_is_told_of_with_its_day(tmp_path):
    old, new = {"A": "to: x"}, {"A": "to: x, valid: {to: 2027-02-28}", "B": "to: y, valid: {from: 2027-03-01}"}
    folders = make_nation(tmp_path / "old", rules=old), make_nation(tmp_path / "new", rules=new)

    found = diff_of(*folders)

    assert (found.changed_cells, found.later) == (0, ((date(2027, 3, 1), 21 * 2 * 8),))
    assert diff_of(*folders, day=date(2027, 3, 1)).changed_cells == 21 * 2 * 8


def test_a_later_version_that_sends_to_the_same_unit_is_no_other_change(tmp_path):
    old = {"A": "to: x, valid: {to: 2027-01-01}", "B": "to: x, valid: {from: 2027-01-02}"}
    folders = make_nation(tmp_path / "old", rules=old), make_nation(tmp_path / "new", rules={"A": "to: y"})

    found = diff_of(*folders)

    assert (found.changed_cells, found.later) == (21 * 2 * 8, ())


def test_other_words_are_counted_and_change_no_cell(tmp_path):
    said = {"A8": "when: {need: [attention, worry], level: special, age: 0-17}, to: bup, because: Said otherwise"}

    found = small_diff(tmp_path, instead=said)

    assert (found["changed_cells"], found["changes"], found["reworded"]) == (0, [], 1)


def test_text_tells_once_what_many_areas_share_and_leaves_out_what_gates_imply(tmp_path):
    old, new = make_base(tmp_path / "old"), make_base(tmp_path / "new", instead=REROUTED)

    lines = diff_text(diff_of(old, new)).splitlines()

    assert lines[2:] == [
        "bup → clinic", "in nation, also in: west, almby",
        f"rule before: A8 ({old}/nation.yaml:26); now: A8 ({new}/nation.yaml:26)", "432 cells:",
        "    need: attention, worry; age: 0-17; level: special"]


def test_text_says_it_when_nothing_moves(tmp_path):
    folder = make_base(tmp_path / "old")

    assert diff_text(diff_of(folder, folder)) == "No cell goes elsewhere on 2026-11-21."
