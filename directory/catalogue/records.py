"""The records of the catalogue, as frozen values. Texts are mappings from a language code to a sentence."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from directory.ages import Ages
from directory.findings import Place

PUBLIC, PROFESSIONALS = "public", "professionals"  # whom a phone is for
DAYS = ("mo", "tu", "we", "th", "fr", "sa", "su")
END_OF_DAY = "24:00"
CLOSED, OPEN_TOO, ONLY = "closed", "open", "only"  # what a schedule says of holidays
_NOTHING: dict[str, str] = {}


def nothing():
    """The one empty mapping of all records that have no text: there are sixty thousand of them."""
    return _NOTHING


@dataclass(frozen=True, slots=True)
class Schedule:
    """Some days of the week, by their names in `DAYS`, on which it is open from `opens` to `closes`, both "HH:MM".

    "24:00" is the end of the day; a time to close that is no later than that to open is of the next day. `holidays`:
    "closed" on them, "open" on them too, or "only" on them.
    """

    days: tuple[str, ...]
    opens: str
    closes: str
    holidays: str = CLOSED


@dataclass(frozen=True, slots=True)
class Phone:
    """`confirmed` is true only for a number that its owner, or a dated reading, has confirmed."""

    number: str
    text: Mapping[str, str]
    hours: Mapping[str, str]
    confirmed: bool
    audience: str = PUBLIC
    schedules: tuple[Schedule, ...] = ()


@dataclass(frozen=True, slots=True)
class Neighbour:
    """What a record is often confused with, an agency, role or process by its id, and the difference."""

    id: str
    difference: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Agency:
    """A kind of organization that children meet, such as BVC. Rules call it a kind of unit.

    `secrecy` is the id of a kind of secrecy, `when_closed` that of the agency or unit that answers when it is closed.
    What no source says is empty, and of a truth None.
    """

    id: str
    place: Place
    name: Mapping[str, str]
    short: Mapping[str, str]
    organization: tuple[str, ...]
    levels: frozenset[str]
    ages: Ages
    description: Mapping[str, str]
    receives: frozenset[str]
    access: frozenset[str]
    access_note: Mapping[str, str]
    synonyms: tuple[str, ...]
    legal: str | None
    sources: tuple[str, ...]
    does_not: Mapping[str, str] = field(default_factory=nothing)
    where: Mapping[str, str] = field(default_factory=nothing)
    open_to: tuple[str, ...] = ()
    signs: Mapping[str, str] = field(default_factory=nothing)
    secrecy: str | None = None
    duty_to_report: bool | None = None
    confused_with: tuple[Neighbour, ...] = ()
    when_closed: str | None = None
    english: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Role:
    """A profession or function. Nobody's name stands here."""

    id: str
    place: Place
    name: Mapping[str, str]
    works_at: tuple[str, ...]
    organization: tuple[str, ...]
    levels: frozenset[str]
    ages: Ages
    description: Mapping[str, str]
    receives: frozenset[str]
    access_note: Mapping[str, str]
    synonyms: tuple[str, ...]
    legal: str | None
    sources: tuple[str, ...]
    does_not: Mapping[str, str] = field(default_factory=nothing)
    where: Mapping[str, str] = field(default_factory=nothing)
    open_to: tuple[str, ...] = ()
    secrecy: str | None = None
    duty_to_report: bool | None = None
    confused_with: tuple[Neighbour, ...] = ()
    english: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Process:
    id: str
    place: Place
    name: Mapping[str, str]
    description: Mapping[str, str]
    synonyms: tuple[str, ...]
    legal: str | None
    sources: tuple[str, ...]
    does_not: Mapping[str, str] = field(default_factory=nothing)
    confused_with: tuple[Neighbour, ...] = ()
    english: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NeedGroup:
    """`call_112` and `same_day` say when what a family asks about cannot wait; `sources` are what they rest on."""

    id: str
    place: Place
    name: Mapping[str, str]
    hint: Mapping[str, str]
    call_112: Mapping[str, str] = field(default_factory=nothing)
    same_day: Mapping[str, str] = field(default_factory=nothing)
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Need:
    id: str
    place: Place
    name: Mapping[str, str]
    group: str
    synonyms: tuple[str, ...]
    description: Mapping[str, str] = field(default_factory=nothing)
    english: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Area:
    id: str
    place: Place
    name: Mapping[str, str]
    kind: str
    within: str | None


