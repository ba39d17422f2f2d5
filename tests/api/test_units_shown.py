"""Contact details in the API: each says whether it is confirmed, and old ones are not given at all."""

from datetime import date

import pytest

from directory.api.v1.places import unit
from directory.api.v1.reader import Reader
from tests.records import make_phone, make_unit

DAY = date(2026, 11, 22)
DETAILS = ("phones", "contacts", "urls", "addresses")


@pytest.fixture
def show(edition):
    """Shows a unit with one detail of each kind, confirmed on a day."""
    def shown(day, **said):
        made = make_unit(phones=(make_phone(confirmed=day is not None),), email="bup@norr.example", sources=("GEN",),
                         url="https://norr.example", address="Storgatan 1", assured_date=day, **said)
        return unit(made, Reader(edition, "sv", DAY))
    return shown


def test_what_nobody_has_confirmed_says_so_detail_by_detail(show):
    shown = show(None)

    assert [one.confirmed for kind in DETAILS for one in getattr(shown, kind)] == [False] * 4
    assert (shown.assured_date, shown.overdue) == (None, False)


def test_what_was_confirmed_within_a_year_says_so_detail_by_detail(show):
    shown = show(date(2025, 11, 22))

    assert [one.confirmed for kind in DETAILS for one in getattr(shown, kind)] == [True] * 4
    assert (shown.assured_date, shown.overdue) == (date(2025, 11, 22), False)


def test_what_was_confirmed_longer_ago_is_overdue_and_not_given(show):
    shown = show(date(2025, 11, 21))

    assert [getattr(shown, kind) for kind in (*DETAILS, "schedules")] == [()] * 5
    assert (shown.assured_date, shown.overdue) == (date(2025, 11, 21), True)


def test_what_is_confirmed_on_a_day_that_has_not_come_is_confirmed_by_nobody(show):
    shown = show(date(2026, 11, 23))

    assert [one.confirmed for kind in DETAILS for one in getattr(shown, kind)] == [False] * 4
    assert (shown.assured_date, shown.overdue) == (None, False)


def test_no_unit_of_the_service_has_a_detail_that_does_not_say_whether_it_is_confirmed(client):
    units = client.get("/api/v1/units?limit=1000").get_json()["contents"]

    details = [one for unit in units for kind in DETAILS for one in unit[kind]]
    assert len(details) > 200
    assert all(type(one["confirmed"]) is bool for one in details)


def test_a_national_number_is_confirmed_by_its_reading(client):
    unit = client.get("/api/v1/units/sos-112").get_json()

    phone, = unit["phones"]
    assert (phone["number"], phone["confirmed"], unit["read_on"]) == ("112", True, "2026")
    assert [one["id"] for one in unit["source"]] == ["NAT-ORO", "NAT-LINJER"]
