"""Sums of pages shown: five at a time, by quarter and language, and nothing else."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.journal import count_shown, in_fives, pages_shown

PAGES = st.tuples(st.sampled_from(["start", "answer"]), st.sampled_from(["sv", "ar"]))


@given(st.dictionaries(PAGES, st.integers(1, 1_000)))
def test_fives_are_counted_and_the_rest_waits_and_nothing_is_lost(shown):
    counted, waiting = in_fives(shown)

    assert all(count % 5 == 0 and count for count in counted.values())
    assert all(0 < count < 5 for count in waiting.values())
    assert {one: counted.get(one, 0) + waiting.get(one, 0) for one in {*counted, *waiting}} == shown


def test_sums_grow_within_their_quarter_and_are_told_newest_first(database):
    with database.transaction() as session:
        count_shown(session, {("start", "sv"): 5, ("answer", "ar"): 10}, day=date(2026, 9, 30))
        count_shown(session, {("start", "sv"): 5}, day=date(2026, 9, 1))
        count_shown(session, {("start", "sv"): 15}, day=date(2026, 10, 1))
        told = [(one.quarter, one.page, one.language, one.count) for one in pages_shown(session)]

    assert told == [("2026-Q4", "start", "sv", 15), ("2026-Q3", "answer", "ar", 10), ("2026-Q3", "start", "sv", 10)]


def test_a_sum_that_would_tell_of_one_visit_is_not_stored(database):
    with database.transaction() as session, pytest.raises(AssertionError):
        count_shown(session, {("start", "sv"): 6}, day=date(2026, 9, 30))
