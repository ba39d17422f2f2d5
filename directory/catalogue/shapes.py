"""The shape of every entry of a seed file, as marshmallow schemas. Messages are codes; faults.py words them."""

from datetime import date
from typing import Any

from marshmallow import RAISE, Schema, ValidationError, fields, validate

from directory.ages import NotAnAge, parse_ages
from directory.personal_numbers import holds_personal_number

ORGANIZATIONS = ("kommun", "region", "stat", "civilsamhalle", "enskild")
LEVELS = ("bas", "forsta_linjen", "specialist", "akut", "myndighet")
ACCESS = ("self", "remiss", "anmalan", "ansokan", "beslut", "via_skola", "uppsokande", "domstol", "via_verksamhet",
          "112")
LONGEST = 2_000  # characters of a sentence
LONGEST_WORD = 200  # characters of an address, a number or a search word


def _one_of(*choices):
    return validate.OneOf(choices, error="choice:" + "|".join(choices))


class Line(fields.Field[str]):
    """One line of text."""

    def _deserialize(self, value, attr, data, **kwargs):
        if not isinstance(value, str) or not value.strip() or len(value) > LONGEST_WORD:
            raise ValidationError("line")
        if holds_personal_number(value):
            raise ValidationError("person")
        return value


class Words(fields.Field[tuple]):
    """One text or a list of texts; with `choices`, only those."""

    def __init__(self, *choices, kind=tuple, **kwargs):
        super().__init__(**kwargs)
        self.choices, self.kind = choices, kind

    def _deserialize(self, value, attr, data, **kwargs):
        listed = value if isinstance(value, list) else [value]
        if not listed or not all(isinstance(one, str) and one.strip() and len(one) <= LONGEST_WORD for one in listed):
            raise ValidationError("words")
        if self.choices and not set(listed) <= set(self.choices):
            raise ValidationError("choice:" + "|".join(self.choices))
        return self.kind(listed)


class Text(fields.Field[dict]):
    """`{sv: …, en: …}`; Swedish must be there."""

    def _deserialize(self, value, attr, data, **kwargs):
        if not isinstance(value, dict) or "sv" not in value:
            raise ValidationError("text")
        if not all(isinstance(one, str) and one.strip() and len(one) <= LONGEST for one in value.values()):
            raise ValidationError("text")
        if any(map(holds_personal_number, value.values())):
            raise ValidationError("person")
        return {language: " ".join(text.split()) for language, text in value.items()}


class AgeRange(fields.Field):
    def _deserialize(self, value, attr, data, **kwargs):
        try:
            return parse_ages(value)
        except NotAnAge as error:
            raise ValidationError("ages") from error


class Day(fields.Field[date]):
    def _deserialize(self, value, attr, data, **kwargs):
        try:
            return date.fromisoformat(value)
        except (TypeError, ValueError) as error:
            raise ValidationError("day") from error


class Shape(Schema):
    class Meta:
        unknown = RAISE

    error_messages = {"unknown": "unknown", "type": "entry"}


class Identified(Shape):
    id = fields.String(required=True, validate=validate.Regexp(r"[\w.-]{1,80}\Z", error="id"))


class Described(Identified):
    name = Text(required=True)
    description = Text(required=True)
    synonyms = Words(load_default=())
    legal = Line(load_default=None)
    sources = Words(required=True)


class Receiving(Described):
    organization = Words(*ORGANIZATIONS, required=True)
    levels = Words(*LEVELS, kind=frozenset, required=True)
    ages = AgeRange(required=True)
    receives = Words(kind=frozenset, required=True)
    access_note = Text(load_default=dict)


class AgencyShape(Receiving):
    short = Text(load_default=dict)
    access = Words(*ACCESS, kind=frozenset, required=True)


class RoleShape(Receiving):
    works_at = Words(required=True)


class GroupShape(Identified):
    name = Text(required=True)
    hint = Text(required=True)


class NeedShape(Identified):
    name = Text(required=True)
    group = Line(required=True)
    synonyms = Words(load_default=())


class AreaShape(Identified):
    name = Text(required=True)
    kind = fields.String(required=True, validate=_one_of("nation", "region", "municipality"))
    within = Line(load_default=None)


class PhoneShape(Shape):
    number = Line(required=True)
    text = Text(load_default=dict)
    hours = Text(load_default=dict)


class ValueShape(Shape):
    id = Line(required=True)
    name = Text(required=True)
    short = Text(load_default=dict)


class InputShape(Identified):
    """What people read for an input of the rules and for its values."""

    name = Text(required=True)
    asked = fields.String(load_default=None, validate=_one_of("family", "clock"))
    values = fields.List(fields.Nested(ValueShape), load_default=list, error_messages={"invalid": "list"})


class UnitShape(Identified):
    agency = Line(required=True)
    area = Line(required=True)
    name = Text(required=True)
    organization = Line(load_default=None)
    phones = fields.List(fields.Nested(PhoneShape), load_default=list, error_messages={"invalid": "list"})
    email = Line(load_default=None)
    url = Line(load_default=None)
    address = Line(load_default=None)
    note = Text(load_default=dict)
    assured_date = Day(load_default=None)
    sources = Words(required=True)


class NationalShape(Identified):
    """A national number, real and read at a place and time."""

    number = Line(required=True)
    name = Text(required=True)
    agency = Line(required=True)
    hours = Text(load_default=dict)
    confidence = fields.String(required=True, validate=_one_of("H", "M"))
    read_on = Line(load_default=None)
    source = Words(required=True)


SECTIONS = {  # the list that a file holds: the shape of its entries
    "agencies": AgencyShape(), "roles": RoleShape(), "processes": Described(), "groups": GroupShape(),
    "needs": NeedShape(), "areas": AreaShape(), "inputs": InputShape(), "units": UnitShape(), "phones": NationalShape(),
}


def keys_at(section, path):
    """The keys that an entry of a section may have where a path leads to; its last step is a key itself."""
    shape: Any = SECTIONS[section]
    for step in path[:-1]:
        if isinstance(step, str):  # a number is the place in a list of entries of one shape
            shape = shape.fields[step].inner.schema
    return set(shape.fields)
