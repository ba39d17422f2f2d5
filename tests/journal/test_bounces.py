"""Returned referrals are counted in sums by area and quarter; of who told what nothing is kept."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from sqlalchemy import select

from directory.journal import (
    TooManyReported, count_bounce, count_held, count_meeting, count_refusal, quarter_of)
from directory.journal.bounces import DESK_DAY, MOST_A_DAY
from directory.journal.models import Count
from tests.journal.returned import AUTUMN, NEXT, make_bounce


def counted(database, *measures):
    """Area, what it is and how often, of some measures."""
    with database.transaction() as session:
        rows = session.scalars(select(Count).order_by(Count.area, Count.one, Count.other))
        return [(row.area, row.one, row.other, row.count) for row in rows if row.measure in measures]


def count(database, day=AUTUMN, by="", **said):
    with database.transaction() as session:
        count_bounce(session, make_bounce(**said), day=day, by=by)


@pytest.mark.parametrize(("day", "quarter"), [
    (date(2026, 1, 1), "2026-Q1"), (date(2026, 3, 31), "2026-Q1"), (date(2026, 4, 1), "2026-Q2"),
    (date(2026, 12, 31), "2026-Q4")])
def test_a_day_belongs_to_its_quarter(day, quarter):
    assert quarter_of(day) == quarter


def test_reports_of_the_same_are_one_row_of_each_sum(database):
    count(database)
    count(database)

    assert counted(database, "cell") == [("almby", "mind", "wrong_level", 2)]
    assert counted(database, "pair") == [("almby", "school", "bup", 2)]
    assert counted(database, "rule", "border") == []


def test_a_rule_and_an_age_border_are_counted_where_they_are_told(database):
    count(database, rule="R1", reason="age_border", edge="18")

    assert counted(database, "rule", "border") == [("almby", "18", "mind", 1), ("almby", "R1", "mind", 1)]


def test_reports_that_come_at_once_are_all_counted(database):
    with ThreadPoolExecutor(6) as threads:
        list(threads.map(lambda number: count(database, to=("bup", "clinic")[number % 2]), range(12)))

    assert counted(database, "all") == [("almby", "", "", 12)]


def test_days_until_somebody_held_a_question_fall_into_three_stretches(database):
    with database.transaction() as session:
        for days in (0, 7, 8, 21, 22, 90):
            count_held(session, "almby", days=days, day=AUTUMN)

    assert [(one, often) for _, one, _, often in counted(database, "held")] == [("0-7", 2), ("22-", 2), ("8-21", 2)]


def test_meetings_and_families_that_were_turned_away_are_counted(database):
    with database.transaction() as session:
        count_meeting(session, "almby", in_time=True, day=AUTUMN)
        count_meeting(session, "almby", in_time=False, day=AUTUMN)
        count_refusal(session, "almby", "mind", day=AUTUMN)

    assert counted(database, "meeting") == [("almby", "in_time", "", 1), ("almby", "late", "", 1)]
    assert counted(database, "refused") == [("almby", "mind", "", 1)]


def test_a_desk_reports_no_more_than_a_day_counts_and_others_go_on(database):
    for _ in range(MOST_A_DAY):
        count(database, by="school")

    with pytest.raises(TooManyReported):
        count(database, by="school")
    count(database, by="clinic")
    assert counted(database, "cell") == [("almby", "mind", "wrong_level", MOST_A_DAY + 1)]


def test_of_who_reported_nothing_is_kept_beyond_the_day(database):
    count(database, by="school")
    count(database, day=NEXT, by="clinic")

    assert counted(database, DESK_DAY) == [("", "clinic", "2026-11-22", 1)]


def test_documented_cases_are_kept_apart(database):
    with database.transaction() as session:
        count_bounce(session, make_bounce(), day=AUTUMN, demo=True)

        assert {row.demo for row in session.scalars(select(Count))} == {True}
