"""Fitness: the receiver is made for the question.

The catalogue's record of the receiver receives that need, takes that age and works at that level; otherwise the rule says
why in `exception`. Units of level akut and myndighet fit all levels. Safety, protection and deadlock are free of the level,
and so is a rule conditioned on a tried flag that is no or a fact that is unknown: there the base level comes first.
"""

from directory.findings import say
from directory.rules.model import AGE, FACTS, LEVEL, NO, RULES, TRIED, UNKNOWN

NAME = "Fitness"
ANY_LEVEL = frozenset({"akut", "myndighet"})  # levels of the catalogue that fit every level of a case


def check(view):
    if view.knowledge is None:
        return
    told = set()
    for need, span, table, row in view.rows():
        rule, unit = row.rule, view.area.units.get(row.rule.to)
        if rule in told or rule.exception or rule.opens or (unit and unit.process):
            continue
        record = _record(view, rule.to)
        fault = _no_record(rule) if record is None else _unfit(row, need, table, record)
        if fault:
            told.add(rule)
            message, misfit = fault
            yield view.finding(
                NAME, rule.place, message, ids=(rule.id, rule.to), witness=view.witness(need, table.grid, misfit or row.mask, span),
                hint=say("Send it elsewhere, correct the unit's record, or say why in exception."))


def _record(view, kind):
    """The catalogue's record of a kind, or of the kind it is a kind of."""
    unit = view.area.units.get(kind)
    return view.knowledge.records.get(kind) or (view.knowledge.records.get(unit.kind_of) if unit and unit.kind_of else None)


def _no_record(rule):
    return say("Rule %(id)s sends to %(unit)s, of which the catalogue has no record.", id=rule.id, unit=rule.to), 0


def _unfit(row, need, table, record):
    rule = row.rule
    if need not in record.receives:
        return say("Rule %(id)s sends %(need)s to %(unit)s, which does not receive it.", id=rule.id, need=need, unit=rule.to), 0
    outside = row.mask
    for first, bits in table.grid.axes[AGE].masks.items():
        if table.grid.stretch([first]).within(record.ages):
            outside &= ~bits
    if outside:
        return say("Rule %(id)s sends ages to %(unit)s that its record does not take (%(ages)s).", id=rule.id, unit=rule.to,
                   ages=str(record.ages)), outside
    if table.stage != RULES or record.levels & ANY_LEVEL or _base_first(row):
        return None
    return _wrong_level(row, table, record)


def _wrong_level(row, table, record):
    axis = table.grid.axes.get(LEVEL)
    for level in axis.values if axis else sorted(table.grid.left_out[LEVEL]):
        part = row.mask & axis.masks[level] if axis else row.mask
        if part and level not in record.levels:
            return say("Rule %(id)s sends level %(level)s to %(unit)s, which works at %(levels)s.", id=row.rule.id, level=level,
                       unit=row.rule.to, levels=", ".join(sorted(record.levels))), part
    return None


def _base_first(row):
    """Whether the rule holds only until something has been tried or found out."""
    return any(name.startswith(TRIED) and values == {NO} or name.startswith(FACTS) and UNKNOWN in values
               for name, values in row.when.values.items())
