"""Sets of cases as big integers: a bit for each combination of the inputs that matter, ages cut where rules cut."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import prod

from directory.ages import MONTHS, Ages
from directory.rules.model import AGE, When


@dataclass(frozen=True, slots=True)
class Axis:
    """One input: its values in order, the distance in bits between two of them, and the bits of each."""

    name: str
    values: tuple
    stride: int
    masks: Mapping


@dataclass(frozen=True, eq=False)
class Grid:
    """The combinations of `axes`. `left_out` holds the values of all other inputs, `rest` counts their combinations.

    The values of the age axis are the first months of stretches; `ages` is the whole range.
    """

    axes: Mapping[str, Axis]
    left_out: Mapping[str, frozenset]
    ages: Ages
    size: int
    rest: int

    @property
    def all(self):
        """The set of every combination."""
        return (1 << self.size) - 1

    def mask(self, when: When):
        """The combinations that fit a condition."""
        found = self.all
        for name, allowed in when.values.items():
            axis = self.axes.get(name)
            if axis is None:
                if allowed.isdisjoint(self.left_out.get(name, allowed)):
                    return 0
                continue
            part = 0
            for value in allowed:
                part |= axis.masks.get(value, 0)
            found &= part
        if when.ages is not None:
            found &= self._aged(when.ages)
        return found

    def _aged(self, ages):
        axis, part = self.axes[AGE], 0
        for first in axis.values:
            if first in ages:
                part |= axis.masks[first]
        return part

    def touching(self, ages):
        """The combinations whose stretch of ages has at least a month of `ages`."""
        return sum(bits for first, bits in self.axes[AGE].masks.items() if self.stretch([first]).common(ages))

    def outside(self, mask, ages):
        """The combinations of a set whose stretch of ages is not wholly inside `ages`."""
        for stretch, bits in self._stretches:
            if stretch.within(ages):
                mask &= ~bits
        return mask

    @cached_property
    def _stretches(self):
        return [(self.stretch([first]), bits) for first, bits in self.axes[AGE].masks.items()]

    def moved(self, mask, sets):
        """The combinations that those in `mask` become when the inputs in `sets` get their new values."""
        for name, value in sets.items():
            axis = self.axes.get(name)
            if axis is None or value not in axis.masks:
                continue
            target, moved = axis.values.index(value), 0
            for index, other in enumerate(axis.values):
                part = mask & axis.masks[other]
                shift = (target - index) * axis.stride
                if part:
                    moved |= part << shift if shift >= 0 else part >> -shift
            mask = moved
        return mask

    def before(self, mask, sets):
        """The combinations that may become one of `mask` when the inputs in `sets` get their new values."""
        for name, value in sets.items():
            axis = self.axes.get(name)
            if axis is None or value not in axis.masks:
                continue
            target, part, back = axis.values.index(value), mask & axis.masks[value], 0
            for index in range(len(axis.values)) if part else ():
                shift = (index - target) * axis.stride
                back |= part << shift if shift >= 0 else part >> -shift
            mask = back
        return mask

    def case_at(self, bit):
        """The values of one combination; `age` in months, the first of its stretch."""
        return {axis.name: axis.values[bit // axis.stride % len(axis.values)] for axis in self.axes.values()}

    def first_case(self, mask):
        """The lowest combination of a set, as `case_at` gives it."""
        return self.case_at((mask & -mask).bit_length() - 1)

    @cached_property
    def firsts(self):
        """The first month of each stretch of ages, in order; the age axis has the stride 1."""
        return self.axes[AGE].values

    @cached_property
    def offsets(self):
        """For each axis but age what each value adds to the position of a combination."""
        return tuple((axis.name, {value: index * axis.stride for index, value in enumerate(axis.values)})
                     for axis in self.axes.values() if axis.name != AGE)

    def position(self, months, values):
        """The position of one case's combination; the grid's size, beyond all, where an axis lacks its value."""
        bit = bisect_right(self.firsts, months) - 1
        for name, offsets in self.offsets:
            offset = offsets.get(values[name])
            if offset is None:
                return self.size
            bit += offset
        return bit

    @cached_property
    def _weights(self):
        """For each age stretch its bits and the cells of one of them: whole years, or finer where a rule cuts finer."""
        firsts = self.axes[AGE].values
        starts = sorted({*firsts, *range(self.ages.first, self.ages.last + 1, MONTHS)})
        bounds = [*firsts[1:], self.ages.last + 1]
        slots = [sum(first <= start < end for start in starts) for first, end in zip(firsts, bounds, strict=True)]
        return [(self.axes[AGE].masks[first], count * self.rest) for first, count in zip(firsts, slots, strict=True)]

    def cells(self, mask):
        """How many cells a set of combinations stands for."""
        return sum((mask & bits).bit_count() * weight for bits, weight in self._weights)

    def box_around(self, bit, mask):
        """The largest condition found around a combination that stays inside `mask`, as values by axis."""
        box = {axis.name: [self.case_at(bit)[axis.name]] for axis in self.axes.values()}
        for axis in self.axes.values():
            for value in self._outwards(axis, box[axis.name][0]):
                wider = {**box, axis.name: [*box[axis.name], value]}
                if self.box_mask(wider) & ~mask == 0:
                    box = wider
                elif axis.name == AGE:
                    break
        return {name: sorted(values, key=self.axes[name].values.index) for name, values in box.items()}

    @staticmethod
    def _outwards(axis, start):
        """The other values of an axis; ages only upwards, so that they stay one stretch."""
        at = axis.values.index(start)
        return axis.values[at + 1:] if axis.name == AGE else [value for value in axis.values if value != start]

    def box_mask(self, box):
        """The combinations of a condition that is given as values by axis."""
        found = self.all
        for name, values in box.items():
            part = 0
            for value in values:
                part |= self.axes[name].masks[value]
            found &= part
        return found

    def stretch(self, firsts):
        """The ages from the first to the last of neighbouring stretches of the age axis."""
        values = self.axes[AGE].values
        end = bisect_right(values, firsts[-1])
        return Ages(firsts[0], values[end] - 1 if end < len(values) else self.ages.last)


def make_grid(values, left_out, ages, cuts):
    """A grid over the inputs in `values` and the ages.

    :param left_out: the values of all other inputs; they only multiply what a combination stands for
    :param ages: the whole range
    :param cuts: first months of the stretches that ages are cut into
    """
    firsts = tuple(sorted({ages.first, *(cut for cut in cuts if ages.first < cut <= ages.last)}))
    axes, size = _axes(((AGE, firsts), *((name, tuple(column)) for name, column in values.items())))
    rest = prod(len(others) for others in left_out.values())
    return Grid(axes, left_out, ages, size, rest)


@lru_cache(maxsize=4_096)  # of hundreds of areas most ask for the same
def _axes(columns):
    """The axes of pairs of input and values, and how many combinations they make; equal pairs share one object."""
    size, strides = 1, []
    for _, column in columns:
        strides.append(size)
        size *= max(len(column), 1)
    return {name: Axis(name, column, stride, _masks(column, stride, size))
            for (name, column), stride in zip(columns, strides, strict=True)}, size


def _masks(column, stride, size):
    period = stride * len(column)
    run, repeats = (1 << stride) - 1, size // period
    comb = _comb(period, repeats)
    return {value: (run << index * stride) * comb for index, value in enumerate(column)}


def _comb(period, repeats):
    """The number with a bit at every multiple of `period` below `period * repeats`."""
    comb, have = 1, 1
    while have < repeats:
        take = min(have, repeats - have)
        comb |= (comb & ((1 << take * period) - 1)) << have * period
        have += take
    return comb
