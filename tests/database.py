"""The two databases of the tests: SQLite in a file, and a PostgreSQL of the tests' own, stopped when they end."""

import os
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import create_engine

PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "listen_addresses=")
MISSING = "PostgreSQL is missing. On Debian, root installs it with: apt-get install postgresql"


@contextmanager
def postgresql():
    """The address of a server that only this process reaches, to be filled with the name of a database.

    :raises RuntimeError: PostgreSQL is not installed
    """
    if not PROGRAMS:
        raise RuntimeError(MISSING)
    folder = Path(tempfile.mkdtemp(prefix="envagin-pg-"))
    try:
        _as_postgres_may(folder)
        _run("initdb", "-D", folder / "data", "-U", "envagin", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        settings = " ".join(f"-c {one}" for one in (*FAST, f"unix_socket_directories={folder}"))
        _run("pg_ctl", "start", "-w", "-s", "-D", folder / "data", "-l", folder / "log", "-o", settings)
        try:
            yield f"postgresql+psycopg://envagin@/%s?host={folder}"
        finally:
            _run("pg_ctl", "stop", "-s", "-D", folder / "data", "-m", "immediate")
    finally:
        shutil.rmtree(folder)


def _as_postgres_may(folder):
    """Debian's user postgres runs the server where tests are run by root, which it refuses to serve."""
    if os.getuid() == 0:
        shutil.chown(folder, "postgres", "postgres")


def _run(program, *words):
    command = [str(PROGRAMS[-1].with_name(program)), *map(str, words)]
    if os.getuid() == 0:
        command = ["runuser", "-u", "postgres", "--", *command]
    done = subprocess.run(command, cwd="/", stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                          stderr=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr)


def make_database(server, name):
    """The address of a new and empty database on a server, its name made up by whoever asks."""
    engine = create_engine(server % "postgres", isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(f'CREATE DATABASE "{name}"')
    engine.dispose()
    return server % name
