"""What a step adds to the sums: days until somebody held a question, once, and whether a meeting was held in time."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from directory.journal import ACCEPT, CALL_MEETING, HAND_OVER, MEETING_HELD, Draft, Step, count_step
from directory.journal.document import first_document, next_document, receipt_of
from directory.journal.models import Count
from directory.journal.question import after
from directory.journal.took_on import kept_on

KEPT = date(2026, 11, 18)  # a Wednesday
DRAFT = Draft("land", "A1", "6-17", "clinic", "clinic", "edition", "school", "clinic", None, {"sv": {}})


def receipt_after(*steps, days=90):
    """A receipt that was kept on KEPT, after some steps: kind, unit, days later and to whom."""
    receipt = receipt_of(first_document(DRAFT, "code", day=KEPT, forget_on=KEPT + timedelta(days)), "", {})
    for kind, by, later, *to in steps:
        step = Step(kind, by, KEPT + timedelta(later), *to)
        standing = after(receipt.standing, step, str.__eq__)
        receipt = receipt_of(next_document(receipt, step, standing, hand_over_days=7), "", {})
    return receipt


def counted(database, receipt):
    """What the last step of a receipt adds: pairs of measure and what is counted."""
    with database.transaction() as session:
        count_step(session, receipt, days=90, same_desk=str.__eq__)
        return {(one.measure, one.one) for one in session.scalars(select(Count))}


@pytest.mark.parametrize(("later", "bucket"), [(0, "0-7"), (7, "0-7"), (8, "8-21"), (21, "8-21"), (22, "22-")])
def test_the_days_until_a_unit_takes_a_question_on_are_counted(database, later, bucket):
    assert counted(database, receipt_after((ACCEPT, "clinic", later))) == {("held", bucket)}


def test_a_question_that_moves_on_is_not_counted_as_taken_on_again(database):
    receipt = receipt_after((ACCEPT, "clinic", 1), (HAND_OVER, "clinic", 2, "ward"), (ACCEPT, "ward", 30))

    assert counted(database, receipt) == set()


def test_a_step_that_takes_nothing_on_adds_nothing(database):
    assert counted(database, receipt_after((HAND_OVER, "clinic", 2, "ward"))) == set()


@pytest.mark.parametrize(("later", "when"), [(21, "in_time"), (22, "late")])
def test_a_meeting_is_in_time_within_three_weeks_of_being_called(database, later, when):
    receipt = receipt_after((CALL_MEETING, "clinic", 5), (MEETING_HELD, "clinic", 5 + later, "clinic"))

    assert ("meeting", when) in counted(database, receipt)


def test_a_second_meeting_of_a_question_is_not_counted_nor_is_it_taken_on_anew(database):
    meeting = (CALL_MEETING, "clinic", 5), (MEETING_HELD, "clinic", 6, "clinic")

    assert counted(database, receipt_after(*meeting, *meeting)) == set()


@pytest.mark.parametrize(("setting", "day"), [(90, KEPT), (30, date(2026, 11, 16))])
def test_the_day_of_keeping_is_the_monday_of_its_week_where_the_setting_has_changed_since(setting, day):
    assert kept_on(receipt_after(), setting) == day
