"""The second method: the same questions answered with boxes and volumes, to guard the first.

It shares nothing with grids, tables and flows but the model: a set of cases is a list of boxes (a set of values for each
input, an interval of months), exactness is pairwise emptiness and a sum of volumes, and chains are walked box by box.
Where the two methods disagree, neither is believed.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from math import prod

from directory.ages import Ages
from directory.findings import ERROR, Finding, names, say
from directory.rules.model import ACUTE, AGE, NEED, RULES, SAFETY, STAGES

NAME = "second-method"
MOST_STOPS = 12  # as far as a chain is walked
AGAIN = "…"


@dataclass(frozen=True, slots=True)
class Tally:
    """What both methods count for one need in one area on one day; volumes are months of age times combinations."""

    uncovered: int
    doubled: int
    received: frozenset[tuple[str, str, int]]  # stage, holder, volume


# A box is a dict: input → frozenset of values, AGE → Ages. Every input is in it but the need.

def _cut(box, when):
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


def _common(one, other):
    found = {}
    for name, values in one.items():
        found[name] = values.common(other[name]) if name == AGE else values & other[name]
        if not found[name]:
            return None
    return found


def _minus(box, other):
    """A box without another, as boxes that have nothing in common."""
    inner = _common(box, other)
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


def _all_minus(boxes, others):
    for other in others:
        boxes = [part for box in boxes for part in _minus(box, other)]
    return boxes


def _volume(box):
    ages = box[AGE]
    return (ages.last - ages.first + 1) * prod(len(values) for name, values in box.items() if name != AGE)


def _within(box, gates):
    """The part of a box inside any of the gates, as boxes that have nothing in common."""
    found, left = [], [box]
    for gate in gates:
        found += [both for part in left if (both := _common(part, gate))]
        left = _all_minus(left, [gate])
    return found


def compare(views):
    """A finding for each area and need on which the two methods disagree."""
    for view in views.values():
        walker = Walker(view.base, view.area)
        for spans, flow in view.flows:
            wrong = [need for need, span in spans.items() if _differs(view, walker, need, span)]
            day = _inside(next(iter(spans.values())).days)
            ours = frozenset().union(*(walker.chains(need, day) for need in spans))
            theirs = frozenset(tuple(stop.holder for stop in chain.stops) + (AGAIN,) * chain.back for chain in flow.chains)
            if wrong or ours != theirs:
                message = say("The two methods of proof disagree on %(needs)s in %(area)s.", needs=names(wrong or spans), area=view.area.id)
                hint = say("This is a fault in the program, not in the rules: report it. Nothing is proved until it is mended.")
                yield Finding(NAME, ERROR, view.layer.place.file, view.layer.place.line, message, hint, tuple(wrong or spans), view.area.id)


def _differs(view, walker, need, span):
    return walker.tally(need, _inside(span.days)) != of_first_method(span)


def _inside(days):
    return days.first or days.last or date.min


def of_first_method(span):
    """The count from the first method's tables."""
    uncovered = doubled = 0
    received = defaultdict(int)
    for stage, table in span.tables.items():
        seen = 0
        for row in table.rows:
            received[stage, row.holder] += _months(table.grid, row.mask)
            seen |= row.mask
        doubled += sum(_months(table.grid, one.mask & other.mask) for one, other in combinations(table.rows, 2) if one.mask & other.mask)
        uncovered += _months(table.grid, table.universe & ~seen)
    return Tally(uncovered, doubled, frozenset((*key, volume) for key, volume in received.items() if volume))


def _months(grid, mask):
    bounds = [*grid.firsts[1:], grid.ages.last + 1]
    return sum((mask & grid.axes[AGE].masks[first]).bit_count() * (end - first) * grid.rest
               for first, end in zip(grid.firsts, bounds, strict=True))


