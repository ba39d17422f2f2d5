"""Lists cut down by filters. What an edition holds is gone through once for each filter, and then looked up."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from directory.api.parameters import Parameter
from directory.editions import Memory

_BY_WORD = Memory()
EVERY = ""  # in the place of a field, and of a word that every record has in it


@dataclass(frozen=True, slots=True)
class Filter:
    """A parameter that leaves the records which have its value in `field`, or of which `holds(record, value, edition)`.

    By a parameter alone nothing is left out: which records there are at all follows from it.
    """

    parameter: Parameter
    field: str | None = None
    holds: Callable[[Any, Any, Any], bool] | None = None

    @property
    def leaves_out(self):
        """Whether records must be gone through for it."""
        return self.field is not None or self.holds is not None

    def fits(self, record, value, edition):
        return self.holds(record, value, edition) if self.holds else value in words_of(record, self.field)


def ids_that_fit(edition, name, *, records: Mapping, wanted, settled) -> Sequence[str]:
    """The ids of the records of a list that fit some filters, in order.

    :param name: that of the list
    :param wanted: pairs of filter and value
    :param settled: whether the edition alone says which records there are
    """
    ids = _fewest(edition, name, records, wanted) if settled else list(records)
    if not wanted or settled and len(wanted) == 1:
        return ids
    return [one for one in ids if all(each.fits(records[one], value, edition) for each, value in wanted)]


def words_of(record, field):
    """The words that a record has in a field of one or of several."""
    value = getattr(record, field)
    return (value,) if isinstance(value, str) else value


def _fewest(edition, name, records, wanted):
    """Of the records that fit one filter each, those of which there are the fewest; all where there is no filter."""
    asked = [(each.field, value) for each, value in wanted] or [(EVERY, EVERY)]
    return min((_BY_WORD.of(edition, (name, field), partial(_by_word, records, field)).get(word, [])
                for field, word in asked), key=len)


def _by_word(records, field):
    """The ids of the records by each word that they have in a field."""
    found: dict[str, list[str]] = {}
    for one, record in records.items():
        for word in words_of(record, field) if field else (EVERY,):
            found.setdefault(word, []).append(one)
    return found
