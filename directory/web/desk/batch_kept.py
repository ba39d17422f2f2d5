"""Checked sheets, which wait for whoever sent them: for a quarter of an hour, under a name that nobody guesses."""

import re
import secrets
from datetime import datetime, timedelta
from pathlib import Path

from directory.errors import DirectoryError

FOLDER = "checked_sheets"  # under home
LASTS = timedelta(minutes=15)
MOST_KEPT = 40  # files at once; each has at most some megabytes
_NAME = re.compile(r"[\w-]{32}\.(?:csv|xlsx)", re.ASCII)


class TooManySheets(DirectoryError):
    """So many checked sheets wait already that there is no room for one more."""

    code, status = "too_many_sheets", 503


def keep_sheet(home: Path, raw: bytes, kind, *, now: datetime):
    """The name under which a checked sheet waits.

    :raises TooManySheets: there is no room
    """
    folder = home / FOLDER
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    forget_old_sheets(home, now=now)
    if len(list(folder.iterdir())) >= MOST_KEPT:
        raise TooManySheets
    name = f"{secrets.token_urlsafe(24)}.{kind}"
    path = folder / name
    path.touch(mode=0o600)
    path.write_bytes(raw)
    return name


def take_sheet(home: Path, name, *, now: datetime):
    """The bytes of a checked sheet, which is gone then; None where none waits under the name."""
    forget_old_sheets(home, now=now)
    path = home / FOLDER / name
    if not _NAME.fullmatch(name) or not path.is_file():
        return None
    raw = path.read_bytes()
    path.unlink(missing_ok=True)
    return raw


def forget_old_sheets(home: Path, *, now: datetime):
    """Remove the sheets that nobody fetched in time."""
    for path in (home / FOLDER).glob("*"):
        if now.timestamp() - path.stat().st_mtime > LASTS.total_seconds():
            path.unlink(missing_ok=True)
