"""Vignettes, waivers and sources: what comes out, what is near, what may be waived, what rests on nothing."""

from datetime import date

import pytest

from directory.rules import judge, load, load_cases
from tests.build import DAY, found_in, layer_text, make_base, make_knowledge, make_nation, prove, ruleset_of, the_error

RULES = {"A": "when: {level: base}, to: x", "B": "when: {level: more}, to: y"}


def judged(folder, row, **more):
    path = folder / "outside.txt"
    path.write_text(layer_text("outside", {"layer": "vignettes", "cases": {"V": row}}), encoding="utf-8")
    (one,), faults = load_cases(path)
    assert faults == []
    return judge(ruleset_of(folder), one, day=DAY)


BASE = "in: nation, case: {need: focus, level: base, age: 9}"


@pytest.mark.parametrize(
    ("row", "ok", "near", "got"),
    [
        (f"{BASE}, to: x", True, False, "x"),
        (f"{BASE}, to: [y, x]", True, False, "x"),
        (f"{BASE}, to: y", False, False, "x"),
        (f"{BASE}, to: y, also: x", False, True, "x"),
        (f"{BASE}, to: x, never: x", False, False, "x"),
        (f"{BASE}, to: y, also: x, never: x", False, False, "x"),
        (f"{BASE}, to: x, never: y", True, False, "x"),
        (f"{BASE}, to: x, chain: x", True, False, "x"),
        (f"{BASE}, to: x, chain: [x, y]", False, False, "x"),
        ("in: nation, case: {need: focus, level: any, age: 9}, to: [x, y]", True, False, "x"),
        ("in: nation, case: {need: focus, level: any, age: 9}, to: x", False, False, "y"),
        ("in: nation, case: {need: focus, level: any, age: 9}, to: x, also: y", False, True, "y"),
        ("in: nation, case: {need: focus, level: any, age: 9}, to: z, also: x, never: y", False, False, "y"),
        ("in: elsewhere, case: {need: focus, level: base, age: 9}, to: x", False, False, None),
        ("in: nation, case: {need: fokus, level: base, age: 9}, to: x", False, False, None),
        ("in: nation, case: {need: focus, level: base, age: 31}, to: x", False, False, None),
    ],
)
def test_a_vignette_is_right_near_or_wrong(tmp_path, row, ok, near, got):
    found = judged(make_nation(tmp_path, rules=RULES), row)

    assert (found.ok, found.near, found.got) == (ok, near, got)
    assert found.ok or found.why


def test_a_chain_must_equal_one_branch_and_no_mixture_of_two(tmp_path):
    rules = {
        "A": "when: {tried: {a: no, b: no}}, to: x",
        "B": "when: {tried: {a: yes, b: no}}, to: y",
        "C": "when: {tried: {b: yes}}, to: z",
    }
    hand_overs = {"H1": "by: x, when: {tried: {a: no}}, adds: a", "H2": "by: x, when: {tried: {b: no}}, adds: b"}
    folder = make_nation(tmp_path, rules=rules, hand_overs=hand_overs)

    found = {
        chain: judged(folder, f"{BASE}, to: x, chain: {chain}").ok for chain in ("[x, y]", "[x, z]", "[x, y, z]", "[x]")
    }

    assert found == {"[x, y]": True, "[x, z]": True, "[x, y, z]": False, "[x]": False}


def test_a_vignette_that_does_not_come_out_names_what_was_expected_and_given(tmp_path):
    folder = make_base(tmp_path, instead={"V3": "in: west, case: {need: attention, level: special, age: 18}, to: bup"})

    one = the_error(folder)

    assert (one.check, one.ids, one.area, one.line) == ("vignettes", ("V3", "A9"), "west", 7)
    assert "bup" in str(one.message) and "adult" in str(one.message)


def test_every_vignette_is_judged_even_when_the_proof_fails(tmp_path):
    folder = make_base(
        tmp_path, without=["A1"], instead={"V3": "in: west, case: {need: attention, level: special, age: 18}, to: bup"}
    )

    assert [one.check for one in found_in(folder)] == ["T", "vignettes"]


def test_a_vignette_whose_chain_runs_into_a_gap_is_wrong_and_no_crash(tmp_path):
    found = found_in(make_base(tmp_path, without=["A8"]))

    assert [one.check for one in found] == ["T", "vignettes", "vignettes"]
    assert "special" in str(found[1].message)


def test_what_vignettes_name_beside_the_answer_is_looked_up_in_the_catalogue_alone(tmp_path):
    seen = {"layer": "vignettes", "cases": {"V": f"{BASE}, to: x, never: nobody"}}
    folder = make_nation(tmp_path, rules=RULES, seen=seen)

    assert found_in(folder) == []
    assert [one.check for one in found_in(folder, knowledge=make_knowledge(x={}, y={}, rescue={}))] == ["vignettes"]


