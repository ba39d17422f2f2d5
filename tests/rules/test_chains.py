"""Hand-overs: chains that go round, come back or grow too long; saying too little or too much; Progress."""

import pytest

from tests.build import found_in, make_base, make_nation, the_error

TRIED_A = {"A": "when: {tried: {a: no}}, to: x", "B": "when: {tried: {a: yes}}, to: y"}
GIVES_A = {"H": "by: x, when: {tried: {a: no}}, adds: a"}
BOTH_NEEDS = (
    "{need: [focus, worry], level: [base, more], age: 0-20, tried: [a, b, c], facts: {seen: [unknown, yes, no]}}"
)


def by_check(folder, check):
    return [one for one in found_in(folder) if one.check == check]


def test_a_hand_over_to_another_unit_is_fine(tmp_path):
    assert found_in(make_nation(tmp_path, rules=TRIED_A, hand_overs=GIVES_A)) == []


def test_a_circle_names_its_hand_overs_units_and_a_case_once_for_two_needs(tmp_path):
    levels = {"A": "when: {level: base}, to: x", "B": "when: {level: more}, to: y"}
    folder = make_nation(
        tmp_path,
        inputs=BOTH_NEEDS,
        rules=levels,
        hand_overs={"H1": "by: x, adds: a, level: more", "H2": "by: y, adds: b, level: base"},
    )

    (one,) = by_check(folder, "NB1")

    assert set(one.ids) == {"H1", "H2", "x", "y"}
    assert one.witness["need"] == "focus"
    assert one.hint and one.file.endswith("nation.yaml") and one.line > 1


def test_a_knot_of_two_circles_is_named_whole(tmp_path):
    rules = {
        "A": "when: {tried: {a: no}, level: base}, to: x",
        "B": "when: {level: more}, to: y",
        "C": "when: {tried: {a: yes}, level: base}, to: z",
    }
    folder = make_nation(
        tmp_path,
        rules=rules,
        hand_overs={
            "H1": "by: x, adds: a, level: more",
            "H2": "by: y, adds: b, level: base",
            "H3": "by: z, adds: c, level: more",
        },
    )

    (one,) = by_check(folder, "NB1")

    assert set(one.ids) == {"H2", "H3", "y", "z"}


def test_two_circles_through_one_unit_are_one_knot(tmp_path):
    folder = make_nation(
        tmp_path,
        rules={
            "A": "when: {level: base}, to: x",
            "B": "when: {level: more, age: 0-9}, to: y",
            "C": "when: {level: more, age: 10-20}, to: z",
        },
        hand_overs={
            "H1": "by: x, adds: a, level: more",
            "H2": "by: y, adds: b, level: base",
            "H3": "by: z, adds: c, level: base",
        },
    )

    (one,) = by_check(folder, "NB1")

    assert set(one.ids) == {"H1", "H2", "H3", "x", "y", "z"}


def test_two_circles_that_share_nothing_are_two_findings(tmp_path):
    rules = {
        f"{unit}{age}": f"when: {{level: {level}, age: {age}}}, to: {unit}"
        for unit, level, age in (
            ("x", "base", "0-9"),
            ("y", "more", "0-9"),
            ("z", "base", "10-20"),
            ("w", "more", "10-20"),
        )
    }
    folder = make_nation(
        tmp_path,
        rules=rules,
        hand_overs={
            f"H{unit}": f"by: {unit}, adds: a, level: {level}"
            for unit, level in (("x", "more"), ("y", "base"), ("z", "more"), ("w", "base"))
        },
    )

    assert {frozenset(one.ids) for one in by_check(folder, "NB1")} == {
        frozenset({"Hx", "Hy", "x", "y"}),
        frozenset({"Hz", "Hw", "z", "w"}),
    }


