"""Where every cell goes: for each need, level and stretch of ages how many cells which unit receives, by which rules.

A cell stands in exactly one share, so the shares of an area add up to the cells that its proof is counted in.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from directory.ages import Ages
from directory.rules.decide import Ruleset
from directory.rules.model import AGE, ANY, LEVEL, RULES, Rule
from directory.rules.tables import Area, Table


@dataclass(frozen=True, slots=True)
class Share:
    """The `cells` of a band that go one way, by `rules`. `receiver` None: nobody receives them, or several rules do.

    `usual` says whether the case that says nothing but level and age is among them.
    """

    receiver: str | None
    holder: str | None
    open: bool
    usual: bool
    cells: int
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """Neighbouring ages of one level that the same rules share alike."""

    level: str
    ages: Ages
    shares: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """The bands of one need at one stage; none where no case reaches the stage."""

    need: str
    stage: str
    bands: tuple[Band, ...]


@dataclass(frozen=True, slots=True)
class Covered:
    """An area: its `cells`, the `parts` that it says itself, and for every other need whose `rules` it `inherits`.

    The stages before the rules are parts of the nation alone, for no overlay can change them.
    """

    area: str
    within: str | None
    cells: int
    parts: tuple[Part, ...]
    inherits: Mapping[str, str]


def coverage(ruleset: Ruleset, *, day: date):
    """What each area of a ruleset covers on a day, parents before children."""
    return tuple(_covered(area, day) for area in ruleset.areas.values())


def _covered(area: Area, day):
    tables = [(need, stage, table) for need in area.needs for stage, table in area.span(need, day).tables.items()]
    inherits = {need: owner for need in area.needs if (owner := owner_of(area, need, day)) != area.id}
    own = [(need, stage, table) for need, stage, table in tables
           if area.parent is None or (stage == RULES and need not in inherits)]
    return Covered(
        area.id, area.parent.id if area.parent else None,
        sum(table.grid.cells(table.universe) for _, _, table in tables),
        tuple(Part(need, stage, bands_of(table)) for need, stage, table in own), inherits,
    )


def owner_of(area, need, day):
    """The area whose table of a need holds here: the area itself, or one above it."""
    span = area.span(need, day)
    while area.parent and area.parent.span(need, day) is span:
        area = area.parent
    return area.id


def bands_of(table: Table, when=ANY):
    """The bands of a table, level by level, from the youngest on.

    :param when: only the cases that fit it
    """
    asked = table.universe & table.grid.mask(when)
    return tuple(_band(table, level, part & asked, firsts) for level, part in _levels(table.grid).items()
                 for firsts in _stretches(table, part & asked))


def _levels(grid):
    """The combinations of each level; all of them for each level where no rule tells levels apart."""
    return grid.axes[LEVEL].masks if LEVEL in grid.axes else dict.fromkeys(sorted(grid.left_out[LEVEL]), grid.all)


def _stretches(table, part):
    """The first months of neighbouring ages that the same rows share alike, in runs; without ages that no case has."""
    runs, last = [], None
    for index, (first, bits) in enumerate(table.grid.axes[AGE].masks.items()):
        here = part & bits
        alike = tuple((mask & here) >> index for mask in (here, *(row.mask for row in table.rows)))
        if alike != last:
            runs.append([])
        if alike[0]:
            runs[-1].append(first)
        last = alike
    return [run for run in runs if run]


def _band(table, level, part, firsts):
    grid = table.grid
    aged = 0
    for first in firsts:
        aged |= grid.axes[AGE].masks[first]
    inside = part & aged
    usual = inside & -inside  # the lowest combination: every input that it asks for has its default, the first value
    found = []
    for (receiver, holder, opens), (mask, rules) in _ways(table, inside).items():
        cells = grid.cells(mask) // (1 if LEVEL in grid.axes else len(grid.left_out[LEVEL]))
        found.append(Share(receiver, holder, opens, bool(mask & usual), cells, tuple(rules)))
    found.sort(key=lambda share: (-share.cells, not share.usual))
    return Band(level, grid.stretch(firsts), tuple(found))


def _ways(table, inside):
    """Some combinations by where they go: receiver, holder and whether open, with the rules that send them there."""
    ways = {}
    for row in table.rows:
        for key, part in (((row.rule.to, row.holder, row.rule.opens), row.mask & ~table.twice),
                          ((None, None, False), row.mask & table.twice)):
            if part & inside:
                mask, rules = ways.get(key, (0, []))
                ways[key] = (mask | part & inside, [*rules, row.rule])
    if table.missed & inside:
        mask, rules = ways.get((None, None, False), (0, []))
        ways[None, None, False] = (mask | table.missed & inside, rules)
    return ways
