"""Reading: what is stored is believed only where its hash fits; what this machine keeps beside it, never."""

import zlib

import pytest
from sqlalchemy import delete, select, update

from directory.editions import Reader
from directory.editions.build import build
from directory.editions.models import Part, Stored
from directory.errors import EditionDamaged
from tests.build import DAY
from tests.small import answering, name_units, publish, send_to

DAMAGES = {
    "a part that is no longer compressed": update(Part).values(body=b"spoilt"),
    "a part that holds something else": update(Part).values(body=zlib.compress(b"[]")),
    "a part that is gone": delete(Part),
    "a manifest that names other parts": update(Stored).values(manifest='{"format":1,"records":{},"rules":{}}'),
    "a manifest that is cut off": update(Stored).values(manifest='{"format'),
}


def damage(database, statement):
    with database.transaction() as session:
        session.execute(statement)


@pytest.mark.parametrize("what", DAMAGES)
def test_what_is_damaged_is_refused(small, database, what):
    publish(small, database)
    damage(database, DAMAGES[what])

    with pytest.raises(EditionDamaged):
        answering(small, database)


@pytest.mark.parametrize("what", DAMAGES)
def test_publishing_the_same_again_mends_it(small, database, what):
    published = publish(small, database)
    damage(database, DAMAGES[what])

    publish(small, database)

    assert answering(small, database).id == published.id


def test_an_edition_that_shares_the_rules_shares_what_they_were_compiled_to(small, database):
    reader = Reader(small.rules, small.home)
    publish(small, database, reader=reader)
    with database.transaction() as session:
        first = reader.read(session, session.scalar(select(Stored.id)))
    name_units(small, {"unit-0": "Nytt namn"})
    second = publish(small, database, reader=reader)

    with database.transaction() as session:
        found = reader.read(session, second.id)

    assert found.ruleset is first.ruleset
    assert found.catalogue.units["unit-0"].name == {"sv": "Nytt namn"}
    assert "unit-1" not in found.catalogue.units


@pytest.mark.parametrize("text", [b"", b"x" * 100, b"0" * 64 + b"{}"])
def test_a_damaged_copy_of_read_rules_is_not_believed(small, database, text):
    publish(small, database)
    answering(small, database)
    kept, = (small.home / "read_rules").iterdir()
    kept.write_bytes(text)

    assert answering(small, database).ruleset.base.layers["land"].rules


def test_rules_that_were_kept_decide_as_those_that_are_read(small, database):
    publish(small, database)
    read = answering(small, database)
    assert list((small.home / "read_rules").iterdir())

    kept = answering(small, database)

    assert kept.ruleset.base.hash == read.ruleset.base.hash
    assert kept.ruleset.areas["land"].units == read.ruleset.areas["land"].units


def test_of_many_editions_the_last_few_are_kept(small, database):
    for kind in ("clinic", "school", "ward") * 3:
        send_to(small, kind)
        (small.rules / "more.yaml").write_text(
            f"format: one-way-in/1\nlayer: region\nid: r{len(list(small.home.glob('*/*')))}\nwithin: land\n", "utf-8")
        publish(small, database)
        answering(small, database)

    assert len(list((small.home / "read_rules").iterdir())) <= 4


def test_an_edition_says_in_which_file_its_rules_are_written_and_not_where_the_server_has_it(small, database):
    publish(small, database)

    found = answering(small, database).ruleset.base.layers["land"].rules[0].place.file
    assert found == build(small.rules, small.seed, day=DAY).ruleset.base.layers["land"].rules[0].place.file
    assert found.startswith("rules/") and small.rules.is_absolute()