COMING_BACK = {
    "rules": {
        "A": "when: {tried: {a: no}}, to: x",
        "B": "when: {tried: {a: yes, b: no}}, to: y",
        "C": "when: {tried: {a: yes, b: yes}}, to: x",
    },
    "hand_overs": {
        "H1": "by: x, when: {tried: {a: no, b: no}}, adds: a",
        "H2": "by: y, when: {tried: {b: no}}, adds: b",
    },
}


def test_a_question_that_comes_back_without_going_round_is_refused_once(tmp_path):
    one = the_error(make_nation(tmp_path, inputs=BOTH_NEEDS, **COMING_BACK))

    assert (one.check, one.ids) == ("NB2", ("H1", "H2", "x", "y"))
    assert "x → y → x" in str(one.message)
    assert one.witness == {"area": "nation", "need": "focus", "age": "0", "level": "base", "acute": "no"}


def test_a_way_that_only_leads_into_a_return_is_not_told_of_again(tmp_path):
    rules = {
        "Z": "when: {tried: {c: no}}, to: z",
        **{key: row.replace("tried: {", "tried: {c: yes, ") for key, row in COMING_BACK["rules"].items()},
    }
    hand_overs = {**COMING_BACK["hand_overs"], "H0": "by: z, when: {tried: {c: no}}, adds: c"}
    folder = make_nation(tmp_path, rules=rules, hand_overs=hand_overs)

    one = the_error(folder)

    assert (one.check, one.ids) == ("NB2", ("H1", "H2", "x", "y"))


def municipality(**more):
    return {
        "layer": "municipality",
        "within": "nation",
        "binds": {"x": "Desk 1", "y": "Desk 2", "rescue": "Desk 9"},
        **more,
    }


def test_two_kinds_bound_to_one_unit_are_that_unit_in_a_municipality_alone(tmp_path):
    one_desk = {"x": "Desk 1", "y": "Desk 1", "rescue": "Desk 9"}
    folder = make_nation(
        tmp_path, rules=TRIED_A, hand_overs=GIVES_A, town=municipality(binds=one_desk), other=municipality()
    )

    one = the_error(folder)

    assert (one.check, one.area) == ("NB2", "town")
    assert {"H", "x", "y"} <= set(one.ids)
    assert one.witness["area"] == "town"


def test_one_unit_among_several_that_the_child_may_choose_is_not_the_same_unit(tmp_path):
    chosen = {"x": "Desk 1", "y": "{own: choice, units: [Desk 1, Desk 2]}", "rescue": "Desk 9"}

    assert found_in(make_nation(tmp_path, rules=TRIED_A, hand_overs=GIVES_A, town=municipality(binds=chosen))) == []


def test_neighbours_at_one_desk_are_one_stop(tmp_path):
    one_desk = municipality(binds={"x": "Desk 1", "y": "Desk 1", "rescue": "Desk 9"}, same_desk="[[x, y]]")

    assert found_in(make_nation(tmp_path, rules=TRIED_A, hand_overs=GIVES_A, town=one_desk)) == []


THREE_STOPS = {
    "rules": {
        "A": "when: {tried: {a: no}}, to: x",
        "B": "when: {tried: {a: yes, b: no}}, to: y",
        "C": "when: {tried: {a: yes, b: yes}}, to: z",
    },
    "hand_overs": {
        "H1": "by: x, when: {tried: {a: no}}, adds: a",
        "H2": "by: y, when: {tried: {a: yes, b: no}}, adds: b",
    },
}


@pytest.mark.parametrize("same_desk", ["[x, z]", "[[x, z]]"])
def test_a_question_that_leaves_a_desk_and_comes_back_to_it_is_refused(tmp_path, same_desk):
    region = {"layer": "region", "within": "nation", "same_desk": same_desk}

    one = the_error(make_nation(tmp_path, west=region, **THREE_STOPS))

    assert (one.check, one.area) == ("NB2", "west")
    assert {"x", "y", "z", "H1", "H2"} == set(one.ids)


