"""T: every case has exactly one matching rule.

The whole proof rests on this. A case that no rule matches is a child that nobody receives; a case that two rules match
is a child that is sent to two places, or to neither. The finding on a gap names a case that falls into it and the row
that would close it; the finding on an overlap names a case that both rules take. A rule whose cases are all taken by
others is said to be hidden, with all that hide it.
"""

from collections import defaultdict

from directory.ages import Ages
from directory.findings import names, say
from directory.rules.model import AGE, NEED, STAGES, Place

NAME = "T"
MOST_BOXES = 4  # gaps told of in one table; the first ones to mend are enough


def check(view):
    yield from _gaps(view)
    yield from _overlaps(view)


def _gaps(view):
    """Gaps of the same form in several needs are one finding."""
    found = defaultdict(list)
    for need, span in view.spans:
        for stage in STAGES:
            table = span.tables[stage]
            left = table.universe & ~_union(table.rows)
            for _ in range(MOST_BOXES):
                if not left:
                    break
                bit = (left & -left).bit_length() - 1
                box = table.grid.box_around(bit, left)
                key = (stage, span.days, tuple((name, tuple(values)) for name, values in box.items()))
                found[key].append((need, span, table, left & -left))
                left &= ~table.grid.box_mask(box)
    for (stage, days, box), places in found.items():
        yield _gap(view, stage, days, dict(box), places)


def _gap(view, stage, days, box, places):
    need, span, table, bit = places[0]
    needs = [one[0] for one in places]
    row = _row(stage, needs, box, table.grid, days)
    cells = sum(place[2].grid.cells(table.grid.box_mask(box)) for place in places)
    near = _neighbours(table, bit)
    place = near[0].rule.place if near else view.layer.place
    return view.finding(
        NAME, Place(place.file, place.line),
        say("No rule in %(stage)s matches %(cells)s cases of %(needs)s.", stage=stage, cells=cells, needs=names(needs)),
        hint=say("Add this row, with the unit that shall take them: %(row)s", row=row),
        ids=tuple(one.rule.id for one in near), witness=view.witness(need, table.grid, bit, span), suggestion=row,
    )


def _neighbours(table, bit):
    """The rows that match a case which differs from this one in one input."""
    found, at = [], bit.bit_length() - 1
    case = table.grid.case_at(at)
    for axis in table.grid.axes.values():
        here = axis.values.index(case[axis.name])
        for index in range(len(axis.values)):
            other = 1 << at + (index - here) * axis.stride
            found += [row for row in table.rows if row.mask & other and row not in found]
    return found


def _row(stage, needs, box, grid, days):
    """The row that would close a gap, as it is written in a rule file."""
    when = {NEED: needs}
    for name, values in box.items():
        if name == AGE:
            ages = grid.stretch(values)
            if ages != grid.ages:
                when[AGE] = [str(Ages(ages.first, ages.last))]
        elif len(values) < len(grid.axes[name].values) or name == "level":
            group, _, key = name.partition(".")
            when.setdefault(group, {} if key else values)
            if key:
                when[group][key] = values
    parts = ", ".join(f"{name}: {_show(value)}" for name, value in when.items())
    valid = ", ".join(f"{key}: {day}" for key, day in (("from", days.first), ("to", days.last)) if day)
    return f"{{id: …, when: {{{parts}}}, to: …, because: …{', valid: {' + valid + '}' if valid else ''}}}"


def _show(value):
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_show(inner)}" for key, inner in value.items()) + "}"
    return value[0] if len(value) == 1 else "[" + ", ".join(value) + "]"


def _overlaps(view):
    found, hidden = defaultdict(list), {}
    for need, span in view.spans:
        for table in span.tables.values():
            twice = _twice(table.rows)
            rows = [row for row in table.rows if row.mask & twice]
            taken = set()
            for row in reversed(rows):
                others = [one for one in rows if one is not row and one.mask & row.mask and one not in taken]
                if others and not row.mask & ~_union(others):
                    taken.add(row)
                    key = tuple(sorted({row.rule.id, *(one.rule.id for one in others)}))
                    hidden[key] = row.rule
                    found[key].append((need, span, table, row.mask))
            for index, one in enumerate(rows):
                for other in rows[index + 1:]:
                    if one.mask & other.mask and one not in taken and other not in taken:
                        key = tuple(sorted((one.rule.id, other.rule.id)))
                        found[key].append((need, span, table, one.mask & other.mask))
    rules = {row.rule.id: row.rule for _, _, _, row in view.rows()}
    for ids, places in found.items():
        yield _overlap(view, ids, places, rules, hidden.get(ids))


def _overlap(view, ids, places, rules, hidden):
    need, span, table, mask = places[0]
    needs = names(dict.fromkeys(place[0] for place in places))
    rule = hidden or max((rules[one] for one in ids), key=lambda one: (one.place.file, one.place.line))
    if hidden:
        message = say("Rule %(id)s never decides alone: all its cases of %(needs)s are also taken by %(others)s.",
                      id=hidden.id, needs=needs, others=names(one for one in ids if one != hidden.id))
    else:
        message = say("The rules %(ids)s match the same cases of %(needs)s.", ids=names(ids), needs=needs)
    return view.finding(NAME, rule.place, message, ids=ids, witness=view.witness(need, table.grid, mask, span),
                        hint=say("Narrow one of them (level, age, tried or facts) so that only one takes the case."))


def _union(rows):
    found = 0
    for row in rows:
        found |= row.mask
    return found


def _twice(rows):
    seen = twice = 0
    for row in rows:
        twice |= seen & row.mask
        seen |= row.mask
    return twice
