"""second-method: two methods that share nothing but the model come to the same proof.

The first method counts on grids of bits; the second (second.py) on boxes and volumes, from the layers alone. For every
need, area and stretch of days they must agree on how many cases nobody receives, how many two rules receive, how much
each unit receives at each stage, and every chain of units. Where they disagree, neither is believed.

To mend: this is a fault in the program, not in the rules; report it. So no rule files can show a bad example: the test
of this manual shows one with a table that has lost a row.

Good::

    format: one-way-in/1
    layer: nation
    id: land
    inputs: {need: [sleep], level: [base], age: 0-17}
    units: {clinic: {name: Clinic, acute: yes}}
    safety: [{id: S1, to: clinic, because: The clinic has somebody on call}]
    rules: [{id: A1, to: clinic, because: The clinic sees every child}]
"""

from collections import defaultdict
from datetime import date
from itertools import combinations
from weakref import WeakKeyDictionary

from directory.findings import ERROR, Finding, names, say
from directory.rules.model import AGE
from directory.rules.second import AGAIN, Tally, Walker

NAME = "second-method"
_WALKERS: WeakKeyDictionary = WeakKeyDictionary()  # by view
_COUNTED: WeakKeyDictionary = WeakKeyDictionary()  # by table, for areas share most of theirs


def compare(views):
    """A finding for each flow of an area on which the two methods disagree, whatever they disagree on.

    :param views: the views by area id, parents before children
    """
    for view in views.values():
        walker = _walker_of(view)
        for spans, flow in view.all_flows:
            wrong = [need for need, span in spans.items() if _differs(walker, need, span)]
            day = _inside(next(iter(spans.values())).days)
            ours = frozenset().union(*(walker.chains(need, day) for need in spans))
            theirs = frozenset(tuple(stop.holder for stop in chain.stops) + (AGAIN,) * chain.back
                               for chain in flow.chains)
            if wrong or ours != theirs:
                message = say("The two methods of proof disagree on %(needs)s in %(area)s.",
                              needs=names(wrong or spans), area=view.area.id)
                hint = say("This is a fault in the program, not in the rules: report it. Nothing is proved until it is "
                           "mended.")
                yield Finding(NAME, ERROR, view.layer.place.file, view.layer.place.line, message, hint,
                              tuple(wrong or spans), view.area.id)


def _walker_of(view):
    """The walker of a view's area; it shares with the one above what no overlay can change."""
    if view not in _WALKERS:
        _WALKERS[view] = Walker(view.base, view.area, _walker_of(view.parent) if view.parent else None)
    return _WALKERS[view]


def _differs(walker, need, span):
    days = {_inside(span.days), *(day for day in walker.days(need) if span.days.holds(day))}
    theirs = of_first_method(span)
    return any(walker.tally(need, day) != theirs for day in days)


def _inside(days):
    return days.first or days.last or date.min


def of_first_method(span):
    """The count from the first method's tables."""
    tallies = []
    for table in span.tables.values():
        if table not in _COUNTED:
            _COUNTED[table] = _count(table)
        tallies.append(_COUNTED[table])
    return Tally(sum(one.uncovered for one in tallies), sum(one.doubled for one in tallies),
                 frozenset().union(*(one.received for one in tallies)))


def _count(table):
    months, seen, received = _months_of(table.grid), 0, defaultdict(int)
    for row in table.rows:
        received[row.holder] += months(row.mask)
        seen |= row.mask
    twice = sum(months(one.mask & other.mask) for one, other in combinations(table.rows, 2) if one.mask & other.mask)
    return Tally(months(table.universe & ~seen), twice,
                 frozenset((table.stage, holder, volume) for holder, volume in received.items() if volume))


def _months_of(grid):
    """What gives the months of age, times combinations, of a set on a grid."""
    bounds, masks = [*grid.firsts[1:], grid.ages.last + 1], grid.axes[AGE].masks
    lengths = [(masks[first], (end - first) * grid.rest) for first, end in zip(grid.firsts, bounds, strict=True)]
    return lambda mask: sum((mask & bits).bit_count() * length for bits, length in lengths) if mask else 0
