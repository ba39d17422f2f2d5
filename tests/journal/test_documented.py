"""The documented cases are read whole or not at all, and every fault of their file is named with its line."""

from directory.catalogue import load_seed
from directory.config import settings
from directory.journal import flows, read_documented

CASE = "- {id: A1, way: [school, bup, school], what: {sv: Det gick runt.}, should: {sv: Ring.}, basis: law}\n"


def write(folder, text, form="one-way-in-bounces/1"):
    (folder / "bounces.yaml").write_text(f"format: {form}\nbounces:\n{text}", "utf-8")
    return read_documented(folder)


def test_a_case_is_read_with_the_way_that_its_question_went(tmp_path):
    cases, faults = write(tmp_path, CASE)

    assert not faults
    assert [(one.one, one.other, one.least) for one in flows(cases)] == [("bup", "school", 1), ("school", "bup", 1)]


def test_without_a_file_there_are_no_cases(tmp_path):
    assert read_documented(tmp_path) == ((), [])


def test_every_fault_is_named_and_nothing_is_read(tmp_path):
    cases, faults = write(tmp_path, CASE + CASE.replace("law", "hearsay") + CASE.replace("basis", "because"))

    assert cases == () and [one.line for one in faults] == [4, 5]


def test_another_format_is_a_fault(tmp_path):
    cases, faults = write(tmp_path, CASE, form="one-way-in-seed/1")

    assert cases == () and [one.line for one in faults] == [1]


def test_our_own_cases_name_what_there_is(edition):
    cases, faults = read_documented(settings().seed)
    base, catalogue = edition.ruleset.base, load_seed(settings().seed)[0]

    assert not faults and len(cases) == 30
    assert {kind for one in cases for kind in one.way} <= set(catalogue.agencies)
    assert {one.need_group for one in cases} <= {"", *catalogue.groups}
    assert {source for one in cases for source in one.sources} <= set(base.sources)
    assert {one for case in cases for one in case.vignettes} <= {one.id for one in base.vignettes}
