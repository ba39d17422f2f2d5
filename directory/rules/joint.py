"""Tables of two bases laid on one grid: the sets of cases that another unit takes in one than in the other.

A table answers inside a product: the values that earlier gates leave to each input. Two tables meet where their
products do; where only one base knows a value, nobody answers in the other.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from directory.ages import Ages
from directory.rules.grid import Grid, make_grid
from directory.rules.model import AGE, NEED, Inputs, Rule
from directory.rules.tables import Table


@dataclass(frozen=True, slots=True)
class Answer:
    """Who takes a case, and who holds it meanwhile, by a rule of one base."""

    receiver: str
    holder: str
    rule: Rule

    def agrees(self, other):
        """Whether the other base sends to the same unit, by whatever rule."""
        return other is not None and (self.receiver, self.holder) == (other.receiver, other.holder)


@dataclass(frozen=True, slots=True)
class Piece:
    """A set of cases that go elsewhere; None: that base does not know them, or has no single rule for them."""

    grid: Grid
    mask: int
    old: Answer | None
    new: Answer | None


@dataclass(frozen=True, slots=True)
class Room:
    """A product of values by input and ages, in which a table answers."""

    values: Mapping[str, tuple[str, ...]]
    ages: Ages


def room_of(table: Table, inputs: Inputs):
    """The room of a table: the values that earlier gates leave to each input, in the order of the inputs."""
    axes, left_out = table.grid.axes, table.grid.left_out
    return Room({name: tuple(value for value in values if value in (axes[name].values if name in axes
                                                                    else left_out[name]))
                 for name, values in inputs.values.items() if name != NEED}, inputs.ages)


def meeting(one: Room, other: Room):
    """The room that two have in common, or None. An input that one does not know is one that it does not ask about."""
    ages = one.ages.common(other.ages)
    values = {**other.values, **one.values}
    for name in one.values.keys() & other.values.keys():
        values[name] = tuple(value for value in one.values[name] if value in other.values[name])
    return Room(values, ages) if ages and all(values.values()) else None


def rooms_outside(room: Room, inputs: Inputs):
    """The parts of a room with a value or an age that the other base does not know; they have nothing in common."""
    values = dict(room.values)
    for name in values.keys() & inputs.values.keys():
        known = frozenset(inputs.values[name])
        strange = tuple(value for value in values[name] if value not in known)
        if strange:
            yield Room({**values, name: strange}, room.ages)
            values[name] = tuple(value for value in values[name] if value in known)
    ages, there = room.ages, inputs.ages
    for part in (Ages(ages.first, min(ages.last, there.first - 1)), Ages(max(ages.first, there.last + 1), ages.last)):
        if part.first <= part.last and all(values.values()):
            yield Room(values, part)


def compared(old: Table, new: Table, room: Room):
    """The pieces of a room that both tables answer in, and answer differently."""
    grid = old.grid if _alike(old.grid, new.grid) else _grid(room, (old, new))
    there = _answers(new, grid)
    for before, mask in _answers(old, grid):
        for after, other in there:
            both = mask & other
            if both and not (before is after if before is None else before.agrees(after)):
                yield Piece(grid, both, before, after)


def alone(table: Table, room: Room):
    """The answers of a table in a room of which the other base knows nothing."""
    grid = _grid(room, (table,))
    return [(answer, grid, mask) for answer, mask in _answers(table, grid) if mask and answer]


def decide_alike(one: Table, other: Table):
    """Whether two tables plainly send the same cases to the same units; False where that takes a closer look."""
    return (one is other or one.universe == other.universe and _alike(one.grid, other.grid)
            and one.is_exact and other.is_exact and _by_unit(one) == _by_unit(other))


def _by_unit(table):
    found = {}
    for row in table.rows:
        if row.mask:
            key = row.rule.to, row.holder
            found[key] = found.get(key, 0) | row.mask
    return found


def _alike(one, other):
    """Whether two grids are the same, bit by bit."""
    return (one.ages == other.ages and one.left_out == other.left_out
            and [(axis.name, axis.values) for axis in one.axes.values()]
            == [(axis.name, axis.values) for axis in other.axes.values()])


def _grid(room, tables):
    """A grid of a room that tells apart what any of the tables does."""
    asked = {name for table in tables for name in table.grid.axes}
    columns = {name: values for name, values in room.values.items() if name in asked}
    left_out = {name: frozenset(values) for name, values in room.values.items() if name not in asked}
    return make_grid(columns, left_out, room.ages, {first for table in tables for first in table.grid.firsts})


def _answers(table, grid):
    """The answers of a table as sets of cases on a grid; None stands for cases that have no single rule."""
    twice = table.twice
    found: list[tuple[Answer | None, int]] = [(None, table.missed | twice)]
    found += [(Answer(row.rule.to, row.holder, row.rule), row.mask & ~twice) for row in table.rows if row.mask]
    if grid is table.grid or _alike(grid, table.grid):
        return found
    lift = Lift(table.grid, grid)
    return [(answer, lift.of(mask)) for answer, mask in found if mask]


class Lift:
    """Sets of cases of one grid as sets of another, which tells more apart and may know fewer values."""

    def __init__(self, grid, other):
        self.all, self.known = other.all, {}
        self.axes = [(axis.stride, (1 << axis.stride) - 1, _bits(axis, grid, other))
                     for axis in reversed(grid.axes.values())]  # the widest stride first

    def of(self, mask, depth=0):
        if not mask or depth == len(self.axes):
            return self.all if mask else 0
        if (mask, depth) not in self.known:
            stride, low, bits = self.axes[depth]
            found = 0
            for index, there in enumerate(bits):
                if there:
                    found |= there & self.of(mask >> index * stride & low, depth + 1)
            self.known[mask, depth] = found
        return self.known[mask, depth]


def _bits(axis, grid, other):
    """For each value of an axis its cases on another grid."""
    there = other.axes[axis.name].masks
    if axis.name != AGE:
        return [there.get(value, 0) for value in axis.values]
    stretches = [grid.stretch([first]) for first in axis.values]
    return [sum(bits for first, bits in there.items() if first in stretch) for stretch in stretches]
