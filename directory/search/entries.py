"""Records → what the search finds: each with the phrases that people call it by, and the sentences of its task."""

from collections.abc import Mapping
from dataclasses import dataclass

from directory.catalogue import Catalogue
from directory.search.text import words

NAME, SHORT, SYNONYM, ENGLISH = "name", "short", "synonym", "english"
TECHNIQUE_OF = {SHORT: "synonyms", SYNONYM: "synonyms", ENGLISH: "english"}  # which leaves a source's phrases out


@dataclass(frozen=True, slots=True)
class Phrase:
    """One thing that people call a record: `said` as it was written, `words` folded; `entry` is the record's number."""

    entry: int
    source: str
    said: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A record that can be found, by its number."""

    id: str
    kind: str
    name: Mapping[str, str]


def records_of(catalogue: Catalogue):
    """Every agency, role, process and need, as pairs of its kind and itself."""
    kinds = (("agency", catalogue.agencies), ("role", catalogue.roles), ("process", catalogue.processes),
             ("need", catalogue.needs))
    return tuple((kind, record) for kind, records in kinds for record in records.values())


def phrases_of(number, kind, record, techniques):
    """The phrases of a record, each once; the first source that says it counts."""
    found: dict[tuple[str, ...], Phrase] = {}
    for source, said in _said_of(kind, record):
        if TECHNIQUE_OF.get(source, "fold") in techniques or source == NAME:
            inside = words(said, accents="fold" in techniques)
            if inside:
                found.setdefault(inside, Phrase(number, source, said.strip(), inside))
    return tuple(found.values())


def task_of(record, techniques):
    """The words of what a record says it does; what it does not do is nothing to be found by."""
    if "texts" not in techniques:
        return ()
    return tuple(word for said in record.description.values() for word in words(said, accents="fold" in techniques))


def _said_of(kind, record):
    for said in record.name.values():
        yield NAME, said
        for part in said.replace("(", "/").replace(")", "/").replace(",", "/").split("/"):
            yield NAME, part
    for said in record.short.values() if kind == "agency" else ():
        yield SHORT, said
    for said in record.synonyms:
        yield SYNONYM, said
    for said in record.english:
        yield ENGLISH, said
