"""A desk's own list: it says who must act, the desk itself or whom it waits for, and who of them is late."""

from datetime import timedelta

import pytest

from directory import clock, journal
from directory.access import DeskAccount
from directory.web.desk.list import areas_of, list_page
from tests.desks import DESKS
from tests.receipts import Caller, keep, opened


@pytest.fixture
def where(service):
    """Of a question that the school has put to BUP, which answers within 30 days."""
    return keep(service, **{"tried.school_measures": "yes"})


def list_of(service, edition, handle, where, *, later):
    """The page of a desk's list some days later, with one receipt alone."""
    desk, today = DeskAccount(handle, *DESKS[handle]), clock.today()
    with service.database.transaction() as session:
        every = journal.receipts_at(session, kinds=[desk.kind], areas=areas_of(edition, desk), day=today)
    ours = [one for one in every if one.code == where.rpartition("/")[2]]
    return list_page(edition, desk, ours, "en", day=today + timedelta(later))


def test_whoever_waits_for_another_is_told_for_whom_and_is_not_late_itself(service, edition, where):
    waits, asked = (list_of(service, edition, handle, where, later=31) for handle in ("school", "bup"))

    assert "BUP" in waits.lines[0].waits_for.text and (waits.lines[0].due.left, waits.overdue) == (-1, 0)
    assert (asked.lines[0].waits_for, asked.lines[0].asked, asked.overdue) == (None, True, 1)


def test_whoever_holds_a_question_that_nobody_else_was_asked_is_late_itself(service, edition, where):
    Caller(service, "bup").step(where, "call_meeting")

    page = list_of(service, edition, "bup", where, later=22)

    assert (page.lines[0].waits_for, page.lines[0].meeting, page.overdue) == (None, True, 1)


def test_whoever_asked_for_something_reads_how_much_is_to_come_since_when_and_from_whom(service, edition, where):
    bup, today = Caller(service, "bup"), clock.today().isoformat()
    bup.step(where, "ask_once", item=["four-views", "consent"])

    awaited = list_of(service, edition, "bup", where, later=3).lines[0].awaited

    assert (awaited.count, awaited.since, [one.text for one in awaited.suppliers]) == (
        2, today, ["Pupil health service"])
    words = f"You hold the question Asked for on {today}: 2 things are still to come from Pupil health service"
    assert words in bup.page("/en/remiss/lista").text
    assert f"asked for on {today}:" in Caller(service, "school").page("/en/remiss/lista").text
    bup.step(where, "received", came="consent")
    assert list_of(service, edition, "bup", where, later=3).lines[0].awaited.count == 1


def test_the_page_names_who_is_to_answer_by_the_day(service, where):
    due = opened(service, where).due.isoformat()

    text = Caller(service, "school").page("/en/remiss/lista").text

    assert "You hold the question and wait for an answer from Child and adolescent psychiatry (BUP)" in text
    assert f"(BUP): {due}" in text
