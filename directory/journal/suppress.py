"""What is told of counts, so that whoever has this program learns of a small one only that it is one of four numbers.

A block is a table of its own: what is counted in a region in a quarter. A count from 1 to 4 is told as that, whatever
it is, and a larger one as it is. Of the k small counts of a block the sum is told too where it lies from k + 3 to
4k - 3: there each of them can still be 1, 2, 3 and 4, whatever the block. Where it does not, nothing is told of it, and
each can be all four again: one is v and the others are 1, or all are 4. What else is told of the block follows from
this alone: the least and the most that a sum of its cells can be. So a block in which one small count is another looks
the same, to the letter, and each sum of some small counts has four values at least. `tests/journal/test_suppress.py`
plays it through as an onlooker would.

Zero is told as it is. Blocks know nothing of each other: a sum over several adds up what is told of each.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product

TOTAL = "*"
LEAST = 5  # the smallest count that is told as it is
MOST = LEAST - 1  # the largest small count
WIDTH = MOST - 1  # how far the values of a small count lie apart
SMALL = "1–4"

Cell = tuple[str, ...]
Shown = int | str  # "7–16": from 7 to 16


@dataclass(frozen=True, slots=True)
class Between:
    """What can be known of a count: the `least` and the `most` that it is."""

    least: int
    most: int

    @property
    def is_exact(self):
        return self.least == self.most

    @property
    def shown(self):
        """The count as it is told, the same where it is stored, in the file and on pages."""
        return self.least if self.is_exact else f"{self.least}–{self.most}"


def told_of(counts: Mapping[Cell, int]) -> dict[Cell, Between]:
    """What is told of a block: of each cell, and of each sum of cells, with TOTAL for what is added up.

    :param counts: of the cells that no other is part of; none is zero
    """
    small = [count for count in counts.values() if count < LEAST]
    low, high = _told_sum(len(small), sum(small))
    large, hidden = defaultdict(int), defaultdict(int)
    for cell, count in counts.items():
        for one in product(*((key, TOTAL) for key in cell)):
            large[one] += count if count >= LEAST else 0
            hidden[one] += count < LEAST
    return {one: Between(large[one] + max(inside, low - MOST * (len(small) - inside)),
                         large[one] + min(MOST * inside, high - (len(small) - inside)))
            for one, inside in hidden.items()}


def _told_sum(number, total):
    """The least and the most that so many small counts can be together, by what is told of them."""
    if number + WIDTH <= total <= MOST * number - WIDTH:
        return total, total
    return number, MOST * number


def added(blocks: Iterable[Mapping[Cell, Between]]) -> dict[Cell, Between]:
    """What is told of several blocks together."""
    least, most = defaultdict(int), defaultdict(int)
    for block in blocks:
        for cell, one in block.items():
            least[cell] += one.least
            most[cell] += one.most
    return {cell: Between(least[cell], most[cell]) for cell in least}


def least_of(shown: Shown):
    """The least that a count is, by how it is told."""
    return shown if isinstance(shown, int) else int(shown.split("–")[0])
