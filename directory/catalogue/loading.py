"""A catalogue → rows: only what differs from the rows that there are is written, and each change is noted."""

from dataclasses import dataclass
from uuid import uuid4

from sqlalchemy import insert

from directory.catalogue import as_rows, models
from directory.catalogue.changes import ADDED, CHANGED, REMOVED, Change, Field, changes_between
from directory.catalogue.content import as_bytes, same
from directory.catalogue.rows import catalogue_from
from directory.catalogue.writing import write_difference
from directory.db import keep_writers_out

ROWS = {  # in an order in which nothing is named before it is there
    "taxonomies": as_rows.taxonomy, "organizations": as_rows.organization, "areas": as_rows.area,
    "groups": as_rows.group, "needs": as_rows.need, "agencies": as_rows.agency, "roles": as_rows.role,
    "processes": as_rows.process, "inputs": as_rows.input_words, "units": as_rows.unit, "national": as_rows.national,
    "secrecies": as_rows.secrecy, "parties": as_rows.party, "contact_paths": as_rows.contact_path,
}
AT_ONCE = 2_000  # records whose rows are in memory together
ACTIONS = {ADDED: "create", CHANGED: "update", REMOVED: "delete"}  # in the words of HSDS


@dataclass(frozen=True, slots=True)
class Loaded:
    """What loading changed; `moved` counts the records that say the same in another place of the files."""

    changes: tuple[Change, ...]
    moved: int


def load_into(session, catalogue, *, by, at):
    """Make the tables hold a catalogue, and that alone; the same one again changes nothing.

    It keeps other writers out until its transaction ends, so nothing may be asked in that before.

    :param by: the handle of the function that loads
    :param at: the moment that the changes are noted with
    """
    keep_writers_out(session)
    there = catalogue_from(session)
    before, after, replaced = _stored(there), _stored(catalogue), 0
    for kind, rows_of in ROWS.items():
        pairs = [(old, new) for one, new in after[kind].items() if not _same(old := before[kind].get(one), new)]
        replaced += sum(old is not None for old, _ in pairs)
        _write(session, rows_of, pairs)
    for kind, rows_of in reversed(ROWS.items()):
        _write(session, rows_of, [(old, None) for one, old in before[kind].items() if one not in after[kind]])
    changes = changes_between(there, catalogue)
    _note(session, changes, by=by, at=at)
    return Loaded(changes, moved=replaced - sum(one.action == CHANGED for one in changes))


def _stored(catalogue):
    """By kind and id what is stored: a record, or a name, and its place in the order of its kind."""
    found = {kind: {one.id: (one, index) for index, one in enumerate(getattr(catalogue, kind).values())}
             for kind in as_rows.HEADS}
    owners = {one.organization for one in (*catalogue.units.values(), *catalogue.national.values())}
    return {**found, "organizations": {name: (name, 0) for name in sorted(owners - {None})},
            "taxonomies": {as_rows.NEEDS: (as_rows.NEEDS, 0)} if catalogue.groups else {}}


def _same(old, new):
    return old is not None and old[1] == new[1] and same(old[0], new[0])


def _write(session, rows_of, pairs):
    """Write what differs between the rows of what was stored and those of what shall be; None: nothing."""
    for start in range(0, len(pairs), AT_ONCE):
        some = pairs[start:start + AT_ONCE]
        write_difference(session, [row for old, _ in some if old for row in rows_of(*old)],
                         [row for _, new in some if new for row in rows_of(*new)])


def _note(session, changes, *, by, at):
    rows = [row for change in changes for row in _metadata(change, by=by, at=at)]
    for start in range(0, len(rows), AT_ONCE):
        session.execute(insert(models.Metadata), rows[start:start + AT_ONCE])


def _metadata(change, *, by, at):
    one = as_rows.head_id(change.kind, change.id)
    itself = as_bytes(change.id).decode()
    whole = Field("id", "" if change.action == ADDED else itself, "" if change.action == REMOVED else itself)
    for field in change.fields or [whole]:
        yield {"id": str(uuid4()), "resource_id": one,
               "resource_type": as_rows.HEADS[change.kind][0].__tablename__, "last_action_date": at,
               "last_action_type": ACTIONS[change.action], "field_name": field.name, "previous_value": field.before,
               "replacement_value": field.after, "updated_by": by}
