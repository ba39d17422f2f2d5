"""The secret of an installation that was given none: made once, kept in a file that its owner alone may read."""

import os
import secrets
from pathlib import Path

BYTES = 32
FILE = "secret"  # under home


def own_secret(home: Path):
    """The secret under `home`, as text; made at the first call. All processes that start at once get the same.

    :raises OSError: it is not there and cannot be written
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
    return kept.read_text()


def _for_the_owner(path, flags):
    return os.open(path, flags, 0o600)
