"""Finds what looks like a Swedish personal identity number in a text, so that doors can refuse it."""

import re
import unicodedata

from personnummer import personnummer

_DIGIT = re.compile(r"\d")
_INVISIBLE = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")
_BETWEEN = r"([\s._/+\u2010-\u2015\u2212-]{0,3})"  # what people write between the parts
# Looked ahead, since a number that a shorter one precedes must be found too.
_CANDIDATE = re.compile(
    rf"(?<!\d)(?=((?:\d{{2}})?\d{{2}}){_BETWEEN}(\d{{2}}){_BETWEEN}(\d{{2}}){_BETWEEN}(\d{{4}})(?!\d))")


def holds_personal_number(text):
    """Whether a text holds a number with a real date of birth and a right check digit; coordination numbers count too.

    Telephone numbers and those of organizations have neither. Signs that nobody sees hide no number.
    """
    if not _DIGIT.search(text):
        return False
    plain = _DIGIT.sub(lambda found: str(unicodedata.digit(found[0])), _INVISIBLE.sub("", text))
    return any(personnummer.valid(_as_written(found)) for found in _CANDIDATE.finditer(plain))


def _as_written(found):
    """The parts of a number as the authorities write it; a plus says that its bearer is a hundred years old."""
    year, _, month, _, day, between, last = found.groups()
    return f"{year}{month}{day}{'+' if '+' in between else '-'}{last}"
