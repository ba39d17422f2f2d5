"""The database: who opens it while somebody else does."""

import sqlite3
from threading import Timer

from directory.db import connect
from directory.db import text as sql


def test_a_first_start_waits_for_somebody_who_writes_to_the_new_database(tmp_path):
    path = tmp_path / "new.db"
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    leaving = Timer(0.3, other.rollback)
    leaving.start()

    with connect(f"sqlite:///{path}").transaction() as session:
        mode = session.execute(sql("PRAGMA journal_mode")).scalar()

    leaving.join()
    other.close()
    assert mode == "wal"