class Walker:
    """Counts and walks one area with boxes, from the layers' rules alone."""

    def __init__(self, base, area):
        self.base, self.chain = base, base.chain(area.id)
        self.rules = [rule for layer in self.chain for rule in layer.rules]
        self.hand_overs = [one for layer in self.chain for one in layer.hand_overs]
        self.acts_as = {unit.id: {unit.id, *unit.acts_as} for layer in self.chain for unit in layer.units}
        self.whole = {AGE: base.inputs.ages, **{name: frozenset(values) for name, values in base.inputs.values.items() if name != NEED}}
        self.known = {}

    def gates(self, stage, need):
        """The boxes that reach a stage, if no stage before takes them."""
        if stage == RULES:
            return [self.whole]
        entries = [when for when in self.base.gates.get(stage, ()) if need in when.values.get(NEED, {need})]
        boxes = [_cut(self.whole, when) for when in entries]
        if stage == SAFETY:
            boxes.append({**self.whole, ACUTE: frozenset(self.base.inputs.values[ACUTE][1:])})
        return [box for box in boxes if box and all(values for name, values in box.items() if name != AGE)]

    def pieces(self, stage, need, day):
        """The boxes that reach a stage, and each of its rules with the boxes it decides and (receiver, holder, opens)."""
        if (stage, need, day) not in self.known:
            left = [self.whole]
            for earlier in STAGES[:STAGES.index(stage)]:
                left = _all_minus(left, self.gates(earlier, need))
            universe = [part for box in left for part in _within(box, self.gates(stage, need))]
            self.known[stage, need, day] = universe, self._decided(stage, need, universe, day)
        return self.known[stage, need, day]

    def _decided(self, stage, need, universe, day):
        boxes, who = {}, {}
        for layer in self.chain:
            mine = [rule for rule in self.rules if rule.layer == layer.id and rule.stage == stage and rule.valid.holds(day)
                    and need in rule.when.values.get(NEED, {need})]
            for rule in mine:
                if rule.target is None:
                    boxes[rule.id] = [cut for box in universe if (cut := _cut(box, rule.when))]
                    who[rule.id] = (rule.to, rule.calls or rule.to, rule.opens)
            before, taken = dict(boxes), defaultdict(list)
            for rule in mine:
                if rule.target in before and rule.target != rule.id:
                    boxes[rule.id] = [cut for box in before[rule.target] if (cut := _cut(box, rule.when))]
                    who[rule.id] = (rule.to, rule.calls or (who[rule.target][1] if rule.opens else rule.to), rule.opens)
                    taken[rule.target] += boxes[rule.id]
            for target, gone in taken.items():
                boxes[target] = _all_minus(boxes[target], gone)
        return [(who[rule], boxes[rule]) for rule in boxes]

    def tally(self, need, day):
        uncovered = doubled = 0
        received = defaultdict(int)
        for stage in STAGES:
            universe, decided = self.pieces(stage, need, day)
            for (_, holder, _), boxes in decided:
                received[stage, holder] += sum(map(_volume, boxes))
            doubled += sum(_volume(both) for (_, one), (_, other) in combinations(decided, 2)
                           for box in one for there in other if (both := _common(box, there)))
            left = universe
            for _, boxes in decided:
                left = _all_minus(left, boxes)
            uncovered += sum(map(_volume, left))
        return Tally(uncovered, doubled, frozenset((*key, volume) for key, volume in received.items() if volume))

    def chains(self, need, day):
        """Every sequence of holders from a need; one that comes back ends in AGAIN."""
        found = set()
        for who, boxes in self.pieces(RULES, need, day)[1]:
            for box in boxes:
                self._walk((need, day), who, box, (), found)
        return found

    def _walk(self, at, who, box, held, found):
        receiver, holder, opens = who
        held, left = (*held, holder), [box]
        for one in () if opens else self.hand_overs:
            if one.by not in self.acts_as.get(receiver, {receiver}) or at[0] not in one.when.values.get(NEED, {at[0]}):
                continue
            part = _cut(box, one.when)
            if part:
                left = _all_minus(left, [part])
                moved = {**part, **{name: frozenset({value}) for name, value in one.sets.items() if name != NEED}}
                self._arrive((one.sets.get(NEED, at[0]), at[1]), moved, held, found)
        if left:
            found.add(held)

    def _arrive(self, at, moved, held, found):
        for who, boxes in self.pieces(RULES, *at)[1]:
            for there in boxes:
                both = _common(moved, there)
                if both and who[1] in held:
                    found.add((*held, who[1], AGAIN))
                elif both and len(held) < MOST_STOPS:
                    self._walk(at, who, both, held, found)
