"""`envagin rules`: exit status 0, 1 or 2, JSON alone on standard output, one line for each fault of a case."""

import json

import pytest

from tests.build import layer_text, make_base, make_nation
from tests.cli.commands import envagin

CASE = ("--area", "almby", "--need", "attention", "--level", "base", "--age", "9")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return make_base(tmp_path_factory.mktemp("base"))


def decide(folder, *words):
    return envagin("rules", "decide", *words, "--rules", folder)


def test_a_proved_base_ends_with_0_and_strict_refuses_its_warnings(folder):
    assert envagin("rules", "verify", folder).status == 0
    assert envagin("rules", "verify", folder, "--strict").status == 1


def test_verify_answers_in_json_alone(folder):
    ran = envagin("rules", "verify", folder, "--format", "json", "--on", "2026-11-21")

    answer = json.loads(ran.out)
    assert (ran.status, ran.err, answer["ok"], answer["areas"]) == (0, "", True, ["nation", "west", "almby"])
    assert answer["proved"]["NB1"]["longest"] == 3


@pytest.mark.parametrize(
    "words",
    [
        ("verify", "--on", "soon"),
        ("verify", "--on", "2026-02-30"),
        ("verify", "--on", "20261121"),
        ("verify", "--on", "2026-W47-6"),
        ("verify", "--format", "xml"),
        ("verify", "--catalogue", "nowhere"),
    ],
)
def test_a_refused_value_ends_with_1_and_a_line_on_standard_error_or_a_finding(folder, words):
    ran = envagin("rules", *words, folder)

    assert ran.status == 1
    assert words[-1] in ran.text and "Traceback" not in ran.text


@pytest.mark.parametrize(
    "words", [("verify", "--nonsense"), ("decide", "--area", "almby"), ("cases",), ("nonsense",), ("verify", "a", "b")]
)
def test_only_an_unknown_option_or_a_missing_argument_ends_with_2(words):
    assert envagin("rules", *words).status == 2


def test_a_decision_is_the_contracts_json(folder):
    ran = decide(folder, *CASE)

    answer = json.loads(ran.out)
    assert (ran.status, ran.err) == (0, "")
    assert (answer["receiver"]["id"], answer["gate"], answer["rule"]["id"], answer["open"]) == (
        "school",
        "rules",
        "A2",
        False,
    )
    assert [one["receiver"] for one in answer["pathway"]] == ["school", "first_line", "bup"]
    assert {one["input"] for one in answer["why"]} == {"need", "level", "age", "tried.school_done"}


def test_a_decision_without_explanation_leaves_it_out(folder):
    answer = json.loads(decide(folder, *CASE, "--explain", "none").out)

    assert answer.keys() & {"why", "would_change", "pathway"} == set()


WRONG = [
    (("--need", "atention"), "need", "attention"),
    (("--area", "almbi"), "area", "almby"),
    (("--level", "bas"), "level", "base"),
    (("--age", "abc"), "age", "0-20"),
    (("--age", "21"), "age", "0-20"),
    (("--age", "NaN"), "age", "0-20"),
    (("--age", "-1"), "age", "0-20"),
    (("--age", "9y13m"), "age", "0-20"),
    (("--age", ""), "age", "0-20"),
    (("--fact", "hair=red"), "facts.hair", "hair"),
    (("--fact", "hair"), "facts.hair", "hair"),
    (("--tried", "school_don"), "tried.school_don", "school_done"),
    (("--tried", "care_done=often"), "tried.care_done", "yes"),
    (("--from", "uncle"), "from", "guardian"),
    (("--acute", "maybe"), "acute", "yes"),
    (("--explain", "some"), "explain", "some"),
]


@pytest.mark.parametrize(("words", "field", "mend"), WRONG)
def test_a_wrong_field_is_one_line_that_names_the_value_and_the_mend(folder, words, field, mend):
    ran = decide(folder, *CASE, *words)

    (line,) = ran.err.splitlines()
    assert (ran.status, ran.out) == (1, "")
    assert line.startswith(f"{field}: ") and mend in line


def test_every_wrong_field_has_its_line(folder):
    ran = decide(
        folder,
        "--area",
        "a",
        "--need",
        "b",
        "--level",
        "c",
        "--age",
        "d",
        "--fact",
        "e=f",
        "--tried",
        "g",
        "--acute",
        "h",
    )

    assert ran.status == 1
    assert [line.partition(":")[0] for line in ran.err.splitlines()] == [
        "area",
        "need",
        "level",
        "acute",
        "age",
        "tried.g",
        "facts.e",
    ]


@pytest.mark.parametrize("day", ["soon", "2026-13-01"])
def test_a_decision_on_a_day_that_is_none_is_refused(folder, day):
    ran = decide(folder, *CASE, "--on", day)

    assert (ran.status, ran.out) == (1, "") and day in ran.err


@pytest.mark.parametrize(
    "unknown", [("--age", "unknown"), ("--level", "unknown"), ("--age", "unknown", "--level", "unknown")]
)
def test_an_unknown_that_nobody_answers_for_is_refused_and_no_crash(folder, unknown):
    ran = decide(folder, *CASE, *unknown)

    assert (ran.status, ran.out, "Traceback" in ran.err) == (1, "", False)


