"""ages: a rule sends no child to a unit that does not take its age."""

from directory.findings import say
from directory.rules.model import AGE

NAME = "ages"


def check(view):
    told = set()
    for need, span, table, row in view.rows():
        unit = view.area.units.get(row.rule.to)
        if unit is None or unit.ages is None or row.rule in told:
            continue
        outside = row.mask
        for first, bits in table.grid.axes[AGE].masks.items():
            if table.grid.stretch([first]).within(unit.ages):
                outside &= ~bits
        if outside:
            told.add(row.rule)
            yield view.finding(
                NAME, row.rule.place, say("Rule %(id)s sends ages to %(unit)s that it does not take; it takes %(ages)s.",
                                          id=row.rule.id, unit=unit.id, ages=str(unit.ages)),
                hint=say("Narrow the ages of the rule, or send those ages to another unit."),
                ids=(row.rule.id, unit.id), witness=view.witness(need, table.grid, outside, span))
