"""T: every case has exactly one matching rule.

The whole proof rests on this. A case that no rule matches is a child that nobody receives; a case that two rules match
is a child that is sent to two places, or to neither. The finding on a gap names a case that falls into it and the row
that would close it; the finding on an overlap names a case that both rules take. A rule whose cases are all taken by
others is said to be hidden, with all that hide it.

To mend: add the row that the finding offers, or narrow one of the rules that overlap.

Good::

    format: one-way-in/1
    layer: nation
    id: land
    inputs: {need: [sleep], level: [base], age: 0-17}
    units: {clinic: {name: Clinic, acute: yes}}
    safety: [{id: S1, to: clinic, because: Somebody is on call there}]
    rules:
      - {id: A1, when: {age: 0-5}, to: clinic, because: The clinic sees small children}
      - {id: A2, when: {age: 6-17}, to: clinic, because: The clinic sees older children}

Bad::

    format: one-way-in/1
    layer: nation
    id: land
    inputs: {need: [sleep], level: [base], age: 0-17}
    units: {clinic: {name: Clinic, acute: yes}}
    safety: [{id: S1, to: clinic, because: Somebody is on call there}]
    rules:
      - {id: A1, when: {age: 0-6}, to: clinic, because: Children of six stand here}
      - {id: A2, when: {age: 6-16}, to: clinic, because: And here; those of 17 nowhere}
"""

from collections import defaultdict
from datetime import timedelta
from itertools import combinations

from directory.findings import names, say
from directory.rules.model import AGE, LEVEL, NEED, STAGES, Place, Valid

NAME = "T"
MOST_BOXES = 4  # gaps told of in one table; the first ones to mend are enough
MOST_ROWS = 60  # of one table whose overlaps are told of: each is held against each


def check(view):
    told = _told_above(view)
    spans = [(need, span) for need, span in view.spans if need not in told]
    yield from _gaps(view, spans)
    yield from _overlaps(view, spans)


def _told_above(view):
    """The needs that are not exact in the area above, where their faults are told of."""
    every_span = view.parent.area.every_span() if view.parent else ()
    return {need for need, span in every_span if not all(table.is_exact for table in span.tables.values())}


def _gaps(view, spans):
    """Gaps of the same form in several needs, or in days that follow on each other, are one finding."""
    by_form = defaultdict(dict)
    for need, span in spans:
        for stage in STAGES:
            for bit, box in _boxes(span.tables[stage]):
                when = _conditions(box, span.tables[stage].grid)
                runs = by_form[stage, _show(when)].setdefault(need, [])
                if runs and runs[-1][0].last and span.days.first == runs[-1][0].last + timedelta(days=1):
                    days, places = runs.pop()
                    runs.append((Valid(days.first, span.days.last), places))
                else:
                    runs.append((span.days, (need, span, span.tables[stage], bit, box, when)))
    found = defaultdict(list)
    for form, by_need in by_form.items():
        for days, place in (run for runs in by_need.values() for run in runs):
            found[form, days].append(place)
    for (_, days), places in found.items():
        yield _gap(view, days, places)


def _boxes(table):
    """The gaps of a table: the lowest case of each, as a set, and the condition around it."""
    left = table.missed
    for _ in range(MOST_BOXES):
        if not left:
            break
        box = table.grid.box_around((left & -left).bit_length() - 1, left)
        yield left & -left, box
        left &= ~table.grid.box_mask(box)


def _gap(view, days, places):
    need, span, table, bit, _, when = places[0]
    needs = [one[0] for one in places]
    row = _row({NEED: needs, **when}, days)
    cells = sum(table.grid.cells(table.grid.box_mask(box)) for _, _, table, _, box, _ in places)
    near = _neighbours(table, bit)
    place = near[0].rule.place if near else view.layer.place
    return view.finding(
        NAME, Place(place.file, place.line),
        say("No rule in %(stage)s matches %(cells)s cases of %(needs)s.", stage=table.stage, cells=cells,
            needs=names(needs)),
        hint=say("Add this row, with the unit that shall take them: %(row)s", row=row),
        ids=tuple(one.rule.id for one in near) or (view.area.id,), suggestion=row,
        witness=view.witness(need, table.grid, bit, span),
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


def _conditions(box, grid):
    """The condition of the row that would close a gap, without its needs."""
    when = {}
    for name, values in box.items():
        if name == AGE:
            ages = grid.stretch(values)
            if ages != grid.ages:
                when[AGE] = [str(ages)]
        elif len(values) < len(grid.axes[name].values) or name == LEVEL:
            group, _, key = name.partition(".")
            when.setdefault(group, {} if key else values)
            if key:
                when[group][key] = values
    return when


def _row(when, days):
    """A row as it is written in a rule file."""
    valid = ", ".join(f"{key}: {day}" for key, day in (("from", days.first), ("to", days.last)) if day)
    return f"{{id: …, when: {_show(when)}, to: …, because: …{', valid: {' + valid + '}' if valid else ''}}}"


def _show(value):
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_show(inner)}" for key, inner in value.items()) + "}"
    return value[0] if len(value) == 1 else "[" + ", ".join(value) + "]"


def _overlaps(view, spans):
    pairs, hidden = defaultdict(list), defaultdict(list)
    for need, span in spans:
        for table in span.tables.values():
            rows = [row for row in table.rows if row.mask & table.twice][:MOST_ROWS]
            taken = _hidden(rows)
            for row, others in taken.items():
                hidden[row.rule.id].append((need, span, table, row.mask, (row, *others)))
            for one, other in combinations([row for row in rows if row not in taken], 2):
                if one.mask & other.mask:
                    ids = tuple(sorted((one.rule.id, other.rule.id)))
                    pairs[ids].append((need, span, table, one.mask & other.mask, (one, other)))
    for places in (*hidden.values(), *pairs.values()):
        yield _overlap(view, places, is_hidden=places[0][4][0].mask == places[0][3])


def _hidden(rows):
    """The rows whose cases others take, with those others; widest first, so that one row too many is one finding."""
    taken = {}
    for row in sorted(reversed(rows), key=lambda row: -row.mask.bit_count()):
        others = [one for one in rows if one is not row and one.mask & row.mask and one not in taken]
        if others and not row.mask & ~_union(others):
            taken[row] = others
    return taken


def _overlap(view, places, *, is_hidden):
    need, span, table, mask, rows = places[0]
    ids = tuple(dict.fromkeys(row.rule.id for place in places for row in place[4]))
    needs = names(dict.fromkeys(place[0] for place in places))
    rule = rows[0].rule if is_hidden else max((row.rule for row in rows),
                                              key=lambda one: (one.place.file, one.place.line))
    message = say("The rules %(ids)s match the same cases of %(needs)s.", ids=names(ids), needs=needs)
    if is_hidden:
        message = say("Rule %(id)s never decides alone: all its cases of %(needs)s are also taken by %(others)s.",
                      id=rule.id, needs=needs, others=names(ids[1:]))
    return view.finding(NAME, rule.place, message, ids=ids, witness=view.witness(need, table.grid, mask, span),
                        hint=say("Narrow one of them (level, age, tried or facts) so that only one takes the case."))


def _union(rows):
    found = 0
    for row in rows:
        found |= row.mask
    return found
