"""What may stand at a key of a seed file, as marshmallow fields. The files hold text alone; messages are codes."""

import re
from datetime import date

from marshmallow import ValidationError, fields

from directory.ages import NotAnAge, parse_ages
from directory.personal_numbers import holds_personal_number

LONGEST = 2_000  # characters of a sentence
LONGEST_WORD = 200  # characters of an address, a number or a search word
DAYS_OF_A_YEAR = 365
TRUTHS = {"true": True, "yes": True, "false": False, "no": False}
TIME = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d|24:00")


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


class Years(fields.Field[int]):
    """An age in whole years, from 0 to 99."""

    def _deserialize(self, value, attr, data, **kwargs):
        if not isinstance(value, str) or not re.fullmatch(r"\d{1,2}", value, re.ASCII):
            raise ValidationError("years")
        return int(value)


class Truth(fields.Field[bool]):
    def _deserialize(self, value, attr, data, **kwargs):
        if not isinstance(value, str) or value not in TRUTHS:
            raise ValidationError("truth")
        return TRUTHS[value]


class Time(fields.Field[str]):
    """A time of day as "08:00"; "24:00" is the end of the day."""

    def _deserialize(self, value, attr, data, **kwargs):
        if not isinstance(value, str) or not TIME.fullmatch(value):
            raise ValidationError("time")
        return value


class Days(fields.Field[int]):
    """A number of days, from 1 to 365."""

    def _deserialize(self, value, attr, data, **kwargs):
        if not isinstance(value, str) or not re.fullmatch(r"[1-9]\d{0,2}", value) or int(value) > DAYS_OF_A_YEAR:
            raise ValidationError("days")
        return int(value)
