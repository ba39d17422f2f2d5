"""The database: one engine a process, transactions that whoever opens them commits. What is stored, rooms say.

On SQLite a commit is on the disk before it is acknowledged (WAL, synchronous=FULL), and a writer waits for another.
"""

import sqlite3
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from time import sleep
from typing import Any
from urllib.parse import quote

import orjson
from sqlalchemy import DateTime, Engine, MetaData, NullPool, TypeDecorator, create_engine, event, make_url, text
from sqlalchemy.orm import DeclarativeBase, Session

SECONDS_TO_WAIT = 10  # for another writer, or for the server to answer
TRIES_A_SECOND = 20
WRITERS = 7_310_561  # PostgreSQL's advisory lock of whoever keeps other writers out; any number of ours
JSON: dict[str, Any] = {
    "json_serializer": lambda value: orjson.dumps(value).decode(), "json_deserializer": orjson.loads}
NAMES = {  # of what the database names itself, so that migrations can drop it
    "ix": "ix_%(column_0_label)s", "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s", "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Table(DeclarativeBase):
    """What every table of every room derives from."""

    metadata = MetaData(naming_convention=NAMES)


class Moment(TypeDecorator[datetime]):
    """A moment with its time zone, stored in UTC: SQLite would drop the zone."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value, dialect):
        return value and value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value, dialect):
        return value and value.replace(tzinfo=UTC)


@dataclass(frozen=True, eq=False)
class Database:
    """A database that may be away: nothing is asked of it before a transaction is opened."""

    engine: Engine

    @contextmanager
    def transaction(self):
        """A session that is committed at the end, and rolled back where an error passes.

        :raises sqlalchemy.exc.SQLAlchemyError: the database is away, locked, read-only or refuses what is written
        """
        with Session(self.engine, expire_on_commit=False) as session, session.begin():
            yield session


def connect(url, *, must_exist=False):
    """The database of an address: `sqlite:///var/envagin.db`, `postgresql+psycopg://…`.

    :param must_exist: never make a new file where SQLite's is away, and see one that is put in its place
    """
    if url.startswith("sqlite"):
        pool: dict[str, Any] = {"poolclass": NullPool} if must_exist else {}
        address = _existing(url) if must_exist else make_url(url)
        engine = create_engine(address, connect_args={"timeout": SECONDS_TO_WAIT}, **pool, **JSON)
        event.listen(engine, "connect", _careful)
    else:
        engine = create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": SECONDS_TO_WAIT}, **JSON)
    return Database(engine)


def _existing(url):
    """SQLite's address in the form that makes no file."""
    address = make_url(url)
    return address.set(database=f"file:{quote(address.database or '')}", query={"mode": "rw", "uri": "true"})


def _careful(connection, _record):
    """SQLite's settings belong to the connection, so each gets them."""
    _log_ahead(connection)
    for pragma in ("synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _log_ahead(connection):
    """Switch to WAL; on an empty file SQLite waits for nobody who does so at the same moment, so we do."""
    for left in reversed(range(SECONDS_TO_WAIT * TRIES_A_SECOND)):
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or not left:
                raise
            sleep(1 / TRIES_A_SECOND)


def reason_of(error):
    """What the driver said, in one line; without the statement and its values."""
    return " ".join(str(getattr(error, "orig", None) or error).split())


def keep_writers_out(session):
    """Make every other writer that asks here wait until the transaction ends.

    It is for whoever reads first and then writes what follows from that, and must be its first statement; asked for
    again in the same transaction, it changes nothing.
    """
    connection = session.connection()
    if connection.dialect.name != "sqlite":
        session.execute(text(f"SELECT pg_advisory_xact_lock({WRITERS})"))
    elif not connection.connection.dbapi_connection.in_transaction:
        session.execute(text("BEGIN IMMEDIATE"))
