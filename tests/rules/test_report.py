"""Verdicts as text, JSON and SARIF."""

import json

import pytest

from directory.rules import as_json, as_sarif, as_text
from tests.build import make_base, make_nation, prove

FINDING = {"check", "level", "file", "line", "ids", "area", "message", "hint", "witness", "suggestion"}


@pytest.fixture
def broken(tmp_path):
    return prove(make_base(tmp_path, without=["A1", "S2"]))


def test_the_text_names_place_check_case_and_mend_worst_first(broken):
    lines = as_text(broken).splitlines()

    first = next(line for line in lines if "error" in line)
    assert lines.index(first) == 0 and "nation.yaml:" in first and ": T (nation): " in first
    assert lines[1].startswith("    For example: area: nation, need: ")
    assert "{id: …" in lines[2]
    assert lines[-1] == "2 errors, 15 warnings, 0 notes."


def test_the_text_of_a_proved_base_says_what_was_proved_and_what_was_not(tmp_path):
    text = as_text(prove(make_base(tmp_path)))

    assert "Proved: " in text and "Not proved: Fitness" in text and "chains of units, the longest of 3" in text


def test_checks_on_chains_are_not_said_to_be_proved_where_the_tables_are_not_exact(broken):
    assert broken.proved.keys() & {"T", "NB1", "NB2", "NB3", "Progress", "second-method"} == set()
    assert "NB4" in broken.proved


def test_the_json_has_the_keys_of_the_contract(broken):
    answer = json.loads(json.dumps(as_json(broken)))

    assert answer.keys() == {"ok", "hash", "areas", "rules", "cells", "proved", "findings"}
    assert answer["areas"] == ["nation", "west", "almby"] and answer["ok"] is False
    assert all(one.keys() == FINDING for one in answer["findings"])
    assert all(one.keys() == {"cells", "chains", "longest"} for one in answer["proved"].values())
    assert all(isinstance(one["message"], str) and isinstance(one["ids"], list) for one in answer["findings"])


def test_the_sarif_has_one_result_a_finding_that_points_at_its_rule_and_line(broken):
    log = json.loads(json.dumps(as_sarif(broken)))
    (run,) = log["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]

    assert (log["version"], run["tool"]["driver"]["name"]) == ("2.1.0", "envagin")
    assert len(run["results"]) == len(broken.findings)
    for result in run["results"]:
        place = result["locations"][0]["physicalLocation"]
        assert rules[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note") and result["message"]["text"]
        assert place["artifactLocation"]["uri"] and place["region"]["startLine"] >= 1


def test_more_than_ten_notes_are_counted_and_not_listed(tmp_path):
    papers = {"layer": "sources", "sources": {f"paper{number}": "" for number in range(14)}}

    text = as_text(prove(make_nation(tmp_path, rules={"A": "to: x"}, papers=papers)))

    assert text.count(": note: ") == 10 and "4 more notes" in text


def test_the_same_files_have_the_same_hash_and_others_another(tmp_path):
    one, same, other = (
        prove(make_base(tmp_path / name, without=without)).hash
        for name, without in (("a", []), ("b", []), ("c", ["V4"]))
    )

    assert one == same != other
