"""T: every case has exactly one rule, and what is said where it has none or two."""

import pytest

from directory.rules import decide
from tests.build import DAY, ask, found_in, make_base, make_nation, prove, ruleset_of, the_error


def causes(folder, **more):
    """The errors but for vignettes, which are judged even when the proof fails."""
    return [one for one in found_in(folder, **more) if one.check != "vignettes"]


def the_cause(folder, **more):
    (one,) = causes(folder, **more)
    return one


def test_the_small_base_is_proved_and_only_lacks_sources(tmp_path):
    verdict = prove(make_base(tmp_path))

    assert verdict.ok
    assert {(one.check, one.level) for one in verdict.findings} == {("sources", "warning")}
    assert {"T", "NB1", "NB2", "NB3", "NB4", "Progress", "Reach", "second-method"} <= verdict.proved.keys()
    assert "Fitness" not in verdict.proved


def test_a_gap_in_two_needs_and_three_areas_is_one_finding(tmp_path):
    one = the_cause(make_base(tmp_path, without=["A1"]))

    assert (one.check, one.area, one.file.endswith("nation.yaml"), one.line > 1) == ("T", "nation", True, True)
    assert {"A2", "A4", "A5"} <= set(one.ids)
    assert one.witness == {"area": "nation", "need": "attention", "age": "0", "level": "base", "acute": "no"}
    assert one.suggestion in str(one.hint)


def test_the_case_that_shows_a_gap_is_one_that_nobody_takes(tmp_path):
    folder = make_base(tmp_path, without=["A6"])
    one = the_cause(folder)

    with pytest.raises(Exception, match="no single rule"):
        decide(ruleset_of(folder), ask(ruleset_of(folder), **one.witness))


@pytest.mark.parametrize(
    "lost", ["A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8", "A9", "T1", "T2", "T3", "T4", "S1", "S2"]
)
def test_the_row_offered_for_a_gap_closes_it_when_a_unit_is_filled_in(tmp_path, lost):
    without = [lost, *(["R1"] if lost == "A5" else ["M1"] if lost == "A2" else [])]
    one = the_cause(make_base(tmp_path / "broken", without=without))
    stage = "safety" if lost.startswith("S") else "rules"
    row = (
        one.suggestion.strip("{}")
        .replace("id: …, ", "")
        .replace("to: …", "to: bup")
        .replace("because: …", "because: Mended")
    )

    mended = make_base(tmp_path / "mended", without=without, nation={stage: {"NEW": row}})

    assert "T" not in {found.check for found in found_in(mended)}


@pytest.mark.parametrize(
    "row",
    [
        "age: 0-8y5m",
        "age: 9y7m-20",
        "tried: {a: yes}",
        "facts: {seen: [unknown, no]}",
        "age: 3-17, level: base, facts: {seen: yes}",
    ],
)
def test_the_rows_offered_for_ragged_gaps_close_them(tmp_path, row):
    inputs = "facts: {seen: [unknown, yes, no]}"
    rows = {"A": f"when: {{{row}}}, to: x"}
    for turn in range(9):
        gaps = [one for one in found_in(make_nation(tmp_path, inputs=inputs, rules=rows)) if one.check == "T"]
        for number, one in enumerate(gaps):
            rows[f"N{turn}.{number}"] = one.suggestion.strip("{}").replace("id: …, ", "").replace("…", "x")

    assert gaps == []
    assert len(rows) < 12


def test_an_overlap_names_both_rules_a_case_and_the_mend(tmp_path):
    wide = "when: {need: speech, level: [base, first]}, to: speech"
    one = the_cause(make_base(tmp_path, without=["T1", "T2", "T3"], nation={"rules": {"T9": wide}}))

    assert one.check == "T"
    assert set(one.ids) == {"T4", "T9"}
    assert (one.witness["need"], one.witness["level"]) == ("speech", "first")
    assert "Narrow" in str(one.hint)


def test_a_rule_hidden_by_several_others_together_is_named_with_all_of_them(tmp_path):
    one = the_cause(
        make_base(tmp_path, nation={"rules": {"A10": "when: {need: worry, level: base, age: 3-10}, to: clinic"}})
    )

    assert one.ids == ("A10", "A1", "A2", "A3")
    assert "never decides alone" in str(one.message)


def test_a_rule_for_everything_is_one_finding_and_not_one_for_each_rule_that_it_covers(tmp_path):
    one = the_cause(make_base(tmp_path, nation={"rules": {"Z": "to: clinic"}}))

    assert one.ids[0] == "Z"
    assert len(one.ids) == 14


