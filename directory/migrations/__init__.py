"""The steps from an empty database to the tables of today, numbered, each with its way back."""

from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

from directory.db import keep_writers_out
from directory.errors import DatabaseIsNewer

SCRIPTS = str(Path(__file__).parent).replace("%", "%%")  # Alembic fills in what stands between two of them
NEWEST, NONE = "head", "base"


def bring_up_to_date(database):
    """Run the steps that are missing; where none is, nothing is written and no other writer waited for.

    :raises DatabaseIsNewer: the database has steps that this program does not know
    """
    if step_of(database) != newest():
        upgrade(database, NEWEST)


def upgrade(database, step):
    """Run the steps up to one, `NEWEST` for all of them; all of them or none."""
    with _alone(database) as config:
        _alembic("command").upgrade(config, step)


def downgrade(database, step):
    """Take back every step after one, `NONE` for all of them; all of them or none. What they held is lost."""
    with _alone(database) as config:
        _alembic("command").downgrade(config, step)


def step_of(database):
    """The step that a database stands at, or None for an empty one.

    :raises DatabaseIsNewer: it is none of ours
    """
    with database.transaction() as session:
        return _known_step(session.connection())


def newest():
    """The step that this program needs."""
    return _scripts().get_current_head()


def steps():
    """Every step's name, the newest first."""
    return [one.revision for one in _scripts().walk_revisions()]


@contextmanager
def _alone(database):
    """Alembic's settings for one transaction, in which nobody else migrates."""
    with database.transaction() as session:
        keep_writers_out(session)
        connection = session.connection()
        _known_step(connection)
        yield _config(connection)


def _scripts():
    return _alembic("script").ScriptDirectory.from_config(_config())


def _alembic(name):
    """A module of Alembic, imported when a database is opened: most commands open none and would wait for it."""
    return import_module(f"alembic.{name}")


def _config(connection=None):
    config = _alembic("config").Config(attributes={"connection": connection})
    config.set_main_option("script_location", SCRIPTS)
    return config


def _known_step(connection):
    step = _alembic("runtime.migration").MigrationContext.configure(connection).get_current_revision()
    if step and step not in steps():
        raise DatabaseIsNewer(step)
    return step
