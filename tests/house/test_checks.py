"""A check's docstring is its manual: its good example passes, its bad one does not, and no finding lacks a manual."""

import ast
import importlib

import pytest

from directory.findings import ERROR
from directory.rules import load
from directory.rules.checks import second_method
from directory.rules.compile import compile_base
from directory.rules.verify import views_of
from tests.house.project_files import modules
from tools.manuals import DAY, examples_of, verdict_on

SOURCES = [one for one in modules() if one.name.startswith("directory.rules") or one.name == "directory.yaml_lines"]
MANUALS = {one.name: ast.get_docstring(one.tree) or "" for one in SOURCES if ".checks." in one.name}
CHECKS = {importlib.import_module(name).NAME: name for name in MANUALS}
NO_BAD_FILES = {second_method.NAME}  # it finds faults of the program alone


def checks_named_in(one):
    """The checks of the findings that a module makes; a name that is handed in is given by whoever hands it in."""
    names = vars(importlib.import_module(one.name))
    for call in (node for node in ast.walk(one.tree) if isinstance(node, ast.Call) and node.args):
        called = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
        for word in ast.walk(call.args[0]) if called in ("Finding", "finding") else ():
            if isinstance(word, ast.Constant):
                yield word.value
            elif isinstance(word, ast.Attribute) and word.attr == "NAME":
                yield names[word.value.id].NAME
            elif isinstance(word, ast.Name) and word.id in ("NAME", "CHECK"):
                yield names[word.id]


@pytest.mark.parametrize("check", CHECKS)
def test_a_manual_says_what_is_proved_and_how_to_mend_it(check):
    manual = MANUALS[CHECKS[check]]

    assert manual.startswith(f"{check}: ")
    assert "\nTo mend: " in manual
    assert examples_of(manual).keys() == ({"Good"} if check in NO_BAD_FILES else {"Good", "Bad"})


@pytest.mark.parametrize("check", CHECKS)
def test_a_good_example_passes(check, tmp_path):
    findings = verdict_on(examples_of(MANUALS[CHECKS[check]])["Good"], tmp_path).findings

    assert [str(one.message) for one in findings if one.check == check or one.level == ERROR] == []


@pytest.mark.parametrize("check", [check for check in CHECKS if check not in NO_BAD_FILES])
def test_a_bad_example_is_found_at_its_line(check, tmp_path):
    files = examples_of(MANUALS[CHECKS[check]])["Bad"]

    found = [one for one in verdict_on(files, tmp_path).findings if one.check == check]

    assert found
    assert all(1 <= one.line <= (tmp_path / one.file).read_text("utf-8").count("\n") for one in found)


def test_two_methods_that_count_differently_are_found(tmp_path):
    verdict_on(examples_of(MANUALS[CHECKS[second_method.NAME]])["Good"], tmp_path)
    base = load(tmp_path).base
    areas = compile_base(base)
    (table,) = [span.tables["rules"] for _, span in areas["land"].every_span()]
    object.__setattr__(table, "rows", ())

    found = list(second_method.compare(views_of(base, areas, knowledge=None, day=DAY)))

    assert [one.check for one in found] == [second_method.NAME]


def test_every_finding_has_a_manual_and_every_manual_a_finding():
    named = {check for one in SOURCES for check in checks_named_in(one)}

    assert named == set(CHECKS)


def test_every_check_is_in_the_proof():
    verify_module = next(one for one in SOURCES if one.name == "directory.rules.verify")
    used = {node.id for node in ast.walk(verify_module.tree) if isinstance(node, ast.Name)}

    assert {name.rpartition(".")[2] for name in MANUALS} - used == set()
