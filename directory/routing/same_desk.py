"""Whether two kinds of unit are one desk in an area, so that a question that goes between them goes nowhere.

The rule files say it: `same_desk` of a layer, such as a school and its pupil health in the whole country, or one unit
that both are bound to.
"""

from collections.abc import Callable

from directory.editions import Edition, Memory
from directory.routing.journey import area_with_rules
from directory.rules.desks import Desks, desks_of

_DESKS = Memory()


def same_desk(edition: Edition, area) -> Callable[[str, str], bool]:
    """A function that says it of two kinds of unit; for an area that is not known only the same kind is one desk."""
    ruled = area_with_rules(edition, area)
    if ruled is None:
        return lambda one, other: one == other
    return _DESKS.of(edition, ruled, lambda: one_desk(desks_of(edition.ruleset.areas[ruled])))


def one_desk(desks: Desks) -> Callable[[str, str], bool]:
    """A function that says it of two kinds of unit in an area with rules, whose desks are known."""
    return lambda one, other: desks.of(one) == desks.of(other)
