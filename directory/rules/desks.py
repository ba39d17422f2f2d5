"""Which kinds of unit are one desk in an area: bound to one and the same unit, or named together in `same_desk`."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from directory.rules.model import MUNICIPALITY


@dataclass(frozen=True, slots=True)
class Desks:
    """`of_kind` holds the desk of every kind that shares one; `merged` the groups whose neighbours are one stop."""

    of_kind: Mapping[str, str]
    merged: tuple[frozenset[str], ...]

    def __bool__(self):
        return bool(self.of_kind)

    def of(self, kind):
        """The desk of a kind; a kind that shares none is its own."""
        return self.of_kind.get(kind, kind)

    def one_stop(self, kind, other):
        """Whether two neighbours in a chain count as one."""
        return any({kind, other} <= group for group in self.merged)

    def came_back(self, holders):
        """Where in a chain a desk stands for the second time, or None; neighbours that are one stop do not count."""
        seen = []
        for index, holder in enumerate(holders):
            if self.of(holder) in seen and not (seen[-1] == self.of(holder)
                                                and self.one_stop(holders[index - 1], holder)):
                return index
            seen.append(self.of(holder))
        return None

    def hand_overs(self, holders):
        """How many hand-overs of a chain lead from one desk to another."""
        return sum(not self.one_stop(one, other) for one, other in zip(holders, holders[1:], strict=False))


def desks_of(area):
    """The desks of an area; only in a municipality do binds make kinds one desk."""
    by_unit = defaultdict(set)
    for kind, bind in area.binds.items() if area.tier == MUNICIPALITY else ():
        if bind.single():
            by_unit[bind.single()].add(kind)
    groups = [kinds for kinds in by_unit.values() if len(kinds) > 1] + [set(group) for group in area.same_desk]
    joined = []
    for group in groups:
        touching = [one for one in joined if one & group]
        joined = [one for one in joined if not one & group] + [group.union(*touching)]
    return Desks({kind: min(group) for group in joined for kind in group}, tuple(area.same_desk))
