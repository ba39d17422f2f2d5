"""The first page of the catalogue: the search, its answer, and where nobody has written a word all of the catalogue."""

from dataclasses import dataclass
from datetime import datetime

from flask_babel import gettext as _

from directory.ages import MONTHS, show_age
from directory.i18n import pick, translator
from directory.routing import Said, Words, said, search
from directory.web.staff.asked import FILTERS, Asked
from directory.web.staff.listing import Group, Line, Listing, line_of, unit_line
from directory.web.staff.records import COLLECTIONS
from directory.web.staff.words import ACCESS, KINDS, LEVELS, ORGANIZATIONS


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter: its choices as pairs of value and name, and the one that is chosen."""

    name: str
    choices: tuple[tuple[str, str], ...]
    chosen: str


@dataclass(frozen=True, slots=True)
class NeedGroupLine:
    id: str
    name: Said
    hint: Said | None


@dataclass(frozen=True, slots=True)
class Answer:
    """`sure` hits, or the nearest spellings and the groups of needs; `listed` where there were no words.

    `understood`: the area and the age that the words told. `area`: the one that links to records go on with. `count`:
    of what is shown. `clear`: the words must not stand in the field any longer.
    """

    refused: tuple[str, ...] = ()
    clear: bool = False
    sure: bool = True
    hits: tuple[Line, ...] = ()
    spellings: tuple[str, ...] = ()
    needs: tuple[NeedGroupLine, ...] = ()
    understood: tuple[str, ...] = ()
    listed: tuple[Group, ...] = ()
    area: str = ""
    count: int = 0


@dataclass(frozen=True, slots=True)
class CataloguePage:
    """`chosen`: the filters that are set, in words. `linked`: the address tells the words, for a link."""

    words: str
    filters: tuple[Filter, ...]
    chosen: tuple[str, ...]
    linked: bool
    address: dict[str, str]
    hidden: tuple[tuple[str, str], ...]
    answer: Answer
    edition: str


@dataclass(frozen=True, slots=True)
class HitsPage:
    """The answer alone, for a page that shows it already."""

    answer: Answer


def catalogue_page(edition, asked: Asked, answer: Answer, *, language, linked=False):
    """The page of an answer."""
    given = asked.filters
    filters = tuple(Filter(name, _choices(name, edition, language), given.get(name, "")) for name in FILTERS)
    chosen = tuple(name for one in filters for value, name in one.choices if value == one.chosen)
    return CataloguePage(asked.words, filters, chosen, linked, given, asked.hidden, answer, edition.id)


def answer_of(edition, asked: Asked, *, now: datetime):
    """The answer to what was asked.

    :param now: the time in Sweden
    """
    query = asked.query
    if query is None:
        return Answer(asked.refused, clear=asked.personal, sure=False)
    if query.words.strip():
        return _found(edition, query, now)
    groups = Listing(edition, query, now=now).groups()
    area = query.area or ""
    return Answer(listed=groups, area=area if area in edition.ruleset.areas else "",
                  count=len({(line.kind, line.id) for group in groups for line in group.lines}))


def _found(edition, query, now):
    found, language = search(edition, query, day=now.date()), query.language
    words, read = Words(edition.catalogue, language, {}), found.understood
    area = query.area or read.area or ""
    told = (words.area(read.area) if read.area else "",
            "" if read.months is None else _("%(years)s years", years=_age(read.months)))
    groups = [edition.catalogue.groups[one] for one in found.groups]
    needs = tuple(NeedGroupLine(one.id, said(one.name, language) or Said(one.id), said(one.hint, language))
                  for one in groups)
    hits = tuple(_line(hit, edition, words, now) for hit in found.hits)
    return Answer(sure=found.sure, hits=hits, spellings=found.spellings, needs=needs,
                  understood=tuple(filter(None, told)), area=area if area in edition.ruleset.areas else "",
                  count=len(hits))


def _line(hit, edition, words, now):
    """A hit as a line, with its units in the area."""
    catalogue = edition.catalogue
    why = tuple(one.text(translator(words.language)) for one in hit.why)
    if hit.kind == "unit":
        return unit_line(catalogue.unit(hit.id), catalogue, words, now=now, why=why)
    units = [catalogue.unit(one) for one in hit.units]
    return line_of(hit.kind, getattr(catalogue, COLLECTIONS[hit.kind])[hit.id], words, units=units, now=now, why=why)


def _age(months):
    return show_age(months - months % MONTHS)


def _choices(name, edition, language):
    """The values of a filter with their names."""
    catalogue, allowed = edition.catalogue, edition.index.choices
    if name == "age":
        ages = edition.inputs.ages
        return tuple((str(year), str(year)) for year in range(ages.first // MONTHS, ages.last // MONTHS + 1))
    if name in ("area", "need"):
        records = catalogue.areas if name == "area" else catalogue.needs
        return tuple((one.id, pick(one.name, language)) for one in records.values())
    worded = {"organization": ORGANIZATIONS, "kind": KINDS, "level": LEVELS, "access": ACCESS}[name]
    return tuple((code, str(words)) for code, words in worded.items() if code in getattr(allowed, name))
