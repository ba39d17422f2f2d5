"""A need's decision table as it is read in one area: its rules by stage, and the hand-overs that move its cases."""

from dataclasses import dataclass
from datetime import date

from directory.rules.flow import Flow
from directory.rules.model import AGE, LEVEL, RULES, STAGES, HandOver, Rule, When
from directory.rules.tables import Area, Row, Table


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A rule in force: the cases it takes are those of `when` but for what the rules in `less` take inside it.

    `replaces` is the rule that it stands inside of, and `wholly` whether nothing is left of that one for the need.
    """

    rule: Rule
    when: When
    holder: str
    cells: int
    less: tuple[Rule, ...]
    replaces: str | None
    wholly: bool


@dataclass(frozen=True, slots=True)
class ReadStage:
    """The rules of a stage in reading order: by level, then by age. Empty where no case comes so far."""

    stage: str
    rows: tuple[ReadRow, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A need in an area on a day. `owner` is the area whose table it is; `hand_overs` move at least one case."""

    need: str
    owner: str
    stages: tuple[ReadStage, ...]
    hand_overs: tuple[HandOver, ...]

    @property
    def rules(self):
        """The rules of every stage."""
        return tuple(row.rule for stage in self.stages for row in stage.rows)


def read_need(area: Area, need, *, owner, day: date, levels):
    """What an area's rules say of a need on a day.

    :param owner: the area whose table it is: this one or one above it
    :param levels: the levels in order
    """
    span = area.span(need, day)
    stages = tuple(_stage(stage, span.tables[stage], levels) for stage in STAGES)
    return Reading(need, owner, stages, _moving(area, need, span))


def _stage(stage, table: Table, levels):
    rows = {row.rule.id: row for row in table.rows}
    found = [_read(row, rows, table) for row in table.rows if row.mask]
    found.sort(key=lambda one: _order(one, levels))
    return ReadStage(stage, tuple(found))


def _read(row: Row, rows, table):
    rule = row.rule
    inner = [other.rule for other in rows.values() if other.rule.target == rule.id and other.mask]
    replaced = rows.get(rule.target)
    return ReadRow(rule, row.when, row.holder, table.grid.cells(row.mask), tuple(inner), rule.target,
                   replaced is not None and not replaced.mask)


def _order(one, levels):
    """Where a rule stands: lowest level first, then youngest; what says less stands before what says more."""
    allowed = one.when.values.get(LEVEL)
    level = min((levels.index(level) for level in allowed), default=0) if allowed else 0
    age = one.when.ages.first if one.when.ages else 0
    return level, age, len(one.when.inputs() - {AGE, LEVEL}), one.rule.id


def _moving(area, need, span):
    """The hand-overs that apply to at least one case of the need."""
    table = span.tables[RULES]
    acting = {row.rule.to: frozenset(area.acts_as(row.rule.to)) for row in table.rows}
    moves = Flow({need: table}, span.hand_overs, acting).moves
    moving = {one.id for found in moves.values() for one, _ in found}
    return tuple(one for one in span.hand_overs if one.id in moving)
