"""What rules name of a catalogue: the units that they bind, the agencies that a case comes to or through."""

from directory.routing import closed_but_bound, named_by
from directory.rules import load
from tests.build import make_base, make_nation


def named_in(folder):
    return named_by(load(folder).base)


def test_units_are_named_that_any_area_binds(tmp_path):
    folder = make_base(tmp_path, almby={"binds": {"bvc": "{units: [bvc-a, bvc-b], own: listing, lost: desk}"}})

    assert {"bvc-a", "bvc-b", "desk", "school in Almby"} <= named_in(folder).units


def test_agencies_are_named_that_a_case_comes_to_or_through(tmp_path):
    rules = {"A1": "to: clinic, also: ward, how: {way: remiss, via: gate}, alongside: [{unit: school, text: Helps}]"}
    units = {one: "" for one in ("ward", "gate", "school", "idle")}

    named = named_in(make_nation(tmp_path, rules=rules, units=units)).agencies

    assert {"clinic", "ward", "gate", "school", "rescue"} <= named
    assert "idle" not in named


def test_the_agency_that_a_kind_is_a_kind_of_is_named_with_it(tmp_path):
    folder = make_nation(tmp_path, rules={"A1": "to: team"}, units={"team": "kind_of: clinic"})

    assert "clinic" in named_in(folder).agencies


def test_a_kind_that_a_layer_binds_and_closes_is_told_where_it_is_bound(tmp_path):
    folder = make_base(tmp_path, almby={"closed": "[youth]"})

    one, = closed_but_bound(load(folder).base)

    assert (one.check, one.ids, one.area) == ("closed", ("youth in Almby",), "almby")
    assert one.file.endswith("almby.yaml")
