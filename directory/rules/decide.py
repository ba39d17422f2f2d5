"""The decision: which one unit takes a case, by which rule. Why, and what would change it, explain.py says."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from directory.errors import DirectoryError
from directory.rules.alike import Alike
from directory.rules.case import Case
from directory.rules.model import AGE, LEVEL, SAFETY, STAGES, UNKNOWN, Base
from directory.rules.tables import OUTSIDE, Area, Row

UNSURE = "unsure"  # the gate of an answer that level or age, still unknown, would change


class NotDecided(DirectoryError):
    """No rule, or more than one, matches a case: its table has not been proved. `case` is the case."""

    code, status = "not_decided", 500

    def __init__(self, case):
        super().__init__(f"no single rule for {case}")
        self.case = case


@dataclass(frozen=True, slots=True)
class Decision:
    """`receiver` takes the case; `holder` holds it meanwhile (another unit when a meeting is called).

    `gate` is the stage that decided, or UNSURE; `row` is then None and `settles` names the inputs that would settle it.
    `danger` says that safety decided, or may have: what is unknown never makes danger less urgent.
    """

    case: Case
    receiver: str
    holder: str
    gate: str
    row: Row | None
    settles: tuple[str, ...] = ()
    danger: bool = False

    @property
    def open(self):
        """Whether nothing is agreed for the case, so that a meeting is called."""
        return self.row is not None and self.row.rule.opens


@dataclass(frozen=True, eq=False)
class Ruleset:
    """A base with its compiled areas: everything that a decision needs."""

    base: Base
    areas: Mapping[str, Area]

    @cached_property
    def nation(self):
        """The area that all others lie in."""
        return next(area for area in self.areas.values() if area.parent is None)

    @cached_property
    def alike(self):
        """What its areas and needs have in common."""
        return Alike(self.areas)


def decide(ruleset, case):
    """The decision on a case that has been read against the same ruleset.

    :raises NotDecided: the table for the case has a gap or an overlap, or what is unknown matters and the area names
        no unit in `unsure`
    """
    if case.months is None or case.values[LEVEL] == UNKNOWN:
        return _of_unknown(ruleset, case)
    found = find(ruleset.areas[case.area], case.need, case.months, case.values, case.on)
    if found is None:
        raise NotDecided(case)
    stage, row = found
    return Decision(case, row.rule.to, row.holder, stage, row, danger=stage == SAFETY)


def find(area, need, months, values, day):
    """The stage and row for one combination, or None where not exactly one row matches."""
    spans = area.needs[need]
    tables = (spans[0] if len(spans) == 1 else area.span(need, day)).tables
    for stage in STAGES:
        table = tables[stage]
        if not table.universe:
            continue
        grid = table.grid
        bit = bisect_right(grid.firsts, months) - 1
        for name, offsets in grid.offsets:
            offset = offsets.get(values[name])
            if offset is None:
                return None
            bit += offset
        index = table.answers[bit]
        if index >= 0:
            return stage, table.rows[index]
        if index > OUTSIDE:
            return None
    return None


def _of_unknown(ruleset, case):
    """The common answer of every completion of an unknown level and age, or the unit that answers when unsure."""
    area = ruleset.areas[case.area]
    found = completions(area, case.need, case.months, case.values, levels=ruleset.base.inputs.values[LEVEL],
                        day=case.on)
    if None in found.values():
        raise NotDecided(case)
    danger = any(stage == SAFETY for stage, _ in found.values())
    receivers = {key: (row.rule.to, row.holder) for key, (_, row) in found.items()}
    if agree([row for _, row in found.values()], case.months):
        stage, row = next(iter(found.values()))
        return Decision(case, row.rule.to, row.holder, stage, row, danger=danger)
    taker = unsure_of(area, [row for _, row in found.values()])
    if taker is None:
        raise NotDecided(case)
    return Decision(case, taker, taker, UNSURE, None, _settles(receivers) or (AGE,), danger)


def agree(rows, months):
    """Whether some rows lead to one receiver; of an age that nobody knows by one way in too, for a child of three goes
    through another unit than one of fifteen.
    """
    if len({(row.rule.to, row.holder) for row in rows}) > 1:
        return False
    ways = {(group, how.via) for row in rows for group, how in row.rule.how.items()} if months is None else set()
    return len(ways) == len(dict(ways))


def unsure_of(area, rows):
    """Who answers where any of some rows may decide: whom all their rules name, else whom the area names, or None."""
    named = {row.rule.unsure for row in rows}
    return (named.pop() if len(named) == 1 else None) or area.unsure


def _settles(receivers):
    """Which of level and age can still change the receiver.

    :param receivers: the receiver of each completion, by level and first month of a stretch of ages
    """
    by_age, by_level = defaultdict(set), defaultdict(set)
    for (level, first), receiver in receivers.items():
        by_age[first].add(receiver)
        by_level[level].add(receiver)
    matters = {LEVEL: by_age, AGE: by_level}
    return tuple(name for name, sets in matters.items() if any(len(one) > 1 for one in sets.values()))


def completions(area, need, months, values, *, levels, day):
    """The stage and row, or None, of each case that one may be whose level or age is unknown.

    :param levels: every level
    :return: by level and first month of a stretch of ages
    """
    asked = levels if values[LEVEL] == UNKNOWN else (values[LEVEL],)
    ages = first_months(area, need, day) if months is None else [months]
    return {(level, first): find(area, need, first, {**values, LEVEL: level}, day) for first in ages for level in asked}


def first_months(area, need, day):
    """The first month of every stretch of ages that any table for a need tells apart on a day."""
    tables = area.span(need, day).tables.values()
    return sorted({first for table in tables if table.universe for first in table.grid.firsts})
