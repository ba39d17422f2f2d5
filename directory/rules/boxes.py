"""Sets of cases as boxes, for the second method alone: the first counts on grids.

A box is a dict: input → frozenset of values, AGE → Ages. Every input is in it but the need.
"""

from math import prod

from directory.ages import Ages
from directory.rules.model import AGE, NEED


def cut(box, when):
    """The part of a box that fits a condition, or None."""
    found = dict(box)
    if when.ages:
        found[AGE] = box[AGE].common(when.ages)
        if found[AGE] is None:
            return None
    for name, values in when.values.items():
        if name != NEED:
            found[name] = box[name] & values
            if not found[name]:
                return None
    return found


def apart(one, other):
    """Whether two boxes share no case; quicker than `common`, and nearly always true."""
    ages, there = one[AGE], other[AGE]
    if ages.last < there.first or there.last < ages.first:
        return True
    for name, values in one.items():
        if name != AGE and values is not other[name] and values.isdisjoint(other[name]):
            return True
    return False


def common(one, other):
    """The cases that two boxes share, as a box, or None."""
    if apart(one, other):
        return None
    return {name: values if values is other[name] else values.common(other[name]) if name == AGE
            else values & other[name] for name, values in one.items()}


def minus(box, other):
    """A box without another, as boxes that have nothing in common."""
    inner = common(box, other)
    if inner is None:
        return [box]
    left, rest = [], dict(box)
    for name, values in box.items():
        if name == AGE:
            below = Ages(values.first, inner[AGE].first - 1)
            above = Ages(inner[AGE].last + 1, values.last)
            left += [{**rest, AGE: part} for part in (below, above) if part.first <= part.last]
        elif values - inner[name]:
            left.append({**rest, name: values - inner[name]})
        rest[name] = inner[name]
    return left


def all_minus(boxes, others):
    """Boxes without others, as boxes that have nothing in common if `boxes` had nothing."""
    for other in others:
        boxes = [part for box in boxes for part in minus(box, other)]
    return boxes


def volume(box):
    """Months of age times combinations of the other inputs."""
    ages = box[AGE]
    return (ages.last - ages.first + 1) * prod(len(values) for name, values in box.items() if name != AGE)


def within(box, gates):
    """The part of a box inside any of the gates, as boxes that have nothing in common."""
    found, left = [], [box]
    for gate in gates:
        found += [both for part in left if (both := common(part, gate))]
        left = all_minus(left, [gate])
    return found
