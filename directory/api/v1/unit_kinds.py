"""The kinds of unit that a field may name: those that can hold a question, in any area or in one."""

from directory.api.fields import Word
from directory.editions import Memory
from directory.rules.model import MEETING

_KINDS = Memory()


def kinds_in(edition, area):
    """The ids of the kinds of unit that can hold a question in an area with rules."""
    return tuple(one.id for one in edition.ruleset.areas[area].units.values()
                 if not one.process and one.id != MEETING)


def all_kinds(edition):
    """Those of every area, each once."""
    def found():
        return tuple(dict.fromkeys(kind for area in edition.ruleset.areas for kind in kinds_in(edition, area)))
    return _KINDS.of(edition, "kinds", found)


def unit_field(name, about):
    """A field that names a kind of unit, or none."""
    return Word(name, about, "", known=all_kinds)
