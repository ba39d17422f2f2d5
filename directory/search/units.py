"""The real units of a catalogue: by the words of their own names, and by the agency and area that they stand for."""

from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from directory.catalogue import Catalogue
from directory.search.text import words

MOST_OF_A_WORD = 500  # units that share a word of their names; a word of more tells no unit


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Units:
    """Units by number: `by_word` holds the one whose name has a word, or those, or None where they are too many."""

    ids: tuple[str, ...]
    by_word: Mapping[str, int | array | None]
    by_place: Mapping[tuple[str, str], array]

    def named(self, word):
        """The numbers of the units whose names hold a folded word."""
        held = self.by_word.get(word)
        return frozenset((held,) if isinstance(held, int) else held or ())

    def at(self, agency, area) -> Iterator[str]:
        """The ids of the units of an agency in an area."""
        return (self.ids[number] for number in self.by_place.get((agency, area), ()))


def units_of(catalogue: Catalogue):
    """Every unit and national number of a catalogue."""
    every = (*catalogue.units.values(), *catalogue.national.values())
    by_place, by_word = defaultdict(_numbers), {}
    for number, one in enumerate(every):
        by_place[(one.agency, one.area)].append(number)
        for word in {*words(one.name.get("sv", ""))}:
            by_word[word] = _with(by_word[word], number) if word in by_word else number
    return Units(tuple(one.id for one in every), by_word, dict(by_place))


def _with(held, number):
    """The numbers of a word with one more; sixty thousand units have as many words of their own, so one is no array."""
    if isinstance(held, int):
        return array("I", (held, number))
    if held is None or len(held) == MOST_OF_A_WORD:
        return None
    held.append(number)
    return held


def _numbers():
    return array("I")
