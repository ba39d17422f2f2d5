"""Records ↔ the values that JSON has, by the types of their fields: the catalogue's, and a whole rule base."""

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from functools import cache, lru_cache
from sys import intern
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from directory.catalogue import Schedule
from directory.findings import Place

LONGEST_SHARED = 60  # characters
SHARED = frozenset({Schedule})  # records that thousands of others hold alike, as one object
MOST_SHARED = 4_096
NOWHERE = Place("", 0)
_ALWAYS = object()  # what no value equals
_NOTHING: dict[str, str] = {}  # the one empty mapping of all records: most have several


def to_json(value, *, places=False):
    """A record, or a value of a field, as JSON has it; sets in order. A field that says what it says by itself is
    left out, so that a field that is new changes no record that does not use it.

    :param places: whether it says where records are written. An edition's catalogue knows what is said: a line that
        moves changes nothing of it
    """
    if value is None or isinstance(value, (str, int)):
        return value
    if is_dataclass(value):
        return {name: to_json(one, places=places) for name, one in _said(value, places)}
    if isinstance(value, Mapping):
        return {key: to_json(one, places=places) for key, one in value.items()}
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, (tuple, list)):
        return [to_json(one, places=places) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def _said(record, places):
    kind: Any = type(record)
    usual = _usual(kind)
    for name in _written(kind, places):
        value = getattr(record, name)
        if value != usual.get(name, _ALWAYS):
            yield name, value


@cache
def reader_of(kind: Any) -> Any:
    """The function that makes a value of a type from what JSON has. A field that is not there is what it is by
    itself, or empty.

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
    readers = {name: reader_of(hints[name]) for name in _written(kind, False)}
    always = [(name, read) for name, read in readers.items() if name not in _usual(kind)]
    perhaps = [(name, read) for name, read in readers.items() if name in _usual(kind)]

    def read_fields(value):
        made = {name: read(value.get(name)) for name, read in always}
        for name, read in perhaps:
            if name in value:
                made[name] = read(value[name])
        return made

    make: Any = lru_cache(MOST_SHARED)(kind) if kind in SHARED else kind
    if "place" not in hints:
        return lambda value: make(**read_fields(value))
    return lambda value: make(place=_place(value["place"]) if "place" in value else NOWHERE, **read_fields(value))


def _reader_of_choice(kinds):
    """Of a type, or None, or a truth."""
    read = reader_of(kinds[0]) if kinds else _as_it_is
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


@cache
def _usual(kind: Any):
    """What each field that need not be given says by itself."""
    said = {one.name: one.default for one in fields(kind) if one.default is not MISSING}
    made = {one.name: one.default_factory() for one in fields(kind) if one.default_factory is not MISSING}
    return {**said, **made}


def _place(value):
    return Place(value["file"], value["line"])
