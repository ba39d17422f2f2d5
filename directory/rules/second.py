"""The second method: the same questions answered with boxes and volumes, to guard the first.

It shares nothing with grids, tables and flows but the model: a set of cases is a list of boxes (some values of each
input, an interval of months), exactness is pairwise emptiness and a sum of volumes, and chains are walked box by box.
Whether it agrees with the first, checks/second_method.py says.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from directory.rules.boxes import Space
from directory.rules.model import ACUTE, NEED, RULES, SAFETY, STAGES, When

MOST_STOPS = 12  # as far as a chain is walked
AGAIN = "…"  # ends a chain that has come back


@dataclass(frozen=True, slots=True)
class Tally:
    """What both methods count for one need in one area on one day; volumes are months of age times combinations."""

    uncovered: int
    doubled: int
    received: frozenset[tuple[str, str, int]]  # stage, holder, volume


class Walker:
    """Counts and walks one area with boxes, from the layers' rules alone."""

    def __init__(self, base, area, above=None):
        self.base, self.chain, self.above = base, base.chain(area.id), above
        self.rules = self._rules_by_need()
        self.hand_overs_by = defaultdict(list)
        for one in (one for layer in self.chain for one in layer.hand_overs):
            self.hand_overs_by[one.by].append(one)
        self.acts_as = {unit.id: {unit.id, *unit.acts_as} for layer in self.chain for unit in layer.units}
        self.space = above.space if above else Space(base.inputs)
        self.acute = above.acute if above else When({ACUTE: frozenset(base.inputs.values[ACUTE][1:])})
        self.known, self.counted, self.decided, self.moves, self.universes = {}, {}, {}, {}, {}

    def _rules_by_need(self):
        """The rules by layer, stage and need; those of the layers above as the walker above has them."""
        found = dict(self.above.rules) if self.above else {}
        for layer in self.chain[-1:] if self.above else self.chain:
            for rule in layer.rules:
                for need in rule.when.values.get(NEED, self.base.inputs.values[NEED]):
                    found.setdefault((layer.id, rule.stage, need), []).append(rule)
        return found

    def days(self, need):
        """The days on which another set of rules comes into force for a need, the first day of all among them."""
        valids = [rule.valid for layer in self.chain for stage in STAGES
                  for rule in self.rules.get((layer.id, stage, need), ())]
        return {date.min, *(one.first for one in valids if one.first),
                *(one.last + timedelta(days=1) for one in valids if one.last and one.last < date.max)}

    def gates(self, stage, need):
        """The boxes that reach a stage, if no stage before takes them."""
        if stage == RULES:
            return [self.space.whole]
        entries = [when for when in self.base.gates.get(stage, ()) if need in when.values.get(NEED, {need})]
        if stage == SAFETY:
            entries.append(self.acute)
        return [box for box in map(self.space.box_of, entries) if not self.space.is_empty(box)]

    def pieces(self, stage, need, day):
        """The boxes that reach a stage, and its rules as (receiver, holder, opens), each with the boxes it decides."""
        if stage != RULES and self.above:  # no overlay can change what comes before the table
            return self.above.pieces(stage, need, day)
        if (stage, need, day) not in self.known:
            universe = self._universe(stage, need)
            self.known[stage, need, day] = universe, list(self._decided(stage, need, day).values())
        return self.known[stage, need, day]

    def _universe(self, stage, need):
        """The boxes that reach a stage; the gates are the nation's, so every area shares them."""
        if self.above:
            return self.above._universe(stage, need)
        if (stage, need) not in self.universes:
            left = [self.space.whole]
            for earlier in STAGES[:STAGES.index(stage)]:
                left = self.space.all_minus(left, self.gates(earlier, need))
            gates = self.gates(stage, need)
            self.universes[stage, need] = [part for box in left for part in self.space.within(box, gates)]
        return self.universes[stage, need]

    def _decided(self, stage, need, day):
        """By the id of each rule (receiver, holder, opens) and its boxes, those of the layer above changed."""
        if (stage, need, day) in self.decided:
            return self.decided[stage, need, day]
        decided = dict(self.above._decided(stage, need, day)) if self.above else {}
        for layer in self.chain[-1:] if self.above else self.chain:
            rules = [rule for rule in self.rules.get((layer.id, stage, need), ()) if rule.valid.holds(day)]
            for rule in rules:
                if rule.target is None:
                    who = rule.to, rule.calls or rule.to, rule.opens
                    decided[rule.id] = who, self.space.cuts(self._universe(stage, need), rule.when)
            self._overlay(decided, rules)
        self.decided[stage, need, day] = decided
        return decided

    def tally(self, need, day):
        """The count of one need on one day, from boxes alone."""
        counts = [self._count(stage, need, day) for stage in STAGES]
        return Tally(sum(one.uncovered for one in counts), sum(one.doubled for one in counts),
                     frozenset().union(*(one.received for one in counts)))

    def _count(self, stage, need, day):
        if stage != RULES and self.above:
            return self.above._count(stage, need, day)
        if (stage, need, day) not in self.counted:
            universe, decided = self.pieces(stage, need, day)
            received = defaultdict(int)
            for (_, holder, _), boxes in decided:
                received[stage, holder] += self._volume(boxes)
            twice = self._shared(decided)
            left = self._uncovered(universe, decided) if twice else self._volume(universe) - sum(received.values())
            sizes = frozenset((*key, size) for key, size in received.items() if size)
            self.counted[stage, need, day] = Tally(left, twice, sizes)
        return self.counted[stage, need, day]

    def chains(self, need, day):
        """Every sequence of holders from a need; one that comes back ends in AGAIN."""
        found, walked = set(), set()
        for who, boxes in self.pieces(RULES, need, day)[1]:
            for box in boxes:
                self._walk((need, day), who, box, (), (found, walked))
        return found

    def _walk(self, at, who, box, held, so_far):
        found, walked = so_far
        here = at, who, held, box
        if here in walked:  # by other hand-overs that make the same known
            return
        walked.add(here)
        receiver, holder, opens = who
        held, gone = (*held, holder), []
        for one in () if opens else self._moves(receiver, at[0]):
            part = self.space.common(box, self.space.box_of(one.when))
            if part:
                gone.append(part)
                moved = self.space.with_set(part, one.sets)
                self._arrive((one.sets.get(NEED, at[0]), at[1]), moved, held, so_far)
        if held not in found and self.space.all_minus([box], gone):
            found.add(held)

    def _moves(self, receiver, need):
        """The hand-overs that a unit may do for a need."""
        if (receiver, need) not in self.moves:
            acting = self.acts_as.get(receiver, {receiver})
            self.moves[receiver, need] = [one for by in acting for one in self.hand_overs_by.get(by, ())
                                          if need in one.when.values.get(NEED, (need,))]
        return self.moves[receiver, need]

    def _arrive(self, at, moved, held, so_far):
        for who, boxes in self.pieces(RULES, *at)[1]:
            for there in boxes:
                both = self.space.common(moved, there)
                if both and who[1] in held:
                    so_far[0].add((*held, who[1], AGAIN))
                elif both and len(held) < MOST_STOPS:
                    self._walk(at, who, both, held, so_far)

    def _overlay(self, decided, rules):
        """Let the rows of a layer take their cases from the rules that they name, as those were before any of them."""
        before, taken = dict(decided), defaultdict(list)
        for rule in rules:
            if rule.target in before and rule.target != rule.id:
                (_, holder, _), boxes = before[rule.target]
                mine = self.space.cuts(boxes, rule.when)
                decided[rule.id] = (rule.to, rule.calls or (holder if rule.opens else rule.to), rule.opens), mine
                taken[rule.target] += mine
        for target, gone in taken.items():
            who, boxes = decided[target]
            decided[target] = who, self.space.all_minus(boxes, gone)

    def _volume(self, boxes):
        return sum(map(self.space.volume, boxes))

    def _shared(self, decided):
        """The volume that two rules share, each pair counted."""
        return sum(self.space.volume(both) for (_, one), (_, other) in combinations(decided, 2)
                   for box in one for there in other if (both := self.space.common(box, there)))

    def _uncovered(self, universe, decided):
        for _, boxes in decided:
            universe = self.space.all_minus(universe, boxes)
        return self._volume(universe)
