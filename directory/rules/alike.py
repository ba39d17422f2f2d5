"""What the tables of many areas and needs have in common, so that a few look-ups answer hundreds of questions."""

from bisect import bisect_right
from collections import defaultdict

from directory.rules.model import RULES, STAGES


class Alike:
    """The groups of the areas in a mapping by id; they are found when they are first asked for, and kept."""

    def __init__(self, areas):
        self._areas, self._of_needs, self._of_areas = areas, {}, {}

    def areas(self, need, day):
        """The areas in groups that share the table of a need on a day, and who answers when unsure: one area of each
        group, and the ids of all."""
        if need not in self._of_needs:
            self._of_needs[need] = _starts(span for area in self._areas.values() for span in area.needs[need]), {}
        starts, known = self._of_needs[need]
        stretch = bisect_right(starts, day)
        if stretch not in known:
            found = defaultdict(list)
            for area in self._areas.values():
                found[id(area.span(need, day).tables[RULES]), area.unsure].append(area)
            known[stretch] = [(areas[0], tuple(area.id for area in areas)) for areas in found.values()]
        return known[stretch]

    def needs(self, area, day):
        """The needs of an area in groups whose cases reach the same stages on a day.

        Of each group what comes before the rules, as stage, grid and the cases that reach it, and for each stage the
        grids with the needs and tables on them.
        """
        if area.id not in self._of_areas:
            self._of_areas[area.id] = _starts(span for spans in area.needs.values() for span in spans), {}
        starts, known = self._of_areas[area.id]
        stretch = bisect_right(starts, day)
        if stretch not in known:
            found = defaultdict(list)
            for need in area.needs:
                tables = area.span(need, day).tables
                key = tuple((stage, id(tables[stage].grid.axes), tables[stage].universe) for stage in STAGES[:-1])
                found[key].append((need, tables))
            known[stretch] = [_one_group(members) for members in found.values()]
        return known[stretch]


def _one_group(members):
    gates = [(stage, table.grid, table.universe) for stage, table in members[0][1].items()
             if stage != RULES and table.universe]
    by_stage = {}
    for stage in STAGES:
        grids = {}
        for need, tables in members:
            table = tables[stage]
            grids.setdefault(id(table.grid.axes), (table.grid, []))[1].append((need, table))
        by_stage[stage] = list(grids.values())
    return gates, by_stage


def _starts(spans):
    """The days on which any of the spans begins."""
    return sorted({span.days.first for span in spans if span.days.first})
