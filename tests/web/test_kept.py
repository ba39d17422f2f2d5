"""An answer that was kept, as pages show it in the reader's language."""

import pytest

from directory.routing import needs_of
from directory.web.kept import case_of, kept_answer


def make_answer(language="sv", **said):
    """A decision as it is kept in a language."""
    return {"receiver": {"id": "clinic", "name": f"Clinic ({language})"}, "holder": "clinic", "open": False,
            "gate": "rules", "acute": {"is": False, "text": ""}, "answer_within": None, "requires": [], "attach": [],
            "alongside": [], "if_wrong": None, "how": {"way": "self", "via": None, "who": [], "text": None},
            "rule": {"id": "A1", "file": "rules.yaml", "line": 3, "because": ""},
            "holds_for": {"needs": [], "conditions": [f"said in {language}"], "cells": []}, **said}


def make_cells(*boxes, needs=("sleep",)):
    when = [{"ages": "6-17", "values": one} for one in boxes]
    return {"needs": [], "conditions": [], "cells": [{"needs": list(needs), "when": when}]}


@pytest.mark.parametrize(("language", "name", "marked"), [
    ("sv", "Clinic (sv)", None), ("en", "Clinic (en)", None), ("fi", "Clinic (sv)", "sv")])
def test_an_answer_is_read_in_a_language_that_it_was_kept_in_and_marked_where_it_was_not(language, name, marked):
    kept = kept_answer({one: make_answer(one) for one in ("sv", "en")}, language)

    assert (kept.name.text, kept.name.language) == (name, marked)


def test_what_must_be_done_and_what_is_attached_are_named_by_their_ids():
    said = {"requires": [{"id": "mapping", "text": "Kartläggning"}], "attach": [{"id": "consent", "text": "Samtycke"}]}

    kept = kept_answer({"sv": make_answer(**said)}, "sv")

    assert [(one.id, one.text.text) for one in kept.items] == [("mapping", "Kartläggning"), ("consent", "Samtycke")]


@pytest.mark.parametrize(("said", "danger"), [
    ({}, False), ({"acute": {"is": True, "text": ""}}, True), ({"gate": "protection"}, True)])
def test_an_answer_in_danger_is_known_for_one(said, danger):
    assert kept_answer({"sv": make_answer(**said)}, "sv").danger is danger


def test_a_unit_that_only_helps_is_none_to_go_through():
    ways = {way: make_answer(how={"way": way, "via": "school", "who": [], "text": None}) for way in ("self", "remiss")}

    assert [kept_answer({"sv": one}, "sv").via for one in ways.values()] == [None, "school"]


def test_a_rule_that_stands_in_no_file_has_no_place():
    unsure = make_answer(rule={"id": "unsure", "file": None, "line": None, "because": "Ask here first."})

    assert kept_answer({"sv": unsure}, "sv").place == ""


def test_of_the_cases_of_a_rule_only_what_all_share_is_told_on():
    holds = make_cells({"level": ["special"], "tried.care": ["no"]}, {"level": ["special"], "tried.care": ["yes"]})

    assert case_of({"sv": make_answer(holds_for=holds)}) == (("level", "special"), ("need", "sleep"))


def test_a_rule_of_several_needs_tells_none_of_them_on():
    kept = {"sv": make_answer(holds_for=make_cells({}, needs=("sleep", "worry")))}

    assert needs_of(kept) == {"sleep", "worry"}
    assert case_of(kept) == ()
