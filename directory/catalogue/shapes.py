"""The shape of every entry of a seed file, as marshmallow schemas."""

from datetime import date

from marshmallow import RAISE, Schema, ValidationError, fields, validate

from directory.ages import NotAnAge, parse_ages

ORGANIZATIONS = ("kommun", "region", "stat", "civilsamhalle", "enskild")
LEVELS = ("bas", "forsta_linjen", "specialist", "akut", "myndighet")
ACCESS = ("self", "remiss", "anmalan", "ansokan", "beslut", "via_skola", "uppsokande", "domstol", "via_verksamhet", "112")


class Words(fields.Field[tuple]):
    """One text or a list of texts; with `choices`, only those."""

    def __init__(self, choices=None, **kwargs):
        super().__init__(**kwargs)
        self.choices = choices

    def _deserialize(self, value, attr, data, **kwargs):
        listed = value if isinstance(value, list) else [value]
        if not listed or not all(isinstance(one, str) and one.strip() for one in listed):
            raise ValidationError("words")
        if self.choices and not set(listed) <= set(self.choices):
            raise ValidationError("choice:" + "|".join(self.choices))
        return tuple(listed)


class Text(fields.Field[dict]):
    """`{sv: …, en: …}`; Swedish must be there."""

    def _deserialize(self, value, attr, data, **kwargs):
        if not isinstance(value, dict) or "sv" not in value:
            raise ValidationError("text")
        if not all(isinstance(one, str) and one.strip() for one in value.values()):
            raise ValidationError("text")
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

    id = fields.String(required=True, validate=validate.Regexp(r"^[\w.-]{1,80}$"))


class Described(Shape):
    name = Text(required=True)
    description = Text(required=True)
    synonyms = Words(load_default=())
    legal = fields.String(load_default=None)
    sources = Words(required=True)


class Receiving(Described):
    organization = Words(choices=ORGANIZATIONS, required=True)
    levels = Words(choices=LEVELS, required=True)
    ages = AgeRange(required=True)
    receives = Words(required=True)
    access_note = Text(load_default=dict)


class AgencyShape(Receiving):
    short = Text(load_default=dict)
    access = Words(choices=ACCESS, required=True)


class RoleShape(Receiving):
    works_at = Words(required=True)


class GroupShape(Shape):
    name = Text(required=True)
    hint = Text(required=True)


class NeedShape(Shape):
    name = Text(required=True)
    group = fields.String(required=True)
    synonyms = Words(load_default=())


class AreaShape(Shape):
    name = Text(required=True)
    kind = fields.String(required=True, validate=validate.OneOf(("nation", "region", "municipality")))
    within = fields.String(load_default=None)


class PhoneShape(Schema):
    class Meta:
        unknown = RAISE

    number = fields.String(required=True, validate=validate.Length(min=2, max=30))
    text = Text(load_default=dict)
    hours = Text(load_default=dict)


class ValueShape(Schema):
    class Meta:
        unknown = RAISE

    id = fields.String(required=True)
    name = Text(required=True)
    short = Text(load_default=dict)


class InputShape(Shape):
    """What people read for an input of the rules and for its values."""

    name = Text(required=True)
    asked = fields.String(load_default=None, validate=validate.OneOf(("family", "clock")))
    values = fields.List(fields.Nested(ValueShape), load_default=list)


class UnitShape(Shape):
    agency = fields.String(required=True)
    area = fields.String(required=True)
    name = Text(required=True)
    organization = fields.String(load_default=None)
    phones = fields.List(fields.Nested(PhoneShape), load_default=list)
    email = fields.String(load_default=None)
    url = fields.String(load_default=None)
    address = fields.String(load_default=None)
    note = Text(load_default=dict)
    assured_date = Day(load_default=None)
    sources = Words(required=True)


class NationalShape(Shape):
    """A national number, real and read at a place and time."""

    number = fields.String(required=True)
    name = Text(required=True)
    agency = fields.String(required=True)
    hours = Text(load_default=dict)
    confidence = fields.String(required=True, validate=validate.OneOf(("H", "M")))
    read_on = fields.String(load_default=None)
    source = Words(required=True)
