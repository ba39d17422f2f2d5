"""A query → what it finds: the records that its words mean, on top of them whoever takes the need that they tell of."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from directory.search.entries import NAME, SHORT
from directory.search.filters import passes, record_of
from directory.search.hits import Found, Hit, Led, Told, why_of
from directory.search.index import Index
from directory.search.led import by_catalogue, with_led
from directory.search.query import SearchQuery
from directory.search.rank import Match, rank
from directory.search.spelled import spellings
from directory.search.understand import understand
from directory.search.unit_hits import named_units, units_of_hits
from directory.search.wanted import wanted_of

LEAST_COVERED = 0.5  # of what the words tell, held by a record that is meant
LEAST_BY_PHRASE, LEAST_OF_LONG = 0.4, 0.3  # the same, where it has a phrase whole; and the query is long
LONG, TELLING = 4, 0.3  # words of a long query that tell something, and how much that is
LEAST_OF_NEED = 0.25  # of what the words tell, held by a need that leads on
BEST = 5  # records whose fit says whether the answer is sure
LEAST_SHARE = 0.15  # of the score of the best match, for a match to be shown
OTHER_AGE = 0.4  # of the score of a record that is not for the age that the words say
BEFORE_UNITS = 3  # hits that stand before units found by their own names


def find(index: Index, query: SearchQuery, *, day: date | None = None,
         lead: Callable[[Told], Sequence[Led]] | None = None):
    """What a query finds. Without words it finds what its filters let through, without filters nothing.

    :param day: the day on which contact details are judged; None: whatever was once confirmed is
    :param lead: gives whom a need leads to; without it the catalogue says who receives it
    """
    read = understand(query.words, index.areas, techniques=index.techniques, known=index.lexicon.words)
    told = _told(query, read)
    wanted = wanted_of(index, read.rest or read.words)
    matches = _worth_showing(_for_age(index, rank(index, wanted), read.months))
    sure = not wanted or _is_sure(index, matches, wanted, read)
    need = _need(index, matches, query, told) if sure else None
    hits = [_hit(index, one) for one in matches] if wanted else _without_words(index, query)
    if need and hits:
        hits = with_led(index, hits, (lead or by_catalogue(index, query))(replace(told, need=need)), need)
    hits = _passing(index, hits if sure else [], query, read=read, area=told.area, day=day)
    read = replace(read, need=need)
    if hits:
        return Found(tuple(hits[:query.limit]), True, (), (), read)
    return Found((), False, spellings(index, read.rest, query.words), tuple(index.catalogue.groups), read)


def _told(query, read):
    """The case that a query tells of, a filter before the words."""
    months = read.months if query.age is None else query.age
    return Told("", query.area or read.area, months, query.level or read.level)


def _passing(index, hits, query, *, read, area, day):
    """The hits that the filters let through, each once, with the units that were asked for."""
    units = named_units(index, read.rest or read.words, area=area, day=day)
    if query.kind == "unit":
        units += units_of_hits(index, hits, area=area, day=day)
    score = hits[:BEFORE_UNITS][-1].score if hits else 1.0
    units = [replace(one, score=score) for one in units]
    first = {}
    for one in (*hits[:BEFORE_UNITS], *units, *hits[BEFORE_UNITS:]):
        first.setdefault((one.kind, one.id), one)
    return [one for one in first.values() if passes(index, one, query)]


def _without_words(index, query):
    """Every record, where a query has filters and no words."""
    if query.words.strip() or not query.filtered:
        return []
    return [Hit(one.id, one.kind, one.name, 0.0) for one in index.entries]


def _hit(index, match: Match):
    entry = index.entries[match.entry]
    phrase = None if match.phrase is None else index.phrases[match.phrase]
    return Hit(entry.id, entry.kind, entry.name, round(match.score, 3), (why_of(phrase),))


def _for_age(index, matches, months):
    """The matches, with those lower that are not for an age."""
    if months is None:
        return matches
    found = [one if _is_for(index, one, months) else replace(one, score=one.score * OTHER_AGE) for one in matches]
    return sorted(found, key=lambda one: -one.score)


def _worth_showing(matches):
    """The matches without those that are so much worse than the best that nobody means them."""
    return [one for one in matches if one.score >= LEAST_SHARE * matches[0].score]


def _is_for(index, match, months):
    entry = index.entries[match.entry]
    return entry.kind not in ("agency", "role") or months in record_of(index, entry).ages


def _need(index, matches, query, told):
    """The need that leads on, or None: the one that is asked for, or that fits the words best.

    Where an age and an area are told too, a need is meant unless something is called by its name.
    """
    if query.need or "needs" not in index.techniques:
        return query.need
    need = next((one for one in matches if index.entries[one.entry].kind == "need"), None)
    best = next((one for one in matches if index.entries[one.entry].kind != "need"), None)
    if need is None or need.covered < LEAST_OF_NEED:
        return None
    whole = None not in (told.area, told.months)
    if best is None or need.score > best.score or (whole and _is_meant(index, need, best)):
        return index.entries[need.entry].id
    return None


def _is_meant(index, need, best):
    """Whether a need is meant rather than a record that fits as well: not where that is called by its whole name."""
    named = best.whole and index.phrases[best.phrase].source in (NAME, SHORT)
    return not named or need.covered > best.covered


def _is_sure(index, matches, wanted, read):
    """Whether some record among the best holds enough of what the query tells.

    A whole phrase of a record tells more than the same words from several; so does an age, which no other question has.
    """
    if "threshold" not in index.techniques:
        return bool(matches)
    long = sum(one.tells >= TELLING for one in wanted) >= LONG
    least = LEAST_OF_LONG if long or read.months is not None else LEAST_BY_PHRASE
    return any(one.covered >= (least if one.whole else LEAST_COVERED) for one in matches[:BEST])
