"""The picture of who sends to whom: senders on the left, receivers on the right, a band between for each pair."""

from dataclasses import dataclass

WIDTH, LEFT, RIGHT = 720, 230, 490  # of the drawing, and where the bands begin and end; in the units of the drawing
TALLEST, SMALLEST = 300, 5  # of all bands together, and of the thinnest
GAP, LEAST_ROOM = 10, 24  # between units, and the room that a name takes
MOST = 12  # bands: more cannot be told apart, and stand in the table


@dataclass(frozen=True, slots=True)
class Band:
    """A pair: the path of its middle line, how thick it is, and its words for whoever points at it."""

    path: str
    thick: int
    words: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A unit: its name, the top of its bar and how high that is."""

    name: str
    top: int
    height: int


@dataclass(frozen=True, slots=True)
class Flow:
    width: int
    height: int
    left: int
    right: int
    senders: tuple[Bar, ...]
    receivers: tuple[Bar, ...]
    bands: tuple[Band, ...]


def flow_of(pairs):
    """The picture of some pairs, or None where there are none.

    :param pairs: of each the sender's name, the receiver's, how often, and the words of that; most first
    """
    pairs = tuple(pairs)[:MOST]
    if not pairs:
        return None
    scale = TALLEST / sum(count for _, _, count, _ in pairs)
    thick = [max(SMALLEST, round(count * scale)) for _, _, count, _ in pairs]
    senders, starts = _side([pair[0] for pair in pairs], thick)
    receivers, ends = _side([pair[1] for pair in pairs], thick)
    bands = tuple(Band(_path(start, end), one, f"{pair[0]} → {pair[1]}: {pair[3]}")
                  for start, end, one, pair in zip(starts, ends, thick, pairs, strict=True))
    height = max(side[-1].top + max(side[-1].height, LEAST_ROOM) for side in (senders, receivers)) + GAP
    return Flow(WIDTH, height, LEFT, RIGHT, senders, receivers, bands)


def _side(names, thick):
    """The bars of one side, and where the middle of each band meets its bar."""
    bars, middles, top = [], {}, GAP
    for name in dict.fromkeys(names):
        mine = [index for index, other in enumerate(names) if other == name]
        at = top
        for index in mine:
            middles[index] = at + thick[index] // 2
            at += thick[index]
        bars.append(Bar(name, top, at - top))
        top += max(at - top, LEAST_ROOM) + GAP
    return tuple(bars), [middles[index] for index in range(len(names))]


def _path(start, end):
    middle = (LEFT + RIGHT) // 2
    return f"M{LEFT},{start} C{middle},{start} {middle},{end} {RIGHT},{end}"
