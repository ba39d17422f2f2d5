"""The shape of every entry of a rule file, as marshmallow schemas: which keys it has and what each may hold.

Messages are codes here; `shape_faults` turns them into sentences. Whether a word is known is for words.py to say.
"""

from functools import cache

from marshmallow import RAISE, Schema, ValidationError, fields, post_load, validates_schema

from directory.days import DayRead
from directory.rules.model import DEADLINE_KINDS, EVERYONE, WAYS, Deadline, Duty, How, Item, Valid, When
from directory.rules.written_values import (
    AgeRange, Anything, Choice, Count, Day, Refused, Sentence, Word, Words,
)
from directory.yaml_lines import Entry


@cache
def schema(shape):
    """The one schema of a shape; making one costs more than reading an entry with it."""
    return shape()


class Shape(Schema):
    """A schema whose result keeps the lines of what it was read from."""

    class Meta:
        unknown = RAISE

    @post_load(pass_original=True)
    def _keep_lines(self, data, original, **kwargs):
        kept = Entry(original.line)
        kept.lines = original.lines
        kept.update(data)
        return self.made(kept)

    def made(self, data):
        """What the entry becomes: itself, or a value of the model."""
        return data


def many(shape, **kwargs):
    """The field of a list of entries of one shape."""
    return fields.List(fields.Nested(shape), **kwargs)


WhenShape = type("WhenShape", (Shape,), {
    "need": Words(), "level": Words(), "acute": Words(), "age": AgeRange(),
    "tried": fields.Dict(keys=Word(), values=Words()), "facts": fields.Dict(keys=Word(), values=Words()),
    "from": Refused("from"),
    "made": lambda self, data: _condition(data),
})


def _condition(data):
    values = {name: frozenset(data[name]) for name in ("need", "level", "acute") if name in data}
    for kind in ("tried", "facts"):
        values |= {f"{kind}.{name}": frozenset(words) for name, words in data.get(kind, {}).items()}
    return When(values, data.get("age"))


class HowShape(Shape):
    way = Choice(*WAYS, required=True)
    via = Word()
    who = Words()
    text = Sentence()
    say = Sentence()

    def made(self, data):
        return How(**data)


class HowByGroup(fields.Field[dict]):
    """`{family: {way: …}, school: {…}}`, or one `{way: …}` for everyone."""

    def _deserialize(self, value, attr, data, **kwargs):
        if not isinstance(value, dict) or not value:
            raise ValidationError("how")
        if "way" in value:
            return {EVERYONE: schema(HowShape).load(value)}
        made, faults = {}, {}
        for group, how in value.items():
            try:
                made[group] = schema(HowShape).load(how)
            except ValidationError as error:
                faults[group] = error.messages
        if faults:
            raise ValidationError(faults)
        return made


class ItemShape(Shape):
    id = Word(required=True)
    text = Sentence(required=True)
    referral = Choice("yes", "no")

    def made(self, data):
        return Item(data["id"], data["text"], data.get("referral") == "yes")


class DutyShape(Shape):
    unit = Word(required=True)
    text = Sentence(required=True)
    youth = Sentence()

    def made(self, data):
        return Duty(**data)


class DeadlineShape(Shape):
    days = Count(0, required=True)
    kind = Choice(*DEADLINE_KINDS, required=True)

    def made(self, data):
        return Deadline(**data)


ValidShape = type("ValidShape", (Shape,), {
    "from": Day(), "to": Day(),
    "made": lambda self, data: Valid(data.get("from"), data.get("to")),
    "_in_order": validates_schema(lambda self, data, **kwargs: _in_order(data)),
})


def _in_order(data):
    if data.get("from") and data.get("to") and data["to"] < data["from"]:
        raise ValidationError("days_backwards", "to")


class DisputedShape(Shape):
    to = Word(required=True)
    because = Sentence(required=True)
    source = Words()


class ExceptionShape(Shape):
    because = Sentence(required=True)
    source = Words()


class DisputedList(fields.Field[list]):
    """One disagreement or a list of them."""

    def _deserialize(self, value, attr, data, **kwargs):
        return schema(DisputedShape).load(value if isinstance(value, list) else [value], many=True)


