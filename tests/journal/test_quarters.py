"""A quarter is published once: what is told of it never changes, and small numbers are hidden in it."""

import pytest

from directory.journal import (
    QuarterRefused, count_bounce, figures_of, publish_quarter, published_quarters, sums_published)
from tests.journal.returned import AUTUMN, NEXT, WITHIN, make_bounce


@pytest.fixture
def count(database):
    def counted(times, *, day=AUTUMN, demo=False, **said):
        with database.transaction() as session:
            for _ in range(times):
                count_bounce(session, make_bounce(**said), day=day, demo=demo)
    return counted


def publish(database, quarter="2026-Q3"):
    with database.transaction() as session:
        return publish_quarter(session, quarter, day=NEXT, within=WITHIN)


def told(database, area, above=None):
    with database.transaction() as session:
        return figures_of(sums_published(session, "2026-Q3"), area, above=above)


def test_what_is_published_changes_no_more(database, count):
    count(7)
    first = publish(database)
    count(9)

    assert publish(database) == first
    assert told(database, "land").total == 7


@pytest.mark.parametrize(("quarter", "why"), [
    ("2026-Q4", "not_over"), ("2027-Q1", "not_over"), ("2026-Q5", "no_quarter"), ("", "no_quarter"),
    ("2026-Q3\n", "no_quarter")])
def test_a_quarter_that_is_not_over_or_none_is_refused(database, quarter, why):
    with pytest.raises(QuarterRefused) as refused:
        publish(database, quarter)

    assert refused.value.why == why


def test_documented_cases_are_in_no_quarter(database, count):
    count(9, demo=True)
    publish(database)

    assert told(database, "land").total == 0


def test_published_quarters_are_listed_latest_first(database):
    publish(database, "2026-Q2")
    publish(database)

    with database.transaction() as session:
        assert [one.quarter for one in published_quarters(session)] == ["2026-Q3", "2026-Q2"]


def test_a_large_sum_is_told_of_the_nation_the_region_and_the_municipality(database, count):
    count(60)
    count(70, area="byby")
    publish(database)

    assert [told(database, *one).total for one in (("land",), ("north", "land"), ("almby", "north"))] == [130, 130, 60]
    assert told(database, "north", "land").parts == {"almby": 60, "byby": 70}


def test_what_is_said_of_a_region_as_a_whole_is_a_part_of_its_own(database, count):
    count(60)
    count(8, area="north")
    publish(database)

    assert told(database, "north", "land").parts == {"almby": 60, "byby": 0, "north/-": 8}
