"""What a referral shows by what it holds: items that are required only where something was tried say that it was.

The rules say which items those are. It takes all of them that the rule asks for, and never speaks against an answer.
"""

from collections.abc import Collection

from directory.editions import Edition, Memory
from directory.rules import Case, decide
from directory.rules.model import TRIED, YES

_SHOWN, _PROOFS = Memory(), Memory()


def shown_by(edition: Edition, case: Case, items: Collection[str], *, said: Collection[str] = ()):
    """The inputs that a referral shows by the items that it holds, with their values.

    :param items: ids
    :param said: the inputs that somebody has answered, which are left as they are
    """
    return {flag: YES for flag in _proved(edition, case, items) if flag not in said}


def contradicted(edition: Edition, case: Case, items: Collection[str], *, said: Collection[str]):
    """The inputs that somebody has answered against what the items show."""
    return tuple(flag for flag in _proved(edition, case, items) if flag in said and case.values[flag] != YES)


def _proved(edition, case, items):
    """The flags that some rule asks for, all of whose showing items are there, and which decides where they are set."""
    if not items:
        return ()
    area = edition.ruleset.areas[case.area]
    shown = _SHOWN.of(edition, area.id, lambda: shown_by_items(area))
    known = _PROOFS.of(edition, (area.id, case.need, case.on), lambda: tuple(_proofs(area, case, shown)))
    there = [(rule, flags) for rule, flags, needed in known if needed <= set(items)]
    found = [flags for rule, flags in there if _decides(edition, case, rule, flags)]
    return dict.fromkeys(flag for flags in found for flag in sorted(flags))


def _decides(edition, case, rule, flags):
    row = decide(edition.ruleset, case.but(dict.fromkeys(flags, YES))).row
    return row is not None and row.rule.id == rule


def _proofs(area, case, shown):
    """Rules for a need: the id, the flags that must be set, and the items that show that they are."""
    for table in area.span(case.need, case.on).tables.values():
        for rule, flags in {row.rule.id: (row.rule, _flags(row)) for row in table.rows if row.mask}.values():
            needed = frozenset(item.id for item in rule.requires if shown.get(item.id, frozenset()) & flags)
            if needed:
                yield rule.id, frozenset.union(*(shown[one] for one in needed)) & flags, needed


def shown_by_items(area):
    """By item the flags that are set wherever a rule of an area requires it; items that show nothing are left out."""
    found: dict[str, frozenset[str]] = {}
    for row in _rows(area):
        flags = _flags(row)
        for item in row.rule.requires:
            found[item.id] = found.get(item.id, flags) & flags
    return {item: flags for item, flags in found.items() if flags}


def _flags(row):
    """What must have been tried for a row to decide."""
    return frozenset(name for name, one in row.when.values.items() if name.startswith(TRIED) and one == {YES})


def _rows(area):
    return (row for spans in area.needs.values() for span in spans for table in span.tables.values()
            for row in table.rows if row.mask)
