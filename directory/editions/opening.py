"""From settings to an edition that answers: a database of today's tables, the first edition where there is none."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from directory import migrations
from directory.catalogue import catalogue_from, load_into, load_seed
from directory.config import Settings
from directory.db import Database, connect, keep_writers_out
from directory.editions.build import Edition, rule_files
from directory.editions.publish import propose, put_within
from directory.editions.read import Reader
from directory.editions.store import Act, Published, last_number, last_publication, published
from directory.errors import RulesNotProved

BY = "start"  # who publishes the first edition


@dataclass(frozen=True, slots=True)
class InForce:
    """An edition with the number of the publication that put it in force, and since when; and all publications."""

    edition: Edition
    number: int
    since: datetime
    publications: tuple[Published, ...]


def open_database(settings: Settings):
    """The database of the settings, brought up to date.

    :raises sqlalchemy.exc.SQLAlchemyError: it is away or cannot be written
    :raises DatabaseIsNewer: it was made by a newer program
    """
    settings.home.mkdir(parents=True, exist_ok=True)
    database = connect(settings.database)
    migrations.bring_up_to_date(database)
    return database


def ensure_first_edition(database: Database, settings: Settings, *, reader: Reader, now: datetime):
    """Where nothing has been published, publish the files that the settings name.

    :param reader: has read the edition when this returns, if it was published here
    :raises RulesNotProved: they have errors
    """
    with database.transaction() as session:
        if last_number(session):
            return
    with database.transaction() as session:
        keep_writers_out(session)
        if last_number(session):  # somebody else was quicker
            return
        catalogue = catalogue_now(session, settings, now=now)
        proposal = propose(session, rule_files(settings.rules), catalogue, reader=reader, day=now.date())
        put_within(session, proposal, Act(now, BY))
    reader.remember(proposal.proved.edition)


def catalogue_now(session: Session, settings: Settings, *, now: datetime):
    """The catalogue of the database; the seed's, loaded into it first, where it is empty.

    :raises RulesNotProved: the seed has faults
    """
    catalogue = catalogue_from(session)
    return catalogue if catalogue.agencies else load_seed_into(session, settings, by=BY, now=now)


def load_seed_into(session: Session, settings: Settings, *, by, now: datetime):
    """The seed's catalogue, which the database holds from now on.

    :raises RulesNotProved: the seed has faults
    """
    catalogue, faults = load_seed(settings.seed)
    if catalogue is None:
        raise RulesNotProved(tuple(faults))
    load_into(session, catalogue, by=by, at=now)
    return catalogue


def in_force(session: Session, reader: Reader):
    """What answers now.

    :raises EditionDamaged: it cannot be read
    """
    last = last_publication(session)
    return InForce(reader.read(session, last.edition_id), last.number, last.at, published(session))
