"""What is in force in an area, as values: its units and, for every need and stretch of days, its tables."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from directory.rules.grid import Grid
from directory.rules.model import Bind, HandOver, Rule, Unit, Valid, When

NOBODY, TWICE, OUTSIDE = -1, -2, -3  # what `Table.answers` holds where no one row decides


def bits_of(mask):
    """The positions of the bits of a set, lowest first."""
    text = f"{mask:b}"[::-1]
    at = text.find("1")
    while at >= 0:
        yield at
        at = text.find("1", at + 1)


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """A rule with the cases it is the answer to: `when` before others took theirs, `mask` after.

    `holder` has the question: the receiver itself, or who calls the meeting.
    """

    rule: Rule
    when: When
    mask: int
    holder: str


@dataclass(frozen=True, eq=False)
class Table:
    """One stage for one need: its `universe` is the set of cases that reach it."""

    stage: str
    grid: Grid
    universe: int
    rows: tuple[Row, ...]

    @cached_property
    def missed(self):
        """The cases that no row matches."""
        left = self.universe
        for row in self.rows:
            left &= ~row.mask
        return left

    @cached_property
    def twice(self):
        """The cases that several rows match."""
        seen = twice = 0
        for row in self.rows:
            twice |= seen & row.mask
            seen |= row.mask
        return twice

    @property
    def is_exact(self):
        """Whether every case has exactly one row."""
        return not self.missed and not self.twice

    @cached_property
    def answers(self):
        """For each combination the index of its row, or NOBODY (none fits), TWICE (several), OUTSIDE (not reached)."""
        found = [OUTSIDE] * self.grid.size
        for bit in bits_of(self.universe):
            found[bit] = NOBODY
        for index, row in enumerate(self.rows):
            for bit in bits_of(row.mask):
                found[bit] = index if found[bit] == NOBODY else TWICE
        return found

    @cached_property
    def takers(self):
        """As `answers`, the receiver and the holder of each combination, None where no one row decides; and None beyond
        the end."""
        pairs = [(row.rule.to, row.holder) for row in self.rows]
        return [*(pairs[index] if index >= 0 else None for index in self.answers), None]


@dataclass(frozen=True, slots=True, eq=False)
class Span:
    """The tables of one need during a stretch of days, and the hand-overs that apply to it."""

    days: Valid
    tables: Mapping[str, Table]
    hand_overs: tuple[HandOver, ...]


@dataclass(frozen=True, eq=False)
class Area:
    """One area after all its layers; it shares with `parent` the spans of the needs that its layer leaves alone."""

    id: str
    tier: str
    parent: "Area | None"
    units: Mapping[str, Unit]
    hand_overs: tuple[HandOver, ...]
    rules: Mapping[str, tuple[Rule, ...]]
    closed: frozenset[str]
    binds: Mapping[str, Bind]
    same_desk: tuple[frozenset[str], ...]
    unsure: str | None
    reach: Mapping[str, object]
    needs: dict[str, tuple[Span, ...]] = field(default_factory=dict)  # filled once, by compile
    reaching: dict[str, list[Rule]] = field(default_factory=dict)  # the same: the rules that can decide about a need

    def acts_as(self, unit):
        """The unit and every kind whose hand-overs it may do."""
        return {unit, *(self.units[unit].acts_as if unit in self.units else ())}

    def whens_of(self, rule, inside=()):
        """The conditions of a rule inside those of the rules that it replaces; several where one of those has versions.

        :param inside: the rules on the way here; rows that name each other in a ring have no conditions
        """
        if rule.target is None:
            return [rule.when]
        way = (*inside, rule)
        targets = [one for one in self.rules.get(rule.target, ()) if one not in way]
        inner = [when for target in targets for when in self.whens_of(target, way)]
        return [both for when in inner if (both := rule.when.common(when))]

    def span(self, need, day):
        """The span of a need that a day belongs to; every day belongs to one."""
        return next(span for span in self.needs[need] if span.days.holds(day))

    def every_span(self):
        """Each need with each of its spans."""
        return [(need, span) for need, spans in self.needs.items() for span in spans]

    def own_spans(self):
        """The spans that this area does not share with the layer above it."""
        shared = {id(span) for _, span in self.parent.every_span()} if self.parent else ()
        return [(need, span) for need, span in self.every_span() if id(span) not in shared]
