"""The sheet of a joint meeting on a question that was kept: it is told as the question stands by now."""

from datetime import timedelta

import pytest

from directory import clock
from directory.journal import ACCEPT, CALL_MEETING, HAND_OVER
from directory.web.desk.meeting import kept_meeting_page
from tests.doors import Page
from tests.receipts import Caller, confirmation_in, keep, opened, serve_receipts


@pytest.fixture(scope="module")
def service(edition, tmp_path_factory):
    with pytest.MonkeyPatch.context() as environment:
        yield serve_receipts(edition, tmp_path_factory.mktemp("meeting"), environment)


@pytest.fixture
def where(service):
    return f"/en{keep(service)}"


@pytest.fixture
def handed(service, where):
    """The code with which the health centre confirms what child psychiatry, to whom a school turned, hands over."""
    return confirmation_in(Page(Caller(service, "bup").step(where, HAND_OVER, to="vardcentral")))


def sheet_of(service, where):
    return Page(service.client().get(f"{where}/mote")).text


def test_the_unit_that_was_asked_calls_as_on_the_sheet_of_the_check(service, where):
    text = sheet_of(service, where)

    assert "(BUP) calls." in text and "Pupil health service – " in text
    assert f"by {(clock.today() + timedelta(21)).isoformat()} at the latest" in text


def test_who_hands_a_question_over_calls_until_that_is_confirmed_and_who_is_to_take_it_comes(service, where, handed):
    text = sheet_of(service, where)

    assert handed and "(BUP) calls." in text and "Health centre – has been asked" in text
    assert "Pupil health service – " in text


def test_who_has_taken_it_on_calls_and_nobody_who_has_had_it_is_left_out(service, where, handed):
    clinic = Caller(service, "clinic")
    clinic.step(where, ACCEPT, confirm=handed)
    clinic.step(where, CALL_MEETING)

    text = sheet_of(service, where)
    assert "Health centre calls." in text and "Health centre – calls the meeting" in text
    assert "(BUP) – " in text and "Pupil health service – " in text and "(BUP) calls" not in text


def test_a_sheet_that_is_printed_later_keeps_the_last_day_of_the_meeting_that_was_called(service, edition, where):
    Caller(service, "bup").step(where, CALL_MEETING)
    called = clock.today()

    page = kept_meeting_page(edition, opened(service, where), "en", day=called + timedelta(10))
    assert page.meet_by == (called + timedelta(21)).isoformat()


def test_the_sheet_stands_on_the_page_of_a_receipt_and_a_code_that_is_not_kept_has_none(service, where):
    assert f'href="{where}/mote"' in Page(service.client().get(where)).html
    assert service.client().get("/en/remiss/ABCD-EFGH-JKLM/mote").status_code in (404, 422)
