"""Sets of cases as boxes, for the second method alone: the first counts on grids.

A box is a triple: the first and the last month, and the values of every input but the need as the bits of one number.
Each input has a field of bits there, one for each value, and above them a spare bit that is 0 in every box: adding
`full` carries into the spare bit of each field that holds something, so one addition tells whether a box is empty.
"""

from math import prod

from directory.rules.model import NEED


class Space:
    """The boxes over the inputs of a base; `whole` is the box of every case."""

    def __init__(self, inputs):
        self.fields, self.bits, self.full, self.spare, top = {}, {}, 0, 0, 0
        for name, values in inputs.values.items():
            if name != NEED:
                self.bits[name] = {value: 1 << top + index for index, value in enumerate(values)}
                self.fields[name] = sum(self.bits[name].values())
                self.full |= self.fields[name]
                top += len(values) + 1
                self.spare |= 1 << top - 1
        self.whole = inputs.ages.first, inputs.ages.last, self.full
        self._conditions, self._counts = {}, {}

    def box_of(self, when):
        """The box of a condition, whatever its needs; it may be empty."""
        known = self._conditions.get(id(when))
        if known is None:
            bits = self.full
            for name, values in when.values.items():
                if name != NEED:
                    bits &= ~self.fields[name] | sum(self.bits[name].get(value, 0) for value in values)
            first, last = (when.ages.first, when.ages.last) if when.ages else self.whole[:2]
            known = self._conditions[id(when)] = when, (max(first, self.whole[0]), min(last, self.whole[1]), bits)
        return known[1]

    def is_empty(self, box):
        return box[0] > box[1] or (box[2] + self.full) & self.spare != self.spare

    def common(self, one, other):
        """The cases that two boxes share, as a box, or None."""
        bits = one[2] & other[2]
        if (bits + self.full) & self.spare != self.spare:
            return None
        first = one[0] if one[0] > other[0] else other[0]
        last = one[1] if one[1] < other[1] else other[1]
        return (first, last, bits) if first <= last else None

    def cuts(self, boxes, when):
        """The parts of boxes that fit a condition."""
        condition = self.box_of(when)
        return [part for box in boxes if (part := self.common(box, condition))]

    def minus(self, box, other):
        """A box without another, as boxes that have nothing in common."""
        inner = self.common(box, other)
        if inner is None:
            return [box]
        first, last, bits = box
        left = [part for part in ((first, inner[0] - 1, bits), (inner[1] + 1, last, bits)) if part[0] <= part[1]]
        if bits != inner[2]:
            for field in self.fields.values():
                gone = bits & ~inner[2] & field
                if gone:
                    left.append((inner[0], inner[1], bits & ~field | gone))
                    bits &= ~gone
        return left

    def all_minus(self, boxes, others):
        """Boxes without others, as boxes that have nothing in common if `boxes` had nothing."""
        for other in others:
            boxes = [part for box in boxes for part in self.minus(box, other)]
        return boxes

    def within(self, box, gates):
        """The part of a box inside any of the gates, as boxes that have nothing in common."""
        found, left = [], [box]
        for gate in gates:
            found += [both for part in left if (both := self.common(part, gate))]
            left = self.all_minus(left, [gate])
        return found

    def with_set(self, box, sets):
        """A box whose inputs in `sets` have got their new values."""
        first, last, bits = box
        for name, value in sets.items():
            if name != NEED:
                bits = bits & ~self.fields[name] | self.bits[name][value]
        return first, last, bits

    def volume(self, box):
        """Months of age times combinations of the other inputs."""
        bits = box[2]
        if bits not in self._counts:
            self._counts[bits] = prod((bits & field).bit_count() for field in self.fields.values())
        return (box[1] - box[0] + 1) * self._counts[bits]
