"""Desks and their keys. A desk is a function, such as a clinic's referral desk; whoever has its key acts for it."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from directory.access.keys import hash_of, new_key
from directory.access.models import Desk
from directory.errors import DirectoryError
from directory.personal_numbers import holds_personal_number

_HANDLE = re.compile(r"[a-z0-9_-]{2,40}")


@dataclass(frozen=True, slots=True)
class DeskAccount:
    """`kind` and `area`: as which kind of unit it acts, and where. Without them it reports and uploads alone."""

    handle: str
    kind: str
    area: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A desk as its keeper sees it; `closed` None: it is open."""

    account: DeskAccount
    added: date
    closed: date | None


class HandleRefused(DirectoryError):
    """A handle that is not of 2 to 40 small letters a–z, digits, `_` and `-`, or that looks like a person's number."""

    code, status = "handle_refused", 422


class HandleTaken(DirectoryError):
    """An open desk has the handle."""

    code, status = "handle_taken", 409

    def __init__(self, handle):
        super().__init__(handle)
        self.handle = handle


class NoSuchDesk(DirectoryError):
    """No open desk has the handle."""

    code, status = "no_such_desk", 404

    def __init__(self, handle):
        super().__init__(handle)
        self.handle = handle


def add_desk(session: Session, handle, *, kind, area, day: date):
    """The key of a new desk, which is told this once; a desk that was closed is opened anew, with another key.

    :param kind: as which kind of unit it acts; "" for none
    :raises HandleRefused: the handle is none
    :raises HandleTaken: an open desk has it
    """
    if not _HANDLE.fullmatch(handle) or holds_personal_number(handle):
        raise HandleRefused(handle)
    known = session.get(Desk, handle)
    if known and known.closed is None:
        raise HandleTaken(handle)
    key = new_key()
    session.merge(Desk(handle=handle, kind=kind, area=area, key_hash=hash_of(key), added=day, closed=None))
    return key


def renew_key(session: Session, handle):
    """Another key for a desk; the one before and every session that it began hold no longer.

    :raises NoSuchDesk: no open desk has the handle
    """
    desk, key = _open(session, handle), new_key()
    desk.key_hash = hash_of(key)
    return key


def close_desk(session: Session, handle, day: date):
    """Let nobody act for a desk any more.

    :raises NoSuchDesk: no open desk has the handle
    """
    _open(session, handle).closed = day


def desk_of_key(session: Session, key):
    """The open desk that a key belongs to, or None."""
    known = hash_of(key)
    return known and _account(session.scalar(select(Desk).where(Desk.key_hash == known, Desk.closed.is_(None))))


def desk_of_handle(session: Session, handle):
    """The open desk of a handle, or None."""
    return _account(session.scalar(select(Desk).where(Desk.handle == handle, Desk.closed.is_(None))))


def key_hash_of(session: Session, handle):
    """What is kept of the key of an open desk, or None."""
    return session.scalar(select(Desk.key_hash).where(Desk.handle == handle, Desk.closed.is_(None)))


def desks(session: Session):
    """Every desk, closed ones too, by their handles."""
    rows = session.scalars(select(Desk).order_by(Desk.handle))
    return tuple(Listed(DeskAccount(one.handle, one.kind, one.area), one.added, one.closed) for one in rows)


def may_act(desk: DeskAccount, receipt_area, kind, *, areas_above: Callable[[str], Iterable[str]],
            same_desk: Callable[[str, str], bool]):
    """Whether a desk acts for a kind of unit in an area: as the same desk, there or in an area that it lies within.

    :param areas_above: an area and those that it lies within
    """
    return bool(desk.kind and kind) and desk.area in areas_above(receipt_area) and same_desk(desk.kind, kind)


def _open(session, handle):
    desk = session.get(Desk, handle)
    if desk is None or desk.closed is not None:
        raise NoSuchDesk(handle)
    return desk


def _account(desk):
    return desk and DeskAccount(desk.handle, desk.kind, desk.area)
