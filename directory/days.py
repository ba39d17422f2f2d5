"""Days as files write them: 2026-11-21, and where no more is known the month or the year alone."""

import re
from datetime import date

from marshmallow import ValidationError, fields

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_PART = re.compile(r"\d{4}(?:-\d\d){0,2}", re.ASCII)


def parse_day(text):
    """The day written 2026-11-21, and in no other way.

    :raises ValueError: it is written in another way, or there is no such day
    """
    if not isinstance(text, str) or not _DAY.fullmatch(text):
        raise ValueError(text)
    return date.fromisoformat(text)


def check_part_of_day(text):
    """Pass a text that is a day, or so much of one as is known: 2026-11, or 2026.

    :raises ValueError: it is written in another way, or there is no such day
    """
    if not isinstance(text, str) or not _PART.fullmatch(text):
        raise ValueError(text)
    parse_day(f"{text}-01-01"[:len("2026-11-21")])


def is_whole(text):
    """Whether a day that was written so is known to the day; "" and None are not known at all."""
    return bool(text and _DAY.fullmatch(text))


class DayRead(fields.Field[str]):
    """A day written 2026-11-21, or so much of it as is known: 2026-11, or 2026."""

    def _deserialize(self, value, attr, data, **kwargs):
        try:
            check_part_of_day(value)
        except ValueError as error:
            raise ValidationError("day_read") from error
        return value
