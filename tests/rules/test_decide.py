"""Decisions: unknown level and age, why, what would change them, and the way on from them."""

import pytest

from directory.rules import UNSURE, changes, decide, reasons, usual_way
from directory.rules.decide import NotDecided
from directory.rules.pathway import every_way
from tests.build import ask, make_base, make_nation, ruleset_of

BY_AGE = {"A": "when: {age: 0-5}, to: x", "B": "when: {age: 6-17}, to: y", "C": "when: {age: 18-20}, to: x"}


def asked(folder, **case):
    ruleset = ruleset_of(folder)
    return ruleset, decide(ruleset, ask(ruleset, **case))


@pytest.mark.parametrize(
    ("unknown", "settles"),
    [
        ({"age": "unknown"}, ("age",)),
        ({"level": "unknown"}, ()),
        ({"age": "unknown", "level": "unknown"}, ("age",)),
    ],
)
def test_an_unknown_that_matters_is_answered_by_the_unsure_unit_that_says_what_would_settle_it(
    tmp_path, unknown, settles
):
    folder = make_nation(tmp_path, rules=BY_AGE, unsure="desk", units={"desk": ""})

    _, found = asked(folder, **unknown)

    assert (found.receiver, found.holder, found.gate, found.settles) == (
        ("desk", "desk", UNSURE, settles) if settles else ("y", "y", "rules", ())
    )


def test_an_unknown_that_does_not_matter_gets_the_common_answer(tmp_path):
    _, found = asked(
        make_nation(tmp_path, rules={"A": "to: x"}, unsure="desk", units={"desk": ""}), age="unknown", level="unknown"
    )

    assert (found.receiver, found.gate) == ("x", "rules")


def test_an_unknown_that_matters_is_not_guessed_where_no_unit_is_named_for_it(tmp_path):
    with pytest.raises(NotDecided):
        asked(make_nation(tmp_path, rules=BY_AGE), age="unknown")


def test_the_nearest_layer_names_the_unsure_unit(tmp_path):
    west = {"layer": "region", "within": "nation", "unsure": "local", "units": {"local": ""}}
    folder = make_nation(tmp_path, rules=BY_AGE, unsure="desk", units={"desk": ""}, west=west)

    assert [asked(folder, area=area, age="unknown")[1].receiver for area in ("nation", "west")] == ["desk", "local"]


@pytest.mark.parametrize(("last", "receiver"), [("rescue", "rescue"), ("z", "desk"), (None, "desk")])
def test_where_all_rules_that_may_decide_name_the_same_unit_for_the_unsure_it_answers(tmp_path, last, receiver):
    rules = {"A": "when: {age: 0-17}, to: x, unsure: rescue",
             "B": "when: {age: 18-20}, to: z" + (f", unsure: {last}" if last else "")}
    folder = make_nation(tmp_path, rules=rules, unsure="desk", units={"desk": ""})

    ruleset, found = asked(folder, age="unknown")

    assert (found.receiver, found.gate) == (receiver, UNSURE)
    assert [one.receiver for one in changes(ruleset, found) if one.input == "age"] == ["x", "z"]


def test_a_pathway_of_a_case_of_unknown_age_passes_over_hand_overs_that_ask_for_ages(tmp_path):
    folder = make_nation(
        tmp_path,
        rules={"A": "when: {tried: {a: no}}, to: x", "B": "when: {tried: {a: yes}}, to: y"},
        hand_overs={"H": "by: x, when: {age: 0-9, tried: {a: no}}, adds: a"},
    )

    ruleset, found = asked(folder, age="unknown")

    assert [one.decision.receiver for one in usual_way(ruleset, found)] == ["x"]


def test_a_pathway_ends_where_what_is_unknown_begins_to_matter(tmp_path):
    rules = {
        "A": "when: {tried: {a: no}}, to: x",
        "B": "when: {tried: {a: yes}, age: 0-9}, to: y",
        "C": "when: {tried: {a: yes}, age: 10-20}, to: z",
    }
    folder = make_nation(tmp_path, rules=rules, hand_overs={"H": "by: x, when: {tried: {a: no}}, adds: a"})

    ruleset, found = asked(folder, age="unknown")

    assert [one.decision.receiver for one in usual_way(ruleset, found)] == ["x"]


def test_of_alternatives_the_pathway_takes_the_usual_one(tmp_path):
    rules = {
        "A": "when: {tried: {a: no, b: no}}, to: x",
        "B": "when: {tried: {a: yes, b: no}}, to: y",
        "C": "when: {tried: {b: yes}}, to: z",
    }
    hand_overs = {
        "H1": "by: x, when: {tried: {a: no}}, adds: a",
        "H2": "by: x, when: {tried: {b: no}}, adds: b, usual: yes",
    }
    folder = make_nation(tmp_path, rules=rules, hand_overs=hand_overs)

    ruleset, found = asked(folder)

    assert [(one.decision.receiver, one.by and one.by.id) for one in usual_way(ruleset, found)] == [
        ("x", None),
        ("z", "H2"),
    ]
    assert sorted(every_way(ruleset, found)) == [("x", "y"), ("x", "z")]


def test_an_acute_case_has_no_pathway(tmp_path):
    ruleset, found = asked(make_base(tmp_path), area="almby", need="attention", acute="yes")

    assert [one.decision.receiver for one in usual_way(ruleset, found)] == ["bup_now"]


def test_the_reasons_are_what_the_rule_asked_for(tmp_path):
    ruleset, found = asked(make_base(tmp_path), area="almby", need="worry", age="16y6m")

    assert [(one.input, one.value, one.accepts) for one in reasons(found)] == [
        ("need", "worry", ("worry",)),
        ("age", "16y6m", ("16-17",)),
        ("level", "base", ("base",)),
        ("tried.school_done", "no", ("no",)),
    ]


def test_ages_on_both_sides_of_a_case_are_two_changes_even_when_they_lead_to_one_unit(tmp_path):
    ruleset, found = asked(make_nation(tmp_path, rules=BY_AGE), age="9")

    assert [(one.input, one.old, one.new, one.receiver) for one in changes(ruleset, found) if one.input == "age"] == [
        ("age", "9", "0-5", "x"),
        ("age", "9", "18-20", "x"),
    ]


def test_what_is_unknown_never_makes_danger_less_urgent(tmp_path):
    folder = make_base(tmp_path, nation={"units": {"desk": ""}, "unsure": "desk"})
    ruleset = ruleset_of(folder)

    found = decide(ruleset, ask(ruleset, need="worry", age="unknown", level="unknown", acute="yes"))

    assert (found.receiver, found.danger, found.settles) == ("desk", True, ("age",))
