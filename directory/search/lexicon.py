"""The catalogue's own words: what a compound is made of, and which word a misspelt one was meant to be."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from directory.search.text import distance, grams, stem

SHORTEST_PART = 3  # letters of a part of a compound
SHORTEST_COMPOUND = 7
LONG_PART = 5  # letters of a part that no word is by itself, and of what stands before it
JOINTS = "seaou"  # letters that may join two parts: barndom-s-hem, famil-je, hals-o
SHORTEST_MISSPELT = 4  # letters; what is shorter has too many neighbours
TWO_SLIPS = 7  # letters of a word that may hold two
MOST_CANDIDATES = 24  # words that share most pieces, whose distance is then counted
LEAST_LIKE = 0.3  # share of pieces in common with a candidate
SHORTEST_BEGINNING = 4


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Lexicon:
    """Folded words and stems. `called` are the words of phrases alone, `by_gram` lists those by their pieces.

    `parts` are the stems that compounds are made of, with whether they are words by themselves.
    """

    techniques: frozenset[str]
    words: frozenset[str]
    stems: frozenset[str]
    called: frozenset[str]
    parts: Mapping[str, bool]
    by_gram: Mapping[str, tuple[str, ...]]
    sizes: Mapping[str, int]

    def stem(self, word):
        return stem(word) if "inflections" in self.techniques else word

    def knows(self, word):
        return word in self.words or self.stem(word) in self.stems

    def split(self, word):
        """The stems of the two or three known words that a compound is made of, or nothing.

        Of several ways to split, that with most real words, then with fewest parts, then whose shortest is longest.
        """
        if "compounds" not in self.techniques or len(word) < SHORTEST_COMPOUND:
            return ()
        return max(self._splits(word), key=self._plausible, default=())

    def _plausible(self, parts):
        return -sum(not self.parts[part] for part in parts), -len(parts), min(map(len, parts))

    def _splits(self, word, most=3):
        for at in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
            first, rest = self._part(word[:at]), word[at:]
            if not first:
                continue
            if (last := self.stem(rest)) in self.parts:
                yield first, last
            elif most > 2 and len(rest) >= 2 * SHORTEST_PART:
                yield from ((first, *more) for more in self._splits(rest, most - 1))

    def _part(self, piece):
        """The stem of a first part, with or without the letter that joins it."""
        if (found := self.stem(piece)) in self.parts:
            return found
        if len(piece) > SHORTEST_PART and piece[-1] in JOINTS and (found := self.stem(piece[:-1])) in self.parts:
            return found
        return None

    def part_of(self, word):
        """The stem of a known word that a longer one ends or begins with, or None."""
        if "compounds" not in self.techniques or len(word) < 2 * LONG_PART:
            return None
        ways = [word[at:] for at in range(SHORTEST_PART, len(word) - LONG_PART + 1)]
        ways += [word[:at] for at in range(len(word) - SHORTEST_PART, LONG_PART - 1, -1)]
        parts = (self._part(way) for way in ways)
        return next((part for part in parts if part and len(part) >= LONG_PART and self.parts[part]), None)

    def near(self, word):
        """The known words that a word may be a slip of, each with how many letters differ, the nearest first."""
        if "typos" not in self.techniques or len(word) < SHORTEST_MISSPELT or word.isdigit():
            return ()
        most = 2 if len(word) >= TWO_SLIPS else 1
        found = sorted((distance(word, one, most), one) for one in self._alike(word))
        return tuple((one, far) for far, one in found if far <= most and one[0] == word[0])

    def alike(self, word):
        """Known words that share many pieces with a word, the nearest first; more may differ than a slip."""
        if "typos" not in self.techniques or len(word) < SHORTEST_MISSPELT:
            return []
        return [one for one in self._alike(word) if one[0] == word[0] or len(word) >= TWO_SLIPS]

    def _alike(self, word):
        own = grams(word)
        shared = Counter(one for piece in own for one in self.by_gram.get(piece, ()))
        like = sorted(((2 * count / (len(own) + self.sizes[one]), one) for one, count in shared.items()), reverse=True)
        return [one for share, one in like[:MOST_CANDIDATES] if share >= LEAST_LIKE]

    def beginning_with(self, word):
        """The known words that begin with some letters, the shortest first."""
        if "beginnings" not in self.techniques or len(word) < SHORTEST_BEGINNING:
            return []
        return sorted((one for one in self.by_gram.get(f"^{word[:3]}", ()) if one.startswith(word)),
                      key=lambda one: (len(one), one))


def lexicon_of(phrases: Iterable[tuple[str, ...]], tasks: Iterable[tuple[str, ...]], *, others=frozenset(), techniques):
    """The lexicon of what people call records; words of their tasks are known, but nothing is a slip of them.

    :param others: more words that compounds are made of
    """
    called = frozenset(word for phrase in phrases for word in phrase)
    known = called.union(*tasks)
    own = stem if "inflections" in techniques else str
    by_gram, sizes = defaultdict(list), {}
    for word in sorted(called):
        pieces = grams(word)
        sizes[word] = len(pieces)
        for piece in pieces:
            by_gram[piece].append(word)
    parts = {own(word): True for word in called | others if len(word) >= SHORTEST_PART and not word.isdigit()}
    rests = {own(rest) for word in called for rest in _rests(word, parts, own)}
    return Lexicon(techniques, known, frozenset(map(own, known)), called, dict.fromkeys(rests, False) | parts,
                   {piece: tuple(found) for piece, found in by_gram.items()}, sizes)


def _rests(word, parts, own):
    """What is left of a word after a first part that is known: "formedlingen" of "arbetsformedlingen"."""
    for at in range(LONG_PART, len(word) - LONG_PART):
        piece = word[:at]
        if word[at] != "s" and (own(piece) in parts or (piece[-1] in JOINTS and own(piece[:-1]) in parts)):
            yield word[at:]