class RuleShape(Shape):
    id = Word(required=True)
    when = fields.Nested(WhenShape)
    to = Word(required=True)
    because = Sentence(required=True)
    how = HowByGroup()
    requires = many(ItemShape)
    attach = many(ItemShape)
    answer_within = fields.Nested(DeadlineShape)
    alongside = many(DutyShape)
    also = Words()
    if_wrong = Sentence()
    disputed = DisputedList()
    exception = fields.Nested(ExceptionShape)
    calls = Word()
    unsure = Word()
    source = Words()
    valid = fields.Nested(ValidShape)


class ReplaceShape(RuleShape):
    rule = Word(required=True)


class OpenShape(Shape):
    id = Word(required=True)
    rule = Word(required=True)
    when = fields.Nested(WhenShape)
    calls = Word()
    because = Sentence(required=True)
    source = Words()


class SetsShape(Shape):
    facts = fields.Dict(keys=Word(), values=Word())
    level = Word()
    need = Word()


class HandOverShape(Shape):
    id = Word(required=True)
    by = Word(required=True)
    when = fields.Nested(WhenShape)
    adds = Words()
    sets = fields.Nested(SetsShape)
    level = Word()
    because = Sentence(required=True)
    usual = Choice("yes", "no")
    to = Refused("names_next")

    @validates_schema
    def _one_level(self, data, **kwargs):
        if "sets" in data and "level" in data:
            raise ValidationError("sets_or_level", "level")


class UnitShape(Shape):
    name = Sentence(required=True)
    ages = AgeRange()
    acute = Words()
    may_ask = Words()
    acts_as = Words()
    kind_of = Word()
    process = Choice("yes", "no")


class BindShape(Shape):
    own = Choice("school", "listing", "choice", required=True)
    units = fields.List(Anything())
    lost = Anything()

    @validates_schema
    def _some_unit(self, data, **kwargs):
        if data.get("units") == []:
            raise ValidationError("empty", "units")


class ReachShape(Shape):
    rule = Word(required=True)
    how = HowByGroup(required=True)
    source = Words()


InputsShape = type("InputsShape", (Shape,), {
    "need": Words(required=True), "level": Words(required=True), "age": AgeRange(required=True), "acute": Words(),
    "tried": Words(), "facts": fields.Dict(keys=Word(), values=Words()), "from": Words(),
})


class GatesShape(Shape):
    safety = many(WhenShape)
    protection = many(WhenShape)
    deadlock = many(WhenShape)


class SourceShape(Shape):
    id = Word(required=True)
    title = Sentence(required=True)
    publisher = Sentence()
    date = Anything()
    read_on = DayRead()
    url = Anything()
    confirmed_by = Anything()
    review = Day()


class WaiverShape(Shape):
    check = Word(required=True)
    ids = Words(required=True)
    area = Word()
    because = Sentence(required=True)
    until = Day()


class OptionShape(Shape):
    id = Word(required=True)
    text = Sentence(required=True)
    youth = Sentence()
    spoken = Sentence()
    hint = Sentence()
    need = Words()
    age = AgeRange()
    level = Word()
    acute = Word()
    tried = Words()
    facts = fields.Dict(keys=Word(), values=Word())
    danger = Choice("yes", "no")
    alongside = many(DutyShape)
    not_from = Words()
    only_at = AgeRange()


class AskedOfShape(Shape):
    need = Words()
    age = AgeRange()

    def made(self, data):
        return _condition(data)


class QuestionShape(Shape):
    id = Word(required=True)
    text = Sentence(required=True)
    youth = Sentence()
    hint = Sentence()
    when = fields.Nested(AskedOfShape)
    options = many(OptionShape, required=True)
    source = Words()

    @validates_schema
    def _some_option(self, data, **kwargs):
        if not data.get("options"):
            raise ValidationError("empty", "options")


CaseShape = type("CaseShape", (Shape,), {
    "need": Anything(required=True), "level": Anything(required=True), "age": Anything(required=True),
    "from": Anything(), "acute": Anything(),
    "tried": fields.Dict(keys=Word(), values=Anything()), "facts": fields.Dict(keys=Word(), values=Anything()),
    "on": Day(),
})

VignetteShape = type("VignetteShape", (Shape,), {
    "id": Word(required=True), "in": Word(required=True), "case": fields.Nested(CaseShape, required=True),
    "to": Words(required=True), "title": Sentence(), "story": Sentence(), "because": Sentence(), "basis": Word(),
    "confidence": Word(), "source": Words(), "chain": Words(), "also": Words(), "never": Words(),
})
