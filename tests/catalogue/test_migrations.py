"""Migrations: numbered, one after the other, and up, down and up again to the very tables of the models, on both
databases."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest
from sqlalchemy import inspect, text

import directory
from directory import migrations
from directory.catalogue import catalogue_from, load_into
from directory.db import Table
from directory.errors import DatabaseIsNewer
from tests.records import make_catalogue, make_phone, make_schedule, make_unit

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
FILES = sorted((Path(migrations.__file__).parent / "versions").glob("*.py"))


for room in walk_packages(directory.__path__, "directory."):
    if ".models" in room.name:
        import_module(room.name)  # tables are known once their module is loaded


def tables_of(database):
    return set(inspect(database.engine).get_table_names()) - {"alembic_version"}


def shape_of(database):
    """By table its columns, and the names of all that refuses a row or finds one."""
    known = inspect(database.engine)
    return {table: ({(one["name"], str(one["type"]), one["nullable"]) for one in known.get_columns(table)},
                    {one["name"] for one in (*known.get_check_constraints(table), *known.get_indexes(table),
                                             *known.get_unique_constraints(table), *known.get_foreign_keys(table),
                                             known.get_pk_constraint(table))})
            for table in tables_of(database)}


def test_migrations_are_numbered_from_one_without_a_gap():
    numbers = [int(re.match(r"(\d{4})_[a-z_]+\.py$", file.name)[1]) for file in FILES]

    assert numbers == list(range(1, len(FILES) + 1))


def test_migrations_follow_each_other_to_one_end():
    assert migrations.steps() == [file.name[:4] for file in reversed(FILES)]
    assert migrations.newest() == FILES[-1].name[:4]


def test_all_migrations_together_make_the_tables_of_the_models(empty_database):
    migrations.bring_up_to_date(empty_database)
    migrated = shape_of(empty_database)
    migrations.downgrade(empty_database, migrations.NONE)
    Table.metadata.create_all(empty_database.engine)

    assert migrated == shape_of(empty_database)


def test_every_migration_can_be_taken_back_and_run_again(database):
    whole = shape_of(database)

    for step in (*migrations.steps()[1:], migrations.NONE):
        migrations.downgrade(database, step)
        assert migrations.step_of(database) == (step if step != migrations.NONE else None)

    assert tables_of(database) == set()
    migrations.upgrade(database, migrations.NEWEST)
    assert shape_of(database) == whole


def test_what_is_stored_stays_when_there_is_nothing_to_migrate(database):
    with database.transaction() as session:
        session.execute(text("INSERT INTO taxonomies (id, name, description) VALUES (:id, 'a', 'b')"), {"id": "1" * 32})

    migrations.bring_up_to_date(database)

    with database.transaction() as session:
        assert session.scalar(text("SELECT count(*) FROM taxonomies")) == 1


def test_records_that_are_older_than_a_step_say_nothing_in_the_fields_that_it_brings(database):
    plain = make_unit(phones=(make_phone(hours={"sv": "8-16"}),))
    with database.transaction() as session:
        load_into(session, make_catalogue(units=[replace(plain, schedules=(make_schedule(),))]), by="seed", at=NOW)

    migrations.downgrade(database, "0002")
    migrations.bring_up_to_date(database)

    with database.transaction() as session:
        assert catalogue_from(session) == make_catalogue(units=[plain])


def test_sums_by_level_are_deleted_and_others_stay(database):
    migrations.downgrade(database, "0007")
    row = "INSERT INTO counts VALUES (false, 'ange', :measure, '2026-Q3', 'bas', 'mind', 2)"
    with database.transaction() as session:
        session.execute(text(row), [{"measure": "level"}, {"measure": "cell"}])

    migrations.bring_up_to_date(database)

    with database.transaction() as session:
        assert list(session.scalars(text("SELECT measure FROM counts"))) == ["cell"]


def test_a_migration_that_fails_leaves_nothing_behind(empty_database):
    with empty_database.transaction() as session:
        session.execute(text("CREATE TABLE metadata (id INTEGER)"))  # the last of the tables that the first step makes

    with pytest.raises(Exception, match="metadata"):
        migrations.bring_up_to_date(empty_database)

    assert tables_of(empty_database) == {"metadata"}
    assert migrations.step_of(empty_database) is None


def test_a_database_that_a_newer_program_has_migrated_is_refused(database):
    with database.transaction() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(DatabaseIsNewer) as refused:
        migrations.bring_up_to_date(database)

    assert refused.value.step == "9999"
