"""Finds what looks like a Swedish personal identity number in a text, so that doors can refuse it."""

import re
import unicodedata

from personnummer import personnummer

SHORTEST = 10  # digits, and so characters
_NO_DIGIT = re.compile(r"\D")
_INVISIBLE = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")
_GAP = r"[\W_]{0,6}"  # what people write between the parts
_APART = r"[\W_]{1,3}"  # between digits that are all written apart
_PAIR, _PAIR_APART = r"\d[\W_]{0,3}\d", rf"\d{_APART}\d"
_LAST = r"\d[^\w.:]{0,3}" * 3 + r"\d"  # without what would make a time of day of it
_LAST_PAIRS = r"\d{2}[^\w.:]{0,3}\d{2}"


def _written(year, part, last, *, gaps=(_GAP, _GAP, _GAP), ends=r"(?!\d)"):
    """The pattern of a number. It is looked ahead, since a number that a shorter one precedes must be found too.

    :param gaps: what may stand before the month, the day and the last four
    """
    month, day, between = gaps
    return re.compile(rf"(?<!\d)(?=(?P<year>{year}){month}(?P<month>{part}){day}(?P<day>{part})(?P<between>{between})"
                      rf"(?P<last>{last}){ends})")


# Telephone numbers are grouped in many ways: ten digits are a number only where they are cut as people cut one. That is
# a date and four, where the date is in one or has the same sign between its parts, or all written apart. Twelve that
# begin with a century may be cut anywhere.
_CANDIDATES = (
    _written(r"(?:\d{2})?\d{2}", r"\d{2}", r"\d{4}"),
    _written(rf"(?:18|19|20){_GAP}{_PAIR}", _PAIR, _LAST),
    _written(rf"(?<!\d[\W_])(?:{_PAIR_APART}{_APART})?{_PAIR_APART}", _PAIR_APART,
             rf"{_PAIR_APART}{_APART}{_PAIR_APART}", gaps=(_APART,) * 3, ends=r"(?![\W_]{0,3}\d)"),
    _written(r"(?:\d{2})?\d{2}", r"\d{2}", _LAST, gaps=("", "", _GAP)),
    _written(r"(?<!\d[\W_])\d{2}", r"\d{2}", _LAST_PAIRS, gaps=(r"(?P<same>[\W_])", "(?P=same)", _GAP),
             ends=r"(?![\W_]{0,3}\d)"),
)


def holds_personal_number(text):
    """Whether a text holds a number with a real date of birth and a right check digit; coordination numbers count too.

    Telephone numbers and those of organizations have neither. Signs that nobody sees hide no number.
    """
    if not any(map(str.isnumeric, text)):
        return False
    plain = text if text.isascii() else _plain(text)
    return len(plain) >= SHORTEST and any(
        personnummer.valid(_as_written(found)) for one in _CANDIDATES for found in one.finditer(plain))


def _plain(text):
    """A text with its digits as 0 to 9, also raised, circled or of another script, and without what nobody sees."""
    whole = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text))
    digits = ((one, unicodedata.digit(one, None)) for one in whole if not unicodedata.combining(one))
    return "".join(one if digit is None else str(digit) for one, digit in digits)


def _as_written(found):
    """The parts of a number as the authorities write it; a plus says that its bearer is a hundred years old."""
    year, month, day, last = (_NO_DIGIT.sub("", found[name]) for name in ("year", "month", "day", "last"))
    return f"{year}{month}{day}{'+' if '+' in found['between'] else '-'}{last}"