def test_a_chain_that_is_too_long_is_one_finding_and_its_parts_are_none(tmp_path):
    folder = make_nation(tmp_path, max_hand_overs="1", inputs=BOTH_NEEDS, **THREE_STOPS)

    one = the_error(folder)

    assert (one.check, set(one.ids)) == ("NB3", {"H1", "H2", "x", "y", "z"})
    assert "2 hand-overs" in str(one.message)


def test_a_desk_shared_by_neighbours_makes_a_chain_shorter(tmp_path):
    region = {"layer": "region", "within": "nation", "same_desk": "[[x, y]]"}

    found = found_in(make_nation(tmp_path, max_hand_overs="1", west=region, **THREE_STOPS))

    assert {(one.check, one.area) for one in found} == {("NB3", "nation")}
    assert found_in(make_nation(tmp_path, max_hand_overs="2", west=region, **THREE_STOPS)) == []


def test_more_hand_overs_than_can_be_walked_may_not_be_allowed(tmp_path):
    one = the_error(make_nation(tmp_path, max_hand_overs="11", **THREE_STOPS))

    assert (one.check, one.line) == ("shape", 16)
    assert "max_hand_overs" in str(one.message) and "11" in str(one.message)


def test_many_ways_back_by_one_hand_over_are_one_finding(tmp_path):
    rules = {
        "A": "when: {tried: {a: no}}, to: x",
        "B": "when: {tried: {a: yes, b: no}}, to: y",
        "C": "when: {tried: {a: yes, b: yes, c: no}}, to: z",
        "D": "when: {tried: {a: yes, b: yes, c: yes}}, to: x",
    }
    hand_overs = {
        f"H{unit}": f"by: {unit}, when: {{tried: {{{flag}: no}}}}, adds: {flag}" for unit, flag in ("xa", "yb", "zc")
    }
    folder = make_nation(tmp_path, rules=rules, hand_overs=hand_overs)

    assert sorted(one.ids[-1] for one in by_check(folder, "NB2")) == ["x", "y", "z"]


@pytest.mark.parametrize(
    ("row", "check", "word"),
    [
        ("by: x, when: {tried: {a: no}}, adds: a, to: y", "shape", "names the next unit"),
        ("by: x, when: {tried: {a: no}, from: guardian}, adds: a", "NB5", "who is asking"),
        ("by: x, when: {tried: {a: no}, acute: yes}, adds: a", "gates", "acute"),
        ("by: x, level: more", "makes-known", "makes nothing known"),
        ("by: x, adds: a", None, None),
        ("by: y, adds: a", "makes-known", "makes nothing known"),
        ("by: x, when: {tried: {a: no}}, sets: {level: more}", "makes-known", "makes nothing known"),
        ("by: x, when: {tried: {a: no}}, adds: a, sets: {level: more}, level: more", "shape", "both sets and level"),
    ],
)
def test_a_hand_over_says_what_is_now_known_and_nothing_else(tmp_path, row, check, word):
    hand_overs = {"H": row} if "adds: a" in row and "by: x" in row else {**GIVES_A, "H9": row}

    found = [
        one
        for one in found_in(make_nation(tmp_path, inputs="from: [guardian]", rules=TRIED_A, hand_overs=hand_overs))
        if one.check not in ("NB1", "NB2", "Progress")
    ]

    assert [one.check for one in found] == ([check] if check else [])
    assert all(word in str(one.message) and one.hint and set(one.ids) & {"H", "H9"} for one in found)


def test_two_usual_hand_overs_for_one_case_are_refused_with_the_case(tmp_path):
    folder = make_base(
        tmp_path,
        instead={"H2": "by: clinic, when: {tried: {care_done: no}}, adds: care_done, level: special, usual: yes"},
        nation={
            "hand_overs": {"H4": "by: clinic, when: {age: 9, tried: {care_done: no}}, adds: care_done, usual: yes"}
        },
    )

    found = [one for one in found_in(folder) if one.check == "usual"]

    assert [(one.ids, one.witness["age"]) for one in found] == [(("H2", "H4"), "9")]


