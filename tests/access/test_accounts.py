"""Desks: added, closed and given another key; their keys are told once and kept as a hash."""

from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from directory.access import (
    DeskAccount, HandleRefused, HandleTaken, NoSuchDesk, add_desk, close_desk, desk_of_handle, desk_of_key, desks,
    may_act, renew_key)

SUNDAY = date(2026, 11, 22)
WITHIN = {"town": ["town", "region", "land"], "village": ["village", "region", "land"]}


@pytest.fixture
def session(database):
    with database.transaction() as opened:
        yield opened


def added(session, handle="clinic-north", *, kind="clinic", area="region"):
    return add_desk(session, handle, kind=kind, area=area, day=SUNDAY)


def may(desk, area, kind):
    return may_act(desk, area, kind, areas_above=lambda one: WITHIN.get(one, []), same_desk=str.__eq__)


def test_a_desk_is_known_by_its_key(session):
    key = added(session)

    assert desk_of_key(session, key) == DeskAccount("clinic-north", "clinic", "region")


def test_nothing_that_is_stored_tells_the_key(session):
    key = added(session)

    session.flush()
    row = session.execute(text("SELECT * FROM desks")).one()
    assert not [value for value in row if key[5:] in str(value) or str(value) in key[5:]]


def test_another_key_is_nobodys(session):
    key = added(session)

    others = ["", "desk-", "x", "desk-" + "a" * 32, key.upper(), key + " ", key[:-1], "\x00", "desk-' OR 1=1 --"]
    assert [desk_of_key(session, other) for other in others] == [None] * len(others)


def test_a_closed_desk_is_known_neither_by_its_key_nor_by_its_handle(session):
    key = added(session)

    close_desk(session, "clinic-north", SUNDAY)

    assert desk_of_key(session, key) is None
    assert desk_of_handle(session, "clinic-north") is None


def test_with_another_key_the_one_before_is_nobodys(session):
    before = added(session)

    after = renew_key(session, "clinic-north")

    assert desk_of_key(session, before) is None
    assert desk_of_key(session, after).handle == "clinic-north"


def test_an_open_desk_is_not_added_again(session):
    key = added(session)

    with pytest.raises(HandleTaken):
        added(session)
    assert desk_of_key(session, key)


def test_a_closed_desk_can_be_opened_anew_with_another_key(session):
    before = added(session)
    close_desk(session, "clinic-north", SUNDAY)

    after = added(session, kind="ward")

    assert desk_of_key(session, before) is None
    assert desk_of_key(session, after).kind == "ward"


@pytest.mark.parametrize("change", [renew_key, lambda session, handle: close_desk(session, handle, SUNDAY)])
def test_what_is_no_open_desk_cannot_be_changed(session, change):
    added(session, "closed")
    close_desk(session, "closed", SUNDAY)

    for handle in ("nobody", "closed", ""):
        with pytest.raises(NoSuchDesk):
            change(session, handle)


@pytest.mark.parametrize("handle", ["", "a", "a" * 41, "Anna", "anna svensson", "å-desk", "a/b", "a\n",
                                    "20121212-1212", "desk-121212-1212", "121212_1212"])
def test_a_handle_that_is_none_or_looks_like_a_persons_number_is_refused(handle):
    with pytest.raises(HandleRefused):
        added(None, handle)


def test_every_desk_is_listed_by_its_handle_closed_ones_too(session):
    added(session, "b-desk")
    added(session, "a-desk", kind="", area="")
    close_desk(session, "b-desk", SUNDAY)

    assert [(one.account.handle, one.closed) for one in desks(session)] == [("a-desk", None), ("b-desk", SUNDAY)]


def test_a_desk_acts_for_its_kind_where_it_is_and_in_what_lies_within():
    regional, local = DeskAccount("r", "clinic", "region"), DeskAccount("t", "clinic", "town")

    assert [may(regional, area, "clinic") for area in ("town", "village", "elsewhere")] == [True, True, False]
    assert [may(local, area, "clinic") for area in ("town", "village", "region")] == [True, False, False]


def test_a_desk_acts_for_no_other_kind_and_none_acts_for_nobody():
    kinds = ["clinic", "school", ""]

    allowed = [(own, kind) for own, kind in product(kinds, kinds) if may(DeskAccount("x", own, "town"), "town", kind)]

    assert allowed == [("clinic", "clinic"), ("school", "school")]


def test_a_desk_acts_for_a_kind_that_is_the_same_desk():
    desk = DeskAccount("x", "clinic", "town")

    assert may_act(desk, "town", "ward", areas_above=WITHIN.get, same_desk=lambda one, other: {one, other} <= {
        "clinic", "ward"})


@given(st.text())
def test_no_text_is_a_key_that_breaks_anything(key):
    assert desk_of_key(None, key) is None  # nothing is asked of a database for what is no key
