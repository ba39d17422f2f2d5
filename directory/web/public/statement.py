"""The accessibility statement: whose service it is, and what `make statement` wrote of the last assessment."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from directory.config import Settings
from directory.routing import Said, said

WRITTEN = Path(__file__).parent / "statement.json"


@dataclass(frozen=True, slots=True)
class Lack:
    text: Said
    criterion: str


@dataclass(frozen=True, slots=True)
class StatementPage:
    """`wholly`: nothing is known that does not meet the demands. `checked` pages and views, `faults` of them faulty."""

    owner: str
    contact: str
    wholly: bool
    checked: int
    faults: int
    lacks: tuple[Lack, ...]
    read_with: tuple[Said, ...]
    day: str
    commit: str


def statement_page(settings: Settings, language):
    found = _written()
    lacks = tuple(Lack(_said(one["text"], language), one["criterion"]) for one in found["findings"])
    return StatementPage(
        settings.owner, settings.contact, not lacks and not found["faults"], found["checked"], found["faults"], lacks,
        tuple(_said(one, language) for one in found["read_with"]), found["day"], found["commit"])


@cache
def _written():
    return json.loads(WRITTEN.read_text("utf-8"))


def _said(texts, language):
    return said(texts, language) or Said("")
