"""Codes that are read over the telephone, and the coded reasons for which a referral comes back.

A receipt's code has nine symbols and one that checks them: any one symbol that is wrong, and any two that changed
places, are noticed. There are 23 ** 9 of them, 1.8 million millions, so that none is guessed.
"""

import secrets

from directory.errors import DirectoryError

REASONS = ("wrong_level", "missing_attachment", "age_border", "not_our_area", "full", "no_answer", "did_not_attend",
           "other_agreed")
ALPHABET = "34679ACDEFGHJKMNPRTUWXY"  # a prime number of symbols, none of which looks or sounds like another
SYMBOLS = 9  # before the one that checks them
GROUPS = (4, 4, 2)  # as a code is read aloud
LENGTH = sum(GROUPS)
CONFIRMING = 6  # symbols of the code that a question is handed over with
LONGEST = 40  # characters of what somebody typed
BETWEEN = str.maketrans("", "", " \t\u00a0-\u2010\u2011\u2012\u2013\u2014\u2212")  # what people write between groups


class CodeRefused(DirectoryError):
    """A text is no code: it has a sign that no code has, too many or too few of them, or its check symbol is wrong."""

    code, status = "code_refused", 422

    def __init__(self):
        super().__init__("no code of a receipt")  # without the text: it may be something else than a code


def new_code():
    """A code that nobody can guess."""
    body = _random(SYMBOLS)
    return body + _check_symbol(body)


def new_confirmation():
    """What a unit must say to take over what was handed over to it."""
    return _random(CONFIRMING)


def shown_code(code):
    """A code in groups to read aloud: ACDE-FGHJ-K3."""
    return "-".join(code[sum(GROUPS[:index]):sum(GROUPS[:index + 1])] for index in range(len(GROUPS)))


def shown_confirmation(confirmation):
    """The same of the code that a question is handed over with: ACD-EFG."""
    return f"{confirmation[:CONFIRMING // 2]}-{confirmation[CONFIRMING // 2:]}"


def read_code(text):
    """The code that somebody typed; lower case, spaces and hyphens are allowed.

    :raises CodeRefused: it is none
    """
    code = bare(text)
    if len(code) != LENGTH or not set(code) <= set(ALPHABET) or _check_symbol(code[:-1]) != code[-1]:
        raise CodeRefused
    return code


def bare(text):
    """What somebody typed, without what stands between the symbols; nothing of a text that is too long."""
    return text.translate(BETWEEN).upper() if len(text) <= LONGEST else ""


def _check_symbol(body):
    """The symbol that makes the sum of all, each times its own weight, a multiple of 23.

    The weights are 10 … 2 and 1 for the check symbol: none is 0 and no two are alike, so one wrong symbol changes the
    sum by (weight × difference), two that changed places by (difference of weights × difference); a prime divides
    neither.
    """
    weighed = sum((LENGTH - index) * ALPHABET.index(symbol) for index, symbol in enumerate(body))
    return ALPHABET[-weighed % len(ALPHABET)]


def _random(count):
    return "".join(secrets.choice(ALPHABET) for _ in range(count))
