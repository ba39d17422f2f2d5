"""Two rulesets on one day: every cell that another unit takes, or holds, in one than in the other, as conditions.

A cell is a combination of all inputs but who asks, ages in whole years or finer where a rule for it cuts finer. How
people read it, diff_report.py says.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from directory.rules.comparison import Box, Comparison
from directory.rules.decide import Ruleset
from directory.rules.model import NEED


@dataclass(frozen=True, slots=True)
class Moved:
    """A condition whose cases go elsewhere, for `needs` in `areas`; `cells` counts those of all these areas."""

    areas: tuple[str, ...]
    needs: tuple[str, ...]
    box: Box
    cells: int


@dataclass(frozen=True, eq=False)
class Diff:
    """What differs on the day `on`: `boxes` by area and need.

    `later` are days from which something else differs, with the cells that differ then; `stands_in` names, for an area
    that only one ruleset has, the one that answers there in the other; `reworded` counts rules that send to the same
    unit and say something else to people.
    """

    on: date
    boxes: Mapping[tuple[str, str], tuple[Box, ...]]
    later: tuple[tuple[date, int], ...]
    stands_in: Mapping[str, str]
    reworded: int

    @cached_property
    def by_area(self):
        """The changed cells of every area that has some."""
        counts = {}
        for (area, _), boxes in self.boxes.items():
            counts[area] = counts.get(area, 0) + sum(box.cells for box in boxes)
        return counts

    @property
    def changed_cells(self):
        return sum(self.by_area.values())

    @cached_property
    def by_each_area(self):
        """What moved, area by area; a condition that several needs share stands once."""
        found = {area: {} for area in self.by_area}
        for (area, need), boxes in self.boxes.items():
            found[area][area, need] = boxes
        return [one for boxes in found.values() for one in _merged(boxes)]

    @cached_property
    def once(self):
        """What moved; a condition that several areas share stands once."""
        return _merged(self.boxes)


def diff(old: Ruleset, new: Ruleset, *, day: date):
    """What moves from one ruleset to another.

    An area that only one of them has is compared with the nearest area above it that the other has.

    :param day: the day on which both are asked
    """
    comparison = Comparison(old.base, new.base)
    pairs = {area: (_answering(old, new, area), _answering(new, old, area))
             for area in dict.fromkeys((*new.areas, *old.areas))}
    boxes, later = _boxes_on(comparison, pairs, day), []
    before = boxes
    for then in _days_after(day, (old, new)):
        there = _boxes_on(comparison, pairs, then)
        if _moves(there) != _moves(before):
            later.append((then, sum(box.cells for found in there.values() for box in found)))
        before = there
    stands_in = {area: next(one.id for one in pair if one.id != area) for area, pair in pairs.items()
                 if any(one.id != area for one in pair)}
    return Diff(day, boxes, tuple(later), stands_in, _reworded(old.base, new.base))


def _answering(ruleset, other, area):
    """The area of a ruleset that answers in an area: itself, or the nearest above it as the other ruleset has it."""
    while area not in ruleset.areas:
        above = other.areas[area].parent
        if above is None:
            return ruleset.nation
        area = above.id
    return ruleset.areas[area]


def _moves(boxes):
    """Which cells go from whom to whom, whatever rules say so."""
    return {key: {(box.values, box.ages, *(one and (one.receiver, one.holder) for one in (box.old, box.new)))
                  for box in found} for key, found in boxes.items()}


def _boxes_on(comparison, pairs, day):
    """The boxes by area and need; what does not change is left out."""
    found = {}
    for area, (old, new) in pairs.items():
        for need in comparison.values[NEED]:
            boxes = comparison.boxes(need, _span(old, need, day), _span(new, need, day))
            if boxes:
                found[area, need] = boxes
    return found


def _span(area, need, day):
    spans = area.needs.get(need)
    return spans and (spans[0] if len(spans) == 1 else area.span(need, day))


def _days_after(day, rulesets):
    """The days after a day from which other rules are in force in either ruleset."""
    spans = {span for ruleset in rulesets for area in ruleset.areas.values() for spans in area.needs.values()
             if len(spans) > 1 for span in spans}
    return sorted({span.days.first for span in spans if span.days.first and span.days.first > day})


def _merged(found):
    """What moved: areas that share a condition are told of together, and then needs that share it in the same areas."""
    by_need, by_areas = {}, {}
    for (area, need), boxes in found.items():
        for box in boxes:
            by_need.setdefault((need, box.condition), []).append((area, box))
    for (need, condition), places in by_need.items():
        by_areas.setdefault((condition, tuple(area for area, _ in places)), []).append((need, places))
    return [Moved(areas, tuple(need for need, _ in same), same[0][1][0][1],
                  sum(box.cells for _, places in same for _, box in places))
            for (_, areas), same in by_areas.items()]


def _reworded(old, new):
    """How many rules of the same id and layer send to the same unit and say something else."""
    before = {(rule.layer, rule.id, rule.valid): rule for layer in old.layers.values() for rule in layer.rules}
    after = {(rule.layer, rule.id, rule.valid): rule for layer in new.layers.values() for rule in layer.rules}
    return sum(before[key].to == after[key].to and _words(before[key]) != _words(after[key])
               for key in before.keys() & after.keys())


def _words(rule):
    return (rule.because, rule.how, rule.requires, rule.attach, rule.answer_within, rule.alongside, rule.also,
            rule.if_wrong, rule.disputed, rule.exception, rule.source)
