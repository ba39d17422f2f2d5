"""What a referral shows by what it holds: an item that is required only where something was tried says that it was.

The rules say which items those are. Whoever ticks one need not say the same once more as an answer.
"""

from directory.editions import Edition, Memory
from directory.rules import Case
from directory.rules.model import TRIED, YES

_SHOWN = Memory()


def shown_by(edition: Edition, case: Case, items):
    """The inputs that a referral shows by the items that it holds, with their values.

    :param items: ids
    """
    area = edition.ruleset.areas[case.area]
    known = _SHOWN.of(edition, area.id, lambda: shown_by_items(area))
    return {flag: YES for one in items for flag in known.get(one, ())}


def shown_by_items(area):
    """By item the flags that are set wherever a rule of an area requires it; items that show nothing are left out."""
    found: dict[str, frozenset[str]] = {}
    for row in _rows(area):
        tried = frozenset(name for name, one in row.when.values.items() if name.startswith(TRIED) and one == {YES})
        for item in row.rule.requires:
            found[item.id] = found.get(item.id, tried) & tried
    return {item: flags for item, flags in found.items() if flags}


def _rows(area):
    return (row for spans in area.needs.values() for span in spans for table in span.tables.values()
            for row in table.rows if row.mask)
