"""Random bases: what the proof and the decisions say is what looking at every single case says."""

import pytest
from hypothesis import assume, given, settings

from directory.rules import decide
from directory.rules.case import Case
from directory.rules.pathway import every_way
from tests.build import DAY, found_in, ruleset_of
from tests.rules import enumeration

JUDGED = {"T", "NB1", "NB2", "NB3", "Progress", "makes-known"}


def judged(folder):
    failed = {one.check for one in found_in(folder)} & JUDGED
    if "T" in failed:
        return {"T"}
    return failed - ({"NB2", "NB3"} if "NB1" in failed else {"NB3"} if "NB2" in failed else set())


def as_case(area, case):
    values = {
        "level": case["level"],
        "acute": case["acute"],
        **{f"tried.{one}": case[one] for one in enumeration.FLAGS},
        **{f"facts.{one}": case[one] for one in enumeration.FACTS},
    }
    return Case(area, case["need"], case["age"], values, "", DAY)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("base")


@given(drawn=enumeration.bases(exact=True))
@settings(max_examples=120)
def test_the_proof_of_an_exact_base_agrees_with_every_single_case(folder, drawn):
    enumeration.write(folder, drawn)

    assert judged(folder) == enumeration.verdict(drawn)


@given(drawn=enumeration.bases(exact=False))
@settings(max_examples=120)
def test_the_proof_of_any_base_agrees_with_every_single_case(folder, drawn):
    enumeration.write(folder, drawn)

    assert judged(folder) == enumeration.verdict(drawn)


@given(drawn=enumeration.bases(exact=True))
@settings(max_examples=60)
def test_every_decision_is_what_the_one_fitting_rule_says(folder, drawn):
    ruleset = ruleset_of(enumeration.write(folder, drawn))

    for area in ("nation", "west"):
        for case in enumeration.every_case():
            found = decide(ruleset, as_case(area, case))
            assert [(found.receiver, found.holder, found.open)] == enumeration.matches(drawn, area, case)
            assert found.gate == enumeration.stage_of(drawn, case)


@given(drawn=enumeration.bases(exact=True))
@settings(max_examples=60)
def test_every_branch_of_a_pathway_is_what_the_hand_overs_say(folder, drawn):
    ruleset = ruleset_of(enumeration.write(folder, drawn))
    assume(not any(enumeration.goes_round(drawn, area) for area in ("nation", "west")))

    for area in ("nation", "west"):
        for case in enumeration.every_case()[::5]:
            found = every_way(ruleset, decide(ruleset, as_case(area, case)))
            assert set(found) == {tuple(receiver for receiver, _ in way) for way in enumeration.ways(drawn, area, case)}
