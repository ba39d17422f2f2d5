"""Reading a case: defaults, and every wrong field at once with what is allowed."""

import pytest

from directory.errors import CaseRefused
from directory.rules import read_case
from tests.build import DAY, ask, make_nation, ruleset_of


@pytest.fixture(scope="module")
def ruleset(tmp_path_factory):
    return ruleset_of(
        make_nation(
            tmp_path_factory.mktemp("base"),
            rules={"A": "to: x"},
            inputs="from: [guardian, school], facts: {seen: [unknown, yes]}",
        )
    )


def refused(ruleset, **raw):
    with pytest.raises(CaseRefused) as caught:
        ask(ruleset, **raw)
    return {fault.field: fault for fault in caught.value.faults}


def test_what_a_case_leaves_out_has_its_default(ruleset):
    case = ask(ruleset, age="9y6m")

    assert (case.months, case.asker, case.on) == (114, "guardian", DAY)
    assert case.values == {
        "level": "base",
        "acute": "no",
        "tried.a": "no",
        "tried.b": "no",
        "tried.c": "no",
        "facts.seen": "unknown",
    }


def test_every_wrong_field_is_told_of_at_once_with_its_mend(ruleset):
    faults = refused(
        ruleset,
        area="nowhere",
        need="fokus",
        level="bas",
        age="abc",
        acute="maybe",
        on="soon",
        explain="some",
        hair="red",
        tried={"aa": "yes", "b": "often"},
        facts={"sen": "yes", "seen": "no"},
        **{"from": "uncle"},
    )

    assert faults.keys() == {
        "area",
        "need",
        "level",
        "age",
        "acute",
        "from",
        "on",
        "explain",
        "hair",
        "tried.aa",
        "tried.b",
        "facts.sen",
        "facts.seen",
    }
    assert str(faults["need"].hint) == "Did you mean focus?"
    assert faults["level"].allowed == ("base", "more", "unknown")
    assert all(fault.hint or fault.allowed for field, fault in faults.items() if field != "hair")


@pytest.mark.parametrize(
    "age",
    [
        "abc",
        "21",
        "20y12m",
        "9y13m",
        "-1",
        "NaN",
        "nan",
        "1e1",
        "",
        " ",
        "9.5",
        "٩",
        "9y",
        21,
        -1,
        9.0,
        True,
        [],
        {},
        "9" * 999,
    ],
)
def test_an_age_that_is_none_is_refused_and_quoted(ruleset, age):
    fault = refused(ruleset, age=age)["age"]

    assert "0-20" in str(fault.hint)
    assert len(str(fault.message)) < 140


@pytest.mark.parametrize(("age", "months"), [("0", 0), ("20y11m", 251), ("9y0m", 108), (9, 108), ("unknown", None)])
def test_an_age_is_years_or_years_and_months(ruleset, age, months):
    assert ask(ruleset, age=age).months == months


@pytest.mark.parametrize("missing", ["area", "need", "level", "age"])
def test_what_every_case_must_say_is_asked_for(ruleset, missing):
    assert refused(ruleset, **{missing: None}).keys() == {missing}


@pytest.mark.parametrize("field", ["need", "level", "area", "acute", "from", "on", "tried", "facts"])
@pytest.mark.parametrize("value", [[], {"a": []}, 1.5, True, "x" * 5_000, "\u200b"])
def test_a_value_of_any_kind_is_refused_and_not_a_crash(ruleset, field, value):
    if not (field in ("tried", "facts") and isinstance(value, dict) and not value):
        assert refused(ruleset, **{field: value})


@pytest.mark.parametrize("raw", [[], "case", None, 3])
def test_what_is_no_object_is_refused(ruleset, raw):
    with pytest.raises(CaseRefused):
        read_case(raw, ruleset.base.inputs, areas=ruleset.areas, today=DAY)