def test_a_base_with_faults_or_none_decides_nothing(tmp_path):
    ran = decide(make_base(tmp_path, instead={"A1": "when: {need: atention}, to: bvc"}), *CASE)

    assert (ran.status, ran.out) == (1, "") and "nation.yaml:" in ran.err
    assert decide(tmp_path / "nowhere", *CASE).status == 1


def test_a_gap_is_said_to_be_one(tmp_path):
    ran = decide(make_base(tmp_path, without=["A2", "M1"]), *CASE)

    assert (ran.status, ran.out) == (1, "") and "exactly one receiver" in ran.err


ROWS = {
    "right": "in: almby, case: {need: attention, level: base, age: 9}, to: school",
    "near": "in: almby, case: {need: attention, level: base, age: 9}, to: clinic, also: school",
    "never": "in: almby, case: {need: attention, level: base, age: 9}, to: school, never: school",
    "any": "in: almby, case: {need: attention, level: any, age: 9}, to: school",
    "nowhere": "in: nowhere, case: {need: attention, level: base, age: 9}, to: school",
}


def test_cases_are_passed_near_or_failed_and_counted_apart(folder, tmp_path):
    file = tmp_path / "outside.yaml"
    file.write_text(layer_text("outside", {"layer": "vignettes", "cases": ROWS}), encoding="utf-8")

    ran = envagin("rules", "cases", file, "--rules", folder)
    answer = json.loads(ran.out)

    assert (ran.status, answer["passed"], answer["near"], answer["failed"]) == (1, 1, 1, 3)
    assert {one["id"]: one["got"] for one in answer["cases"]} == {
        "right": "school",
        "near": "school",
        "never": "school",
        "any": "first_line",
        "nowhere": None,
    }
    assert all(one.keys() == {"id", "ok", "near", "expected", "got", "rule", "why"} for one in answer["cases"])


def test_cases_that_all_come_out_end_with_0(folder, tmp_path):
    file = tmp_path / "outside.yaml"
    file.write_text(
        layer_text("outside", {"layer": "vignettes", "cases": {"right": f"{ROWS['right']}, source: not_looked_up"}}),
        encoding="utf-8",
    )

    ran = envagin("rules", "cases", file, "--rules", folder)

    assert (ran.status, ran.err) == (0, "")
    assert envagin("rules", "cases", file, "--rules", folder, "--format", "text").out.endswith(
        "1 passed, 0 near, 0 failed.\n"
    )


@pytest.mark.parametrize(
    "content",
    [
        None,
        b"",
        b"\xff\xfe",
        b"- a\n",
        b"format: one-way-in/1\nlayer: vignettes\nid: v\ncases: [{id: V}]\n",
        b"format: one-way-in/1\nlayer: nation\nid: n\n",
    ],
)
def test_a_file_of_cases_that_cannot_be_read_is_refused_and_named(folder, tmp_path, content):
    file = tmp_path / "outside.yaml"
    if content is not None:
        file.write_bytes(content)

    ran = envagin("rules", "cases", file, "--rules", folder)

    assert (ran.status, "Traceback" in ran.err, "outside.yaml:" in ran.err) == (1, False, True)
    assert json.loads(ran.out)["cases"] == []


def test_an_open_case_is_held_by_the_unit_that_calls(tmp_path):
    folder = make_nation(
        tmp_path, rules={"A": "to: x"}, west={"layer": "region", "within": "nation", "open": {"O": "rule: A"}}
    )

    ran = decide(folder, "--area", "west", "--need", "focus", "--level", "base", "--age", "9")

    answer = json.loads(ran.out)
    assert (answer["receiver"]["id"], answer["open"], answer["holder"], answer["rule"]["id"]) == ("sip", True, "x", "O")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--tried", "care_done=yes", "--tried", "care_done=no"), "two things"),
        (("--tried", "care_done="), '""'),
        (("--explain", "some"), "full, none"),
        (("--on", "2026-W47-6"), "2026-11-21"),
    ],
)
def test_a_case_that_says_nothing_or_two_things_is_refused_with_what_is_allowed(folder, words, said):
    ran = decide(folder, *CASE, *words)

    assert (ran.status, ran.out) == (1, "")
    assert said in ran.err and "Traceback" not in ran.err


def test_a_name_longer_than_any_file_has_is_refused(tmp_path):
    for words in (("verify",), ("cases",)):
        ran = envagin("rules", *words, tmp_path / ("x" * 5_000))

        assert ran.status == 1 and "Traceback" not in ran.text


def test_a_municipality_without_rules_of_its_own_gets_those_of_its_region():
    asked = ("--need", "koncentration_adhd", "--level", "specialist", "--age", "9", "--on", "2026-11-21")

    ale, region = (json.loads(envagin("rules", "decide", "--area", one, *asked).out) for one in ("ale", "vgr"))

    assert ale == region
    assert envagin("rules", "ask", "--area", "ale").status == 0
