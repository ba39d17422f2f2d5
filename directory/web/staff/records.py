"""What the pages of roles, agencies, processes and needs have in common: what the catalogue says, as values."""

import re
from dataclasses import dataclass

from directory.routing import Said, Words, said
from directory.web.notes import SourceNote, source_notes
from directory.web.staff.words import ACCESS, LEVELS, OPEN_TO, ORGANIZATIONS, ages_text, worded

COLLECTIONS = {"agency": "agencies", "role": "roles", "unit": "units", "process": "processes", "need": "needs"}
_SENTENCE = re.compile(r".*?[.!?](?=\s|$)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Link:
    """A record that a page leads to."""

    kind: str
    id: str
    name: Said


@dataclass(frozen=True, slots=True)
class Confused:
    """A neighbour that the record is often confused with, and the difference."""

    link: Link
    difference: Said | None


@dataclass(frozen=True, slots=True)
class Way:
    """How to come in. `open_to`: who may turn to it; `signs`: who may sign a referral. Empty: no source says."""

    open_to: tuple[str, ...]
    ways: tuple[str, ...]
    note: Said | None
    signs: Said | None


@dataclass(frozen=True, slots=True)
class Silence:
    """The secrecy that staff keep; `duty`: whether they must report concern for a child, None where no source says."""

    name: Said | None
    text: Said | None
    legal: str | None
    duty: bool | None


@dataclass(frozen=True, slots=True)
class About:
    """What the catalogue says of a record, in the language of the page."""

    kind: str
    id: str
    name: Said
    does: Said | None
    does_not: Said | None
    confused: tuple[Confused, ...]
    also_called: tuple[str, ...]
    english: tuple[str, ...]
    legal: str | None
    sources: tuple[SourceNote, ...]


@dataclass(frozen=True, slots=True)
class Task:
    """Whose it is, where one meets it, for whom it is there, and how one comes in."""

    owners: tuple[str, ...]
    where: Said | None
    levels: tuple[str, ...]
    ages: str
    way: Way
    silence: Silence
    needs: tuple[Link, ...]


def about(kind, record, edition, *, language, day):
    """What the catalogue says of a role, an agency or a process."""
    confused = tuple(Confused(link, said(one.difference, language)) for one in record.confused_with
                     if (link := link_to(edition.catalogue, one.id, language)))
    notes = source_notes(record.sources, edition.ruleset.base.sources, language=language, day=day)
    return About(kind, record.id, name_of(record, language), said(record.description, language),
                 said(record.does_not, language), confused, record.synonyms, record.english, record.legal, notes)


def task(record, edition, words: Words):
    """The task of an agency or a role."""
    language, catalogue = words.language, edition.catalogue
    way = Way(worded(OPEN_TO, record.open_to), worded(ACCESS, getattr(record, "access", ())),
              said(record.access_note, language), said(getattr(record, "signs", {}), language))
    needs = tuple(Link("need", one, name_of(need, language)) for one, need in catalogue.needs.items()
                  if one in record.receives)
    return Task(worded(ORGANIZATIONS, record.organization), said(record.where, language),
                worded(LEVELS, record.levels), ages_text(record.ages, words), way,
                _silence(record, catalogue, language), needs)


def _silence(record, catalogue, language):
    kept = catalogue.secrecies.get(record.secrecy)
    if kept is None:
        return Silence(None, None, None, record.duty_to_report)
    return Silence(said(kept.name, language), said(kept.description, language), kept.legal, record.duty_to_report)


def name_of(record, language):
    return said(record.name, language) or Said(record.id)


def link_to(catalogue, one, language):
    """The link to the record of an id, whatever kind it is; None where there is none."""
    for kind, collection in COLLECTIONS.items():
        record = getattr(catalogue, collection).get(one)
        if record:
            return Link(kind, one, name_of(record, language))
    return None


def first_sentence(text: Said | None):
    """What a text says first: enough for a list."""
    found = _SENTENCE.match(text.text) if text else None
    return Said(found[0], text.language) if text and found else text
