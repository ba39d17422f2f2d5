"""Sessions: of one desk, for some hours, signed; and the tokens of forms that are shown in them."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.access import LASTS, Sessions, handle_in

MONDAY = datetime(2026, 11, 23, 8, 0, tzinfo=ZoneInfo("Europe/Stockholm"))
SESSIONS = Sessions("a secret of the installation")
SESSION = SESSIONS.begin("clinic-north", "hash", now=MONDAY)


def test_a_session_says_its_handle_and_is_valid_for_eight_hours():
    lasts = [SESSIONS.is_valid(SESSION, "hash", now=MONDAY + after)
             for after in (timedelta(0), LASTS - timedelta(seconds=1), LASTS, timedelta(days=9))]

    assert (handle_in(SESSION), LASTS) == ("clinic-north", timedelta(hours=8))
    assert lasts == [True, True, False, False]


def test_a_session_is_not_valid_with_another_key_or_another_secret():
    assert not SESSIONS.is_valid(SESSION, "another", now=MONDAY)
    assert not Sessions("another").is_valid(SESSION, "hash", now=MONDAY)


@pytest.mark.parametrize("place", range(0, len(SESSION) - 1, 3))
def test_a_session_with_any_sign_changed_is_not_valid(place):
    changed = SESSION[:place] + ("x" if SESSION[place] != "x" else "y") + SESSION[place + 1:]

    assert not SESSIONS.is_valid(changed, "hash", now=MONDAY)


def test_a_session_of_one_desk_cannot_be_turned_into_that_of_another():
    _handle, _colon, rest = SESSION.partition(":")

    assert not SESSIONS.is_valid(f"clinic-south:{rest}", "hash", now=MONDAY)


@pytest.mark.parametrize("text", ["", ":", "a:1.x", "clinic", "clinic:.x", "å:1.x", "clinic:1", "x" * 9_000,
                                  "clinic:1.x\n", "Clinic:1.x", "clinic\x00:1.x"])
def test_what_cannot_be_a_session_says_no_handle(text):
    assert handle_in(text) is None


def test_the_token_of_a_form_belongs_to_its_session():
    other = SESSIONS.begin("clinic-north", "hash", now=MONDAY + timedelta(minutes=1))
    token = SESSIONS.form_token(SESSION)

    assert SESSIONS.is_form_token(token, SESSION)
    assert not SESSIONS.is_form_token(token, other)
    assert not SESSIONS.is_form_token("", SESSION)
    assert not SESSIONS.is_form_token(SESSION, SESSION)


@given(st.text(), st.text())
def test_no_text_breaks_anything(session, token):
    assert not SESSIONS.is_valid(session, "hash", now=MONDAY)
    assert not SESSIONS.is_form_token(token, SESSION)
    handle_in(session)
