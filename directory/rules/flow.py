"""How questions move: which hand-over applies to which cases, and every chain of units that comes of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from directory.rules.model import NEED, RULES, HandOver
from directory.rules.tables import Table

MOST_CHAINS = 1_000  # of one flow; with more of them every fault has too many witnesses, and NB3 refuses them
LONGEST_WALK = 12  # stops; a chain that is longer is cut, and NB3 has long since refused it


class Stop(NamedTuple):  # chains of them are keys by the hundred thousand, and tuples make the quickest
    """Where a question stops: the `receiver`, and the `holder` that has it (another unit when a meeting is called)."""

    receiver: str
    holder: str


@dataclass(frozen=True, slots=True)
class Step:
    """A hand-over on its way: the cases `part` of `need` that took it."""

    need: str
    part: int
    by: HandOver


@dataclass(frozen=True, slots=True)
class Chain:
    """A way a question can go. `last` are the cases of `need` at its end; `back`: its last stop held it before."""

    stops: tuple[Stop, ...]
    steps: tuple[Step, ...]
    need: str
    last: int
    back: bool = False


def _without_need(sets):
    return {name: value for name, value in sets.items() if name != NEED}


@dataclass(frozen=True, eq=False)
class Flow:
    """The movement of the needs in `tables` (stage rules, all on one grid) during one stretch of days."""

    tables: Mapping[str, Table]
    hand_overs: tuple[HandOver, ...]
    acting: Mapping[str, frozenset[str]]  # unit: the kinds whose hand-overs it may do

    @cached_property
    def grid(self):
        return next(iter(self.tables.values())).grid

    @cached_property
    def stops(self):
        """For each need the cases at each stop."""
        found = {}
        for need, table in self.tables.items():
            at = found.setdefault(need, {})
            for row in table.rows:
                if row.mask:
                    stop = Stop(row.rule.to, row.holder)
                    at[stop] = at.get(stop, 0) | row.mask
        return found

    @cached_property
    def kept(self):
        """For each need and unit the cases that it holds and may hand over: those of rules that are not open."""
        found = {}
        for need, table in self.tables.items():
            for row in table.rows:
                if row.mask and not row.rule.opens:
                    found[need, row.rule.to] = found.get((need, row.rule.to), 0) | row.mask
        return found

    @cached_property
    def moves(self):
        """For each need and unit the hand-overs that apply, with the cases they apply to."""
        found = {}
        for (need, unit), mask in self.kept.items():
            acting = self.acting.get(unit, {unit})
            for one in self.hand_overs:
                if one.by not in acting or need not in one.when.values.get(NEED, (need,)):
                    continue
                part = mask & self.grid.mask(one.when)
                if part:
                    found.setdefault((need, unit), []).append((one, part))
        return found

    def after(self, need, part, one):
        """The need and the cases that cases become by a hand-over."""
        return one.sets.get(NEED, need), self.grid.moved(part, _without_need(one.sets))

    @cached_property
    def chains(self):
        """Every chain from every case, once for each row of stops; a chain that comes back is cut there.

        Past MOST_CHAINS the walk ends.
        """
        found, walked = {}, {}
        for need, at in self.stops.items():
            for stop, mask in at.items():
                self._walk((stop,), (), need, mask, (found, walked))
        return tuple(found.values())

    @property
    def has_too_many(self):
        """Whether there are so many chains that not all were walked."""
        return len(self.chains) > MOST_CHAINS

    def _walk(self, stops, steps, need, mask, so_far):
        found, walked = so_far
        mask &= ~walked.get((need, stops), 0)  # the same cases came here by other hand-overs
        if not mask or len(found) > MOST_CHAINS:
            return
        walked[need, stops] = walked.get((need, stops), 0) | mask
        ended = mask
        for one, part in self.moves.get((need, stops[-1].receiver), ()):
            part &= mask
            if not part:
                continue
            ended &= ~part
            step = Step(need, part, one)
            later, moved = self.after(need, part, one)
            for stop, there in self.stops.get(later, {}).items():
                hit = moved & there
                if not hit:
                    continue
                if any(stop.holder == earlier.holder for earlier in stops):
                    found.setdefault(((*stops, stop), True), Chain((*stops, stop), (*steps, step), later, hit, True))
                elif len(stops) < LONGEST_WALK:
                    self._walk((*stops, stop), (*steps, step), later, hit, so_far)
        if ended:
            found.setdefault((stops, False), Chain(stops, steps, need, ended))

    def start_of(self, chain):
        """The need and a set of cases from which the chain is walked."""
        mask, need = chain.last, chain.need
        for step in reversed(chain.steps):
            mask = self.grid.before(mask, _without_need(step.by.sets)) & step.part
            need = step.need
        return need, mask

    @cached_property
    def endless(self):
        """For each need the cases from which some chain never ends: what is left of a least fixpoint backwards."""
        left = {need: 0 for need in self.tables}
        for (need, _), moves in self.moves.items():
            for _, part in moves:
                left[need] |= part
        changed = True
        while changed:
            changed = False
            for need in left:
                stuck = 0
                for (moving, _), moves in self.moves.items():
                    for one, part in moves if moving == need else ():
                        later = one.sets.get(NEED, need)
                        stuck |= part & self.grid.before(left.get(later, 0), _without_need(one.sets))
                if stuck != left[need]:
                    left[need], changed = stuck, True
        return left


def flows_of(area, spans=None):
    """The flows of an area; needs that a hand-over ties together share one.

    :param spans: pairs of need and span, all of the area's when left out
    """
    pairs = area.every_span() if spans is None else spans
    flows, taken = [], set()
    for need, span in pairs:
        if (need, id(span)) in taken:
            continue
        tied = _tied(need, span, pairs)
        taken |= {(other, id(there)) for other, there in tied.items()}
        acting = {unit: frozenset(area.acts_as(unit)) for there in tied.values() for unit in _receivers(there)}
        hand_overs = tuple(dict.fromkeys(one for there in tied.values() for one in there.hand_overs))
        flows.append((dict(tied),
                      Flow({other: there.tables[RULES] for other, there in tied.items()}, hand_overs, acting)))
    return flows


def _tied(need, span, pairs):
    """The spans on the same grid during the same days as one."""
    grid = span.tables[RULES].grid
    return {other: there for other, there in pairs if there.tables[RULES].grid is grid}


def _receivers(span):
    return {row.rule.to for row in span.tables[RULES].rows}
