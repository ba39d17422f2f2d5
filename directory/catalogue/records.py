"""The records of the catalogue, as frozen values. Texts are mappings from a language code to a sentence."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from directory.ages import Ages
from directory.findings import Place


@dataclass(frozen=True, slots=True)
class Phone:
    """`confirmed` is true only for a number that its owner, or a dated reading, has confirmed."""

    number: str
    text: Mapping[str, str]
    hours: Mapping[str, str]
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Agency:
    """A kind of organization that children meet, such as BVC. Rules call it a kind of unit."""

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


@dataclass(frozen=True, slots=True)
class Process:
    id: str
    place: Place
    name: Mapping[str, str]
    description: Mapping[str, str]
    synonyms: tuple[str, ...]
    legal: str | None
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NeedGroup:
    id: str
    place: Place
    name: Mapping[str, str]
    hint: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Need:
    id: str
    place: Place
    name: Mapping[str, str]
    group: str
    synonyms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Area:
    id: str
    place: Place
    name: Mapping[str, str]
    kind: str
    within: str | None


@dataclass(frozen=True, slots=True)
class Unit:
    """A real unit, what HSDS calls a service at a location. `assured_date`: None until its owner has confirmed it."""

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

    def unit(self, one):
        """The unit or national number of an id, or None."""
        return self.units.get(one) or next((unit for unit in self.national.values() if unit.id == one), None)
