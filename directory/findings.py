"""What a check found, as values: sentences that wait for the reader's language, with the place and the mend."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

ERROR, WARNING, NOTE = "error", "warning", "note"
LEVELS = (ERROR, WARNING, NOTE)  # worst first


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is written; `line` counts from 1."""

    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Say:
    """A sentence whose words are filled in when it is read: `key` is the English template and the translators' key."""

    key: str
    words: Mapping

    def text(self, translate=str):
        words = {name: word.text(translate) if isinstance(word, Say) else word for name, word in self.words.items()}
        return translate(self.key) % words

    def __str__(self):
        return self.text()


def say(key, /, **words):
    """A `Say`; the translations are collected from calls of this name."""
    return Say(key, words)


LEVEL_WORDS = {ERROR: say("error"), WARNING: say("warning"), NOTE: say("note")}


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: `check` found it at `file`:`line`; `hint` mends it, `witness` is a case that shows it."""

    check: str
    level: str
    file: str
    line: int
    message: Say
    hint: Say | None = None
    ids: tuple[str, ...] = ()
    area: str | None = None
    witness: Mapping | None = field(default=None, compare=False)
    suggestion: str | None = None

    def at_level(self, level):
        return replace(self, level=level)


def in_order(findings):
    """Worst first, then by file and line."""
    return sorted(findings, key=lambda one: (LEVELS.index(one.level), one.file, one.line, one.check, one.ids))


def has_errors(findings):
    return any(one.level == ERROR for one in findings)


def names(ids, *, most=12):
    """Ids in a row for a sentence; past `most` the rest is counted."""
    ids = list(ids)
    shown = ", ".join(ids[:most])
    return shown if len(ids) <= most else f"{shown} … (+{len(ids) - most})"
