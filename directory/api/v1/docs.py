"""The description as a page for people: nothing of it is fetched from elsewhere, and nothing runs in a browser."""

import json
from dataclasses import dataclass

from directory.api.json_schema import BELOW

MOST_VALUES = 12  # of a parameter or field; the description itself lists them all


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words; `link` is the name of the type that they lead to."""

    text: str
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A parameter or a field: what it may hold, and what it says."""

    name: str
    holds: tuple[Piece, ...]
    about: str
    required: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """What a status means and what comes with it."""

    status: str
    about: str
    holds: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Address:
    """An address with a method. `body` are the fields of what is sent, `example` a body or an address that works."""

    id: str
    method: str
    path: str
    about: str
    parameters: tuple[Line, ...]
    body: tuple[Line, ...]
    example: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Section:
    name: str
    addresses: tuple[Address, ...]


@dataclass(frozen=True, slots=True)
class Type:
    """Something that answers are made of."""

    name: str
    about: str
    fields: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class DocsPage:
    title: str
    about: str
    edition: str
    sections: tuple[Section, ...]
    types: tuple[Type, ...]


def docs_page(described, edition):
    """The page of a description.

    :param described: the description as a dict
    """
    addresses = [(said["tags"][0], _address(method, path, said)) for path, methods in described["paths"].items()
                 for method, said in methods.items()]
    sections = tuple(Section(tag["name"], tuple(one for name, one in addresses if name == tag["name"]))
                     for tag in described["tags"])
    types = tuple(Type(name, schema["description"], _fields(schema))
                  for name, schema in described["components"]["schemas"].items())
    return DocsPage(described["info"]["title"], described["info"]["description"], edition, sections, types)


def _address(method, path, said):
    body = said.get("requestBody", {}).get("content", {}).get("application/json", {})
    lines = tuple(Line(one["name"], words_of(one["schema"]), one["description"], one["required"])
                  for one in said["parameters"])
    answers = tuple(Answer(status, one["description"], _holds(one)) for status, one in said["responses"].items())
    return Address(said["operationId"], method.upper(), path, said["summary"], lines, _fields(body.get("schema", {})),
                   _example(path, body, said), answers)


def _example(path, body, said):
    if body:
        return json.dumps(body["example"], ensure_ascii=False, indent=1)
    known = {one["name"]: one["example"] for one in said["parameters"] if "example" in one}
    return path.format(**known) if known else ""


def _fields(schema, within=""):
    """A line for each field, and after it one for each field within it."""
    lines = []
    for name, one in schema.get("properties", {}).items():
        lines.append(Line(within + name, words_of(one), one.get("description", ""), name in schema["required"]))
        lines += _fields(one, f"{within}{name}.")
    return tuple(lines)


def _holds(response):
    """What the body of an answer is; of one record only the name of its type is told."""
    contents = list(response.get("content", {}).values())
    if not contents:
        return ()
    schema = contents[0]["schema"]
    of_a_page = schema.get("properties", {}).get("contents")
    return (*words_of(schema), Piece(": "), *words_of(of_a_page)) if of_a_page else words_of(schema)


def words_of(schema) -> tuple[Piece, ...]:
    """A schema in a few words."""
    if "$ref" in schema:
        name = schema["$ref"].removeprefix(BELOW)
        return (Piece(name, name),)
    if "anyOf" in schema:
        return _joined([words_of(one) for one in schema["anyOf"]])
    if "enum" in schema:
        values = ["null" if one is None else str(one) for one in schema["enum"]]
        more = f" … (+{len(values) - MOST_VALUES})" if len(values) > MOST_VALUES else ""
        return (Piece(", ".join(values[:MOST_VALUES]) + more),)
    if schema.get("type") == "array":
        return (Piece("list of "), *words_of(schema["items"]))
    if "minimum" in schema:
        return (Piece(f"{schema['minimum']} to {schema['maximum']}"),)
    return (Piece(_plain(schema)),)


def _plain(schema):
    kinds = schema.get("type", "anything")
    words = [schema.get("format", "text") if one == "string" else one
             for one in ([kinds] if isinstance(kinds, str) else kinds)]
    return " or ".join(words)


def _joined(several):
    pieces = list(several[0])
    for one in several[1:]:
        pieces += [Piece(" or "), *one]
    return tuple(pieces)
