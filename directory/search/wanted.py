"""The words of a query → what each may mean in the words of the index, and how sure that is."""

from collections.abc import Iterator
from dataclasses import dataclass

from directory.search.index import CALLED, PARTS, TASK, Index
from directory.search.language import language

AS_SAID, IN_COMPOUND, IN_TASK = 1.0, 0.6, 0.5  # how sure a word is that a phrase, a part of a compound, a task holds
SLIP = 1.3  # what a letter that differs takes from how sure a word of one letter is
OF_COMPOUND, BEGINNING = 0.85, 0.7  # a part of the word that was asked for; a longer word that begins with it
ALIKE, MEANS = 0.8, 0.75  # another word for it; what it means
MOST_MEANT = 3  # words that a misspelt or unfinished one may mean
LONGEST_JOINED = 3  # words that were one: "elev hälso team"


@dataclass(frozen=True, slots=True)
class Meaning:
    """A stem that a field of the index has, and how sure it is (0 to 1) that it was meant."""

    field: str
    stem: str
    sure: float


@dataclass(frozen=True, slots=True)
class Wanted:
    """A word of a query: how much it tells, and what it may mean."""

    word: str
    tells: float
    meanings: tuple[Meaning, ...]


def wanted_of(index: Index, asked: tuple[str, ...]):
    """What the words of a query want, in order: nothing where none of them says whom to contact."""
    known = language()
    asked = (*asked, *(meant for saying, meant in known.sayings.items() if asked[-len(saying):] == saying))
    if all(len(word) == 1 or word in known.stop or word in known.negations for word in asked):
        return []
    once = tuple(dict.fromkeys(asked))
    return [one for word in joined(index, _written_out(index, once)) for one in _of_word(index, word)]


def _written_out(index, asked):
    """The words, with abbreviations in full that the catalogue does not have."""
    if "alike" not in index.techniques:
        return asked
    full, called = language().full, index.lexicon.called
    return tuple(word for one in asked for word in ((one,) if one in called else full.get(one, (one,))))


def joined(index, asked):
    """The words, those put together that were one: "kvinno jour"."""
    found: list[str] = []
    at = 0
    while at < len(asked):
        lengths = (length for length in range(LONGEST_JOINED, 1, -1) if _is_one(index, asked[at:at + length], length))
        length = next(lengths, 1)
        found.append("".join(asked[at:at + length]))
        at += length
    return found


def _is_one(index, piece, length):
    if "compounds" not in index.techniques or len(piece) < length or any(len(one) < 3 for one in piece):
        return False
    first, whole = "".join(piece[:-1]), "".join(piece)
    stem = index.stem(whole)
    return whole in index.lexicon.called or (len(stem) > len(first) + 2 and stem in index.places[CALLED])


def _of_word(index, word) -> Iterator[Wanted]:
    lexicon, own = index.lexicon, index.stem(word)
    if lexicon.knows(word) or any(one in lexicon.stems for one, _ in _others(index, own)):
        yield _known(index, own, index.tell(word), word)
        return
    near = lexicon.near(word)
    parts = lexicon.split(word) if not near or near[0][1] > 1 else ()
    if parts:
        yield from (_known(index, part, index.tell(part), part, OF_COMPOUND) for part in parts)
    else:
        yield from _guessed(index, word, near)


def _guessed(index, word, near):
    """What a word that is not known may be: misspelt, not written to its end, a compound of which a part is known."""
    slips = [(one, 1 - SLIP * far / len(word)) for one, far in near[:MOST_MEANT]]
    meant = slips or [(one, BEGINNING) for one in index.lexicon.beginning_with(word)[:MOST_MEANT]]
    part = None if meant else index.lexicon.part_of(word)
    if part:
        yield _known(index, part, index.tell(part), part, OF_COMPOUND)
    tells = max((index.tell(one) for one, _ in meant), default=1.0)
    yield Wanted(word, tells, tuple(one for other, sure in meant for one in _held(index.stem(other), sure)))


def _known(index, own, tells, word, sure=1.0):
    """A word that the index knows, or that stands for one that it knows: then it tells as much as that."""
    others = _others(index, own)
    if own not in index.tells:
        tells *= max((index.tells[one] for one, _ in others if one in index.tells), default=1.0)
    return Wanted(word, tells, (*_held(own, sure), *(held for one, less in others for held in _held(one, sure * less))))


def _others(index, own):
    """The stems that a stem may stand for, each with how sure that is."""
    if "alike" not in index.techniques:
        return []
    known = language()
    return [*((one, ALIKE) for one in known.alike.get(own, ())), *((one, MEANS) for one in known.means.get(own, ()))]


def _held(stem, sure):
    return (Meaning(CALLED, stem, sure * AS_SAID), Meaning(PARTS, stem, sure * IN_COMPOUND),
            Meaning(TASK, stem, sure * IN_TASK))
