"""What a query says beside whom it looks for: the area, and the age of the child."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from directory.ages import MONTHS
from directory.search.language import language
from directory.search.text import MOST_LETTERS, MOST_WORDS, distance, fold, words

FIRST_SCHOOL_YEAR = 6  # years of age less the number of the school year
SHORTEST_AREA = 6  # letters of a name of an area that may hold a slip
OLDEST = 25  # years; a higher number is no child's age


@dataclass(frozen=True, slots=True)
class Understood:
    """What was read from the words: `rest` are the words that tell whom to contact, folded; an age is in months.

    `cut` says that the query had more words than are read. The `need` is for whoever ranks to say.
    """

    area: str | None
    months: int | None
    level: str | None
    rest: tuple[str, ...]
    words: tuple[str, ...]
    cut: bool = False
    need: str | None = None


def understand(text, areas: Mapping[tuple[str, ...], str], *, techniques, known=frozenset()):
    """What a text says.

    :param areas: the folded words that mean an area
    :param known: words that are no slip of an area's name
    """
    accents = "fold" in techniques
    cut, text = len(text) > MOST_LETTERS, text[:MOST_LETTERS]
    every = words(text, accents=accents)
    cut, every = cut or len(every) > MOST_WORDS, every[:MOST_WORDS]
    if "understanding" not in techniques:
        return Understood(None, None, None, every, every, cut)
    months, left = _age(fold(text))
    area, rest = _area(words(left, accents=accents)[:MOST_WORDS], areas, known)
    level = next((language().levels[word] for word in rest if word in language().levels), None)
    return Understood(area, months, level, rest, every, cut)


def _age(text):
    """The months of the first age in a folded text, and the text without it."""
    for pattern, read in _patterns():
        found = pattern.search(text)
        months = read(found) if found else None
        if months is not None and months <= OLDEST * MONTHS:
            return months, f"{text[:found.start()]} {text[found.end():]}"
    return None, text


def _any(found):
    return "|".join(sorted(map(re.escape, found), key=len, reverse=True))


@cache
def _patterns():
    """Patterns of an age, each with the function from what it found to months."""
    known = language()
    number = rf"(?P<digits>\d{{1,2}})(?:[.,](?P<half>5))?|(?P<word>{_any(known.numbers)})"
    years = re.compile(rf"\b(?:{number})[\s-]*(?:{_any(known.years)})(?:[\s-]+old|[\s-]+gammal|[\s-]+gammalt)?\b")
    months = re.compile(rf"\b(?:{number})[\s-]*(?:{_any(known.months)})(?:[\s-]+old|[\s-]+gammal|[\s-]+gammalt)?\b")
    grade = re.compile(rf"\b(?:{_any(known.school_years)})[\s-]*(?:{number})\b")
    named = re.compile(rf"\b(?P<word>{_any(known.ages)})\b")
    return (
        (years, lambda found: _count(found) * MONTHS + (MONTHS // 2 if found["half"] else 0)), (months, _count),
        (grade, lambda found: (_count(found) + FIRST_SCHOOL_YEAR) * MONTHS),
        (named, lambda found: known.ages[found["word"]] * MONTHS),
    )


def _count(found):
    return int(found["digits"]) if found["digits"] else language().numbers[found["word"]]


def _area(found, areas, known):
    """The area that some words name, and the words without its name."""
    for length in (3, 2, 1):
        for at in range(len(found) - length + 1):
            area = _area_of(found[at:at + length], areas, known, before=found[at - 1] if at else "")
            if area:
                return area, found[:at] + found[at + length:]
    return None, found


def _area_of(piece, areas, known, *, before):
    name = (*piece[:-1], piece[-1].removesuffix("s")) if len(piece[-1]) > 3 else piece
    area = areas.get(piece) or areas.get(name)
    if area:
        return area if piece[-1] not in language().stop or before in ("i", "in") else None
    if len(piece) > 1 or len(piece[0]) < SHORTEST_AREA or piece[0] in known:
        return None
    return next((one for inside, one in areas.items()
                 if len(inside) == 1 and len(inside[0]) >= SHORTEST_AREA - 1 and distance(name[0], inside[0], 1) <= 1),
                None)
