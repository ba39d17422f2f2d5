"""The needs of which a phrase stands whole in what somebody wrote, word for word: what is said, not what is like it."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from directory.search.index import Index
from directory.search.language import language
from directory.search.text import MOST_LETTERS, fold, words

FILE = Path(__file__).with_name("said_whole.yaml")
MANY = 10  # of something that was swallowed: said with such a number, an everyday phrase tells danger plainly
MOST_BETWEEN = 3  # words that tell nothing, between two of a phrase: "svalt en massa tabletter"


@dataclass(frozen=True, slots=True)
class Standing:
    """A need, and the places of its words in the text, from 0. `everyday`: its words are said when nothing is
    wrong too.
    """

    need: str
    at: frozenset[int]
    everyday: bool


def as_spelt(text):
    """A text with the words that are written as they are said spelt as in the phrases: "mej" is "mig"."""
    return " ".join(language().spoken.get(fold(one), one) for one in text[:MOST_LETTERS].split())


def standing(index: Index, text):
    """The needs whose phrases stand in a text, the longest first; each need once, and none whose words are but a part
    of another's phrase: who is away from school is not missing. A phrase of one word stands only as it
    is written: "gifta" is not "gift".
    """
    asked = words(text[:MOST_LETTERS])
    stems = tuple(map(index.stem, asked))
    found = [Standing(need, frozenset(at), _is_everyday(need, own, asked[at[0]:at[-1]]))
             for need, own in _phrases(index) if (at := _places(own, asked, stems, index))]
    first: dict[str, Standing] = {}
    for one in sorted(found, key=lambda one: (-len(one.at), one.everyday)):
        first.setdefault(one.need, one)
    return tuple(one for one in first.values() if not any(one.at < other.at for other in first.values()))


def tell_all(stands, text):
    """Whether no word of a text but those of its phrases tells anything."""
    told = set().union(*(range(min(one.at), max(one.at) + 1) for one in stands))
    return all(at in told or word in language().beside for at, word in enumerate(words(text[:MOST_LETTERS])))


@cache
def said_whole():
    """By need, the folded words of the phrases of the file, the everyday ones last."""
    plain, everyday = _read("plain"), _read("everyday")
    return {need: (*plain.get(need, ()), *everyday.get(need, ())) for need in (*plain, *everyday)}


@cache
def _read(part):
    read = yaml.load(FILE.read_text("utf-8"), yaml.CBaseLoader)
    return {need: tuple(map(words, phrases)) for need, phrases in read[part].items()}


def _is_everyday(need, own, asked):
    """Whether a phrase, as it stands in some words of a text, is said when nothing is wrong too."""
    return own in _read("everyday").get(need, ()) and not any(one.isdecimal() and int(one) >= MANY for one in asked)


def _phrases(index):
    """Pairs of a need and the words of a phrase, those of the catalogue before those of the file."""
    needs = {one.id for one in index.entries if one.kind == "need"}
    for phrase in index.phrases:
        if index.entries[phrase.entry].kind == "need":
            yield index.entries[phrase.entry].id, phrase.words
    for need, phrases in said_whole().items():
        yield from ((need, one) for one in phrases if need in needs)


def _places(own, asked, stems, index):
    """Where the words of a phrase stand in order, with nothing between that tells anything; () where they do not."""
    if len(own) == 1:
        return (asked.index(own[0]),) if own[0] in asked else ()
    inside = tuple(map(index.stem, own))
    starts = (at for at, one in enumerate(stems) if one == inside[0])
    return next((found for start in starts if (found := _from(start, inside, asked, stems))), ())


def _is_between(word):
    return word.isdigit() or word in language().between


def _from(start, inside, asked, stems):
    found = [start]
    for wanted in inside[1:]:
        at = found[-1] + 1
        while at < len(asked) and stems[at] != wanted and _is_between(asked[at]):
            at += 1
        if at >= len(asked) or stems[at] != wanted or at - found[-1] > MOST_BETWEEN + 1:
            return ()
        found.append(at)
    return tuple(found)
