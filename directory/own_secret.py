"""The secret of an installation that was given none: made once, kept in a file that its owner alone may read."""

import os
import secrets
from pathlib import Path

BYTES = 32
FILE = "secret"  # under home
LEAST = 32  # characters that a file has which was written whole


def own_secret(home: Path):
    """The secret under `home`, as text; made at the first call. All processes that start at once get the same.

    :raises OSError: it is not there and cannot be written, or was cut short, so that anybody could guess it
    """
    kept = home / FILE
    if not kept.exists():
        home.mkdir(parents=True, exist_ok=True)
        mine = home / f"secret.{os.getpid()}.{secrets.token_hex(4)}"
        with open(mine, "x", opener=_for_the_owner) as file:
            file.write(secrets.token_urlsafe(BYTES))
        try:
            os.link(mine, kept)  # fails where another process was first, whose secret then holds
        except FileExistsError:
            pass
        mine.unlink()
    found = kept.read_text()
    if len(found) < LEAST:
        raise OSError(f"{kept} has fewer than {LEAST} characters. Put it back from a backup, or take it away: then "
                      "another is made, and receipts from before are refused.")
    return found


def _for_the_owner(path, flags):
    return os.open(path, flags, 0o600)
