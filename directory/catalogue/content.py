"""What records say, apart from where they are written: to compare two of them, and to know a catalogue by its hash."""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from hashlib import sha256
from typing import Any

import orjson

from directory.catalogue.records import (
    Agency, Area, ContactPath, InputWords, Need, NeedGroup, Party, Process, Role, Secrecy, Unit)

KINDS = ("areas", "groups", "needs", "agencies", "roles", "processes", "inputs", "units", "national",
         "secrecies", "parties", "contact_paths")
SAID = {kind: [one.name for one in fields(kind) if one.name != "place"]
        for kind in (Agency, Area, ContactPath, InputWords, Need, NeedGroup, Party, Process, Role, Secrecy, Unit)}


def said_by(record):
    """What a record says, by field, as values that JSON has; the order of an input's values is part of it."""
    said = {name: getattr(record, name) for name in SAID[type(record)]}
    if isinstance(record, InputWords):
        said["values"] = list(record.values.items())
    return said


def same(one, other):
    """Whether two records say the same, and in the same place."""
    return one == other and (not isinstance(one, InputWords) or list(one.values) == list(other.values))


def as_bytes(value):
    """JSON that is the same for equal values: keys and members of sets in order."""
    return orjson.dumps(value, default=sorted, option=orjson.OPT_SORT_KEYS)


def hash_of(records: Mapping[str, Iterable[Any]]):
    """The hash of a catalogue's records, by kind."""
    digest = sha256()
    for kind in KINDS:
        digest.update(kind.encode() + b"\0")
        for one in records[kind]:
            digest.update(as_bytes(said_by(one)) + b"\0")
    return digest.hexdigest()[:16]
