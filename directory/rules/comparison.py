"""The spans of two bases held against each other, need by need, and what differs as boxes: conditions with their cells.

What two areas share, tables or whole spans, is compared once.
"""

from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from directory.ages import Ages
from directory.rules.joint import Answer, Piece, alone, compared, decide_alike, meeting, room_of, rooms_outside
from directory.rules.model import AGE, NEED, STAGES
from directory.rules.stages import own_gates


@dataclass(frozen=True, slots=True)
class Box:
    """`cells` that went to `old` and go to `new` now; None: not known there, or no single rule decides them.

    They are all the cases with these `values` by input and `ages` (None: any), and no others; `implied` names the
    inputs of which only what gates before the table leave is there.
    """

    values: tuple[tuple[str, tuple[str, ...]], ...]
    ages: Ages | None
    implied: frozenset[str]
    cells: int
    old: Answer | None
    new: Answer | None

    @property
    def condition(self):
        """All but the cells, which differ where ages are cut finer."""
        return self.values, self.ages, self.old, self.new


class Comparison:
    """Two bases; spans and tables are those of areas that were compiled from them."""

    def __init__(self, old, new):
        self.old, self.new = old, new
        self._of_spans, self._of_tables = {}, {}  # what has been compared, by the ids of both

    @cached_property
    def values(self):
        """Every value that either base knows, by input, need first."""
        found = {NEED: (), **self.new.inputs.values}
        for name, values in self.old.inputs.values.items():
            found[name] = tuple(dict.fromkeys((*found.get(name, ()), *values)))
        return found

    @cached_property
    def ages(self):
        """From the youngest to the oldest that either base knows."""
        one, other = self.old.inputs.ages, self.new.inputs.ages
        return Ages(min(one.first, other.first), max(one.last, other.last))

    @cached_property
    def _alike(self):
        """The needs whose cases are the same in both bases, and reach the same stages."""
        bases, every = (self.old, self.new), self.values
        known = [{**base.inputs.values, NEED: None, AGE: base.inputs.ages} for base in bases]
        return {need for need in every[NEED] if known[0] == known[1]
                and all(need in base.inputs.values[NEED] for base in bases)
                and all(own_gates(self.old, stage, need) == own_gates(self.new, stage, need) for stage in STAGES)}

    def boxes(self, need, old, new):
        """The boxes of a need, which have no cell in common; a span that is None: its base does not know the need."""
        key = id(old), id(new)
        if key not in self._of_spans:
            pieces = self._pieces(need, old, new) if old and new else self._unmatched(old, new, None)
            self._of_spans[key] = tuple(chain.from_iterable(map(self._cut, pieces)))
        return self._of_spans[key]

    def _pieces(self, need, old, new):
        """What differs between two spans; where both reach the same stages, each table meets its counterpart alone."""
        if need in self._alike:
            pairs = [(old.tables[stage], new.tables[stage]) for stage in STAGES]
            return [piece for pair in pairs for piece in self._of_pair(*pair)]
        found = [piece for one in old.tables.values() for other in new.tables.values()
                 for piece in self._of_pair(one, other)]
        return found + self._unmatched(old, None, self.new.inputs) + self._unmatched(None, new, self.old.inputs)

    def _of_pair(self, one, other):
        key = id(one), id(other)
        if key not in self._of_tables:
            self._of_tables[key] = [] if decide_alike(one, other) else self._met(one, other)
        return self._of_tables[key]

    def _met(self, one, other):
        if not one.universe or not other.universe:
            return []
        room = meeting(room_of(one, self.old.inputs), room_of(other, self.new.inputs))
        return list(compared(one, other, room)) if room else []

    def _unmatched(self, old, new, inputs):
        """What one span decides, `old` or `new`, of which the other base knows nothing.

        :param inputs: the inputs of the other base, or None where it does not even know the need
        """
        found, own = [], (self.old if old else self.new).inputs
        for table in (old or new).tables.values():
            room = room_of(table, own)
            for part in [room] if inputs is None else rooms_outside(room, inputs):
                found += [Piece(grid, mask, answer if old else None, answer if new else None)
                          for answer, grid, mask in alone(table, part)]
        return found

    def _cut(self, piece):
        left, grid = piece.mask, piece.grid
        while left:
            axes = grid.box_around((left & -left).bit_length() - 1, left)
            mask = grid.box_mask(axes)
            left &= ~mask
            yield self._box(piece, axes, grid.cells(mask))

    def _box(self, piece, axes, cells):
        """The condition of a box that is given as values by axis."""
        grid, found, implied = piece.grid, [], set()
        for name, every in self.values.items():
            some = axes.get(name) or grid.left_out.get(name, every)
            if name != NEED and len(some) < len(every):
                found.append((name, tuple(value for value in every if value in some)))
                if name in grid.left_out or len(some) == len(grid.axes[name].values):
                    implied.add(name)
        ages = grid.stretch(axes[AGE])
        return Box(tuple(found), None if ages == self.ages else ages, frozenset(implied), cells, piece.old, piece.new)
