"""Our own rules speak to families: no staff words in an accident, nothing said twice, an answer at every age."""

import pytest

from directory.rules import decide, load
from directory.rules.model import FAMILY, YOUTH
from tests.build import ask, ruleset_of

ACCIDENTS = {"safety-now-all", "safety-life-all", "safety-missing-all", "safety-missing-unstable",
             "safety-tooth-injury-all", "safety-teeth-all", "safety-body-child", "safety-body-sudden-child"}
STAFF_WORDS = ("Misstänker du", "Anmäl genast", "Tänk alltid på övergrepp")
ASK_112 = "ring 112 och be om socialjouren"  # said by the page, which knows the time of day
COMPLAINTS = {"vården": "patientnämnden", "skolan": "rektor", "socialtjänsten": "IVO"}


@pytest.fixture(scope="module")
def rules():
    """Our own rules by id."""
    return {rule.id: rule for layer in load("routing_rules").base.layers.values() for rule in layer.rules}


def test_a_family_in_an_accident_is_not_told_of_social_services(rules):
    assert ACCIDENTS <= rules.keys()

    assert [one for one in ACCIDENTS if any(duty.unit == "soc_mottag" for duty in rules[one].alongside)] == []


def test_what_goes_on_in_the_meantime_on_danger_is_not_said_in_the_words_of_staff(rules):
    danger = [rule for rule in rules.values() if rule.stage == "safety"]
    said = [(rule.id, duty.text.read("sv")) for rule in danger for duty in rule.alongside]

    assert said
    assert [one for one, text in said if any(words in text for words in STAFF_WORDS)] == []


@pytest.mark.parametrize("group", [FAMILY, YOUTH, "other"])
def test_how_to_reach_the_social_services_on_call_leaves_the_number_to_the_page(rules, group):
    said = [(rule.id, rule.how_for(group).text) for rule in rules.values() if rule.to == "socialjour"]

    assert said
    assert [one for one, text in said if text and ASK_112 in text.read("sv")] == []


@pytest.mark.parametrize("group", [FAMILY, YOUTH])
def test_whoever_complains_is_told_whom_to_turn_to_for_each_kind_of_help(rules, group):
    said = rules["rights-complaint"].how_for(group).text.read("sv")

    assert [one for about, whom in COMPLAINTS.items() for one in (about, whom) if one not in said] == []


@pytest.mark.parametrize("asker", ["guardian", "youth"])
def test_who_is_pregnant_reaches_the_midwife_though_nobody_knows_the_age(asker):
    ruleset = ruleset_of("routing_rules")

    cases = [ask(ruleset, area=area, need="graviditet", level="unknown", age="unknown", **{"from": asker})
             for area in ruleset.areas]
    found = {decide(ruleset, one).receiver for one in cases}

    assert found == {"mvc"}


def test_what_says_that_it_is_of_a_referral_is_marked_so_and_nothing_else(rules):
    items = [one for rule in rules.values() for one in (*rule.requires, *rule.attach)]

    assert any(one.referral for one in items)
    assert [one.id for one in items if one.referral != one.text.read("sv").startswith("I en remiss")] == []
