"""What an edition holds, when it was in force, and what differs in it from the one before."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from directory.editions.content import KINDS
from directory.editions.models import Publication, Stored
from directory.editions.read import Reader
from directory.editions.record_json import to_json
from directory.editions.store import publications

RULE_FILES = "rule_files"


@dataclass(frozen=True, slots=True)
class Contents:
    """`counts` and `changed` are by kind of record, and by RULE_FILES; `changed` names by added, changed, removed.

    `before` is the edition that was in force before it first was, None for the first of all.
    """

    made_at: datetime
    made_by: str
    note: str
    publications: tuple[Publication, ...]
    before: str | None
    counts: Mapping[str, int]
    changed: Mapping[str, Mapping[str, tuple[str, ...]]]


def contents(session: Session, edition_id, *, reader: Reader):
    """What there is to know of a stored edition.

    :raises EditionDamaged: it, or the one before it, cannot be read
    """
    stored = session.scalars(select(Stored).where(Stored.id == edition_id)).one()
    every = list(reversed(publications(session)))
    first = next((index for index, one in enumerate(every) if one.edition_id == edition_id), 0)
    before = every[first - 1].edition_id if first else None
    older = _held(reader.read(session, before)) if before else {}
    held = _held(reader.read(session, edition_id))
    return Contents(
        stored.made_at, stored.made_by, stored.note, tuple(one for one in every if one.edition_id == edition_id),
        before, {kind: len(inside) for kind, inside in held.items()},
        {kind: _differences(older[kind], held[kind]) for kind in held} if before else {},
    )


def _held(edition):
    """What an edition holds by kind and key, as values that can be compared."""
    return {RULE_FILES: edition.manifest.rules, **{kind: getattr(edition.catalogue, kind) for kind in KINDS}}


def _differences(old, new):
    same = {key for key in old.keys() & new.keys() if old[key] is new[key] or to_json(old[key]) == to_json(new[key])}
    return {"added": tuple(key for key in new if key not in old),
            "changed": tuple(key for key in new if key in old and key not in same),
            "removed": tuple(key for key in old if key not in new)}
