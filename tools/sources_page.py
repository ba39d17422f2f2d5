"""Writes docs/sources.md: which rules carry what the sources say. `python -m tools.sources_page`, or `make docs`.

What the sources say stands in docs/sources/*.yaml, in our own words. What carries a row is named by the id of a rule, a
hand-over, a kind of unit, a case or a question, with `*` for the rest of a name; by `reach/AREA/RULE`, `gates/STAGE`,
`units/UNIT` for a unit of the catalogue, or `checks/NAME` for what is proved of every area.
"""

from collections import Counter
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from directory.catalogue import load_seed
from directory.rules import load
from directory.rules.verify import EVERY_CHECK

ROOT = Path(__file__).resolve().parents[1]
TABLES = ROOT / "docs" / "sources"
PAGE = ROOT / "docs" / "sources.md"
TEMPLATE = "sources.md.j2"
RULES, SEED = "routing_rules/", "seed/"
NATION_FILE = "routing_rules/generic/nation.yaml"
CHECKS_FILE = "docs/regler/fel.md"


@dataclass(frozen=True)
class Row:
    """One row or entry. It has either `carried_by` or `not_used`.

    :param mendable: the case that shows a bounce mended
    :param note: what of a carried row no rule holds
    """

    id: str
    says: str
    sources: tuple[str, ...] = ()
    carried_by: tuple[str, ...] = ()
    not_used: str | None = None
    mendable: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class Table:
    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Carrier:
    """What may carry a row: the file it stands in, and the codes of the sources that it names."""

    file: str
    sources: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Area:
    """What an area has of its own, and the titles of the areas whose rules hold otherwise, the nearest first."""

    title: str
    files: tuple[str, ...]
    otherwise: tuple[str, ...]


def read_tables(folder=TABLES):
    """Every table, by the names of its files."""
    return [_table(yaml.safe_load(path.read_text("utf-8"))) for path in sorted(folder.glob("*.yaml"))]


def _table(written):
    rows = [Row(**{key: tuple(value) if isinstance(value, list) else value for key, value in one.items()})
            for one in written["rows"]]
    return Table(written["title"], tuple(rows))


def carriers(base, catalogue):
    """Everything that may carry a row, by the name that rows give it."""
    layers = base.layers.values()
    found = {one.id: _carrier(one) for layer in layers for one in (*layer.rules, *layer.hand_overs, *layer.units)}
    found |= {one.id: _carrier(one) for one in (*base.questions, *base.vignettes)}
    found |= {f"reach/{layer.id}/{one.rule}": _carrier(one) for layer in layers for one in layer.reach}
    found |= {f"units/{one.id}": _carrier(one) for one in catalogue.units.values()}
    found |= {f"gates/{stage}": Carrier(NATION_FILE) for stage in base.gates}
    return found | {f"checks/{name}": Carrier(CHECKS_FILE) for name in EVERY_CHECK}


def _carrier(one):
    beside = (*getattr(one, "disputed", ()), *filter(None, [getattr(one, "exception", None)]))
    named = (getattr(each, "source", getattr(each, "sources", ())) for each in (one, *beside))
    return Carrier(_file_of(one), frozenset(code for codes in named for code in codes))


def _file_of(one):
    return (ROOT / one.place.file).relative_to(ROOT).as_posix()


def covered(name, known):
    """The names that one stands for: itself, or all that a star covers."""
    return [name] if name in known else [one for one in known if "*" in name and fnmatchcase(one, name)]


def faults(tables, known):
    """What is wrong with the rows, a sentence each."""
    rows = [row for table in tables for row in table.rows]
    twice = [f"{one}: stands twice" for one, times in Counter(row.id for row in rows).items() if times > 1]
    return twice + [fault for row in rows for fault in _faults_of(row, known)]


def _faults_of(row, known):
    if bool(row.carried_by) == bool(row.not_used):
        yield f"{row.id}: say either what carries it or why it is not used"
    names = (*row.carried_by, *filter(None, [row.mendable]))
    yield from (f"{row.id}: there is no {name}" for name in names if not covered(name, known))
    if row.carried_by:
        sources = {code for name in names for one in covered(name, known) for code in known[one].sources}
        yield from (f"{row.id}: nothing that carries it names {code}" for code in row.sources if code not in sources)


def by_file(names, known):
    """Names by the file they stand in; a name with a star may stand in several."""
    found = {}
    for name in names:
        for file in dict.fromkeys(known[one].file for one in covered(name, known)):
            found.setdefault(file, []).append(name)
    return found


def areas(base):
    """What each area but the nation has of its own."""
    for layer in base.layers.values():
        if layer.within:
            above = [one.title.read("en") for one in base.chain(layer.id)[-2::-1]]
            own = (*layer.rules, *layer.hand_overs, *layer.reach, *layer.binds)
            yield Area(layer.title.read("en"), tuple(sorted({_file_of(one) for one in own})), tuple(above))


def page(tables, base, known):
    """The text of the page."""
    rows = [row for table in tables for row in table.rows]
    templates = Environment(loader=FileSystemLoader(Path(__file__).parent), undefined=StrictUndefined, trim_blocks=True,
                            lstrip_blocks=True, keep_trailing_newline=True)
    return templates.get_template(TEMPLATE).render(
        tables=tables, rows=len(rows), carried=sum(bool(row.carried_by) for row in rows),
        mended=sum(bool(row.mendable) for row in rows), areas=list(areas(base)),
        by_file=lambda names: by_file(names, known))


def project():
    """The project's rule base, and what in it and in the catalogue may carry a row."""
    base = load(ROOT / RULES).base
    return base, carriers(base, load_seed(ROOT / SEED)[0])


def main():
    PAGE.write_text(page(read_tables(), *project()), "utf-8")


if __name__ == "__main__":
    main()
