"""Where files are edited: a saved rule or seed file that proves is published by itself, a broken one never.

Of all processes one watches, the one that holds a lock; what it found lies in a file beside it, so that every process
can say why what was saved does not answer. What was found of the same files once is not found again.
"""

import fcntl
import os
from hashlib import sha256
from typing import IO

import orjson
from sqlalchemy.exc import SQLAlchemyError

from directory import clock
from directory.catalogue import catalogue_from
from directory.config import Settings
from directory.db import Database, keep_writers_out
from directory.editions.build import rule_files
from directory.editions.content import edition_id
from directory.editions.current import Problem
from directory.editions.opening import load_seed_into
from directory.editions.publish import propose, put_within
from directory.editions.read import Reader
from directory.editions.store import Act, last_publication
from directory.errors import RulesNotProved
from directory.findings import Say, say
from directory.rules import load_files
from directory.yaml_lines import yaml_files

BY = "watch"  # who publishes what was saved
MOST_TOLD = 20  # findings; whoever edits sees the rest with `envagin rules verify`
LOCK, FOUND = "watch.lock", "watch.json"


class Watch:
    """Looks at the files; `look` is called again and again, by one thread."""

    def __init__(self, settings: Settings, database: Database, reader: Reader):
        self.settings, self.database, self.reader = settings, database, reader
        self.lock: IO[str] | None = None
        self.seen: list | None = None  # the sizes and times of all files at the last look

    def look(self):
        """Publish what was saved, once it has lain still from one look to the next."""
        if not self._is_mine():
            return
        seen = [_stamps(folder) for folder in (self.settings.rules, self.settings.seed)]
        still, self.seen = seen == self.seen, seen
        if not still:
            return
        rules, seed = (_digest(stamps) for stamps in seen)
        last = read_found(self.settings)
        if (last.get("rules"), last.get("seed")) != (rules, seed):
            loaded = last.get("loaded", seed)  # the seed that the database holds; whoever began here loaded it
            problems = self._publish(seed_changed=loaded != seed)
            if problems is not None:
                _write(self.settings, {"rules": rules, "seed": seed, "loaded": loaded if problems else seed,
                                       "problems": [_as_json(one) for one in problems]})
        elif not self.reader.known and not last.get("problems"):
            self._read_ahead()

    def _read_ahead(self):
        """Read all rule files once, so that of what is saved next only the changed file must be read."""
        load_files(rule_files(self.settings.rules), within=self.reader.within, known=self.reader.known)

    def close(self):
        """Let another process watch."""
        if self.lock:
            self.lock.close()
            self.lock = None

    def _is_mine(self):
        """Whether this process is the one that watches; the lock falls when the process ends."""
        if self.lock is None:
            lock = open(self.settings.home / LOCK, "w")
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                lock.close()
                return False
            self.lock = lock
        return True

    def _publish(self, *, seed_changed):
        """Why what lies there is not published, nothing where it is; None where that could not be found out."""
        try:
            files = rule_files(self.settings.rules)
            with self.database.transaction() as session:
                keep_writers_out(session)
                now = clock.now()
                catalogue = (load_seed_into(session, self.settings, by=BY, now=now) if seed_changed
                             else catalogue_from(session))
                last = last_publication(session)
                if last and last.edition_id == edition_id(files, catalogue):
                    return []
                proposal = propose(session, files, catalogue, reader=self.reader, day=now.date())
                put_within(session, proposal, Act(now, BY))
            self.reader.remember(proposal.proved.edition)
            return []
        except RulesNotProved as error:
            return _problems(error.findings)
        except SQLAlchemyError:
            return None  # who follows tells of it; the files are looked at again


def saved_problems(settings: Settings):
    """Why what was saved last is not published; nothing where all of it is, or where nobody watches."""
    return tuple(Problem(one["code"], _said(one["text"])) for one in read_found(settings).get("problems", ())) \
        if settings.watch else ()


def read_found(settings: Settings):
    """What the watching process found last."""
    try:
        return orjson.loads((settings.home / FOUND).read_bytes())
    except (OSError, ValueError):
        return {}


def _write(settings, found):
    """Whoever reads sees the file as it was or as it is."""
    new = settings.home / f"{FOUND}.new"
    new.write_bytes(orjson.dumps(found))
    os.replace(new, settings.home / FOUND)


def _stamps(folder):
    """The name, size and time of every file of a folder that may be meant."""
    return [(os.fsencode(path), *_stamp(path)) for path in yaml_files(folder)]


def _stamp(path):
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_size, found.st_mtime_ns


def _digest(stamps):
    return sha256(repr(stamps).encode()).hexdigest()


def _problems(findings):
    told = [Problem("not_published", say("%(file)s:%(line)s: %(check)s: %(message)s", file=one.file, line=one.line,
                                         check=one.check, message=one.message)) for one in findings[:MOST_TOLD]]
    more = len(findings) - len(told)
    return told + [Problem("not_published", say("%(count)s more findings.", count=more))] if more else told


def _as_json(problem):
    return {"code": problem.code, "text": _unsaid(problem.text)}


def _unsaid(one):
    return {"say": one.key, "words": {name: _unsaid(word) for name, word in one.words.items()}} \
        if isinstance(one, Say) else one


def _said(one):
    return Say(one["say"], {name: _said(word) for name, word in one["words"].items()}) if isinstance(one, dict) else one
