"""Which inputs can still change who takes a case, whatever else is found out: exactly that, by sets of cases alone."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from directory.ages import Ages
from directory.rules.grid import Axis, Grid, make_grid
from directory.rules.joint import Lift
from directory.rules.model import AGE, NEED, STAGES, Inputs, When
from directory.rules.tables import Area


@dataclass(frozen=True, eq=False)
class Takers:
    """Every case of a need on one grid: a set for each pair of receiver and holder. Cases that no single rule takes
    are in none.
    """

    grid: Grid
    sets: tuple[int, ...]

    def that_matter(self, given: Mapping[str, str], months=None):
        """The inputs, not given yet, of which two values can lead to different takers, all other inputs being equal.

        :param given: the values of the inputs that are known
        :param months: the age; None: unknown
        """
        ages = {} if months is None else {AGE: months}
        possible = self.grid.mask(When({name: frozenset((value,)) for name, value in given.items() if name != NEED}))
        if ages:
            possible &= self.grid.touching(Ages(months, months))
        sets = [found for one in self.sets if (found := one & possible)]
        return tuple(name for name, axis in self.grid.axes.items()
                     if name not in given and name not in ages and _matters(axis, sets))


def takers_of(area: Area, need, *, inputs: Inputs, day):
    """The takers of a need in an area on a day."""
    tables = [table for stage in STAGES if (table := area.span(need, day).tables[stage]).universe]
    asked = {name for table in tables for name in table.grid.axes}
    columns = {name: values for name, values in inputs.values.items() if name in asked}
    grid = make_grid(columns, {}, inputs.ages, {first for table in tables for first in table.grid.firsts})
    return Takers(grid, tuple(_by_taker(tables, grid).values()))


def _by_taker(tables, grid):
    """The cases of each taker; a case belongs to the first table that it reaches."""
    found, left = defaultdict(int), grid.all
    for table in tables:
        lift = Lift(table.grid, grid)
        for row in table.rows:
            found[row.rule.to, row.holder] |= lift.of(row.mask & ~table.twice) & left
        left &= ~lift.of(table.universe)
    return found


def _matters(axis: Axis, sets):
    """Whether two sets have cases that differ in an input alone."""
    seen = 0
    for one in sets:
        others = _without(axis, one)
        if seen & others:
            return True
        seen |= others
    return False


def _without(axis: Axis, cases):
    """The cases as they are when an input is left out of sight: all moved to its first value."""
    found = 0
    for index, bits in enumerate(axis.masks.values()):
        found |= (cases & bits) >> index * axis.stride
    return found