@dataclass(frozen=True, slots=True)
class Unit:
    """A real unit, what HSDS calls a service at a location. `assured_date`: None until its owner has confirmed it.

    `opens_on` and `closes_on` are the first and the last day that it is there; None: not known, and no end is known.
    `party`: whether it is a party to the local agreement on cooperation, None where nobody has said. `read_on`: the day
    when somebody read the number of a national one, or the month or year of it where no more is known. Ages are whole
    years; None: as its kind of agency.
    """

    id: str
    place: Place
    agency: str
    area: str
    name: Mapping[str, str]
    organization: str | None
    phones: tuple[Phone, ...]
    email: str | None
    url: str | None
    address: str | None
    note: Mapping[str, str]
    assured_date: date | None
    sources: tuple[str, ...]
    party: bool | None = None
    opens_on: date | None = None
    closes_on: date | None = None
    schedules: tuple[Schedule, ...] = ()
    when_closed: str | None = None
    read_on: str | None = None
    minimum_age: int | None = None
    maximum_age: int | None = None


@dataclass(frozen=True, slots=True)
class InputWords:
    """What people read for an input of the rules: its `name`, and by value the text and a short one for a sentence.

    `asked` says who answers it on the public page: family, clock, or nobody.
    """

    id: str
    place: Place
    name: Mapping[str, str]
    asked: str | None
    values: Mapping[str, Mapping[str, str]]
    short: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Secrecy:
    """A kind of secrecy that staff keep, such as that of health care."""

    id: str
    place: Place
    name: Mapping[str, str]
    description: Mapping[str, str]
    legal: str | None
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Party:
    """One of those who reach each other by contact paths: a municipality, an authority, health care."""

    id: str
    place: Place
    name: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ContactPath:
    """How one party reaches another in some areas. An empty `way`: none is agreed on.

    The days are those within which an answer and a meeting are promised, None where nothing is.
    """

    id: str
    place: Place
    from_party: str
    to_party: str
    areas: tuple[str, ...]
    state: str
    sources: tuple[str, ...]
    way: Mapping[str, str] = field(default_factory=nothing)
    answer_within_days: int | None = None
    meeting_within_days: int | None = None
    note: Mapping[str, str] = field(default_factory=nothing)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All records by id, in the order of their files. `hash` is that of what they say, wherever it is written."""

    agencies: Mapping[str, Agency]
    roles: Mapping[str, Role]
    processes: Mapping[str, Process]
    groups: Mapping[str, NeedGroup]
    needs: Mapping[str, Need]
    areas: Mapping[str, Area]
    inputs: Mapping[str, InputWords]
    units: Mapping[str, Unit]
    national: Mapping[str, Unit]  # national numbers, by agency
    hash: str
    secrecies: Mapping[str, Secrecy] = field(default_factory=dict)
    parties: Mapping[str, Party] = field(default_factory=dict)
    contact_paths: Mapping[str, ContactPath] = field(default_factory=dict)

    def areas_above(self, area):
        """The ids of an area and of those that it lies within, from the nearest on; none of an unknown one."""
        chain: list[str] = []
        while area in self.areas and area not in chain:
            chain.append(area)
            area = self.areas[area].within
        return chain

    def unit(self, one):
        """The unit or national number of an id, or None."""
        return self.units.get(one) or next((unit for unit in self.national.values() if unit.id == one), None)
