"""docs/sources.md tells the truth: every row has an answer, what it names is there, and the page is today's."""

import re
from dataclasses import replace

import pytest

from tests.house.project_files import ROOT
from tools.sources_page import PAGE, Row, Table, faults, page, project, read_tables

# How many rows, bullets and entries the documents have, as they were counted when the tables were written.
ROWS = {"2": 37, "3.1": 8, "3.2": 17, "3.3": 13, "3.4": 8, "3.5": 5, "3.6": 5, "3.7": 3, "3.8": 9, "4": 14, "5": 17,
        "6": 21, "7": 8, "8": 5, "9": 9, "10": 6, "11": 3, "12": 20, "A": 17, "B": 13, "C": 9, "D": 3}


@pytest.fixture(scope="module")
def tables():
    return read_tables()


@pytest.fixture(scope="module")
def rules():
    """The rule base, and what may carry a row."""
    return project()


def rows_of(tables):
    return [row for table in tables for row in table.rows]


def with_row(row):
    return [Table("One", (row,))]


def test_every_row_of_every_section_stands_there_once_and_in_order(tables):
    expected = [f"m{section}-{number:02d}" if section[0].isdigit() else f"{section}{number}"
                for section, count in ROWS.items() for number in range(1, count + 1)]

    assert [row.id for row in rows_of(tables)] == expected


def test_every_row_is_carried_by_what_is_there_or_says_why_not(tables, rules):
    assert faults(tables, rules[1]) == []


def test_every_bounce_is_a_case_or_says_what_no_rule_can_do(tables):
    bounces = [row for row in rows_of(tables) if row.id[0] in "AB"]

    assert [row.id for row in bounces if not (row.mendable or row.not_used or row.note)] == []


def test_the_page_is_the_one_that_make_docs_writes(tables, rules):
    assert PAGE.read_text("utf-8") == page(tables, *rules), "run `make docs`"


def test_every_link_of_the_page_leads_to_a_file():
    targets = set(re.findall(r"\]\(([^)]*)\)", PAGE.read_text("utf-8")))

    assert [one for one in targets if not (PAGE.parent / one).exists()] == []


def test_a_row_says_in_one_line_what_a_table_cell_can_hold(tables):
    texts = [text for row in rows_of(tables) for text in (row.says, row.not_used or "", row.note or "")]

    assert [text for text in texts if "|" in text or "\n" in text] == []


GOOD = Row("m2-99", "A row.", sources=("STH-NIVA",), carried_by=("mood-specialist",))


@pytest.mark.parametrize(("changed", "fault"), [
    ({"carried_by": ()}, "either what carries it or why"),
    ({"not_used": "it is nobody's."}, "either what carries it or why"),
    ({"carried_by": ("mood-specialist", "mood-gone")}, "there is no mood-gone"),
    ({"carried_by": ("mood-specialist", "mood-gone-*")}, "there is no mood-gone-*"),
    ({"mendable": "case-gone"}, "there is no case-gone"),
    ({"sources": ("JH-OBES",)}, "nothing that carries it names JH-OBES"),
    ({"carried_by": ("checks/NB2",)}, "nothing that carries it names STH-NIVA"),
])
def test_a_row_that_is_wrong_is_found(rules, changed, fault):
    assert faults(with_row(GOOD), rules[1]) == []

    found = faults(with_row(replace(GOOD, **changed)), rules[1])

    assert [fault in one for one in found] == [True]


def test_a_row_that_stands_twice_is_found(rules):
    assert faults(with_row(GOOD) * 2, rules[1]) == ["m2-99: stands twice"]


def test_the_page_links_each_file_once_for_all_that_it_carries(rules):
    row = replace(GOOD, carried_by=("mood-specialist", "mood-first-line", "reach/uppsala/safety-*"))

    text = page(with_row(row), *rules)

    assert "[generic/mood.yaml](../routing_rules/generic/mood.yaml): `mood-specialist`, `mood-first-line`<br>" in text
    assert "[uppsala/mind.yaml](../routing_rules/uppsala/mind.yaml): `reach/uppsala/safety-*` |" in text
    assert str(ROOT) not in text
