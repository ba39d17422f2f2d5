"""The shape of every entry of a seed file, as marshmallow schemas. Messages are codes; faults.py words them."""

from typing import Any

from marshmallow import RAISE, Schema, ValidationError, fields, post_load, validate, validates_schema

from directory.catalogue.records import (
    CLOSED, DAYS, END_OF_DAY, ONLY, OPEN_TOO, PROFESSIONALS, PUBLIC, Neighbour, Schedule)
from directory.catalogue.written_values import AgeRange, Day, Days, Line, Text, Time, Truth, Words, Years
from directory.days import DayRead

ORGANIZATIONS = ("kommun", "region", "stat", "civilsamhalle", "enskild")
LEVELS = ("bas", "forsta_linjen", "specialist", "akut", "myndighet")
ACCESS = ("self", "remiss", "anmalan", "ansokan", "beslut", "via_skola", "uppsokande", "domstol", "via_verksamhet",
          "112")
OPEN_TO = ("child", "guardian", "relative", "professional", "anyone", "court")
MISSING = "missing"
STATES = ("working", "strained", MISSING)  # of a contact path


def _one_of(*choices):
    return validate.OneOf(choices, error="choice:" + "|".join(choices))


def _list_of(shape):
    """A list of entries of a shape."""
    return _Entries(fields.Nested(shape), error_messages={"invalid": "list"})


class _Entries(fields.List):
    def _deserialize(self, value, attr, data, **kwargs):
        return tuple(super()._deserialize(value, attr, data, **kwargs))


class Shape(Schema):
    class Meta:
        unknown = RAISE

    error_messages = {"unknown": "unknown", "type": "entry"}


class Identified(Shape):
    id = fields.String(required=True, validate=validate.Regexp(r"[\w.-]{1,80}\Z", error="id"))


class ScheduleShape(Shape):
    days = Words(*DAYS, required=True)
    opens = Time(required=True)
    closes = Time(required=True)
    holidays = fields.String(validate=_one_of(CLOSED, OPEN_TOO, ONLY))

    @validates_schema
    def _lasts(self, data, **_):
        if data["opens"] in (data["closes"], END_OF_DAY):
            raise ValidationError("time", "closes")

    @post_load
    def _made(self, data, **_):
        return Schedule(**data)


class NeighbourShape(Shape):
    id = Line(required=True)
    difference = Text(required=True)

    @post_load
    def _made(self, data, **_):
        return Neighbour(**data)


class Described(Identified):
    name = Text(required=True)
    description = Text(required=True)
    legal = Line(load_default=None)
    sources = Words(required=True)


class Helping(Described):
    synonyms = Words(load_default=())
    english = Words()
    does_not = Text()
    confused_with = _list_of(NeighbourShape)


class Receiving(Helping):
    organization = Words(*ORGANIZATIONS, required=True)
    levels = Words(*LEVELS, kind=frozenset, required=True)
    ages = AgeRange(required=True)
    receives = Words(kind=frozenset, required=True)
    access_note = Text(load_default=dict)
    where = Text()
    open_to = Words(*OPEN_TO)
    secrecy = Line()
    duty_to_report = Truth()


class AgencyShape(Receiving):
    short = Text(load_default=dict)
    access = Words(*ACCESS, kind=frozenset, required=True)
    signs = Text()
    when_closed = Line()


class RoleShape(Receiving):
    works_at = Words(required=True)


class GroupShape(Identified):
    name = Text(required=True)
    hint = Text(required=True)
    call_112 = Text()
    same_day = Text()
    sources = Words()


class NeedShape(Identified):
    name = Text(required=True)
    group = Line(required=True)
    description = Text()
    synonyms = Words(load_default=())
    english = Words()


class AreaShape(Identified):
    name = Text(required=True)
    kind = fields.String(required=True, validate=_one_of("nation", "region", "municipality"))
    within = Line(load_default=None)


class PhoneShape(Shape):
    number = Line(required=True)
    text = Text(load_default=dict)
    hours = Text(load_default=dict)
    schedules = _list_of(ScheduleShape)
    audience = fields.String(data_key="for", validate=_one_of(PUBLIC, PROFESSIONALS))


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
    minimum_age = Years()
    maximum_age = Years()
    party = Truth()
    opens_on = Day()
    closes_on = Day()
    schedules = _list_of(ScheduleShape)
    when_closed = Line()
    sources = Words(required=True)

    @validates_schema
    def _opens_before_it_closes(self, data, **_):
        if "opens_on" in data and "closes_on" in data and data["closes_on"] < data["opens_on"]:
            raise ValidationError("order", "closes_on")

    @validates_schema
    def _takes_some_age(self, data, **_):
        if data.get("minimum_age", 0) > data.get("maximum_age", data.get("minimum_age", 0)):
            raise ValidationError("order_of_ages", "maximum_age")


class NationalShape(Identified):
    """A national number, real and read at a place and time."""

    number = Line(required=True)
    name = Text(required=True)
    agency = Line(required=True)
    hours = Text(load_default=dict)
    schedules = _list_of(ScheduleShape)
    confidence = fields.String(required=True, validate=_one_of("H", "M"))
    read_on = DayRead(load_default=None)
    source = Words(required=True)


class PartyShape(Identified):
    """One of those who reach each other by contact paths."""

    name = Text(required=True)


class ContactPathShape(Identified):
    """How one party reaches another; without a way, none is agreed on."""

    from_party = Line(required=True, data_key="from")
    to_party = Line(required=True, data_key="to")
    areas = Words(required=True)
    way = Text()
    answer_within_days = Days()
    meeting_within_days = Days()
    note = Text()
    state = fields.String(required=True, validate=_one_of(*STATES))
    sources = Words(required=True)

    @validates_schema
    def _goes_where_it_says(self, data, **_):
        if ("way" in data) == (data["state"] == MISSING):
            raise ValidationError("way", "way")


SECTIONS = {  # the list that a file holds: the shape of its entries
    "agencies": AgencyShape(), "roles": RoleShape(), "processes": Helping(), "groups": GroupShape(),
    "needs": NeedShape(), "areas": AreaShape(), "inputs": InputShape(), "units": UnitShape(), "phones": NationalShape(),
    "secrecies": Described(), "parties": PartyShape(), "contact_paths": ContactPathShape(),
}


def keys_at(section, path):
    """The keys that an entry of a section may have where a path leads to; its last step is a key itself."""
    shape: Any = SECTIONS[section]
    for step in path[:-1]:
        if isinstance(step, str):  # a number is the place in a list of entries of one shape
            shape = next(one for one in shape.fields.values() if written_name(one) == step).inner.schema
    return set(map(written_name, shape.fields.values()))


def written_name(field):
    """The key that a field of a shape has in the files."""
    return field.data_key or field.name
