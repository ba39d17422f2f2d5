"""Reports that a record is wrong: counted by record, code, day and edition, no more of them than a day has room for."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from sqlalchemy import select

from directory.journal import COUNTED, ENOUGH, NO_ROOM, Reported, note_report, reports_counted
from directory.journal.models import Report
from directory.journal.reports import MOST_A_DAY

FRIDAY, SATURDAY = date(2026, 11, 20), date(2026, 11, 21)
WRONG_NUMBER = Reported("unit", "north", "number", "e1")


@pytest.fixture
def note(database):
    """Notes a report in a transaction of its own: what became of it."""
    def noted(reported=WRONG_NUMBER, day=FRIDAY, **limits):
        with database.transaction() as session:
            return note_report(session, reported, day=day, **limits)
    return noted


def counted(database):
    with database.transaction() as session:
        return [(one.record, one.code, one.count, one.last) for one in reports_counted(session)]


def test_the_same_report_again_is_counted_and_takes_no_more_room(database, note):
    note()
    note()

    with database.transaction() as session:
        assert [(row.record, row.count) for row in session.scalars(select(Report))] == [("north", 2)]


def test_reports_of_several_days_and_editions_are_one_sum(database, note):
    note()
    note(Reported("unit", "north", "number", "e2"), SATURDAY)
    note(Reported("unit", "south", "closed", "e2"), FRIDAY)

    assert counted(database) == [("north", "number", 2, SATURDAY), ("south", "closed", 1, FRIDAY)]


def test_a_flood_of_one_report_counts_no_further_than_a_day_allows(database, note):
    answers = [note() for _ in range(MOST_A_DAY + 3)]

    assert answers == [COUNTED] * MOST_A_DAY + [ENOUGH] * 3
    assert counted(database) == [("north", "number", MOST_A_DAY, FRIDAY)]
    assert note(day=SATURDAY) == COUNTED


def test_a_day_has_room_for_so_many_reports_and_no_more(note):
    found = [note(Reported("unit", one, "closed", "e1"), most_rows=2) for one in ("a", "b", "c", "a")]

    assert found == [COUNTED, COUNTED, NO_ROOM, COUNTED]
    assert note(Reported("unit", "c", "closed", "e1"), SATURDAY, most_rows=2) == COUNTED


def test_reports_that_come_at_once_are_all_counted(database, note):
    with ThreadPoolExecutor(8) as threads:
        noted = list(threads.map(lambda _: note(), range(16)))

    assert noted == [COUNTED] * 16
    assert counted(database) == [("north", "number", 16, FRIDAY)]


def test_without_a_report_nothing_is_counted(database):
    assert counted(database) == []
