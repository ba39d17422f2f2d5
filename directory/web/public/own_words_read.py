"""How own words were read, on the answer that they led to at once, with the way back to say it in another way."""

from dataclasses import dataclass

from directory.routing import Said, said


@dataclass(frozen=True, slots=True)
class WordsRead:
    """`need`: what the words were read as; `again`: the address where they can be said in another way."""

    need: Said
    again: str


def words_read(edition, need, language, again):
    """:param need: the id of a need; None where this edition does not know it"""
    known = edition.catalogue.needs.get(need)
    name = said(known.name, language) if known else None
    return WordsRead(name, again) if name else None
