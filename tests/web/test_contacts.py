"""How to reach a unit, for those whom a number is for."""

from directory.web.contacts import unit_card
from tests.records import make_phone, make_unit


def numbers(unit, **more):
    return [one.number for one in unit_card(unit, "sv", danger=False, **more).phones]


def test_a_number_for_staff_is_shown_to_staff_alone():
    unit = make_unit(phones=(make_phone("0980-319201"), make_phone("0980-319202", audience="professionals")))

    assert numbers(unit) == ["0980-319201"]
    assert numbers(unit, audience="professionals") == ["0980-319202"]
