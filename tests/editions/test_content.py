"""What an edition holds: parts known by their hash, of which a small change makes few new ones."""

from dataclasses import replace
from datetime import date

from directory.catalogue import Neighbour, Role, load_seed
from directory.config import settings
from directory.editions.content import catalogue_of, content_of, read_manifest
from directory.editions.record_json import NOWHERE, reader_of, to_json
from directory.findings import Place
from directory.rules import load
from directory.rules.model import Base
from tests.build import make_base
from tests.records import (
    make_agency, make_catalogue, make_party, make_path, make_phone, make_role, make_schedule, make_secrecy, make_unit)

FILES = {"nation.yaml": b"layer: nation", "west.yaml": b"layer: region"}


def units(count, **changed):
    return [make_unit(f"unit-{number}", **(changed if number == 7 else {})) for number in range(count)]


def held(content):
    return catalogue_of(content.manifest, content.parts.__getitem__)


def test_one_changed_unit_of_a_thousand_makes_one_new_part():
    before = content_of(FILES, make_catalogue(units=units(1_000)))

    after = content_of(FILES, make_catalogue(units=units(1_000, email="ny@region.example")))

    new, = after.parts.keys() - before.parts.keys()
    assert len(after.parts[new]) < sum(map(len, after.parts.values())) / 100
    assert after.manifest.id != before.manifest.id


def test_what_lines_records_stand_on_makes_no_other_edition():
    moved = [replace(one, place=Place("elsewhere.yaml", 99)) for one in units(3)]

    assert content_of(FILES, make_catalogue(units=moved)).manifest.id == (
        content_of(FILES, make_catalogue(units=units(3))).manifest.id)


def test_a_rule_file_of_another_name_makes_another_edition():
    renamed = {"north.yaml": FILES["west.yaml"], "nation.yaml": FILES["nation.yaml"]}

    assert content_of(renamed, make_catalogue()).manifest.id != content_of(FILES, make_catalogue()).manifest.id


def test_the_whole_seed_comes_back_as_it_was():
    seed, _ = load_seed(settings().seed)

    found = held(content_of({}, seed))

    for kind in ("agencies", "roles", "needs", "inputs", "units", "national"):
        records = getattr(seed, kind)
        assert getattr(found, kind) == {key: replace(one, place=NOWHERE) for key, one in records.items()}
    assert [list(one.values) for one in found.inputs.values()] == [list(one.values) for one in seed.inputs.values()]
    assert (list(found.needs), list(found.inputs)) == (list(seed.needs), list(seed.inputs))


def test_groups_that_are_the_same_keep_their_very_records():
    before = content_of(FILES, make_catalogue(units=units(500)))
    after = content_of(FILES, make_catalogue(units=units(500, url="https://region.example/ny")))
    last = held(before)

    found = catalogue_of(after.manifest, after.parts.__getitem__, last=(before.manifest, last))

    same = [one for one in found.units if found.units[one] is last.units[one]]
    assert 480 < len(same) < 500
    assert found.units == held(after).units


def test_a_record_that_is_gone_is_gone_in_its_group_too():
    before = content_of(FILES, make_catalogue(units=units(3)))
    after = content_of(FILES, make_catalogue(units=units(2)))

    found = catalogue_of(after.manifest, after.parts.__getitem__, last=(before.manifest, held(before)))

    assert set(found.units) == {"unit-0", "unit-1"}


def test_a_field_that_an_old_edition_did_not_know_is_empty():
    written = to_json(make_agency())
    del written["short"], written["access"], written["legal"]

    found = reader_of(type(make_agency()))(written)

    assert (found.short, found.access, found.legal) == ({}, frozenset(), None)


def test_an_old_edition_is_read_as_one_whose_new_fields_say_nothing():
    old = {"id": "nurse", "name": {"sv": "Syster"}, "works_at": ["bvc"], "ages": {"first": 0, "last": 71}}

    found = reader_of(Role)(old)

    assert (found.does_not, found.open_to, found.confused_with, found.duty_to_report) == ({}, (), (), None)


def test_a_field_that_a_record_does_not_use_is_not_written():
    assert "does_not" not in to_json(make_role())
    assert "schedules" not in to_json(make_unit())
    assert to_json(make_unit(party=False))["party"] is False


def test_every_kind_of_record_comes_back_as_it_was():
    text, jour = {"sv": "Nej."}, make_schedule("sa su", "22:00", "06:00", holidays="only")
    agency = make_agency(does_not=text, open_to=("child",), duty_to_report=False, english=("clinic",),
                         confused_with=(Neighbour("sip", text),))
    unit = make_unit(schedules=(jour,), phones=(make_phone(audience="professionals", schedules=(jour,)),),
                     opens_on=date(2026, 1, 1), party=True)
    catalogue = make_catalogue(agencies=[agency], units=[unit], secrecies=[make_secrecy()], parties=[make_party()],
                               contact_paths=[make_path(to_party="town", answer_within_days=3)])

    found = held(content_of({}, catalogue))

    for kind in ("agencies", "units", "secrecies", "parties", "contact_paths"):
        records = getattr(catalogue, kind)
        assert getattr(found, kind) == {key: replace(one, place=NOWHERE) for key, one in records.items()}


def test_units_with_the_same_hours_hold_them_together():
    units = [make_unit(one, schedules=(make_schedule(),)) for one in ("north", "south")]

    north, south = held(content_of({}, make_catalogue(units=units))).units.values()

    assert north.schedules[0] is south.schedules[0]


def test_a_manifest_is_read_as_it_was_written():
    manifest = content_of(FILES, make_catalogue(units=units(5))).manifest

    assert read_manifest(manifest.text) == manifest


def test_a_rule_base_comes_back_as_it_was(tmp_path):
    base = load(make_base(tmp_path / "base")).base

    found = reader_of(Base)(to_json(base, places=True))

    assert to_json(found, places=True) == to_json(base, places=True)
    assert found.layers["nation"].rules[0].place == base.layers["nation"].rules[0].place
    assert found.layers["nation"].rules[2].when == base.layers["nation"].rules[2].when