def test_an_id_that_stands_twice_is_refused_with_both_places(tmp_path):
    folder = make_base(tmp_path, cases={"cases": {"A1": "in: west, case: {need: worry, level: base, age: 3}, to: bvc"}})

    one = the_error(folder)

    assert (one.check, one.ids) == ("ids", ("A1",))
    assert "cases.yaml" in str(one.message)


@pytest.mark.parametrize(
    ("first", "second", "check"),
    [
        ("to: 2026-12-31", "from: 2027-01-01", None),
        ("to: 2026-12-31", "from: 2027-01-02", "T"),
        ("to: 2026-12-31", "from: 2026-12-31", "ids"),
        ("to: 2026-12-31", None, "ids"),
    ],
)
def test_versions_of_a_rule_share_its_id_when_every_day_belongs_to_one(tmp_path, first, second, check):
    row = "when: {need: speech, level: [first, special]}, to: speech"
    later = f"{row}, valid: {{{second}}}" if second else row
    folder = make_base(tmp_path, instead={"T4": f"{row}, valid: {{{first}}}"})
    (folder / "more.yaml").write_text(
        f"format: one-way-in/1\nlayer: nation\nid: nation\nrules:\n  - {{id: T4, {later}, because: Later}}\n"
    )

    assert [one.check for one in found_in(folder)] == ([check] if check else [])


def test_a_day_that_no_version_covers_stands_in_the_witness_and_in_the_row(tmp_path):
    rules = {"A": "to: x, valid: {to: 2027-05-31}"}
    folder = make_nation(tmp_path, rules=rules)

    one = the_error(folder)

    assert one.witness["on"] == "2027-06-01"
    assert "valid: {from: 2027-06-01}" in one.suggestion


def test_a_gap_is_not_told_once_more_for_each_stretch_of_days(tmp_path):
    rules = {
        "A": "when: {level: base}, to: x, valid: {to: 2027-05-31}",
        "B": "when: {level: base}, to: y, valid: {from: 2027-06-01}",
    }

    one = the_error(make_nation(tmp_path, rules=rules))

    assert "valid" not in one.suggestion


def test_a_gap_by_months_is_found_and_named_to_the_month(tmp_path):
    one = the_error(
        make_nation(tmp_path, rules={"A": "when: {age: 0-17y5m}, to: x", "B": "when: {age: 17y7m-20}, to: y"})
    )

    assert one.witness["age"] == "17y6m"
    assert "age: 17y6m-17y6m" in one.suggestion or "age: 17y6m" in one.suggestion


def test_both_ends_of_an_age_range_belong_to_it(tmp_path):
    folder = make_nation(tmp_path, rules={"A": "when: {age: 0-17}, to: x", "B": "when: {age: 18-20}, to: y"})
    ruleset = ruleset_of(folder)

    found = {age: decide(ruleset, ask(ruleset, age=age)).receiver for age in ("0", "17", "17y11m", "18", "20y11m")}

    assert found == {"0": "x", "17": "x", "17y11m": "x", "18": "y", "20y11m": "y"}


def test_a_rule_that_no_case_reaches_never_applies(tmp_path):
    rules = {"A": "when: {facts: {harm: no}}, to: x", "B": "when: {facts: {harm: yes}}, to: y"}
    folder = make_nation(
        tmp_path,
        rules=rules,
        inputs="facts: {harm: [no, yes]}",
        gates="{protection: [{facts: {harm: yes}}]}",
        protection={"P": "to: guard"},
    )

    one = the_error(folder)

    assert (one.check, one.ids) == ("applies", ("B",))


def test_a_gate_that_takes_every_case_leaves_no_rule_anything(tmp_path):
    folder = make_nation(
        tmp_path,
        rules={"A": "to: x"},
        inputs="facts: {harm: [no, yes]}",
        gates="{protection: [{facts: {harm: [no, yes]}}]}",
        protection={"P": "to: guard"},
    )

    one = the_error(folder)

    assert (one.check, one.ids) == ("applies", ("A",))
    assert decide(ruleset_of(folder), ask(ruleset_of(folder))).gate == "protection"


def test_an_input_that_no_rule_mentions_is_allowed(tmp_path):
    folder = make_nation(tmp_path, rules={"A": "to: x"}, inputs="facts: {seen: [unknown, yes]}, from: [guardian]")

    assert found_in(folder, day=DAY) == []


@pytest.mark.parametrize("bare", ["{need: [n], level: [l], age: 0-20}", "{need: n, level: l, age: 9}"])
def test_a_nation_without_gates_askers_facts_and_flags_is_proved(tmp_path, bare):
    assert found_in(make_nation(tmp_path, inputs=bare, rules={"A": "to: x"})) == []
