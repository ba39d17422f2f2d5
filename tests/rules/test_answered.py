"""Vignettes beside what the rules answer."""

from directory.rules import answered
from tests.build import DAY, make_base, ruleset_of


def answers(folder):
    return {one.vignette.id: one for one in answered(ruleset_of(folder), day=DAY)}


def test_a_vignette_has_the_rule_that_answers_it_and_the_way_from_there(tmp_path):
    one = answers(make_base(tmp_path))["V1"]

    assert (one.judged.ok, one.rules, one.way) == (True, ("A2",), ("school", "first_line", "bup"))


def test_a_vignette_at_any_level_has_the_rule_of_each(tmp_path):
    folder = make_base(tmp_path, cases={"cases": {
        "V9": "in: nation, case: {need: attention, level: any, age: 3}, to: [bvc, clinic, bup]"}})

    one = answers(folder)["V9"]

    assert (one.judged.ok, one.rules) == (True, ("A1", "A5", "A8"))


def test_a_vignette_whose_case_cannot_be_read_has_no_rule_and_says_why(tmp_path):
    folder = make_base(tmp_path, cases={"cases": {
        "V9": "in: nation, case: {need: nosuch, level: base, age: 3}, to: bvc"}})

    one = answers(folder)["V9"]

    assert (one.judged.ok, one.rules, one.way) == (False, (), ())
    assert "nosuch" in str(one.judged.why)


def test_story_and_reason_of_a_vignette_are_kept(tmp_path):
    folder = make_base(tmp_path, cases={"cases": {
        "V9": "in: nation, case: {need: attention, level: base, age: 3}, to: bvc,"
              " story: He cannot sit, because: It says so"}})

    vignette = answers(folder)["V9"].vignette

    assert (vignette.story.read("en"), vignette.because.read("en")) == ("He cannot sit", "It says so")
