"""`envagin rules diff`: a report, so it ends with 0 whatever moves; what names no rules is refused by its value."""

import json

import pytest

from tests.build import make_base
from tests.cli.commands import envagin

REROUTED = {"A8": "when: {need: [attention, worry], level: special, age: 0-17}, to: clinic"}


@pytest.fixture(scope="module")
def folders(tmp_path_factory):
    folder = tmp_path_factory.mktemp("bases")
    return make_base(folder / "old"), make_base(folder / "new", instead=REROUTED)


def test_the_diff_is_the_contracts_json(folders):
    ran = envagin("rules", "diff", *folders, "--format", "json")

    answer = json.loads(ran.out)
    assert (ran.status, ran.err) == (0, "")
    assert answer["by_area"] == {"nation": 144, "west": 144, "almby": 144}
    assert answer["changed_cells"] == sum(one["cells"] for one in answer["changes"]) == 432
    assert {"area", "when", "cells", "old", "new", "rules"} <= answer["changes"][0].keys()


def test_text_says_from_whom_to_whom_in_the_readers_language(folders):
    ran = envagin("rules", "diff", *folders, language="sv")

    assert ran.status == 0
    assert "bup → clinic" in ran.out and "rule before" not in ran.out


def test_a_day_is_asked_on_and_another_form_of_it_refused(folders):
    assert json.loads(envagin("rules", "diff", *folders, "--format", "json", "--on", "2027-01-01").out)["on"] == (
        "2027-01-01")
    assert envagin("rules", "diff", *folders, "--on", "soon").status == 1


@pytest.mark.parametrize("name", ["nowhere", "3f2a9c0011223344", "setup.cfg"])
def test_what_is_no_folder_is_refused_with_its_name(folders, name):
    ran = envagin("rules", "diff", folders[0], name)

    assert (ran.status, ran.out) == (1, "")
    assert name in ran.err and "Traceback" not in ran.err


def test_a_folder_with_faults_is_refused_with_their_lines(folders, tmp_path):
    spoilt = make_base(tmp_path / "spoilt", instead={"A8": "when: {need: atention}, to: bup"})

    ran = envagin("rules", "diff", folders[0], spoilt)

    assert (ran.status, ran.out) == (1, "")
    assert f"{spoilt}/nation.yaml:26: words" in ran.err


def test_a_folder_that_is_missing_from_the_command_ends_with_2(folders):
    assert envagin("rules", "diff", folders[0]).status == 2
