"""Text → words as the index and a query both know them: folded, cut to their stem, in pieces of a few letters."""

import re
import unicodedata
from functools import lru_cache

MOST_LETTERS = 200  # of a query
MOST_WORDS = 12  # of a query
LONGEST_WORD = 60  # letters; what is longer is no word
SHORTEST_STEM = 3
# Endings of Swedish nouns, most verbs and adjectives, folded. Snowball's list never takes -an and -et.
ENDINGS = sorted("ornas arnas ernas orna arna erna ens ets ans ors ars ers en et an or ar er na ns n s a e".split(),
                 key=len, reverse=True)
MOST_ENDINGS = 2  # of a word: "kurator-er-na"
LONGEST_OF_A_LETTER = 3  # letters that one stands for at most: some of Arabic stand for eighteen
LENGTHS = (3, 4)  # of the pieces that misspelt words are found by
_OTHER_LETTERS = str.maketrans({"æ": "a", "ø": "o", "ð": "d", "þ": "th", "ß": "ss", "ł": "l", "ı": "i"})
LAST_LATIN = "\u017f"
_LATIN = _OTHER_LETTERS | {code: "".join(one for one in unicodedata.normalize("NFKD", chr(code))
                                         if unicodedata.category(one) != "Mn")
                           for code in range(128, ord(LAST_LATIN) + 1) if code not in _OTHER_LETTERS} | {0x307: ""}
_WORD = re.compile(r"[^\W_]+")
_DOTTED = re.compile(r"(?<!\w)(?:\w\.){2,}\w?(?!\w)|(?<!\w)\w(?:\.\w)+(?!\w)")
_BUP_S = re.compile(r"(?<=\w):(?=\w)")


def fold(text, *, accents=True):
    """A text in small letters without accents, invisible signs and control characters.

    :param accents: False keeps å, ä and ö as they are
    """
    if text.isprintable() and (text.isascii() or max(text) <= LAST_LATIN):  # the same, and ten times as fast
        return text.casefold().translate(_LATIN if accents else _OTHER_LETTERS)
    small = unicodedata.normalize("NFKD" if accents else "NFKC", text.casefold().translate(_OTHER_LETTERS))
    return "".join(_kept(letter) for letter in small[:len(text) * LONGEST_OF_A_LETTER])


def _kept(letter):
    """A letter as it is kept: no accent, a space for a line break, nothing for another sign that is not seen."""
    kind = unicodedata.category(letter)
    if kind == "Mn":
        return ""
    if kind[0] == "C":
        return " " if letter.isspace() or letter == "\0" else ""
    return letter


def words(text, *, accents=True):
    """The folded words of a text in order; "s.i.p." is one word, and so is "BUP:s"."""
    folded = _DOTTED.sub(lambda found: found[0].replace(".", ""), fold(text, accents=accents))
    return tuple(word[:LONGEST_WORD] for word in _WORD.findall(_BUP_S.sub("", folded)))


@lru_cache(maxsize=20_000)
def stem(word):
    """A folded word without its endings: "skolskoterskan", "skolskoterskornas" and "skolskoterska" have one stem."""
    if word.isdigit():
        return word
    for _ in range(MOST_ENDINGS):
        ending = next((one for one in ENDINGS if word.endswith(one) and len(word) - len(one) >= SHORTEST_STEM), "")
        if not ending or (len(ending) == 1 and word[-2] == ending):  # the s of "pass" is no ending
            break
        word = word[: -len(ending)]
    return word[:-1] if len(word) > SHORTEST_STEM and word[-1] == word[-2] else word


def grams(word):
    """The pieces of three and four letters of a word, with marks for its beginning and its end."""
    marked = f"^{word}$"
    return {marked[at:at + length] for length in LENGTHS for at in range(len(marked) - length + 1)}


def distance(one, other, most):
    """How many letters were left out, added, changed or swapped between two words; more than `most` is `most` + 1."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    two_before: list[int] = []
    before, row = two_before, list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        two_before, before, row = before, row, [at]
        for other_at, other_letter in enumerate(other, 1):
            changed = before[other_at - 1] + (letter != other_letter)
            best = min(changed, before[other_at] + 1, row[other_at - 1] + 1)
            if two_before and other_at > 1 and (letter, one[at - 2]) == (other[other_at - 2], other_letter):
                best = min(best, two_before[other_at - 2] + 1)
            row.append(best)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)
