"""The documented cases of questions that went round or got stuck, from their file. They are counted nowhere."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from directory.findings import ERROR, Finding, say
from directory.journal.codes import REASONS
from directory.journal.sums import Listed
from directory.yaml_lines import Entry, Items, line_at, read_file

FILE = "bounces.yaml"  # in the folder of the catalogue's files
FORMAT = "one-way-in-bounces/1"
CHECK = "bounces"
BASES = ("agreement", "law", "guidance", "authority", "inference")
REQUIRED = ("id", "what", "should", "basis")
NAMES = (*REQUIRED, "way", "need_group", "level", "reason", "edge", "sources", "vignettes")
LISTS = ("way", "sources", "vignettes")


@dataclass(frozen=True, slots=True)
class Documented:
    """A case: `what` happened and what `should` have, by language; `basis` says what says so.

    `way` are the kinds of unit that the question went between, in order; a code that does not fit is "".
    """

    id: str
    what: Mapping[str, str]
    should: Mapping[str, str]
    basis: str
    way: tuple[str, ...] = ()
    need_group: str = ""
    level: str = ""
    reason: str = ""
    edge: str = ""
    sources: tuple[str, ...] = field(default=())
    vignettes: tuple[str, ...] = field(default=())


def read_documented(folder):
    """The cases of the file in a folder, none where there is no file; and every fault of the file."""
    path = Path(folder) / FILE
    if not path.exists():
        return (), []
    top, faults = read_file(path, str(path))
    if top is None:
        return (), faults
    entries = top.get("bounces")
    if top.get("format") != FORMAT or not isinstance(entries, Items):
        return (), [_fault(path, 1, say("The format is not %(format)s.", format=FORMAT))]
    faults += [fault for index, raw in enumerate(entries)
               for fault in _faults(path, raw, line_at(top, ["bounces", index]))]
    return (() if faults else tuple(map(_case, entries))), faults


def flows(cases: Iterable[Documented]):
    """Who sent to whom how often in some cases, most first."""
    found = Counter((one, other) for case in cases for one, other in zip(case.way, case.way[1:], strict=False))
    return tuple(Listed(one, other, count, True) for (one, other), count in
                 sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))


def _case(raw):
    values: dict[str, Any] = {name: tuple(value) if name in LISTS else value for name, value in raw.items()}
    return Documented(**values)


def _faults(path, raw, line):
    if not isinstance(raw, Entry) or not set(REQUIRED) <= raw.keys() <= set(NAMES):
        message = say("A case needs %(names)s, and may hold nothing unknown.", names=", ".join(REQUIRED))
        yield _fault(path, line, message)
        return
    for name, allowed in (("basis", BASES), ("reason", ("", *REASONS))):
        if raw.get(name, "") not in allowed:
            yield _fault(path, line, say("%(name)s is none of %(allowed)s.", name=name, allowed=", ".join(allowed)))


def _fault(path, line, message):
    return Finding(CHECK, ERROR, str(path), line, message)
