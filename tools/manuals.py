"""The examples in the checks' docstrings, as files that can be proved. Their tests and the guide read them."""

import re
import textwrap
from datetime import date

import yaml

from directory.ages import parse_ages
from directory.rules import Knowledge, Record, load, verify

FIRST_FILE = "base.yaml"  # what an example begins with; further files are named in it
CATALOGUE = "catalogue"  # the name under which an example says what the catalogue knows
DAY = date(2026, 11, 21)
_EXAMPLE = re.compile(r"^(Good|Bad)::\n\n((?:    .*\n|\n)+)", re.MULTILINE)
_FILE = re.compile(r"^# file: (\S+)\n", re.MULTILINE)


def examples_of(manual):
    """Good and bad example of a manual: file name → text."""
    found = {}
    for kind, block in _EXAMPLE.findall(manual + "\n"):
        first, *others = _FILE.split(textwrap.dedent(block).strip("\n") + "\n")
        found[kind] = {FIRST_FILE: first, **dict(zip(others[::2], others[1::2], strict=True))}
    return found


def verdict_on(files, folder):
    """The verdict on the files of an example, which are written to a folder first."""
    knowledge = _knowledge_of(files[CATALOGUE]) if CATALOGUE in files else None
    for name in files.keys() - {CATALOGUE}:
        (folder / name).write_text(files[name], "utf-8")
    return verify(load(folder), day=DAY, knowledge=knowledge)


def _knowledge_of(catalogue):
    """The catalogue of an example: kind of unit → ages, levels, receives, access."""
    records = {kind: Record(parse_ages(one["ages"]), *(set(one[key]) for key in ("levels", "receives", "access")))
               for kind, one in yaml.safe_load(catalogue).items()}
    return Knowledge(records, frozenset(), frozenset(records))
