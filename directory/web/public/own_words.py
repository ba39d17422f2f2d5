"""What it is about in own words: the catalogue's search finds needs, one is chosen, and the questions go on from there.

The words are read once and kept nowhere, neither in the token nor in the address.
"""

from dataclasses import dataclass, replace

from directory.routing import Said, said
from directory.search import HoldsPersonalNumber, SearchQuery, find, read_query

MOST_NEEDS = 6  # that are offered
WORDS, NEED = "words", "need"


@dataclass(frozen=True, slots=True)
class OfferedNeed:
    id: str
    name: Said
    text: Said | None


@dataclass(frozen=True, slots=True)
class OwnWordsPage:
    """`needs` are those that the words may mean, one of which a `danger`. `told`: what is said of the words: empty,
    person, unsure, or None.
    """

    token: str
    words: str
    needs: tuple[OfferedNeed, ...]
    told: str | None
    back: str
    danger: bool = False


def own_words_page(edition, words, language, *, token, back):
    """The page on some words; "" are none yet, None are none though they were sent."""
    if not words:
        return OwnWordsPage(token, "", (), "empty" if words is None else None, back)
    try:
        query = read_query({"q": words}, choices=edition.index.choices, language=language)
    except HoldsPersonalNumber:
        return OwnWordsPage(token, "", (), "person", back)
    meant = needs_meant(edition, query)
    needs = tuple(_offered(edition.catalogue.needs[one], language) for one in meant)
    return OwnWordsPage(token, words, needs, None if needs else "unsure", back, _is_danger(edition, meant))


def needs_meant(edition, query: SearchQuery):
    """Ids of the needs that words may mean, the likeliest first."""
    found = find(edition.index, replace(query, limit=MOST_NEEDS * 4))
    first = [found.understood.need] if found.understood.need else []
    needs = dict.fromkeys([*first, *(one.id for one in found.hits if one.kind == "need")])
    return tuple(needs)[:MOST_NEEDS]


def _is_danger(edition, needs):
    """Whether one of the needs is among those of an answer that means danger."""
    dangers = (one for question in edition.ruleset.base.questions for one in question.options if one.danger)
    return any(set(one.needs) & set(needs) for one in dangers)


def _offered(need, language):
    return OfferedNeed(need.id, said(need.name, language) or Said(need.id), said(need.description, language))
