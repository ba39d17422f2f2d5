"""Single values of a rule file, as marshmallow fields: words, sentences, ages, days, counts."""

import re
from datetime import date

from marshmallow import ValidationError, fields

from directory.ages import Ages, NotAnAge, parse_ages
from directory.days import parse_day
from directory.personal_numbers import holds_personal_number
from directory.rules.model import Text

_WORD = re.compile(r"[\w.:/-]{1,80}")
_COUNT = re.compile(r"0|[1-9]\d{0,2}", re.ASCII)
_LANGUAGES = re.compile(r"[a-z]{2,3}")
LONGEST = 2_000  # characters of a sentence
MOST_WORDS = 1_000  # of a list; the longest of our own, the needs, is below 100


class Word(fields.Field[str]):
    """One id or word without blanks."""

    def _deserialize(self, value, attr, data, **kwargs):
        if isinstance(value, list):
            raise ValidationError("one")
        if not isinstance(value, str) or not _WORD.fullmatch(value):
            raise ValidationError("word")
        return value


class Choice(Word):
    """One of a few words."""

    def __init__(self, *choices, **kwargs):
        super().__init__(**kwargs)
        self.choices = choices

    def _deserialize(self, value, attr, data, **kwargs):
        word = super()._deserialize(value, attr, data, **kwargs)
        if word not in self.choices:
            raise ValidationError("choice:" + "|".join(self.choices))
        return word


class Words(fields.Field[tuple]):
    """One word or a list of words."""

    def _deserialize(self, value, attr, data, **kwargs):
        listed = value if isinstance(value, list) else [value]
        if not listed:
            raise ValidationError("empty")
        if len(listed) > MOST_WORDS:
            raise ValidationError(f"many:{MOST_WORDS}")
        for one in listed:
            if not isinstance(one, str) or not _WORD.fullmatch(one):
                raise ValidationError("word")
        if len(set(listed)) < len(listed):
            raise ValidationError("twice")
        return tuple(listed)


class Anything(fields.Field[str]):
    """A line of text that nobody looks up, such as the name of a bound unit."""

    def _deserialize(self, value, attr, data, **kwargs):
        if not isinstance(value, str) or not value.strip() or len(value) > LONGEST:
            raise ValidationError("text")
        if holds_personal_number(value):
            raise ValidationError("person")
        return value.strip()


class Sentence(fields.Field[Text]):
    """A sentence, or `{sv: …, en: …}`."""

    def _deserialize(self, value, attr, data, **kwargs):
        texts = value if isinstance(value, dict) else {"": value}
        for language, text in texts.items():
            if not isinstance(text, str) or not text.strip() or len(text) > LONGEST:
                raise ValidationError("sentence")
            if holds_personal_number(text):
                raise ValidationError("person")
            if language and not _LANGUAGES.fullmatch(language):
                raise ValidationError("language")
        if not texts:
            raise ValidationError("sentence")
        return Text({language: " ".join(text.split()) for language, text in texts.items()})


class AgeRange(fields.Field[Ages]):
    """A range of ages as ages.py reads it; a list of ranges is refused."""

    def _deserialize(self, value, attr, data, **kwargs):
        if isinstance(value, list):
            raise ValidationError("age_list" if value else "empty")
        try:
            return parse_ages(value)
        except NotAnAge as error:
            raise ValidationError("ages") from error


class Day(fields.Field[date]):
    """A day written 2026-11-21."""

    def _deserialize(self, value, attr, data, **kwargs):
        try:
            return parse_day(value)
        except ValueError as error:
            raise ValidationError("day") from error


class Count(fields.Field[int]):
    """A whole number from `least` to `most`, in figures."""

    def __init__(self, least, most=999, **kwargs):
        super().__init__(**kwargs)
        self.least, self.most = least, most

    def _deserialize(self, value, attr, data, **kwargs):
        if not isinstance(value, str) or not _COUNT.fullmatch(value) or not self.least <= int(value) <= self.most:
            raise ValidationError("number")
        return int(value)


class Refused(fields.Field):
    """A key that may never stand here; `code` says why."""

    def __init__(self, code):
        super().__init__()
        self.code = code

    def _deserialize(self, value, attr, data, **kwargs):
        raise ValidationError(self.code)
