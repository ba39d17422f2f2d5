"""Whoever reads an answer: in which language and on which day. And the small pieces that all records share."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Generic, TypeVar

from directory.ages import MONTHS
from directory.editions import Edition
from directory.i18n import pick
from directory.routing import Words
from directory.rules.model import NATION

OLDEST_YEAR = 99  # as the upper end of a kind's ages it means that there is none
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Named:
    """A record by its id, with its name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Source:
    """A paper that something rests on. `date` is as the paper says it; `read_on` may be a year alone."""

    id: str
    title: str
    date: str | None
    read_on: str | None


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Some records of a list."""

    edition: Annotated[str, "The edition that this was answered from."]
    total_items: Annotated[int, "How many records fit, on all pages."]
    size: Annotated[int, "How many of them are on this page."]
    next: Annotated[str | None, "Ask for `after` this for the next page; null on the last."]
    contents: tuple[T, ...]


class Single(Generic[T]):
    """The fields of one record, and `edition`: the one that this was answered from."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Gives the words of an edition as a reader reads them."""

    edition: Edition
    language: str
    day: date

    @property
    def catalogue(self):
        return self.edition.catalogue

    def text(self, texts):
        """A text, or None where there is none."""
        return pick(texts, self.language) or None

    def sentence(self, text):
        """A sentence of the rules, or None where there is none."""
        return text.read(self.language) if text else None

    def words(self, area=None):
        """The names that hold in an area, the nation where none is named."""
        areas = self.edition.ruleset.areas
        area = areas.get(area) or next(one for one in areas.values() if one.tier == NATION)
        return Words(self.catalogue, self.language, area.units)

    def sources(self, ids):
        known = self.edition.ruleset.base.sources
        return tuple(self._source(one, known[one]) if one in known else Source(one, one, None, None) for one in ids)

    def _source(self, source, record):
        return Source(source, self.sentence(record.title) or source, record.dated, record.read_on)


def years_of(ages):
    """Ages in whole years, as keywords of a record: each end is the year that it lies in.

    `maximum_age` None: there is no upper end.
    """
    last = ages.last // MONTHS
    return {"ages": str(ages), "minimum_age": ages.first // MONTHS,
            "maximum_age": last if last < OLDEST_YEAR else None}
