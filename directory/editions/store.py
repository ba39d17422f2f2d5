"""Editions in the database: their parts, their manifests, and the publications that put them in force.

Every hash is checked when something is read: what does not fit it is `EditionDamaged`, never an answer.
"""

import zlib
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from directory.editions.content import LETTERS_OF_AN_ID, Content, hash_of, read_manifest
from directory.editions.models import Part, Publication, Stored
from directory.errors import EditionDamaged, NoSuchEdition, PublishedMeanwhile

PUBLISH, ROLLBACK = "publish", "rollback"
PARTS_A_QUERY = 500  # SQLite takes 999 values at least


@dataclass(frozen=True, slots=True)
class Act:
    """Who publishes when, and why: `by` is a function's handle, never a person's name."""

    at: datetime
    by: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Published:
    """A publication as every reader may know it: which edition answered from when."""

    number: int
    edition_id: str
    at: datetime
    action: str


def last_publication(session: Session):
    """The publication in force, or None before the first."""
    return session.scalar(select(Publication).order_by(Publication.number.desc()).limit(1))


def last_number(session: Session):
    """The number of the publication in force, 0 before the first; this is what every process asks each second."""
    return session.scalar(select(func.max(Publication.number))) or 0


def publications(session: Session):
    """Every publication, the newest first."""
    return session.scalars(select(Publication).order_by(Publication.number.desc())).all()


def published(session: Session):
    """Every publication as a value, the newest first."""
    return tuple(Published(one.number, one.edition_id, one.at, one.action) for one in publications(session))


def in_force_at(session: Session, moment: datetime):
    """The publication that was in force at a moment, or None before the first."""
    return session.scalar(select(Publication).where(Publication.at <= moment)
                          .order_by(Publication.number.desc()).limit(1))


def stored_named(session: Session, prefix: str):
    """The stored edition whose id starts with some letters.

    :raises NoSuchEdition: none does, or several do
    """
    ids = session.scalars(select(Stored.id).where(Stored.id.startswith(prefix, autoescape=True))
                          .order_by(Stored.id).limit(3)).all() if prefix else []
    if len(ids) != 1:
        raise NoSuchEdition(prefix, tuple(ids))
    return session.get_one(Stored, ids[0])


def manifest_of(session: Session, edition_id: str):
    """The manifest of a stored edition.

    :raises EditionDamaged: it does not have the hash that it should have
    """
    text = session.scalar(select(Stored.manifest).where(Stored.id == edition_id))
    if text is None or hash_of(text.encode())[:LETTERS_OF_AN_ID] != edition_id:
        raise EditionDamaged(edition_id, "manifest")
    try:
        return read_manifest(text)
    except (ValueError, KeyError, AttributeError) as error:
        raise EditionDamaged(edition_id, "manifest") from error


def parts_of(session: Session, edition_id: str, hashes):
    """The bytes of parts by their hash.

    :raises EditionDamaged: one is missing, or does not have its hash
    """
    found = _intact(session, hashes)
    for digest in hashes:
        if digest not in found:
            raise EditionDamaged(edition_id, digest)
    return found


def save(session: Session, content: Content, act: Act):
    """Store an edition; parts that are there are not stored again, and parts that are damaged are mended.

    :return: the bytes that were written
    """
    intact, manifest = _intact(session, content.manifest.hashes), content.manifest
    bodies = {digest: zlib.compress(raw) for digest, raw in content.parts.items() if digest not in intact}
    for some in _in_lots(bodies):
        session.execute(delete(Part).where(Part.hash.in_(some)))
    session.add_all(Part(hash=digest, body=body) for digest, body in bodies.items())
    written = sum(map(len, bodies.values()))
    stored = session.get(Stored, manifest.id)
    if stored is None:
        session.add(Stored(id=manifest.id, manifest=manifest.text, made_at=act.at, made_by=act.by, note=act.note))
    elif stored.manifest != manifest.text:
        stored.manifest = manifest.text
    else:
        return written
    return written + len(manifest.text)


def put_in_force(session: Session, edition_id: str, act: Act, *, action, after):
    """Make a stored edition the one that answers; other writers must be kept out.

    :param after: the number of the publication that the decision to publish rests on
    :raises PublishedMeanwhile: it is not the last any more
    """
    if last_number(session) != after:
        raise PublishedMeanwhile
    session.flush()
    session.add(Publication(number=after + 1, edition_id=edition_id, at=act.at, action=action, by=act.by,
                            note=act.note))


def _intact(session, hashes):
    """Those parts that are stored as they should be, by hash."""
    found = {}
    for some in _in_lots(sorted(hashes)):
        for digest, body in session.execute(select(Part.hash, Part.body).where(Part.hash.in_(some))):
            raw = _unpacked(body)
            if raw is not None and hash_of(raw) == digest:
                found[digest] = raw
    return found


def _unpacked(body):
    try:
        return zlib.decompress(body)
    except zlib.error:
        return None


def _in_lots(hashes):
    listed = list(hashes)
    return [listed[start:start + PARTS_A_QUERY] for start in range(0, len(listed), PARTS_A_QUERY)]
