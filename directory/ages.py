"""Ages and ranges of ages, in whole months. What an age means for a child is for the rules to say."""

import re
from dataclasses import dataclass

MONTHS = 12
OLDEST = 120 * MONTHS  # months; an age above this is a slip of the hand
_AGE = re.compile(r"(\d{1,3})(?:y(\d{1,2})m)?", re.ASCII)


class NotAnAge(ValueError):
    """The text is no age and no range of ages; `text` holds it."""

    def __init__(self, text):
        super().__init__(f"not an age: {text!r}")
        self.text = text


@dataclass(frozen=True, slots=True, order=True)
class Ages:
    """The months from `first` to `last`, both included."""

    first: int
    last: int

    def __contains__(self, months):
        return self.first <= months <= self.last

    def within(self, other):
        return other.first <= self.first and self.last <= other.last

    def common(self, other):
        """The ages that both ranges hold, or None."""
        if self.within(other):
            return self
        if other.within(self):
            return other
        first, last = max(self.first, other.first), min(self.last, other.last)
        return Ages(first, last) if first <= last else None

    def __str__(self):
        first = show_age(self.first)
        years, months = divmod(self.last, MONTHS)
        last = str(years) if months == MONTHS - 1 else f"{years}y{months}m"
        return first if first == last else f"{first}-{last}"


def parse_age(text):
    """Months of an age written `9` or `9y6m`.

    :raises NotAnAge: it is written in another way, or its months are more than 11
    """
    return _months(text, text)[0]


def parse_ages(text):
    """The range written `6-17`, `9` (that whole year), `17y6m-20` or `0-17y5m`; both ends belong to it.

    :raises NotAnAge: it is written in another way, or runs backwards
    """
    if not isinstance(text, str):
        raise NotAnAge(text)
    first, _, last = text.partition("-")
    start, whole_year = _months(first.strip(), text)
    if "-" in text:
        end, whole_year = _months(last.strip(), text)
    else:
        end = start
    if whole_year:
        end += MONTHS - 1
    if end < start:
        raise NotAnAge(text)
    return Ages(start, end)


def _months(part, text):
    match = _AGE.fullmatch(part) if isinstance(part, str) else None
    if not match:
        raise NotAnAge(text)
    years, months = int(match[1]), int(match[2] or 0)
    if months >= MONTHS or years * MONTHS > OLDEST:
        raise NotAnAge(text)
    return years * MONTHS + months, match[2] is None


def show_age(months):
    """`9` or `9y6m`, as it is written in rule files."""
    years, rest = divmod(months, MONTHS)
    return f"{years}y{rest}m" if rest else str(years)
