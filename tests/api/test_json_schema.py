"""Types become JSON Schema: what is described is what is sent."""

from collections.abc import Mapping
from dataclasses import dataclass, make_dataclass
from datetime import date, datetime
from typing import Annotated, Any, Generic, Literal, NotRequired, TypedDict, TypeVar

import pytest

from directory.api.json_schema import Schemas

T = TypeVar("T")


@dataclass
class Person:
    """Somebody with
    a name."""

    name: str
    friends: "tuple[Person, ...]"


@dataclass
class Box(Generic[T]):
    """Some things."""

    count: int
    things: tuple[T, ...]


class Note(TypedDict):
    """A note."""

    text: str
    day: NotRequired[str]


@pytest.mark.parametrize(("kind", "schema"), [
    (str, {"type": "string"}), (float, {"type": "number"}), (str | None, {"type": ["string", "null"]}),
    (date, {"type": "string", "format": "date"}), (datetime, {"type": "string", "format": "date-time"}),
    (list[int], {"type": "array", "items": {"type": "integer"}}), (Any, {}),
    (Mapping[str, bool], {"type": "object", "additionalProperties": {"type": "boolean"}}),
    (Literal["a", "b"], {"type": "string", "enum": ["a", "b"]}),
    (Annotated[int, "How many."], {"type": "integer", "description": "How many."}),
    (date | None, {"anyOf": [{"type": "string", "format": "date"}, {"type": "null"}]}),
])
def test_a_type_becomes_its_schema(kind, schema):
    assert Schemas().of(kind) == schema


def test_a_class_is_described_once_and_pointed_to_even_by_itself():
    schemas = Schemas()

    assert schemas.of(Person) == schemas.of(Person) == {"$ref": "#/components/schemas/Person"}
    assert schemas.named["Person"]["description"] == "Somebody with a name."
    assert schemas.named["Person"]["properties"]["friends"]["items"] == {"$ref": "#/components/schemas/Person"}


def test_a_class_has_all_its_fields_and_no_other():
    schemas = Schemas()
    schemas.of(Person)

    assert schemas.named["Person"]["required"] == ["name", "friends"]
    assert schemas.named["Person"]["additionalProperties"] is False


def test_a_key_that_may_be_left_out_is_not_required():
    schemas = Schemas()
    schemas.of(Note)

    assert schemas.named["Note"]["required"] == ["text"]
    assert schemas.named["Note"]["properties"]["day"] == {"type": "string"}


def test_a_class_that_leaves_a_type_open_is_described_with_it_filled_in():
    schema = Schemas().of(Box[Note])

    assert schema["properties"]["things"] == {"type": "array", "items": {"$ref": "#/components/schemas/Note"}}
    assert schema["properties"]["count"] == {"type": "integer"}


def test_two_classes_of_one_name_are_refused():
    schemas = Schemas()
    schemas.of(Person)

    with pytest.raises(TypeError, match="Person"):
        schemas.of(make_dataclass("Person", []))
