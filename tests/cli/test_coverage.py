"""`envagin rules coverage`: the cells in JSON and text, the heat map in a file, exit status."""

import json

import pytest

from tests.build import make_base, make_nation, prove
from tests.cli.commands import envagin

ROW = {"area", "need", "stage", "level", "ages", "receiver", "holder", "open", "disputed", "cells", "rules"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return make_base(tmp_path_factory.mktemp("base"))


def coverage(*words, **more):
    return envagin("rules", "coverage", *words, **more)


def test_coverage_answers_in_json_alone_with_the_cells_of_the_proof(folder):
    ran = coverage(folder, "--format", "json", "--on", "2026-11-21")

    answer = json.loads(ran.out)
    assert (ran.status, ran.err, answer["day"]) == (0, "", "2026-11-21")
    assert answer["cells"] == sum(area["cells"] for area in answer["areas"]) == prove(folder).cells
    assert {key for row in answer["rows"] for key in row} == ROW


def test_a_row_says_which_cells_a_unit_receives_by_which_rules(folder):
    rows = json.loads(coverage(folder).out)["rows"]

    assert {"area": "west", "need": "worry", "stage": "rules", "level": "first", "ages": "6-17",
            "receiver": "first_line", "holder": "first_line", "open": False, "disputed": False, "cells": 24,
            "rules": ["R1"]} in rows


def test_an_area_says_what_it_inherits_instead_of_repeating_it(folder):
    answer = json.loads(coverage(folder).out)

    (almby,) = [area for area in answer["areas"] if area["area"] == "almby"]
    assert almby["inherits"] == {"attention": "west", "speech": "nation"}
    assert {row["need"] for row in answer["rows"] if row["area"] == "almby"} == {"worry"}


def test_open_cells_are_named(tmp_path):
    folder = make_nation(tmp_path, rules={"R1": "to: bvc"}, open={"O1": "rule: R1, when: {age: 3}, calls: bvc"},
                         units={"sip": "process: yes"})

    (base, more) = json.loads(coverage(folder).out)["open"]

    assert (base["holder"], base["ages"], base["rules"], more["level"]) == ("bvc", "3", ["O1"], "more")


def test_one_area_comes_with_those_above_it(folder):
    areas = json.loads(coverage(folder, "--area", "west").out)["areas"]

    assert [area["area"] for area in areas] == ["nation", "west"]


def test_the_text_has_a_line_for_each_way_that_cells_go(folder):
    lines = coverage(folder, "--format", "text").out.splitlines()

    assert "  worry base 18-20 safety: adult_now 12 [S2]" in lines
    assert "  worry base 16-17: youth 4 [M1]" in lines
    assert lines[-1] == "Open: 0."


def test_the_heat_map_is_written_to_a_file_in_the_readers_language(folder, tmp_path):
    file = tmp_path / "map.html"

    ran = coverage(folder, "--html", file, "--area", "almby", language="sv")

    page = file.read_text("utf-8")
    assert ran.status == 0 and '<html lang="sv">' in page
    assert page.count("<table") == 1 and "almby" in page and "west" not in page


@pytest.mark.parametrize("words", [("--area", "nosuch"), ("--html", "/nowhere/map.html"), ("--format", "sarif"),
                                   ("--on", "soon")])
def test_a_refused_value_ends_with_1_and_a_line_on_standard_error(folder, words):
    ran = coverage(folder, *words)

    assert (ran.status, ran.out) == (1, "")
    assert words[1] in ran.err and "Traceback" not in ran.err


def test_a_gap_ends_with_1(tmp_path):
    ran = coverage(make_nation(tmp_path, rules={"R1": "when: {age: 0-9}, to: bvc"}))

    assert ran.status == 1
    assert [row["ages"] for row in json.loads(ran.out)["rows"] if row["receiver"] is None] == ["10-20", "10-20"]


def test_a_folder_with_faults_is_refused(tmp_path):
    (tmp_path / "a.yaml").write_text("format: one-way-in/1\nlayer: nation\nid: [", "utf-8")

    ran = coverage(tmp_path)

    assert (ran.status, ran.out) == (1, "") and "a.yaml:" in ran.err
