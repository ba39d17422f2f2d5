"""Days as files write them, whole or in part."""

import pytest

from directory.days import check_part_of_day, is_whole, parse_day


@pytest.mark.parametrize(("text", "whole"), [("2026-11-21", True), ("2026-11", False), ("2026", False)])
def test_a_day_may_be_known_to_the_month_or_the_year(text, whole):
    check_part_of_day(text)

    assert is_whole(text) is whole


@pytest.mark.parametrize("text", [
    "", "26", "2026-", "2026-13", "2026-02-30", "2026-11-21-01", "20261121", None, [], 2026])
def test_what_is_no_part_of_a_day_is_refused(text):
    with pytest.raises(ValueError):
        check_part_of_day(text)


@pytest.mark.parametrize("text", ["2026", "2026-11", "20261121", "2026-02-30", None])
def test_a_whole_day_is_written_in_one_way(text):
    with pytest.raises(ValueError):
        parse_day(text)


@pytest.mark.parametrize("text", ["", None])
def test_a_day_that_nobody_noted_is_not_whole(text):
    assert not is_whole(text)
