"""Whether two kinds of unit are one desk in an area, so that a question that goes between them goes nowhere."""

from collections.abc import Callable

from directory.editions import Edition, Memory
from directory.routing.journey import area_with_rules
from directory.rules.desks import Desks, desks_of
from directory.rules.tables import Area

SCHOOL = "school"  # whose unit is the child's own school: a school and its pupil health are one to whoever asks
_DESKS = Memory()


def same_desk(edition: Edition, area) -> Callable[[str, str], bool]:
    """A function that says it of two kinds of unit; for an area that is not known only the same kind is one desk."""
    ruled = area_with_rules(edition, area)
    if ruled is None:
        return lambda one, other: one == other
    here = edition.ruleset.areas[ruled]
    return one_desk(here, _DESKS.of(edition, ruled, lambda: desks_of(here)))


def one_desk(area: Area, desks: Desks) -> Callable[[str, str], bool]:
    """A function that says it of two kinds of unit in an area with rules, whose desks are known."""
    binds = area.binds

    def one_school(*kinds):
        found = [set(binds[kind].units) for kind in kinds if kind in binds and binds[kind].own == SCHOOL]
        return len(found) == len(kinds) and bool(set.intersection(*found))

    return lambda one, other: desks.of(one) == desks.of(other) or one_school(one, other)
