"""Rule bases as they were read, kept as JSON on this machine: to read the files again takes five times as long.

Nothing rests on it: what is missing, damaged or written by another version of this program is read from the files.
"""

import os
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path

import orjson

from directory.editions.record_json import reader_of, to_json
from directory.rules.model import Base

FOLDER = "read_rules"
MOST_KEPT = 4  # bases; the oldest go first
LETTERS_OF_A_HASH = 64


class KeptBases:
    """The bases that are kept below a folder.

    :param within: the folder that rules say they lie in
    """

    def __init__(self, home: Path, within):
        self.folder, self.within = home / FOLDER, str(within)

    def get(self, rules: Mapping[str, str]):
        """The base of rule files, by name and hash, or None."""
        try:
            raw = self._file(rules).read_bytes()
        except OSError:
            return None
        digest, body = raw[:LETTERS_OF_A_HASH], raw[LETTERS_OF_A_HASH:]
        return reader_of(Base)(orjson.loads(body)) if sha256(body).hexdigest().encode() == digest else None

    def keep(self, rules: Mapping[str, str], base: Base):
        """Keep a base; where that fails, the files are read again next time."""
        if self._file(rules).exists():
            return
        body = orjson.dumps(to_json(base, places=True))
        new = self.folder / f"new.{os.getpid()}"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            new.write_bytes(sha256(body).hexdigest().encode() + body)
            os.replace(new, self._file(rules))
            for old in sorted(self.folder.glob("*.json"), key=os.path.getmtime)[:-MOST_KEPT]:
                old.unlink(missing_ok=True)
        except OSError:
            return

    def _file(self, rules):
        said = orjson.dumps([sorted(rules.items()), self.within, _program()])
        return self.folder / f"{sha256(said).hexdigest()[:32]}.json"


@cache
def _program():
    """The hash of what reads rule files."""
    package = Path(__file__).parents[1]
    sources = [path for where in ("*.py", "rules/*.py", "editions/*.py") for path in sorted(package.glob(where))]
    return sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()
