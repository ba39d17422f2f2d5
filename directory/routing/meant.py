"""What somebody typed for a need, a kind of unit, a sender or an area → the id that is meant, or those that it may be.

Nothing is guessed: what may mean several is given back as a choice.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from directory.editions import Edition, Memory
from directory.findings import Say, say
from directory.i18n import LANGUAGES, translator
from directory.rules.model import MEETING
from directory.search import SearchQuery, find
from directory.search.text import MOST_LETTERS, words

NO_UNIT: Mapping[str, Say] = {  # askers that are neither a unit nor a profession
    "guardian": say("A parent or guardian"), "youth": say("The child or young person"), "other": say("Somebody else")}
# What people call them, with commas between; what both a parent and a child may write stands at both, as a choice.
NO_UNIT_CALLED: Mapping[str, Say] = {
    "guardian": say("parent, parents, guardian, guardians, mother, mum, father, dad, family, relative, self-referral, "
                    "own application, self, patient"),
    "youth": say("child, boy, girl, son, daughter, young person, youth, pupil, self-referral, own application, self, "
                 "patient"),
    "other": say("neighbour, friend, acquaintance, relative")}
MOST_NEAR = 6  # that are offered, a family not among them
ALIKE, SAME = 0.7, 0.88  # how alike two spellings are that may mean the same, and that do
LONG_ENOUGH = 6  # letters of a spelling that may hold a slip and still be taken for the same
_IN_BRACKETS = re.compile(r"\(([^()]*)\)")
_SPELLED = Memory()

Spellings = Mapping[str, frozenset[str]]  # ids by folded spelling


@dataclass(frozen=True, slots=True)
class Meant:
    """`id` where one is meant; else `near` are those that it may be, the likeliest first."""

    id: str | None = None
    near: tuple[str, ...] = ()


def need_meant(edition: Edition, text) -> Meant:
    """The need that is meant."""
    spelled = _spelled(edition, "needs", lambda: ((one.id, _called(one)) for one in edition.catalogue.needs.values()
                                                  if one.id in edition.inputs.values["need"]))
    return _meant(edition, text, spelled, ("need",))


def group_named(edition: Edition, text) -> Meant:
    """The group of needs that is meant by its own name."""
    spelled = _spelled(edition, "groups", lambda: (
        (one.id, (one.id, *one.name.values())) for one in edition.catalogue.groups.values()))
    return _meant(edition, text, spelled, ())


def unit_meant(edition: Edition, area, text) -> Meant:
    """The kind of unit that is meant, among those that may receive in an area with rules."""
    spelled = _spelled(edition, ("units", area), lambda: _named(edition, area, units_in(edition, area)))
    return _meant(edition, text, spelled, ("agency",))


def asker_meant(edition: Edition, area, text) -> Meant:
    """The unit, the profession or the family that is meant as the one who sends; a family can always be chosen."""
    spelled = _spelled(edition, ("askers", area), lambda: _named(edition, area, edition.inputs.askers))
    meant = _meant(edition, text, spelled, ("agency", "role"))
    if meant.id or _folded(text) in spelled:
        return meant
    return Meant(None, (*(one for one in meant.near if one not in NO_UNIT), *NO_UNIT))


def area_meant(edition: Edition, text) -> Meant:
    """The area that is meant, whether it has rules of its own or not."""
    spelled = _spelled(edition, "areas", lambda: (
        (one.id, (one.id, *one.name.values())) for one in edition.catalogue.areas.values()))
    if (by_search := edition.index.areas.get(words(text[:MOST_LETTERS]))) and not spelled.get(_folded(text)):
        return Meant(by_search)
    return _meant(edition, text, spelled, ())


def units_in(edition: Edition, area):
    """The kinds of unit that a question may be sent to in an area with rules."""
    units = edition.ruleset.areas[area].units
    return tuple(one.id for one in units.values() if not one.process and one.id != MEETING)


def _meant(edition, text, spelled: Spellings, kinds):
    """What is meant; a near miss only where nothing else is spelled alike, and the search finds nothing else.

    :param kinds: the kinds of record that are searched for it; none: it has but its names
    """
    known = frozenset().union(*spelled.values())
    if text in known:
        return Meant(text)
    folded = _folded(text[:MOST_LETTERS])
    if not folded:
        return Meant()
    if found := spelled.get(folded):
        return Meant(min(found)) if len(found) == 1 else Meant(None, tuple(sorted(found)))
    same = _ids(get_close_matches(folded, spelled, cutoff=SAME) if len(folded) >= LONG_ENOUGH else (), spelled)
    alike = _ids(get_close_matches(folded, spelled, n=MOST_NEAR, cutoff=ALIKE), spelled)
    near = tuple(dict.fromkeys((*same, *alike, *_searched(edition, text, kinds, known))))
    if len(same) == 1 and (len(near) == 1 or not kinds):  # names of places share words, and are alike for that
        return Meant(same[0])
    return Meant(None, near[:MOST_NEAR])


def _ids(spellings: Iterable[str], spelled: Spellings):
    return tuple(dict.fromkeys(one for spelling in spellings for one in sorted(spelled[spelling])))


def _searched(edition, text, kinds, known: Collection[str]):
    """What the catalogue's search finds of some kinds of record."""
    if not kinds:
        return ()
    hits = find(edition.index, SearchQuery(text[:MOST_LETTERS], limit=MOST_NEAR * 4)).hits
    return (one.id for one in hits if one.kind in kinds and one.id in known)


def _spelled(edition, key, named: Callable[[], Iterable[tuple[str, Iterable[str]]]]) -> Spellings:
    """Ids by every way in which their names are spelled."""
    def make():
        found = defaultdict(set)
        for one, spellings in named():
            for spelling in spellings:
                for inside in (spelling, _IN_BRACKETS.sub(" ", spelling), *_IN_BRACKETS.findall(spelling)):
                    found[_folded(inside)].add(one)
        return {spelling: frozenset(ids) for spelling, ids in found.items() if spelling}

    return _SPELLED.of(edition, key, make)


def _named(edition, area, ids):
    """Kinds of unit and professions with all that people call them."""
    catalogue, units = edition.catalogue, edition.ruleset.areas[area].units
    for one in ids:
        record = catalogue.agencies.get(one) or catalogue.roles.get(one)
        own = units[one].name.by_language.values() if one in units else ()
        yield one, (one, *own, *_no_unit(one), *(_called(record) if record else ()))


def _no_unit(one):
    """What people call an asker that is neither a unit nor a profession, in every language."""
    for translate in map(translator, LANGUAGES) if one in NO_UNIT else ():
        yield from (NO_UNIT[one].text(translate), *NO_UNIT_CALLED[one].text(translate).split(","))


def _called(record):
    """What people call a record of the catalogue."""
    short = getattr(record, "short", {})
    return record.id, *record.name.values(), *short.values(), *record.synonyms, *record.english


def _folded(text):
    return " ".join(words(text))
