"""What it is about in own words: the catalogue's search finds needs, one is chosen, and the questions go on from there.

The words are read once and kept nowhere, neither in the token nor in the address.
"""

from dataclasses import dataclass, replace

from directory.i18n import DEFAULT, tag
from directory.routing import Said, said
from directory.rules.model import NEED as NEED_INPUT
from directory.rules.model import PROTECTION, SAFETY
from directory.search import HoldsPersonalNumber, SearchQuery, find, read_query

MOST_NEEDS = 6  # that are offered
LONGEST = 200  # letters that are read
WORDS, NEED, CHOOSING = "words", "need", "choosing"
FAULTS = ("empty", "long", "person", "unchosen")
SEARCHED = (DEFAULT, "en")  # languages whose words the search knows


@dataclass(frozen=True, slots=True)
class OfferedNeed:
    id: str
    name: Said
    text: Said | None


@dataclass(frozen=True, slots=True)
class OwnWordsPage:
    """`needs` are those that the words may mean, one of which a `danger` or a `harm` to somebody. `told`: what is said
    of the words: one of FAULTS, unsure, or None. `is_searched`: whether words in the page's language are understood.
    """

    token: str
    words: str
    needs: tuple[OfferedNeed, ...]
    told: str | None
    back: str
    is_searched: bool
    danger: bool = False
    harm: bool = False
    most: int = LONGEST


def own_words_page(edition, words, language, *, token, back, is_choosing=False):
    """The page on some words; "" are none yet, None are none though they were sent.

    :param is_choosing: somebody went on from what was found without choosing any
    """
    is_searched = tag(language) in SEARCHED
    if not words:
        return OwnWordsPage(token, "", (), "empty" if words is None else None, back, is_searched)
    try:
        query = read_query({"q": words}, choices=edition.index.choices, language=language)
    except HoldsPersonalNumber:
        return OwnWordsPage(token, "", (), "person", back, is_searched)
    if len(words) > LONGEST:
        return OwnWordsPage(token, words, (), "long", back, is_searched)
    meant = needs_meant(edition, query)
    needs = tuple(_offered(edition.catalogue.needs[one], language) for one in meant)
    told = ("unchosen" if is_choosing else None) if needs else "unsure"
    return OwnWordsPage(token, words, needs, told, back, is_searched, _is_danger(edition, meant),
                        bool(set(meant) & _gated(edition, PROTECTION)))


def needs_meant(edition, query: SearchQuery):
    """Ids of the needs that words may mean, the likeliest first."""
    found = find(edition.index, replace(query, limit=MOST_NEEDS * 4))
    first = [found.understood.need] if found.understood.need else []
    needs = dict.fromkeys([*first, *(one.id for one in found.hits if one.kind == "need")])
    return tuple(needs)[:MOST_NEEDS]


def _is_danger(edition, needs):
    """Whether one of the needs is among those of an answer that means danger, or safety takes it before all else."""
    dangers = (one for question in edition.ruleset.base.questions for one in question.options if one.danger)
    return bool(set(needs) & _gated(edition, SAFETY)) or any(set(one.needs) & set(needs) for one in dangers)


def _gated(edition, stage):
    """The needs that a stage of the rules takes whatever else is told."""
    return {need for gate in edition.ruleset.base.gates.get(stage, ()) for need in gate.values.get(NEED_INPUT, ())}


def _offered(need, language):
    return OfferedNeed(need.id, said(need.name, language) or Said(need.id), said(need.description, language))
