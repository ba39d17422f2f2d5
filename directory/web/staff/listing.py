"""Records in lists: one in a line, and where nobody has written a word all that fit the filters, by whose they are."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import datetime

from directory.catalogue import is_gone
from directory.routing import Said, Words, said
from directory.search import SearchQuery, passes
from directory.web.staff.near import NearUnit, by_agency, near_unit
from directory.web.staff.records import Link, first_sentence, link_to, name_of
from directory.web.staff.words import ACCESS, LEVELS, ORGANIZATIONS, ages_text, worded

MOST_UNITS = 200  # in a list; the rest is counted
MOST_BESIDE = 5  # of an agency's units beside it in a list
RECEIVING = {"agency": "agencies", "role": "roles"}


@dataclass(frozen=True, slots=True)
class Line:
    """A record in a list: whose it is, its levels and ages, how to come in, what it does in a sentence.

    `units` are those in the area asked for, and how many `more` there are; `why` it was found.
    """

    kind: str
    id: str
    name: Said
    owners: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    ages: str = ""
    ways: tuple[str, ...] = ()
    does: Said | None = None
    units: tuple[NearUnit, ...] = ()
    more: int = 0
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under a heading, with an id for links to it; `more` is how many others there are."""

    id: str
    heading: str
    lines: tuple[Line, ...]
    more: int = 0


def line_of(kind, record, words: Words, *, units=(), now: datetime, why=()):
    """A record other than a unit as a line.

    :param units: its units in the area that is asked for
    """
    language = words.language
    beside = tuple(near_unit(one, language, now=now) for one in units[:MOST_BESIDE])
    line = Line(kind, record.id, name_of(record, language), units=beside, more=len(units) - len(beside),
                why=tuple(why), does=first_sentence(said(record.description, language)))
    if kind not in RECEIVING:
        return line
    return replace(line, owners=worded(ORGANIZATIONS, record.organization), levels=worded(LEVELS, record.levels),
                   ages=ages_text(record.ages, words), ways=worded(ACCESS, getattr(record, "access", ())))


def unit_line(unit, catalogue, words: Words, *, now: datetime, why=()):
    """A unit as a line: what it does is to be an agency somewhere."""
    agency = link_to(catalogue, unit.agency, words.language)
    does = agency and replace(agency.name, text=f"{agency.name.text}, {words.area(unit.area)}")
    return Line("unit", unit.id, name_of(unit, words.language), tuple(filter(None, (unit.organization,))),
                does=does, units=(near_unit(unit, words.language, now=now),), why=tuple(why))


class Listing:
    """All that the filters of a query let through; its words are not asked."""

    def __init__(self, edition, query: SearchQuery, *, now: datetime):
        self.edition, self.catalogue, self.query, self.now = edition, edition.catalogue, query, now
        self.words = Words(edition.catalogue, query.language, {})
        self.chain = self.catalogue.areas_above(query.area) if query.area else []

    def groups(self):
        """The groups that have lines."""
        by_kind = {"need": self._needs, "unit": self._units}
        made = by_kind.get(self.query.kind or "", self._by_owner)()
        return tuple(group for group in made if group.lines)

    def _fits(self, kind, record):
        return passes(self.edition.index, Link(kind, record.id, Said("")), self.query)

    def _by_owner(self):
        """Agencies, then roles, each in the order of the alphabet; one that several answer for stands at each."""
        lines = [(record.organization, self._line(kind, record, self._near(kind, record)))
                 for kind, records in RECEIVING.items() for record in getattr(self.catalogue, records).values()
                 if self._fits(kind, record)]
        lines.sort(key=lambda pair: (pair[1].kind, pair[1].name.text.casefold()))
        asked = [self.query.organization] if self.query.organization else ORGANIZATIONS
        for code, name in ((code, name) for code, name in ORGANIZATIONS.items() if code in asked):
            yield Group(code, str(name), tuple(line for owners, line in lines if code in owners))
        yield Group("process", "", tuple(self._line("process", one) for one in
                                         self.catalogue.processes.values() if self._fits("process", one)))

    def _near(self, kind, record):
        """The units of an agency in the area that is asked for, but for those that have closed."""
        if kind == "agency" and self.chain:
            return [one for one in by_agency(self.edition).get(record.id, ())
                    if one.area in self.chain and not is_gone(one, self.now.date())]
        return ()

    def _line(self, kind, record, units=()):
        return line_of(kind, record, self.words, units=units, now=self.now)

    def _needs(self):
        for group in self.catalogue.groups.values():
            needs = [one for one in self.catalogue.needs.values() if one.group == group.id and self._fits("need", one)]
            yield Group(group.id, name_of(group, self.words.language).text,
                        tuple(self._line("need", one) for one in needs))

    def _units(self):
        """Units by area, so many that a page can hold them."""
        agencies = replace(self.query, kind=None)
        fitting = {one.id for one in self.catalogue.agencies.values()
                   if passes(self.edition.index, Link("agency", one.id, Said("")), agencies)}
        places = defaultdict(list)
        for one in self.catalogue.units.values():
            if one.agency in fitting and not is_gone(one, self.now.date()):
                places[one.area].append(one)
        left = MOST_UNITS
        for area in self.chain or self.catalogue.areas:
            lines = tuple(unit_line(one, self.catalogue, self.words, now=self.now) for one in places[area][:left])
            left -= len(lines)
            yield Group(f"area-{area}", self.words.area(area), lines, len(places[area]) - len(lines))
