"""What the rules send to whom in an area: when a unit receives, and who receives a need. Exact in level and age."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from directory.routing.conditions import conditions
from directory.routing.words import Words
from directory.rules import Ruleset
from directory.rules.model import AGE, LEVEL, NEED, STAGES
from directory.rules.tables import Area, Row, Table


@dataclass(frozen=True, slots=True)
class Sent:
    """A need that a rule sends somewhere: the need, its name, and the rule's id."""

    id: str
    name: str
    rule: str


@dataclass(frozen=True, slots=True)
class Received:
    """When somebody receives: at `stage`, at some levels and ages (empty: any), under `conditions`, for some needs.

    `calls`: nothing is agreed for these cases, so it calls a meeting. `partly`: another rule takes some of the cases.
    `every`: they are all the needs there are.
    """

    stage: str
    calls: bool
    levels: tuple[str, ...]
    ages: str
    conditions: tuple[str, ...]
    partly: bool
    needs: tuple[Sent, ...]
    every: bool


@dataclass(frozen=True, slots=True)
class Receiver:
    """A kind of unit that receives a need, and when."""

    kind: str
    received: tuple[Received, ...]


def kinds_of(area: Area, agency):
    """The kinds of unit that an agency is in an area: itself, and those that the area's rules call a kind of it."""
    return {agency, *(one.id for one in area.units.values() if one.kind_of == agency)}


def kinds_bound(area: Area, unit):
    """The kinds of unit that a real unit is bound to in an area."""
    return {kind for kind, bind in area.binds.items() if unit in (*bind.units, bind.lost)}


def received_by(ruleset: Ruleset, area: Area, kinds, *, words: Words, day: date):
    """When any of some kinds of unit receives in an area on a day, or calls the meeting where nothing is agreed.

    What comes first is decided first; cases of the same level, age and conditions stand together.
    """
    walk = _Walk(ruleset, area, words, day)
    return walk.received(lambda row: {row.rule.to, row.holder} & kinds, area.needs, kinds)


def receivers_of(ruleset: Ruleset, area: Area, need, *, words: Words, day: date):
    """Who receives a need in an area on a day: who is decided about first, then who takes the youngest."""
    walk = _Walk(ruleset, area, words, day)
    rows = sorted(walk.rows([need]), key=lambda found: (STAGES.index(found[0]), _youngest(found[3])))
    kinds = dict.fromkeys(row.holder for _, _, _, row in rows)
    return tuple(Receiver(kind, walk.received(lambda row, kind=kind: row.holder == kind, [need], {kind}))
                 for kind in kinds)


class _Walk:
    """The rows of an area's tables that decide about any case, in the words of one reader."""

    def __init__(self, ruleset, area, words, day):
        self.area, self.words, self.day = area, words, day
        self.ages, values = ruleset.base.inputs.ages, ruleset.base.inputs.values
        self.levels = values[LEVEL]
        self.other = {name: known for name, known in values.items() if name not in (NEED, LEVEL, AGE)}

    def rows(self, needs) -> Iterator[tuple[str, str, Table, Row]]:
        """Stage, need, table and row of each."""
        tables = {need: self.area.span(need, self.day).tables for need in needs}
        for stage in STAGES:
            for need in needs:
                table = tables[need][stage]
                yield from ((stage, need, table, row) for row in table.rows if row.mask)

    def received(self, wanted, needs, kinds):
        """The rows that are wanted, those that read alike as one."""
        alike: dict = {}
        for stage, need, table, row in self.rows(needs):
            if wanted(row):
                asked = conditions(row.when, self.words, values=self.other)
                for levels, ages, partly in _taken(row, table, self.levels):
                    key = stage, row.rule.to not in kinds, self._levels(levels), self._ages(ages), asked, partly
                    alike.setdefault(key, {})[need] = row.rule.id
        return tuple(self._received(key, rules) for key, rules in alike.items())

    def _received(self, key, rules):
        stage, calls, levels, ages, asked, partly = key
        needs = tuple(Sent(need, self.words.need(need), rule) for need, rule in rules.items())
        return Received(stage, calls, levels, ages, asked, partly, needs, len(needs) == len(self.area.needs))

    def _levels(self, levels):
        return () if len(levels) == len(self.levels) else tuple(self.words.value(LEVEL, level) for level in levels)

    def _ages(self, stretches):
        return "" if stretches == (self.ages,) else ", ".join(map(self.words.ages, stretches))


def _youngest(row):
    return row.when.ages.first if row.when.ages else 0


def _taken(row, table, levels):
    """The cases that a row takes, after others took theirs: levels, stretches of ages, and whether others took some."""
    masks = table.grid.axes[LEVEL].masks if LEVEL in table.grid.axes else dict.fromkeys(levels, table.grid.all)
    found: dict = {}
    for level in levels:
        part = masks.get(level, 0)
        stretches = tuple(_stretches(table.grid, row.mask & part))
        if stretches:
            asked = table.grid.mask(row.when) & table.universe & part
            partly = any(table.grid.touching(ages) & asked & ~row.mask for ages in stretches)
            found.setdefault((stretches, partly), []).append(level)
    return [(tuple(alike), stretches, partly) for (stretches, partly), alike in found.items()]


def _stretches(grid, mask):
    """The ages of a set, neighbouring ones together."""
    run = []
    for first, bits in grid.axes[AGE].masks.items():
        if bits & mask:
            run.append(first)
        elif run:
            yield grid.stretch(run)
            run = []
    if run:
        yield grid.stretch(run)
