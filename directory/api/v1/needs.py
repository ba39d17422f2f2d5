"""Needs as the API shows them."""

from dataclasses import dataclass
from typing import Annotated

from directory.api.v1.kinds import ENGLISH, SYNONYMS
from directory.api.v1.reader import Named


@dataclass(frozen=True, slots=True)
class Need:
    """What a child may need. No diagnosis: signs, and what usually helps first."""

    id: str
    name: str
    group: Annotated[Named, "The group that a family chooses among."]
    description: str | None
    synonyms: SYNONYMS
    english: ENGLISH


def need(one, reader):
    group = reader.catalogue.groups[one.group]
    return Need(one.id, reader.text(one.name), Named(group.id, reader.text(group.name)), reader.text(one.description),
                one.synonyms, one.english)
