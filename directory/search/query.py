"""What somebody looks for: words and filters as one value, read from an address, a form or a command and back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from directory.ages import NotAnAge, parse_age, show_age
from directory.catalogue import Agency, Catalogue, Role
from directory.errors import DirectoryError
from directory.findings import Say, names, say
from directory.i18n import DEFAULT
from directory.personal_numbers import holds_personal_number
from directory.rules import CaseFault

KINDS = ("agency", "role", "process", "need", "unit")
MOST_HITS = 100  # of one answer
HITS = 10  # where nobody says how many
_FILTERS = ("area", "kind", "organization", "level", "need", "access")


class QueryRefused(DirectoryError):
    """A query has filters that nobody knows; `faults` are `CaseFault`s, one a field."""

    code, status = "query_refused", 422

    def __init__(self, faults):
        super().__init__("; ".join(str(fault) for fault in faults))
        self.faults = faults


class HoldsPersonalNumber(DirectoryError):
    """Something that was written looks like a personal identity number. It stands nowhere in this error."""

    code, status = "personal_number", 422
    message = say("What you wrote looks like a personal identity number. Do not write it here: describe what it is "
                  "about instead.")

    def __init__(self):
        super().__init__(self.message.text())


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """`words` are as somebody wrote them; `age` is in months; a filter that is None lets everything through."""

    words: str
    area: str | None = None
    kind: str | None = None
    organization: str | None = None
    level: str | None = None
    age: int | None = None
    need: str | None = None
    access: str | None = None
    limit: int = HITS
    language: str = DEFAULT

    @property
    def filtered(self):
        """Whether any filter is set."""
        return self.age is not None or any(getattr(self, name) is not None for name in _FILTERS)


@dataclass(frozen=True, slots=True)
class Choices:
    """The values that each filter may have, and the last month of an age."""

    area: tuple[str, ...]
    kind: tuple[str, ...]
    organization: tuple[str, ...]
    level: tuple[str, ...]
    need: tuple[str, ...]
    access: tuple[str, ...]


def choices_of(catalogue: Catalogue):
    """What the filters may say of a catalogue: what its records do."""
    receiving: list[Agency | Role] = [*catalogue.agencies.values(), *catalogue.roles.values()]
    return Choices(
        area=tuple(catalogue.areas), kind=KINDS, need=tuple(catalogue.needs),
        organization=_in_order(one.organization for one in receiving), level=_in_order(one.levels for one in receiving),
        access=_in_order(one.access for one in catalogue.agencies.values()))


def _in_order(sets: Iterable[Iterable[str]]):
    return tuple(sorted({one for found in sets for one in found}))


def read_query(values: Mapping[str, str], *, choices: Choices, language=DEFAULT):
    """The query that an address, a form or a command means; a value that is empty is left out.

    :param values: `q` for the words, the filters by their names, `limit`
    :raises HoldsPersonalNumber: the words hold what looks like one
    :raises QueryRefused: with every filter whose value is not known
    """
    words = values.get("q") or ""
    if holds_personal_number(words):
        raise HoldsPersonalNumber
    faults: list[CaseFault] = []
    read = {name: _chosen(name, values.get(name), getattr(choices, name), faults) for name in _FILTERS}
    query = SearchQuery(words, **read, age=_age(values.get("age"), faults), limit=_limit(values.get("limit"), faults),
                        language=language)
    if faults:
        raise QueryRefused(tuple(faults))
    return query


def address_values(query: SearchQuery):
    """The filters of a query as an address has them. Its words are never there: they may tell of a child."""
    found = {name: getattr(query, name) for name in _FILTERS}
    found["age"] = None if query.age is None else show_age(query.age)
    found["limit"] = None if query.limit == HITS else str(query.limit)
    return {name: value for name, value in found.items() if value is not None}


def _chosen(name, value, allowed, faults):
    if value in (None, ""):
        return None
    if value in allowed:
        return value
    said = say("%(value)s is not a known %(field)s.", value=shown(value), field=name)
    faults.append(CaseFault(name, _unless_personal(value, said), say("Choose among: %(choices)s.",
                                                                     choices=names(allowed)), allowed))
    return None


def _unless_personal(value, said) -> Say:
    """A sentence that holds a value, or another where the value must not be repeated."""
    return HoldsPersonalNumber.message if holds_personal_number(value) else said


def shown(value, most=80):
    """A value as a sentence may hold it: in one line, without invisible signs, short."""
    clean = " ".join("".join(letter if letter.isprintable() else " " for letter in value).split()) or '""'
    return clean if len(clean) <= most else clean[: most - 1] + "…"


def _age(value, faults):
    if value in (None, ""):
        return None
    try:
        return parse_age(value)
    except NotAnAge:
        said = _unless_personal(value, say("%(value)s is not an age.", value=shown(value)))
        faults.append(CaseFault("age", said, say("Write the age as 9 or 9y6m.")))
    return None


def _limit(value, faults):
    if value in (None, ""):
        return HITS
    if value.isascii() and value.isdigit() and len(value) <= len(str(MOST_HITS)) and 1 <= int(value) <= MOST_HITS:
        return int(value)
    said = _unless_personal(value, say("%(value)s is not a number of hits.", value=shown(value)))
    faults.append(CaseFault("limit", said, say("Write a whole number from 1 to %(most)s.", most=MOST_HITS)))
    return HITS
