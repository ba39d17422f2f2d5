"""The heat map: who usually receives, and how settled that is."""

import pytest

from directory.routing import coverage_page, heat_map
from tests.build import DAY, make_base, make_nation, ruleset_of


def map_of(folder, area="nation", **more):
    return heat_map(ruleset_of(folder), area, **{"catalogue": None, "language": "en", "day": DAY, **more})


def rows(found, need="focus"):
    (one,) = [each for group in found.groups for each in group.needs if each.id == need]
    return one.rows


def cells(found, need="focus"):
    return [cell for row in rows(found, need) for cell in row.cells]


def test_levels_that_are_alike_are_one_row(tmp_path):
    found = map_of(make_nation(tmp_path, rules={"R1": "to: bvc"}))

    assert [row.levels for row in rows(found)] == [("base", "more")]


def test_levels_that_differ_are_a_row_each(tmp_path):
    found = map_of(make_nation(tmp_path, rules={
        "R1": "when: {level: base}, to: bvc", "R2": "when: {level: more}, to: bup"}))

    assert [row.levels for row in rows(found)] == [("base",), ("more",)]


def test_columns_are_cut_where_any_rule_cuts_and_cells_span_the_rest(tmp_path):
    found = map_of(make_base(tmp_path))

    assert found.columns == ("0–5", "6–17", "18–20")
    assert [[cell.span for cell in row.cells] for row in rows(found, "attention")] == [[1, 1, 1], [2, 1], [2, 1]]


def test_months_of_a_border_are_told(tmp_path):
    found = map_of(make_nation(tmp_path, rules={
        "R1": "when: {age: 0-17y5m}, to: bvc", "R2": "when: {age: 17y6m-20}, to: bup"}))

    assert found.columns == ("0–17 years 5 months", "17 years 6 months–20")


def test_a_cell_shows_where_most_combinations_lead_and_where_it_begins(tmp_path):
    found = map_of(make_nation(tmp_path, rules={
        "R1": "when: {tried: {a: no, b: no}}, to: school", "R2": "when: {tried: {a: no, b: yes}}, to: bup",
        "R3": "when: {tried: {a: yes}}, to: bup"}))

    (cell,) = cells(found)

    assert (cell.state, cell.ways) == ("depends", 2)
    assert (cell.receiver.text, cell.first.text) == ("Said of bup", "Said of school")


@pytest.mark.parametrize(("row", "state"), [
    ("to: bvc", "one"),
    ("to: bvc, disputed: [{to: bup, because: So they say}]", "disputed"),
])
def test_a_single_receiver_is_settled_unless_it_is_disputed(tmp_path, row, state):
    found = map_of(make_nation(tmp_path, rules={"R1": row}, units={"bup": ""}))

    assert [cell.state for cell in cells(found)] == [state]


def test_an_open_cell_says_who_calls(tmp_path):
    found = map_of(make_nation(
        tmp_path, rules={"R1": "to: bvc"}, open={"O1": "rule: R1, when: {age: 3}, calls: bvc"},
        units={"sip": "process: yes"}))

    before, here, after = cells(found)

    assert (here.state, here.caller.text, here.ages) == ("open", "Said of bvc", "3")
    assert before.state == after.state == "one"


def test_a_gap_is_a_fault_and_not_a_receiver(tmp_path):
    found = map_of(make_nation(tmp_path, rules={"R1": "when: {age: 0-9}, to: bvc"}))

    assert [(cell.state, cell.receiver and cell.receiver.text) for cell in cells(found)] == [
        ("one", "Said of bvc"), ("fault", None)]


def test_a_rule_of_the_region_or_the_municipality_is_marked(tmp_path):
    found = map_of(make_base(tmp_path), "almby")

    assert {cell.own for cell in cells(found, "worry")} == {None, "region", "municipality"}
    assert {cell.own for cell in cells(found, "speech")} == {None}


def test_a_need_that_is_always_danger_shows_who_takes_it_then(tmp_path):
    folder = make_nation(
        tmp_path, rules={"R1": "when: {need: focus}, to: bvc"}, gates="{safety: [{need: fire}]}",
        inputs="{need: [focus, fire], level: [base], age: 0-20, acute: [no, today, now]}", units={"ward": "acute: yes"},
        safety={"S1": "when: {acute: no}, to: ward", "S2": "when: {acute: [today, now]}, to: rescue"})

    found = map_of(folder)

    (fire,) = [need for need in found.groups[0].needs if need.id == "fire"]
    assert (fire.stage, [cell.receiver.text for cell in cells(found, "fire")]) == ("safety", ["Said of ward"])


def test_ages_that_come_no_further_than_danger_are_left_empty(tmp_path):
    folder = make_nation(tmp_path, rules={"R1": "when: {age: 6-20}, to: bvc"}, gates="{safety: [{age: 0-5}]}")

    found = map_of(folder)

    assert [(cell.state, cell.span) for cell in cells(found)] == [("before", 1), ("one", 1)]


def test_the_fields_of_each_state_are_counted_level_by_level(tmp_path):
    found = map_of(make_base(tmp_path))

    assert (found.counts["one"], found.counts["depends"]) == (11, 7)


def test_the_page_stands_alone_without_script_and_says_everything_in_words(tmp_path):
    maps = [map_of(make_base(tmp_path), area) for area in ("nation", "almby")]

    page = coverage_page(maps, "en")

    assert "<script" not in page and "<link" not in page and "src=" not in page
    assert page.count("<table") == 2 and 'href="#area-almby"' in page
    assert "the municipality's rule" in page and "2 units" in page


def test_names_are_escaped_on_the_page(tmp_path):
    folder = make_nation(tmp_path, rules={"R1": "to: bvc"}, units={"bvc": "name: '<b>bvc</b>'"})

    page = coverage_page([map_of(folder)], "en")

    assert "&lt;b&gt;bvc" in page and "<b>" not in page
