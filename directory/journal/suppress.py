"""Hides small counts of a table so that nothing which is shown, subtracted, tells more of one than that it is small.

A table counts by several attributes at once, each a tree: a municipality lies in a region, a need group in all of
them. Every sum is a cell as well. A count from 1 to 4 is shown as SMALL; others are hidden with it, as SOME, until for
every small count there are *moves* to each of four values that it may have: a move changes hidden cells alone, after
which every sum still holds and every cell is still what is shown of it. Nobody can tell the table from the one after a
move. For a leaf the four values are 1 to 4; a sum of some cells that are not zero is at least so many, and reaches
three above the smallest that it can be. What is hidden for the sake of others has one more value at least. Zero is
shown as it is, and no move touches it.

A move puts some from another leaf into a leaf; or goes, attribute by attribute, to another leaf or in from outside,
which all that lies above the leaf follows. There always is one, up to the total of all. Where an area tells its total
alone if that is small, a move leaves it as small, or as large, as that says.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from heapq import nsmallest
from itertools import product
from math import prod

TOTAL = "*"
LEAST = 5  # the smallest count that is shown as it is
WIDTH = 3  # how far above its smallest value a small count must be able to lie: of 1, up to 4
SMALL = "1–4"
SOME = "1+"  # at least one: a larger count that another is hidden behind, or a small one that this hides better
MOST_TRIED = 12  # leaves of a kind that a move may lead to, the ones that cost least
DEARER = 1  # what it costs to say SOME of a cell instead of SMALL
DEAR = (1, 4, 60)  # how much it costs to hide one of a count: inside the table, of a sum, of the total of an area
HIGHER = 4  # how much more it costs where the area has others within it

Cell = tuple[str, ...]
Shown = int | str


@dataclass(frozen=True, eq=False)
class Tree:
    """An attribute: what lies directly above each of its nodes, None for the top."""

    above: Mapping[str, str | None]

    @cached_property
    def below(self):
        """The nodes directly below each that has any."""
        found = defaultdict(list)
        for node, parent in self.above.items():
            if parent is not None:
                found[parent].append(node)
        return dict(found)

    @cached_property
    def leaves(self):
        return tuple(node for node in self.above if node not in self.below)

    @cached_property
    def ways_up(self):
        """Each node with all that lies above it, itself first."""
        return {node: tuple(self._up(node)) for node in self.above}

    def _up(self, node):
        while node is not None:
            yield node
            node = self.above[node]


def flat(values):
    """The tree of values that have nothing above them but their total."""
    return Tree({TOTAL: None, **dict.fromkeys(values, TOTAL)})


def add_up(counts: Mapping[Cell, int], trees):
    """Every cell that is not zero, sums too, from the counts of the leaves."""
    cells = defaultdict(int)
    for leaf, count in counts.items():
        for cell in above(leaf, trees):
            cells[cell] += count
    return dict(cells)


def hide(cells: Mapping[Cell, int], trees, *, coarse_below=0) -> dict[Cell, Shown]:
    """What is shown of each cell.

    :param cells: those that are not zero, as `add_up` gives them
    :param coarse_below: a node of the first attribute that counts fewer tells only its total; neither zero nor anything
        else inside
    """
    hiding = _Hiding(cells, trees, coarse_below)
    for cell in sorted(hiding.hidden, key=lambda one: (cells[one], one)):
        hiding.settle(cell)
    return {cell: hiding.hidden.get(cell, count) for cell, count in cells.items() if hiding.is_told(cell)}


def above(leaf, trees):
    """A cell with every sum that it is part of."""
    return product(*(tree.ways_up[node] for tree, node in zip(trees, leaf, strict=True)))


class _Hiding:
    """What is hidden so far, and how far each hidden cell is known to be able to move, down and up."""

    def __init__(self, cells, trees, coarse_below):
        self.cells, self.trees, self.coarse_below = cells, trees, coarse_below
        self.total = (TOTAL,) * (len(trees) - 1)
        self.hidden = {cell: SMALL for cell, count in cells.items() if count < LEAST and self.is_told(cell)}
        self.reach: dict[Cell, tuple[int, int]] = defaultdict(lambda: (0, 0))
        self.alike = defaultdict(list)  # the leaves that are alike in an attribute; in the first those that are beside
        self.least = defaultdict(set)  # the told cells, not zero, that a cell is the sum of
        for cell in cells:
            if not any(node in tree.below for tree, node in zip(trees, cell, strict=True)):
                for key in self._likeness(cell):
                    self.alike[key].append(cell)
                told = cell if self.is_told(cell) else (cell[0], *self.total)
                for one in above(told, trees):
                    self.least[one].add(told)

    def is_told(self, cell):
        """Whether a cell is told at all, hidden or not."""
        return cell[1:] == self.total or self.cells.get((cell[0], *self.total), 0) >= self.coarse_below

    def settle(self, cell):
        """Hide what the cheapest moves touch that lead a small count to all the values that it must be able to have."""
        count = self.cells[cell]
        self._lead(cell, -1, count - max(1, len(self.least[cell])))
        lowest = count + self.reach[cell][0]
        self._lead(cell, 1, lowest + WIDTH - count)
        if self.reach[cell][1] < lowest + WIDTH - count:
            raise AssertionError(f"no move of {cell} up")  # there always is one: the total of all can be hidden

    def _lead(self, cell, way, far):
        """Moves, one after the other, until a cell has gone far enough in a direction, or no move goes on."""
        if far <= abs(self.reach[cell][way > 0]):
            return
        now: dict[Cell, int] = {}  # how far every cell has gone
        while (left := far - now.get(cell, 0) * way) > 0 and (found := self._cheapest(cell, way, left, now)):
            size, move, touched = found
            self.hidden |= touched
            for one, direction in move:
                now[one] = now.get(one, 0) + direction * way * size
                down, up = self.reach[one]
                self.reach[one] = min(down, now[one]), max(up, now[one])

    def _cheapest(self, cell, way, left, now):
        """The cheapest move of a cell by as much as is left, or as near to that as one goes; None: there is none."""
        for size in range(left, 0, -1):
            cost, best = None, None
            for move in self._moves(cell, way * size, now):
                found, touched = self._cost(move, way * size, now, cost)
                if found is not None:
                    cost, best = found, (size, move, touched)
                if cost == 0:
                    break
            if best:
                return best
        return None

    def _cost(self, move, change, now, least):
        """What a move costs, and what its cells are then shown as; None where it is impossible or costs `least`."""
        cost, touched = 0, {}
        for cell, direction in move:
            then = self._count(cell, now) + direction * change
            if not self._is_possible(cell, then):
                return None, {}
            if self.is_told(cell):
                shown = self.hidden.get(cell)
                touched[cell] = SMALL if shown == SMALL and then < LEAST else SOME
                cost += self._dearness(cell, shown) if touched[cell] != shown else 0
            if least is not None and cost >= least:
                return None, {}
        return cost, touched

    def _count(self, cell, now):
        return self.cells.get(cell, 0) + now.get(cell, 0)

    def _is_possible(self, cell, then):
        """Whether a cell may be so many: where it is told, neither it was zero nor becomes so, and a total stays where
        it says of an area what else is told.
        """
        if not self.is_told(cell):
            return then >= 0
        if cell[1:] == self.total and (then < self.coarse_below) != (self.cells.get(cell, 0) < self.coarse_below):
            return False
        return then > 0 and cell in self.cells

    def _dearness(self, cell, shown):
        if shown:
            return DEARER
        sums = sum(node == TOTAL for node in cell[1:])
        dear = DEAR[-1] if sums == len(cell) - 1 else DEAR[sums]
        return self.cells.get(cell, 0) * dear * (HIGHER if cell[0] in self.trees[0].below else 1)

    def _moves(self, cell, change, now):
        """The moves that touch a cell: its cells, each with the direction in which it changes; the cell's own is up.

        :param change: by how much the cell is to change; leaves that cannot give or take that are left out
        """
        for leaf in self._leaves_below(cell):
            if self._count(leaf, now) + change < self.is_told(leaf):
                continue
            yield from self._swaps(cell, leaf, change, now)
            ways = [tuple(self._ways(index, node, leaf, change, now)) for index, node in enumerate(cell)]
            for chosen in (*product(*ways), *product(ways[0], self._turns(cell, leaf))):
                yield [(_flat(step), prod(sign for _, sign in step)) for step in product(*chosen)]

    def _turns(self, cell, leaf):
        """The moves in all attributes but the first at once, from one leaf to another."""
        own = set(above(leaf[1:], self.trees[1:]))
        for other in product(*(tree.leaves for tree in self.trees[1:])):
            theirs = set(above(other, self.trees[1:]))
            if cell[1:] not in theirs:
                yield (*((one, 1) for one in own - theirs), *((one, -1) for one in theirs - own))

    def _leaves_below(self, cell) -> Iterator[Cell]:
        """The leaves that are not zero and of which a cell is the sum; itself where it is one."""
        for index, node in enumerate(cell):
            if node in self.trees[index].below:
                for one in self.trees[index].below[node]:
                    child = (*cell[:index], one, *cell[index + 1:])
                    if child in self.cells:
                        yield from self._leaves_below(child)
                return
        yield cell

    def _swaps(self, cell, leaf, change, now):
        """The moves that put one from a leaf that is alike into one below a cell."""
        own = set(above(leaf, self.trees))
        for key in self._likeness(leaf):
            able = (one for one in self.alike[key] if self._count(one, now) - change >= self.is_told(one))
            for other in nsmallest(MOST_TRIED, able, key=lambda one: self._price(one, leaf)):
                theirs = set(above(other, self.trees))
                if cell not in theirs:
                    yield [*((one, 1) for one in own - theirs), *((one, -1) for one in theirs - own)]

    def _ways(self, index, node, leaf, change, now):
        """The moves along one attribute that touch a node: from another leaf, the rest being equal, and from outside.
        """
        tree = self.trees[index]
        own = tree.ways_up[leaf[index]]
        beside = [other for one in tree.leaves if node not in tree.ways_up[one]
                  and (other := (*leaf[:index], one, *leaf[index + 1:])) in self.cells
                  and self._count(other, now) - change >= self.is_told(other)]
        for other in nsmallest(MOST_TRIED, beside, key=lambda one: self._price(one, leaf)):
            theirs = tree.ways_up[other[index]]
            yield (*((one, 1) for one in own if one not in theirs), *((one, -1) for one in theirs if one not in own))
        yield tuple((one, 1) for one in own)

    def _likeness(self, leaf):
        yield 0, self.trees[0].above[leaf[0]]
        yield from enumerate(leaf[1:], start=1)

    def _price(self, other, leaf):
        """What to try first: what lies beside a leaf, and costs little to hide."""
        is_far = self.trees[0].above[other[0]] != self.trees[0].above[leaf[0]]
        return is_far, 0 if other in self.hidden else self.cells[other]


def _flat(step):
    """The cell of one node of each attribute, or of one of the first and several of the others."""
    return sum(((node,) if isinstance(node, str) else node for node, _ in step), ())