def test_a_flag_that_would_move_the_question_but_that_nobody_gives_is_refused_once(tmp_path):
    one = the_error(make_nation(tmp_path, inputs=BOTH_NEEDS, rules=TRIED_A))

    assert (one.check, set(one.ids)) == ("Progress", {"A", "B", "x"})
    assert "tried.a = yes" in str(one.message) and "focus, worry" in str(one.message)
    assert one.suggestion.startswith("{id: …, by: x, when: {need: [focus, worry], tried: {a: no}}, adds: [a]")


def test_the_hand_over_offered_for_progress_mends_it(tmp_path):
    one = the_error(make_nation(tmp_path / "broken", rules=TRIED_A))
    row = one.suggestion.strip("{}").replace("id: …, ", "").replace("because: …", "because: Mended")

    assert found_in(make_nation(tmp_path / "mended", rules=TRIED_A, hand_overs={"H": row})) == []


def test_each_value_of_an_unknown_fact_that_would_move_the_question_must_be_given(tmp_path):
    rules = {"A": "when: {facts: {seen: [unknown, no]}}, to: x", "B": "when: {facts: {seen: yes}}, to: y"}
    folder = make_nation(
        tmp_path,
        inputs=BOTH_NEEDS,
        rules=rules,
        hand_overs={"H": "by: x, when: {facts: {seen: unknown}}, sets: {facts: {seen: no}}"},
    )

    found = by_check(folder, "Progress")

    assert ["facts.seen = yes" in str(one.message) for one in found] == [True]


def test_a_hand_over_that_applies_to_a_part_of_the_waiting_cases_is_not_enough(tmp_path):
    one = the_error(
        make_nation(tmp_path, rules=TRIED_A, hand_overs={"H": "by: x, when: {age: 0-9, tried: {a: no}}, adds: a"})
    )

    assert (one.check, one.witness["age"]) == ("Progress", "10")


def test_a_unit_that_acts_as_another_may_do_its_hand_overs(tmp_path):
    base = {"rules": TRIED_A, "hand_overs": {"H": "by: w, when: {tried: {a: no}}, adds: a"}}

    assert {one.check for one in found_in(make_nation(tmp_path, **base))} == {"Progress"}
    assert found_in(make_nation(tmp_path, units={"x": "acts_as: w"}, **base)) == []


def test_a_fault_of_the_nation_is_not_repeated_for_every_area(tmp_path):
    folder = make_base(tmp_path, without=["H1", "H2", "H3"])

    areas = {one.area for one in found_in(folder) if one.check != "vignettes"}

    assert areas == {"nation"}


def test_a_hand_over_may_lead_from_need_to_need(tmp_path):
    rules = {"A": "when: {need: focus}, to: x", "B": "when: {need: worry}, to: y"}
    base = {"inputs": BOTH_NEEDS, "rules": rules}
    there = {"H": "by: x, sets: {need: worry, facts: {seen: yes}}, when: {facts: {seen: unknown}}"}
    back = {**there, "H2": "by: y, when: {tried: {a: no}}, adds: a, sets: {need: focus}"}

    assert found_in(make_nation(tmp_path, hand_overs=there, **base)) == []
    assert {one.check for one in found_in(make_nation(tmp_path, hand_overs=back, **base))} == {"NB2"}


def test_needs_that_hand_over_to_each_other_for_ever_are_a_circle(tmp_path):
    folder = make_nation(
        tmp_path,
        inputs=BOTH_NEEDS,
        rules={"A": "when: {need: focus}, to: x", "B": "when: {need: worry}, to: y"},
        hand_overs={"H1": "by: x, adds: a, sets: {need: worry}", "H2": "by: y, adds: b, sets: {need: focus}"},
    )

    (one,) = by_check(folder, "NB1")

    assert set(one.ids) == {"H1", "H2", "x", "y"}
