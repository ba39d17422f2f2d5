"""Hides small counts of a table so that nothing which is shown, subtracted, tells one of them.

A table counts by several attributes at once, each a tree: a municipality lies in a region, a need group in all of
them. Every sum is a cell as well. A count from 1 to 4 is shown as SMALL; others are hidden with it, as SOME, until for
every hidden cell there is a *move*: a change of hidden cells alone, by one each, after which every sum still holds and
every cell is still what is shown of it. Nobody can tell the table from the one after the move, so no hidden cell has a
single possible value. Zero is shown as it is, and no move touches it.

A move puts one from another leaf into a leaf; or goes, attribute by attribute, to another leaf or in from outside,
which all that lies above the leaf follows. There always is one, up to the total of all.
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


def hide(cells: Mapping[Cell, int], trees, *, coarse=frozenset()) -> dict[Cell, Shown]:
    """What is shown of each cell.

    :param cells: those that are not zero, as `add_up` gives them
    :param coarse: nodes of the first attribute of which only the total is told; neither zero nor anything else inside
    """
    hiding = _Hiding(cells, trees, coarse)
    for cell in sorted(hiding.hidden, key=lambda one: (cells[one], one)):
        if cell not in hiding.moved:
            hiding.settle(cell)
    return {cell: hiding.hidden.get(cell, count) for cell, count in cells.items() if hiding.is_told(cell)}


def above(leaf, trees):
    """A cell with every sum that it is part of."""
    return product(*(tree.ways_up[node] for tree, node in zip(trees, leaf, strict=True)))


class _Hiding:
    """What is hidden so far, and the hidden cells that are known to have a move."""

    def __init__(self, cells, trees, coarse):
        self.cells, self.trees, self.coarse = cells, trees, coarse
        self.hidden = {cell: SMALL for cell, count in cells.items() if count < LEAST and self.is_told(cell)}
        self.moved: set[Cell] = set()
        self.alike = defaultdict(list)  # the leaves that are alike in an attribute; in the first those that are beside
        for cell in cells:
            if not any(node in tree.below for tree, node in zip(trees, cell, strict=True)):
                for key in self._likeness(cell):
                    self.alike[key].append(cell)

    def is_told(self, cell):
        """Whether a cell is told at all, hidden or not."""
        return cell[0] not in self.coarse or all(node == TOTAL for node in cell[1:])

    def settle(self, cell):
        """Hide what the cheapest move of a cell touches."""
        cost, best = None, {}
        for move in self._moves(cell):
            for sign in (1, -1):
                found, touched = self._cost(move, sign, cost)
                if found is not None:
                    cost, best = found, touched
            if cost == 0:
                break
        self.hidden |= best
        self.moved |= best.keys()

    def _cost(self, move, sign, least):
        """What a move costs, and what its cells are then shown as; None where it is impossible or costs `least`."""
        cost, touched = 0, {}
        for cell, direction in move:
            then = self.cells.get(cell, 0) + direction * sign
            if self.is_told(cell):
                shown = self.hidden.get(cell)
                touched[cell] = SMALL if shown == SMALL and then < LEAST else SOME
                cost += self._dearness(cell, shown) if touched[cell] != shown else 0
            if not self._is_possible(cell, then) or (least is not None and cost >= least):
                return None, {}
        return cost, touched

    def _is_possible(self, cell, then):
        """Whether a cell may be so many: where it is told, neither it was zero nor becomes so."""
        return bool(then and cell in self.cells) if self.is_told(cell) else then >= 0

    def _dearness(self, cell, shown):
        if shown:
            return DEARER
        sums = sum(node == TOTAL for node in cell[1:])
        dear = DEAR[-1] if sums == len(cell) - 1 else DEAR[sums]
        return self.cells.get(cell, 0) * dear * (HIGHER if cell[0] in self.trees[0].below else 1)

    def _moves(self, cell):
        """The moves that touch a cell: its cells, each with the direction in which it changes."""
        for leaf in self._leaves_below(cell):
            yield from self._swaps(cell, leaf)
            ways = [tuple(self._ways(index, node, leaf)) for index, node in enumerate(cell)]
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

    def _swaps(self, cell, leaf):
        """The moves that put one from a leaf that is alike into one below a cell."""
        own = set(above(leaf, self.trees))
        for key in self._likeness(leaf):
            for other in nsmallest(MOST_TRIED, self.alike[key], key=lambda one: self._price(one, leaf)):
                theirs = set(above(other, self.trees))
                if cell not in theirs:
                    yield [*((one, 1) for one in own - theirs), *((one, -1) for one in theirs - own)]

    def _ways(self, index, node, leaf):
        """The moves along one attribute that touch a node: from another leaf, the rest being equal, and from outside.
        """
        tree = self.trees[index]
        own = tree.ways_up[leaf[index]]
        beside = [other for one in tree.leaves if node not in tree.ways_up[one]
                  and (other := (*leaf[:index], one, *leaf[index + 1:])) in self.cells]
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