WAIVED = {"layer": "waivers", "waivers": {"w": "check: ages, ids: [A, x], until: 2026-12-31"}}


def with_waiver(folder, row, **more):
    return make_nation(
        folder,
        rules={"A": "to: x, source: paper"},
        units={"x": "ages: 0-17"},
        papers={"layer": "sources", "sources": {"paper": "confirmed_by: Its owner"}},
        waived={"layer": "waivers", "waivers": {"w": row}},
        **more,
    )


@pytest.mark.parametrize(
    ("row", "levels", "day"),
    [
        ("check: ages, ids: A", {("ages", "note")}, DAY),
        ("check: ages, ids: [A, x], area: nation, until: 2026-12-31", {("ages", "note")}, DAY),
        ("check: ages, ids: A, until: 2026-11-21", {("ages", "note")}, DAY),
        ("check: ages, ids: A, until: 2026-11-20", {("ages", "error"), ("waiver", "warning")}, DAY),
        ("check: ages, ids: B", {("ages", "error"), ("waiver", "warning")}, DAY),
        ("check: Reach, ids: A", {("ages", "error"), ("waiver", "warning")}, DAY),
        ("check: ages, ids: A, area: west", {("ages", "error"), ("waiver", "warning")}, DAY),
    ],
)
def test_a_waiver_makes_a_finding_a_note_and_is_itself_told_of_when_nothing_needs_it(tmp_path, row, levels, day):
    west = {"layer": "region", "within": "nation"}

    found = prove(with_waiver(tmp_path, row, west=west), day=day).findings

    assert {(one.check, one.level) for one in found if one.check != "sources"} == levels


@pytest.mark.parametrize(
    ("row", "check", "word"),
    [
        ("check: agse, ids: A", "waiver", "ages"),
        ("check: xyzzy, ids: A", "waiver", "Choose among"),
        ("check: ages, ids: A, area: natoin", "words", "nation"),
    ],
)
def test_a_waiver_of_what_there_is_not_stops_the_proof_and_says_what_was_meant(tmp_path, row, check, word):
    verdict = prove(with_waiver(tmp_path, row))

    assert (verdict.ok, [word in str(one.hint) for one in verdict.findings if one.check == check]) == (False, [True])


@pytest.mark.parametrize(
    "check",
    ["T", "NB1", "NB2", "NB3", "NB4", "NB5", "gates", "second-method", "words", "shape", "ids", "syntax", "layers"],
)
def test_no_waiver_is_given_for_what_the_proof_rests_on(tmp_path, check):
    found = found_in(with_waiver(tmp_path, f"check: {check}, ids: A"))

    assert ("waiver", ("A",)) in {(one.check, one.ids) for one in found}


def test_a_waived_unknown_word_does_not_pass_for_a_proof(tmp_path):
    waived = {"layer": "waivers", "waivers": {"w": "check: words, ids: A"}}

    verdict = prove(make_nation(tmp_path, rules={"A": "when: {need: fokus}, to: x"}, waived=waived))

    assert not verdict.ok
    assert verdict.proved == {}


def test_a_base_with_a_waived_fault_is_proved_by_the_second_method_too(tmp_path):
    verdict = prove(with_waiver(tmp_path, "check: ages, ids: A"))

    assert verdict.ok and "second-method" in verdict.proved and "ages" in verdict.proved


def test_a_rule_without_source_is_a_warning_that_strict_makes_refuse(tmp_path):
    folder = make_nation(tmp_path, rules=RULES)

    assert [one.ids for one in found_in(folder, "warning")] == [("S",), ("A",), ("B",)]
    assert (prove(folder).ok, prove(folder, strict=True).ok) == (True, False)


@pytest.mark.parametrize(
    ("source", "notes"),
    [
        ("confirmed_by: Its owner, review: 2026-11-21", 0),
        ("confirmed_by: Its owner, review: 2026-11-20", 1),
        ("review: 2020-01-01", 2),
        ("", 1),
    ],
)
def test_a_source_past_its_review_or_confirmed_by_nobody_is_a_note(tmp_path, source, notes):
    folder = make_nation(
        tmp_path, rules={"A": "to: x, source: paper"}, papers={"layer": "sources", "sources": {"paper": source}}
    )

    assert [one.ids for one in found_in(folder, "note")] == [("paper",)] * notes
    assert prove(folder).ok
    assert load(folder).base.sources["paper"].place.line == 5


def test_the_day_is_handed_in_so_that_nothing_turns_red_by_itself(tmp_path):
    folder = make_nation(
        tmp_path,
        rules={"A": "to: x, source: paper"},
        papers={"layer": "sources", "sources": {"paper": "confirmed_by: Owner, review: 2026-11-21"}},
    )

    assert found_in(folder, "note", day=date(2026, 11, 21)) == []
    assert len(found_in(folder, "note", day=date(2026, 11, 22))) == 1
