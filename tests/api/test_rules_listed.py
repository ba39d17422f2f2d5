"""The rules as a list: what an area has in force, on a day, of a need, to a receiver."""

from datetime import date

import pytest

from directory import clock
from directory.api.v1.rules import rules_in
from tests.build import make_nation, ruleset_of
from tests.doors import post_case


def rules(client, query):
    return client.get(f"/api/v1/rules?limit=1000&{query}").get_json()["contents"]


def test_a_decision_rests_on_a_rule_that_is_listed_for_its_area_need_and_receiver(client):
    decision = post_case(client, area="hudiksvall", level="bas").get_json()

    found = rules(client, f"area=hudiksvall&need=koncentration_adhd&receiver={decision['receiver']['id']}")
    assert decision["rule"]["id"] in {one["id"] for one in found}


def test_a_rule_says_the_same_as_the_decision_that_rests_on_it(client):
    decision = post_case(client, area="hudiksvall", level="bas").get_json()

    rule = client.get(f"/api/v1/rules/{decision['rule']['id']}?language=en").get_json()

    for key in ("requires", "attach", "answer_within", "alongside", "also", "if_wrong", "open"):
        assert rule[key] == decision[key]
    for key in ("layer", "file", "line", "because"):
        assert rule[key] == decision["rule"][key]


@pytest.mark.parametrize("area", ["generic", "hudiksvall", "stockholm"])
def test_an_area_has_rules_of_its_own_layers_alone(client, edition, area):
    chain = {layer.id for layer in edition.ruleset.base.chain(area)}

    assert {one["layer"] for one in rules(client, f"area={area}")} == chain


def test_without_an_area_there_is_every_rule_that_is_in_force(client, edition):
    written = {rule.id for layer in edition.ruleset.base.layers.values() for rule in layer.rules
               if rule.valid.holds(clock.today())}

    assert {one["id"] for one in rules(client, "")} == written


@pytest.mark.parametrize("area", [None, "nation"])
def test_a_rule_is_listed_from_its_first_day_to_its_last(tmp_path, area):
    ruleset = ruleset_of(make_nation(tmp_path, rules={
        "A": "to: clinic, valid: {to: 2026-12-31}", "B": "to: school, valid: {from: 2027-01-01}"}))

    found = [set(rules_in(ruleset, area, day)) for day in (date(2026, 12, 31), date(2027, 1, 1))]
    assert found == [{"S", "A"}, {"S", "B"}]


def test_a_rule_is_listed_under_each_of_its_needs(client):
    for rule in rules(client, "area=ange&receiver=bup"):
        assert rule["receiver"]["id"] == "bup"
        assert rule["needs"]
        for need in rule["needs"][:2]:
            assert rule["id"] in {one["id"] for one in rules(client, f"area=ange&need={need}")}


@pytest.mark.parametrize("day", ["2026-13-01", "20261121", "today", "", "0000-01-01"])
def test_what_is_no_day_is_refused(client, day):
    answer = client.get("/api/v1/rules", query_string={"on": day})

    assert [one["field"] for one in answer.get_json(force=True)["errors"]] == ["on"]


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_every_day_has_rules(client, day):
    assert rules(client, f"on={day}&area=ange")
