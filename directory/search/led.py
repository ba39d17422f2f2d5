"""Whom a need leads to, put on top of what the words found."""

from dataclasses import replace

from directory.findings import say
from directory.i18n import pick
from directory.search.filters import record_of
from directory.search.hits import WHY_RECEIVES, Hit, Led

NEARLY = 0.7  # of the score of the need that leads on, for another need, or a receiver that is named, to be meant too
MOST_CALLED = 2  # receivers of the need that the words call by name, which stand before others
MOST_LED = 4  # receivers that a need leads to


def by_catalogue(index, query):
    """A way to lead by what the catalogue says who receives a need."""
    def lead(told):
        name = pick(index.catalogue.needs[told.need].name, query.language)
        return [Led(one, say(WHY_RECEIVES.key, need=name)) for one in index.receivers.get(told.need, ())]
    return lead


def with_led(index, hits, led, need):
    """The hits with those that a need leads to on top; after the first of them the need, and another as near."""
    score = hits[0].score
    own = next((one.score for one in hits if one.id == need and one.kind == "need"), score)
    near = [replace(one, score=score) for one in hits if one.score >= NEARLY * own]
    top = _receivers(index, hits, led, score)
    if not any(one.settled for one in led):
        top = [*[one for one in near if _receives(index, one, need)][:MOST_CALLED], *top]
    needs = sorted((one for one in near if one.kind == "need"), key=lambda one: one.id != need)[:2]
    return [*top[:1], *needs, *top[1:], *hits]


def _receivers(index, hits, led, score):
    """The first of those that a need leads to, as hits: what their words found says why as well."""
    found = {one.id: one.why for one in reversed(hits)}
    entries = [(one, index.entries[index.numbers[one.id]]) for one in led if one.id in index.numbers]
    return [Hit(entry.id, entry.kind, entry.name, score, (one.why, *found.get(one.id, ())))
            for one, entry in entries[:MOST_LED]]


def _receives(index, hit, need):
    """Whether a hit is an agency or role that takes a need."""
    record = record_of(index, hit)
    return record is not None and need in record.receives
