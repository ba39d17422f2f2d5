"""Finds what looks like a Swedish personal identity number in a text, so that doors can refuse it."""

import re

from personnummer import personnummer

_CANDIDATE = re.compile(r"(?<!\d)(?:\d{2})?\d{6}[-+ ]?\d{4}(?!\d)")


def holds_personal_number(text):
    """Whether a text holds a number with a real date of birth and a right check digit; coordination numbers count too.

    Telephone numbers and those of organizations have neither.
    """
    return any(personnummer.valid(found[0].replace(" ", "")) for found in _CANDIDATE.finditer(text))
