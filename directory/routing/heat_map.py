"""The heat map of an area: for each need, level and stretch of ages who usually receives, and how settled that is."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from directory.ages import Ages
from directory.routing.said import Said, said
from directory.routing.words import Words
from directory.rules import Band, Share, bands_of
from directory.rules.model import ACUTE, LEVEL, NATION, STAGES, TIERS, When

ONE, DEPENDS, DISPUTED, OPEN, FAULT = "one", "depends", "disputed", "open", "fault"  # how settled: best first
BEFORE = "before"  # no case of that age comes as far as the table that decides about the others
STATES = (ONE, DEPENDS, DISPUTED, OPEN, FAULT, BEFORE)


@dataclass(frozen=True, slots=True)
class HeatCell:
    """Who usually receives; `span` is the number of the map's columns. `ways`: to how many the cases may go.

    `caller` calls the meeting that an open case goes to. `first` receives while nothing has been tried and nothing is
    known, where that is another one. `receiver` None: no rule decides, or more than one.
    """

    span: int
    ages: str
    state: str
    receiver: Said | None
    caller: Said | None
    first: Said | None
    ways: int
    open: bool
    disputed: bool
    own: str | None  # the tier whose rule it is, where the nation's was replaced


@dataclass(frozen=True, slots=True)
class HeatRow:
    """Levels that are alike, with their cells."""

    levels: tuple[str, ...]
    cells: tuple[HeatCell, ...]


@dataclass(frozen=True, slots=True)
class HeatNeed:
    """A need; `stage` tells where its ordinary cases are decided, which is before the rules where danger always is."""

    id: str
    name: str
    stage: str
    rows: tuple[HeatRow, ...]


@dataclass(frozen=True, slots=True)
class HeatGroup:
    name: str | None
    needs: tuple[HeatNeed, ...]


@dataclass(frozen=True, slots=True)
class HeatMap:
    """`columns` are stretches of ages, cut where any rule of the area cuts; `counts`: how many fields of each state."""

    area: str
    name: str
    day: str
    hash: str
    columns: tuple[str, ...]
    groups: tuple[HeatGroup, ...]
    counts: dict[str, int]
    own: int


def heat_map(ruleset, area_id, *, catalogue, language, day: date):
    """The map of one area on a day, of cases that are not acute.

    Without a catalogue ids are names and the needs stand in one group.
    """
    area, inputs = ruleset.areas[area_id], ruleset.base.inputs
    words = Words(catalogue, language, area.units)
    tables = {need: ordinary_table(area.span(need, day)) for need in area.needs}
    not_acute = When({ACUTE: frozenset({inputs.default(ACUTE)})})
    bands = {need: bands_of(table, not_acute) for need, table in tables.items()}
    columns = _columns([band.ages for found in bands.values() for band in found], inputs.ages)
    painter = _Painter(ruleset, words, columns)
    needs = {need: HeatNeed(need, words.need(need), tables[need].stage, painter.rows(found))
             for need, found in bands.items()}
    groups = tuple(HeatGroup(name, tuple(needs[need] for need in inside))
                   for name, inside in words.needs_by_group(area.needs))
    fields = list(_fields(needs.values()))
    counts = Counter(cell.state for cell in fields)
    return HeatMap(
        area_id, words.area(area_id), day.isoformat(), ruleset.base.hash, tuple(map(words.ages, columns)),
        groups, {state: counts[state] for state in STATES}, sum(cell.own is not None for cell in fields),
    )


def _fields(needs):
    """Every cell, once for each level that it holds for."""
    for need in needs:
        for row in need.rows:
            yield from row.cells * len(row.levels)


def _columns(stretches, ages):
    """The whole range of ages, cut wherever a stretch begins or has ended."""
    cuts = {one.first for one in stretches} | {one.last + 1 for one in stretches}
    firsts = sorted({ages.first, *(cut for cut in cuts if cut in ages)})
    lasts = [*(first - 1 for first in firsts[1:]), ages.last]
    return [Ages(first, last) for first, last in zip(firsts, lasts, strict=True)]


def ordinary_table(span):
    """The table that decides about the ordinary cases of a need: the last stage that any case reaches."""
    return next(span.tables[stage] for stage in reversed(STAGES) if span.tables[stage].universe or stage == STAGES[0])


class _Painter:
    """Bands → rows of cells, in the words of one reader."""

    def __init__(self, ruleset, words, columns):
        self.layers, self.words, self.firsts = ruleset.base.layers, words, [one.first for one in columns]
        self.levels = ruleset.base.inputs.values[LEVEL]

    def rows(self, bands):
        """A row for each run of neighbouring levels that are alike."""
        runs: list[tuple[list[str], tuple[HeatCell, ...]]] = []
        for level in self.levels:
            cells = tuple(self._cells([band for band in bands if band.level == level]))
            if runs and runs[-1][1] == cells:
                runs[-1][0].append(level)
            else:
                runs.append(([level], cells))
        return tuple(HeatRow(tuple(self.words.value(LEVEL, level) for level in levels), cells)
                     for levels, cells in runs)

    def _cells(self, bands):
        """The cells of a row, and between them one for each stretch of ages that no band holds."""
        missing = 0
        for first in self.firsts:
            band = next((one for one in bands if first in one.ages), None)
            if band is None:
                missing += 1
            elif band.ages.first == first:
                yield from _nothing(missing)
                yield self._cell(band)
                missing = 0
        yield from _nothing(missing)

    def _cell(self, band: Band):
        usual: Share = band.shares[0]
        span = sum(first in band.ages for first in self.firsts)
        rules = [rule for share in band.shares for rule in share.rules]
        opens, disputed = any(share.open for share in band.shares), any(rule.disputed for rule in rules)
        state = _state(band, opens=opens, disputed=disputed)
        caller = self._name(usual.holder) if usual.receiver != usual.holder else None
        begins = next(share.holder for share in band.shares if share.usual)
        return HeatCell(
            span, self.words.ages(band.ages), state, self._name(usual.receiver), caller,
            self._name(begins) if begins != usual.holder else None, len({share.holder for share in band.shares}),
            opens, disputed, self._own(rules),
        )

    def _name(self, kind):
        return said(self.words.short_of(kind), self.words.language) if kind else None

    def _own(self, rules):
        """The lowest tier whose rule takes any of the cases, where it is not the nation."""
        tiers = {self.layers[rule.layer].tier for rule in rules} - {NATION}
        return max(tiers, key=TIERS.index, default=None)


def _nothing(span):
    return [HeatCell(span, "", BEFORE, None, None, None, 0, False, False, None)] if span else []


def _state(band, *, opens, disputed):
    if any(share.receiver is None for share in band.shares):
        return FAULT
    if opens:
        return OPEN
    if disputed:
        return DISPUTED
    return DEPENDS if len(band.shares) > 1 else ONE
