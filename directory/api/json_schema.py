"""Types → JSON Schema (2020-12), so that what is described is what is sent: dataclasses, and TypedDicts for dicts.

A description stands at the type: the docstring of a class, and `Annotated[str, "what it says"]` of a field.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from types import NoneType, UnionType
from typing import (
    Annotated, Any, Literal, NotRequired, Union, get_args, get_origin, get_type_hints, is_typeddict)

PLAIN: dict[Any, dict] = {
    str: {"type": "string"}, int: {"type": "integer"}, float: {"type": "number"},
    bool: {"type": "boolean"}, NoneType: {"type": "null"},
    date: {"type": "string", "format": "date"}, datetime: {"type": "string", "format": "date-time"},
}
BELOW = "#/components/schemas/"


class Schemas:
    """The schemas of types; those that have a name are collected in `named`, and pointed to."""

    def __init__(self):
        self.named: dict[str, dict] = {}
        self._kinds: dict[str, Any] = {}

    def of(self, kind: Any) -> dict:
        """The schema of a type."""
        if kind is Any:
            return {}
        if kind in PLAIN:
            return dict(PLAIN[kind])
        origin, inside = get_origin(kind), get_args(kind)
        if origin is None:
            return self._pointer(kind)
        if origin is Annotated:
            return {**self.of(inside[0]), "description": inside[1]}
        if is_dataclass(origin):
            return self._filled(origin, inside)
        return self.of(inside[0]) if origin is NotRequired else self._of_several(origin, inside)

    def _of_several(self, origin, inside):
        """The schema of a choice, or of what holds others."""
        if origin in (UnionType, Union):
            return self._choice([self.of(one) for one in inside])
        if origin is Literal:
            return {"type": "string", "enum": list(inside)}
        if origin in (Mapping, dict):
            return {"type": "object", "additionalProperties": self.of(inside[1])}
        return {"type": "array", "items": self.of(inside[0])}

    def properties(self, kind):
        """The schema of each field of a class with named fields."""
        hints = get_type_hints(kind, include_extras=True)
        return {name: self.of(hints[name]) for name in names_of(kind)}

    def _filled(self, kind, inside):
        """The schema of a class whose one type is left open, such as a page of records."""
        hints, left_open = get_type_hints(kind, include_extras=True), kind.__parameters__[0]
        return {"description": about(kind), **closed({
            name: self.of(hints[name][inside[0]] if left_open in getattr(hints[name], "__parameters__", ())
                          else hints[name]) for name in names_of(kind)})}

    def _pointer(self, kind):
        name = kind.__name__
        if self._kinds.get(name, kind) is not kind:
            raise TypeError(f"two types are called {name}")
        if name not in self._kinds:
            self._kinds[name] = kind  # before its fields are gone through: a class may hold itself
            self.named[name] = {"description": about(kind), **closed(self.properties(kind), without=_optional(kind))}
        return {"$ref": BELOW + name}

    @staticmethod
    def _choice(schemas):
        """Of several: in short where each is no more than a type."""
        if all(set(one) == {"type"} for one in schemas):
            return {"type": [one["type"] for one in schemas]}
        return {"anyOf": schemas}


def names_of(kind):
    """The names of the fields of a dataclass or TypedDict."""
    return [one.name for one in fields(kind)] if is_dataclass(kind) else list(kind.__annotations__)


def _optional(kind):
    """The keys that a TypedDict may leave out."""
    return kind.__optional_keys__ if is_typeddict(kind) else frozenset()


def about(kind):
    """What a class says of itself, in one line."""
    return " ".join((kind.__doc__ or "").split())


def closed(properties, *, without=frozenset()):
    """The schema of an object that has these properties and no other.

    :param without: the names of those that may be left out
    """
    return {"type": "object", "properties": properties, "additionalProperties": False,
            "required": [name for name in properties if name not in without]}
