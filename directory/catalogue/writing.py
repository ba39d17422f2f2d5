"""Rows as they are and as they shall be → what has to be written."""

from collections import defaultdict

from sqlalchemy import bindparam, delete, insert, update

from directory.db import Table

MOST_IDS = 500  # in one statement


def write_difference(session, before, after):
    """Insert, update and delete rows until those of `before` are those of `after`.

    :param before: pairs of a table's class and a row that is there
    :param after: pairs of a table's class and a row that shall be there
    """
    inserted, updated, there = defaultdict(list), defaultdict(list), {}
    for table, row in before:
        there[table.__table__, row["id"]] = row
    for table, row in after:
        known = there.pop((table.__table__, row["id"]), None)
        if known is None:
            inserted[table.__table__].append(row)
        elif known != row:
            updated[table.__table__].append(row)
    for table in Table.metadata.sorted_tables:
        if inserted[table]:
            session.execute(insert(table), inserted[table])
        _update(session, table, updated[table])
    _delete(session, there)


def _update(session, table, rows):
    if rows:
        names = {name: bindparam(f"new_{name}") for name in rows[0]}
        known = [{f"new_{name}": value for name, value in row.items()} for row in rows]
        session.connection().execute(update(table).where(table.c.id == names.pop("id")).values(names), known)


def _delete(session, rows):
    ids = defaultdict(list)
    for table, one in rows:
        ids[table].append(one)
    for table in reversed(Table.metadata.sorted_tables):
        for start in range(0, len(ids[table]), MOST_IDS):
            session.execute(delete(table).where(table.c.id.in_(ids[table][start:start + MOST_IDS])))
