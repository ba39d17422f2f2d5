"""How parties reach each other: a matrix of who reaches whom, with the cells where no way is agreed on."""

from collections import Counter
from dataclasses import dataclass

from directory.routing import Said, Words, said
from directory.web.areas import AreaName, area_name, area_names
from directory.web.notes import SourceNote, source_notes
from directory.web.staff.records import name_of

WORKING, STRAINED, MISSING, SILENT = "working", "strained", "missing", "silent"  # silent: no source says anything


@dataclass(frozen=True, slots=True)
class Path:
    """A way from one party to another; `way` None: none is agreed on. Days promised are None where nothing is."""

    areas: tuple[str, ...]
    state: str
    way: Said | None
    answer: int | None
    meeting: int | None
    note: Said | None
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """From the row's party to this one; `same` is the party itself."""

    to: Said
    same: bool
    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class PartyRow:
    party: Said
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class ContactPathsPage:
    """`counts`: cells by state, a cell being as bad as its worst path."""

    areas: tuple[AreaName, ...]
    area: AreaName
    parties: tuple[Said, ...]
    rows: tuple[PartyRow, ...]
    counts: dict[str, int]
    sources: tuple[SourceNote, ...]
    edition: str


def contact_paths_page(edition, area, *, language, day):
    """The contact paths of an area and of what it lies in; for the nation those of every area."""
    catalogue, words = edition.catalogue, Words(edition.catalogue, language, area.units)
    wanted = set(catalogue.areas_above(area.id)) if area.parent else set(catalogue.areas)
    found = [one for one in catalogue.contact_paths.values() if wanted.intersection(one.areas)]
    rows = tuple(PartyRow(name_of(start, language), tuple(_cell(start, end, found, words)
                                                          for end in catalogue.parties.values()))
                 for start in catalogue.parties.values())
    counts = Counter(state_of(cell) for row in rows for cell in row.cells if not cell.same)
    notes = source_notes([source for one in found for source in one.sources], edition.ruleset.base.sources,
                         language=language, day=day)
    return ContactPathsPage(
        area_names(edition.ruleset, words, area.id), area_name(area, words),
        tuple(name_of(one, language) for one in catalogue.parties.values()), rows,
        {state: counts[state] for state in (WORKING, STRAINED, MISSING, SILENT)}, notes, edition.id)


def state_of(cell):
    """How it stands between two parties: as bad as the worst of their paths."""
    states = {one.state for one in cell.paths}
    return next((state for state in (MISSING, STRAINED, WORKING) if state in states), SILENT)


def _cell(start, end, paths, words):
    own = (one for one in paths if (one.from_party, one.to_party) == (start.id, end.id))
    return Cell(name_of(end, words.language), start is end, tuple(_path(one, words) for one in own))


def _path(one, words):
    language = words.language
    return Path(tuple(map(words.area, one.areas)), one.state, said(one.way, language), one.answer_within_days,
                one.meeting_within_days, said(one.note, language), one.sources)
