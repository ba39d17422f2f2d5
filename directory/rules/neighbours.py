"""Who takes the cases that differ from one case in a single input: the same as asking for each, hundreds at a time."""

from typing import NamedTuple

from directory.ages import Ages, show_age
from directory.rules.decide import agree, completions, find, first_months, unsure_of
from directory.rules.model import AGE, LEVEL, NEED, RULES, UNKNOWN


class Change(NamedTuple):  # hundreds are made for one answer, and tuples are made quickest
    """A single other value of an input that leads to another receiver, or to another holder of the question."""

    input: str
    old: str
    new: str
    receiver: str


class Neighbours:
    """The neighbours of a decided case that another unit takes; the cases that nobody takes are left out.

    A taker is a pair of receiver and holder; None: there is no single rule.
    """

    def __init__(self, ruleset, decision):
        self.ruleset, self.inputs, self.case = ruleset, ruleset.base.inputs, decision.case
        self.own = decision.receiver, decision.holder
        self.area = ruleset.areas[self.case.area]
        self.values = dict(self.case.values)
        self.is_whole = self.case.months is not None and self.values[LEVEL] != UNKNOWN
        self.positions = {}  # of the case itself, by the axes of a grid: tables share them, also those of other needs

    def by_value(self, names):
        """The changes of some inputs; an input that no table asks for changes nothing."""
        found, need, months = [], self.case.need, self.case.months
        tables = self._tables(self.area, need).values()
        asked = {name for table in tables if table.universe for name in table.grid.axes}
        for name in names:
            old = self.case.values[name]
            for new in self.inputs.values[name] if name in asked else ():
                if new != old:
                    self.values[name] = new
                    found += self._change(name, old, new, self._taker(self.area, need, months))
            self.values[name] = old
        return found

    def by_age(self):
        """The changes of age, one for each run of neighbouring stretches of ages with one other taker."""
        months, runs = self.case.months, []
        old = UNKNOWN if months is None else show_age(months)
        for first, last in self._stretches(self.area, self.case.need):
            here = months is not None and first <= months <= last
            taker = self.own if here else self._taker(self.area, self.case.need, first)
            if runs and runs[-1][2] == taker:
                runs[-1][1] = last
            else:
                runs.append([first, last, taker])
        return [one for first, last, taker in runs for one in self._change(AGE, old, str(Ages(first, last)), taker)]

    def by_need(self):
        """The changes of need."""
        here = self.case.need
        takers = self._takers_by_need() if self.is_whole else {
            need: self._taker_unknown(self.area, need) for need in self.area.needs}
        return [Change(NEED, here, need, taker[0]) for need in self.area.needs
                if (taker := takers[need]) and taker != self.own and need != here]

    def _takers_by_need(self):
        """The taker of each need; which stage decides is found once for all needs whose cases reach the same stages."""
        takers = {}
        for gates, by_stage in self.ruleset.alike.needs(self.area, self.case.on):
            for stage, grid, universe in gates:
                if universe >> self._position(grid) & 1:
                    break
            else:
                stage = RULES
            for grid, members in by_stage[stage]:
                position = self._position(grid)
                for need, table in members:
                    takers[need] = table.takers[position]
        return takers

    def by_area(self):
        """The changes of area; areas that share the tables of the need share the taker."""
        found, takers, need, here = [], {}, self.case.need, self.case.area
        taker_in = self._looked_up if self.is_whole else self._taker_unknown
        for area, alike in self.ruleset.alike.areas(need, self.case.on):
            key = id(self._tables(area, need)[RULES]), self.is_whole or area.unsure
            if key not in takers:
                takers[key] = taker_in(area, need)
            taker = takers[key]
            if taker and taker != self.own:
                found += [Change("area", here, one, taker[0]) for one in alike if one != here]
        return found

    def _change(self, name, old, new, taker):
        return [Change(name, old, new, taker[0])] if taker and taker != self.own else []

    def _tables(self, area, need):
        spans = area.needs[need]
        return (spans[0] if len(spans) == 1 else area.span(need, self.case.on)).tables

    def _taker(self, area, need, months):
        """The taker of a case with the values as they are now."""
        if months is None or self.values[LEVEL] == UNKNOWN:
            return self._taker_unknown(area, need, months)
        found = find(area, need, months, self.values, self.case.on)
        return found and (found[1].rule.to, found[1].holder)

    def _taker_unknown(self, area, need, months=None):
        """As `_taker`, of a case whose level or age is unknown: the common taker of all that it may be, or `unsure`."""
        months = self.case.months if months is None else months
        found = completions(area, need, months, self.values, levels=self.inputs.values[LEVEL], day=self.case.on)
        if None in found.values():
            return None
        rows = [row for _, row in found.values()]
        if agree(rows, months):
            return rows[0].rule.to, rows[0].holder
        taker = unsure_of(area, rows)
        return taker and (taker, taker)

    def _stretches(self, area, need):
        """The first and last month of each stretch of ages that any table for a need tells apart."""
        firsts = first_months(area, need, self.case.on)
        return zip(firsts, [*(first - 1 for first in firsts[1:]), self.inputs.ages.last], strict=True)

    def _looked_up(self, area, need):
        """The taker of the case itself, had it another area."""
        for table in self._tables(area, need).values():
            if table.universe >> self._position(table.grid) & 1:
                return table.takers[self._position(table.grid)]
        return None

    def _position(self, grid):
        """Where the case lies on a grid; beyond its end where the grid lacks one of its values."""
        found = self.positions.get(id(grid.axes))
        if found is None:
            found = self.positions[id(grid.axes)] = grid.position(self.case.months, self.case.values)
        return found
