"""What differs between two catalogues, record by record and field by field."""

from collections.abc import Mapping
from dataclasses import dataclass

from directory.catalogue.content import KINDS, as_bytes, said_by, same

ADDED, CHANGED, REMOVED = "added", "changed", "removed"


@dataclass(frozen=True, slots=True)
class Field:
    """A field that says something else; its values are JSON, "" where there was or is none."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Change:
    """One record that is new, gone, or says something else in some fields."""

    action: str
    kind: str
    id: str
    fields: tuple[Field, ...] = ()


def changes_between(before, after):
    """Every change from one catalogue to another, by kind, in the order of the records.

    :param before: a catalogue
    :param after: the catalogue that takes its place
    """
    return tuple(change for kind in KINDS for change in _of_kind(kind, _by_id(before, kind), _by_id(after, kind)))


def _by_id(catalogue, kind):
    return {one.id: one for one in getattr(catalogue, kind).values()}


def _of_kind(kind, before: Mapping, after: Mapping):
    for one, record in after.items():
        if one not in before:
            yield Change(ADDED, kind, one)
        elif not same(before[one], record) and (fields := tuple(_fields(said_by(before[one]), said_by(record)))):
            yield Change(CHANGED, kind, one, fields)
    yield from (Change(REMOVED, kind, one) for one in before if one not in after)


def _fields(before, after):
    for name, value in after.items():
        if before[name] != value:
            yield Field(name, _text(before[name]), _text(value))


def _text(value):
    return "" if value is None else as_bytes(value).decode()
