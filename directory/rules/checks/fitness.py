"""Fitness: the receiver is made for the question.

The catalogue's record of the receiver receives that need, takes that age and works at that level; otherwise the rule
says why in `exception`. Units of level akut and myndighet fit all levels. Safety, protection and deadlock are free of
the level, and so is a rule conditioned on a tried flag that is no or a fact that is unknown: there the base level comes
first. Without a catalogue this is not proved.

To mend: send the case elsewhere, correct the unit's record, or say why in `exception`.

Good::

    format: one-way-in/1
    layer: nation
    id: land
    inputs: {need: [sleep], level: [base], age: 0-17}
    units: {clinic: {name: Clinic, acute: yes}}
    safety: [{id: S1, to: clinic, because: The clinic has somebody on call}]
    rules: [{id: A1, to: clinic, because: The clinic sees every child}]

    # file: catalogue
    clinic: {ages: 0-17, levels: [base], receives: [sleep], access: [self]}

Bad::

    format: one-way-in/1
    layer: nation
    id: land
    inputs: {need: [sleep], level: [base], age: 0-17}
    units: {clinic: {name: Clinic, acute: yes}}
    safety: [{id: S1, to: clinic, because: The clinic has somebody on call}]
    rules: [{id: A1, to: clinic, because: The clinic sees every child}]

    # file: catalogue
    clinic: {ages: 0-17, levels: [base], receives: [eating], access: [self]}
"""

from directory.findings import say
from directory.rules.model import FACTS, LEVEL, NO, RULES, TRIED, UNKNOWN

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
            message, misfit, ages = fault
            witness = view.witness(need, table.grid, misfit or row.mask, span)
            if ages:
                witness = view.witness_outside(need, table.grid, misfit, span, ages)
            yield view.finding(
                NAME, rule.place, message, ids=(rule.id, rule.to), witness=witness,
                hint=say("Send it elsewhere, correct the unit's record, or say why in exception."))


def _record(view, kind):
    """The catalogue's record of a kind, or of the kind it is a kind of."""
    unit = view.area.units.get(kind)
    records = view.knowledge.records
    return records.get(kind) or (records.get(unit.kind_of) if unit and unit.kind_of else None)


def _no_record(rule):
    return say("Rule %(id)s sends to %(unit)s, of which the catalogue has no record.", id=rule.id,
               unit=rule.to), 0, None


def _unfit(row, need, table, record):
    rule = row.rule
    if need not in record.receives:
        return say("Rule %(id)s sends %(need)s to %(unit)s, which does not receive it.", id=rule.id, need=need,
                   unit=rule.to), 0, None
    outside = table.grid.outside(row.mask, record.ages)
    if outside:
        return say("Rule %(id)s sends ages to %(unit)s that its record does not take (%(ages)s).", id=rule.id,
                   unit=rule.to,
                   ages=str(record.ages)), outside, record.ages
    if table.stage != RULES or record.levels & ANY_LEVEL or _base_first(row):
        return None
    return _wrong_level(row, table, record)


def _wrong_level(row, table, record):
    axis = table.grid.axes.get(LEVEL)
    for level in axis.values if axis else sorted(table.grid.left_out[LEVEL]):
        part = row.mask & axis.masks[level] if axis else row.mask
        if part and level not in record.levels:
            return say("Rule %(id)s sends level %(level)s to %(unit)s, which works at %(levels)s.", id=row.rule.id,
                       level=level,
                       unit=row.rule.to, levels=", ".join(sorted(record.levels))), part, None
    return None


def _base_first(row):
    """Whether the rule holds only until something has been tried or found out."""
    return any(name.startswith(TRIED) and values == {NO} or name.startswith(FACTS) and UNKNOWN in values
               for name, values in row.when.values.items())
