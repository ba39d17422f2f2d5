"""Kinds of agency, roles and processes as the API shows them: what each does, for whom, and how one comes to it."""

from dataclasses import dataclass
from typing import Annotated

from directory.api.v1.reader import Named, Source, years_of

ORGANIZATION = Annotated[tuple[str, ...], "Who answers for it: kommun, region, stat, civilsamhalle."]
AGES = Annotated[str, "The ages that it is for, exactly: both ends belong to it, `0-17` is to the day before 18."]
MINIMUM = Annotated[int, "The first age in whole years."]
MAXIMUM = Annotated[int | None, "The last age in whole years; null where there is no upper limit."]
RECEIVES = Annotated[tuple[str, ...], "The ids of the needs that it takes."]
DOES_NOT = Annotated[str | None, "What it does not do, and who does instead."]
WHERE = Annotated[str | None, "In what sort of place one meets it."]
OPEN_TO = Annotated[tuple[str, ...], "Who may turn to it; empty: no source says."]
REPORT = Annotated[bool | None, "Whether staff must report concern for a child at once; null: no source says."]
SYNONYMS = Annotated[tuple[str, ...], "Swedish search words, everyday names and misspellings."]
ENGLISH = Annotated[tuple[str, ...], "English search words."]
LEGAL = Annotated[str | None, "The act and section. A reference, not advice."]


@dataclass(frozen=True, slots=True)
class ConfusedWith:
    """A neighbour that this is often confused with."""

    id: str
    name: str
    difference: str | None


@dataclass(frozen=True, slots=True)
class Agency:
    """A kind of organization that children meet. Rules send to kinds; `units` are the real ones."""

    id: str
    name: str
    short: Annotated[str | None, "The everyday name."]
    organization: ORGANIZATION
    levels: tuple[str, ...]
    ages: AGES
    minimum_age: MINIMUM
    maximum_age: MAXIMUM
    description: str | None
    does_not: DOES_NOT
    where: WHERE
    receives: RECEIVES
    open_to: OPEN_TO
    access: Annotated[tuple[str, ...], "The ways in: self, remiss, anmalan …"]
    access_note: Annotated[str | None, "How one gets there, in words."]
    signs: Annotated[str | None, "Who may sign or send a referral or an application to it."]
    secrecy: Named | None
    duty_to_report: REPORT
    when_closed: Annotated[str | None, "The id of the agency or unit that answers when this is closed."]
    confused_with: tuple[ConfusedWith, ...]
    synonyms: SYNONYMS
    english: ENGLISH
    legal: LEGAL
    source: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Role:
    """A profession or function. Nobody's name stands here."""

    id: str
    name: str
    works_at: Annotated[tuple[str, ...], "The ids of the agencies where it is found."]
    organization: ORGANIZATION
    levels: tuple[str, ...]
    ages: AGES
    minimum_age: MINIMUM
    maximum_age: MAXIMUM
    description: str | None
    does_not: DOES_NOT
    where: WHERE
    receives: RECEIVES
    open_to: OPEN_TO
    access_note: Annotated[str | None, "How one gets there, in words."]
    secrecy: Named | None
    duty_to_report: REPORT
    confused_with: tuple[ConfusedWith, ...]
    synonyms: SYNONYMS
    english: ENGLISH
    legal: LEGAL
    source: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Process:
    """A way to work together, or to pass a question on."""

    id: str
    name: str
    description: str | None
    does_not: DOES_NOT
    confused_with: tuple[ConfusedWith, ...]
    synonyms: SYNONYMS
    english: ENGLISH
    legal: LEGAL
    source: tuple[Source, ...]


def agency(one, reader):
    return Agency(
        **_described(one, reader), **_receiving(one, reader), short=reader.text(one.short),
        access=tuple(sorted(one.access)), signs=reader.text(one.signs), when_closed=one.when_closed)


def role(one, reader):
    return Role(**_described(one, reader), **_receiving(one, reader), works_at=one.works_at)


def process(one, reader):
    return Process(**_described(one, reader))


def _described(one, reader):
    return {"id": one.id, "name": reader.text(one.name), "description": reader.text(one.description),
            "does_not": reader.text(one.does_not), "synonyms": one.synonyms, "english": one.english,
            "legal": one.legal, "source": reader.sources(one.sources),
            "confused_with": tuple(_neighbour(other, reader) for other in one.confused_with)}


def _receiving(one, reader):
    return {**years_of(one.ages), "organization": one.organization, "levels": tuple(sorted(one.levels)),
            "receives": tuple(sorted(one.receives)), "open_to": one.open_to, "where": reader.text(one.where),
            "access_note": reader.text(one.access_note), "duty_to_report": one.duty_to_report,
            "secrecy": _secrecy(one.secrecy, reader)}


def _neighbour(one, reader):
    return ConfusedWith(one.id, reader.words().unit(one.id), reader.text(one.difference))


def _secrecy(one, reader):
    known = reader.catalogue.secrecies.get(one)
    return Named(one, reader.text(known.name)) if known else None
