"""`envagin database`: which step it stands at, up, down. Other commands open the database here, brought up to date."""

from contextlib import contextmanager

import click
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from directory import migrations
from directory.cli.output import refuse, translate
from directory.config import settings
from directory.db import connect, reason_of
from directory.errors import DatabaseIsNewer
from directory.findings import say


@contextmanager
def open_database(*, newest=True):
    """The database of the settings; where it fails the command ends and says why.

    :param newest: run the steps that are missing first
    """
    database = _connected()
    try:
        if newest:
            migrations.bring_up_to_date(database)
        yield database
    except DatabaseIsNewer as error:
        refuse(say("The database stands at step %(step)s, which this version does not know. Use a newer version.",
                   step=error.step).text(translate()))
    except SQLAlchemyError as error:
        refuse(say("The database does not answer as it should: %(reason)s", reason=reason_of(error)).text(translate()))
    finally:
        database.engine.dispose()


def _connected():
    """The database that the settings name, of which nothing has been asked yet."""
    try:
        settings().home.mkdir(parents=True, exist_ok=True)
        return connect(settings().database)
    except OSError as error:
        refuse(say("ENVAGIN_HOME cannot be used: %(reason)s", reason=str(error)).text(translate()))
    except (ArgumentError, ImportError, ValueError) as error:
        refuse(say("ENVAGIN_DATABASE_URL cannot be used: %(reason)s", reason=str(error)).text(translate()))


@click.group("database")
def database_commands():
    """Bring the database to a step of its tables."""


@database_commands.command("current")
def show_step():
    """Say which step the database stands at."""
    with open_database(newest=False) as database:
        _tell(migrations.step_of(database))


@database_commands.command("upgrade")
@click.argument("step", required=False, default=migrations.NEWEST)
def upgrade_database(step):
    """Run the steps up to STEP, all of them where none is named."""
    _go(migrations.upgrade, step)


@database_commands.command("downgrade")
@click.argument("step")
def downgrade_database(step):
    """Take back the steps after STEP, "base" for all. What stands in their tables is lost."""
    _go(migrations.downgrade, step)


def _go(move, step):
    if step not in (migrations.NEWEST, migrations.NONE, *migrations.steps()):
        refuse(say("There is no step %(step)s.", step=step).text(translate()))
    with open_database(newest=False) as database:
        move(database, step)
        _tell(migrations.step_of(database))


def _tell(step):
    sentence = say("The database stands at step %(step)s.", step=step) if step else say("The database is empty.")
    click.echo(sentence.text(translate()))
