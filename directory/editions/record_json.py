"""Records ↔ the values that JSON has, by the types of their fields: the catalogue's, and a whole rule base."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from sys import intern
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from directory.findings import Place

LONGEST_SHARED = 60  # characters
NOWHERE = Place("", 0)
_NOTHING: dict[str, str] = {}  # the one empty mapping of all records: most have several


def to_json(value, *, places=False):
    """A record, or a value of a field, as JSON has it; sets in order.

    :param places: whether it says where records are written. An edition's catalogue knows what is said: a line that
        moves changes nothing of it
    """
    if is_dataclass(value):
        kind: Any = type(value)
        return {name: to_json(getattr(value, name), places=places) for name in _written(kind, places)}
    if isinstance(value, Mapping):
        return {key: to_json(one, places=places) for key, one in value.items()}
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, (tuple, list)):
        return [to_json(one, places=places) for one in value]
    return value.isoformat() if isinstance(value, date) else value


@cache
def reader_of(kind: Any) -> Any:
    """The function that makes a value of a type from what JSON has. A field that is not there is empty.

    It raises whatever Python raises where the value is none of the type.
    """
    origin, inside = get_origin(kind), get_args(kind)
    if is_dataclass(kind):
        return _reader_of_record(kind)
    if origin is UnionType:
        return _reader_of_choice([one for one in inside if one not in (NoneType, bool)])
    if origin is Mapping:
        return _reader_of_mapping(reader_of(inside[1]))
    if origin in (tuple, frozenset):
        return _reader_of_row(origin, reader_of(inside[0]))
    return {date: date.fromisoformat, str: _shared}.get(kind, _as_it_is)


def _reader_of_record(kind: Any):
    hints = get_type_hints(kind)
    readers = [(name, reader_of(hints[name])) for name in _written(kind, True)]
    if "place" not in hints:
        return lambda value: kind(**{name: read(value.get(name)) for name, read in readers})

    def read_placed(value):
        made = {name: read(value.get(name)) for name, read in readers if name != "place"}
        return kind(place=_place(value["place"]) if "place" in value else NOWHERE, **made)
    return read_placed


def _reader_of_choice(kinds):
    """Of a type, or None, or a truth."""
    read = reader_of(kinds[0])
    return lambda value: value if value is None or value is True or value is False else read(value)


def _reader_of_mapping(read):
    return lambda value: {key: read(one) for key, one in value.items()} if value else _NOTHING


def _reader_of_row(make, read):
    return lambda value: make([read(one) for one in value or ()])


def _as_it_is(value):
    return value


def _shared(value):
    """A short text as the one object that all records share: areas, agencies and sources are named again and again."""
    return intern(value) if isinstance(value, str) and len(value) <= LONGEST_SHARED else value


@cache
def _written(kind: Any, places):
    return tuple(one.name for one in fields(kind) if places or one.name != "place")


def _place(value):
    return Place(value["file"], value["line"])
