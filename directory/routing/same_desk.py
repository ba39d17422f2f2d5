"""Whether two kinds of unit are one desk in an area, so that a question that goes between them goes nowhere.

The rule files say it: `same_desk` of a layer, such as a school and its pupil health in the whole country, or one unit
that both are bound to.
"""

from collections.abc import Callable, Iterable

from directory.editions import Edition, Memory
from directory.routing.journey import area_with_rules
from directory.rules.desks import Desks, desks_of

_DESKS = Memory(most=1_024)


def same_desk(edition: Edition, area) -> Callable[[str, str], bool]:
    """A function that says it of two kinds of unit; for an area that is not known only the same kind is one desk."""
    return _DESKS.of(edition, area, lambda: _in_area(edition, area_with_rules(edition, area)))


def _in_area(edition, ruled):
    return one_desk(desks_of(edition.ruleset.areas[ruled])) if ruled else str.__eq__


def one_of_each_desk(kinds: Iterable[str], alike: Callable[[str, str], bool]):
    """Kinds of unit without those that are one desk with an earlier one."""
    found: list[str] = []
    for kind in kinds:
        if not any(alike(kind, one) for one in found):
            found.append(kind)
    return tuple(found)


def one_desk(desks: Desks) -> Callable[[str, str], bool]:
    """A function that says it of two kinds of unit in an area with rules, whose desks are known."""
    return lambda one, other: desks.of(one) == desks.of(other)
