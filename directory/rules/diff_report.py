"""A difference between two rulesets as text for people and as the contract's JSON."""

from typing import Any

from directory.findings import names, say
from directory.rules.diff import Diff
from directory.rules.model import FACTS, TRIED

MOST_CONDITIONS = 40  # of one way from unit to unit, in text; the JSON has them all
MOST_NAMED = 12  # areas or needs in a row


def diff_json(diff: Diff):
    """The contract's JSON: a change for each area and condition.

    `when` holds exactly its cells: a list for each input that is not free, `age` as text. `before` and `after` say by
    which rule, null where that base has no single answer.
    """
    return {
        "on": diff.on.isoformat(), "changed_cells": diff.changed_cells, "by_area": diff.by_area,
        "changes": [_change(one) for one in diff.by_each_area],
        "later": [{"on": day.isoformat(), "changed_cells": cells} for day, cells in diff.later],
        "compared_with": dict(diff.stands_in), "reworded": diff.reworded,
    }


def _change(moved):
    box = moved.box
    rules = dict.fromkeys(answer.rule.id for answer in (box.old, box.new) if answer)
    return {
        "area": moved.areas[0], "when": _when(moved), "cells": moved.cells,
        "old": box.old and box.old.receiver, "new": box.new and box.new.receiver, "rules": list(rules),
        "before": _answer(box.old), "after": _answer(box.new),
    }


def _answer(answer):
    if answer is None:
        return None
    rule = answer.rule
    return {"receiver": answer.receiver, "holder": answer.holder, "open": rule.opens, "rule": rule.id,
            "layer": rule.layer, "file": rule.place.file, "line": rule.place.line}


def _when(moved):
    """The condition as in a rule file, need, level and age first."""
    when: dict[str, Any] = {"need": list(moved.needs)}
    if moved.box.ages:
        when["age"] = str(moved.box.ages)
    for name, values in moved.box.values:
        group, _, key = name.partition(".")
        if key:
            when.setdefault(group, {})[key] = list(values)
        else:
            when[group] = list(values)
    return when


def diff_text(diff: Diff, translate=str):
    """What a coordinator reads: how many, then each way from unit to unit once, with its areas and conditions."""
    ways = {}
    for moved in diff.once:
        ways.setdefault((moved.box.old, moved.box.new, moved.areas), []).append(moved)
    lines = [line.text(translate) for line in _summary(diff)]
    for (old, new, areas), same in ways.items():
        lines += ["", *_way(old, new, areas, translate)]
        lines.append(say("%(cells)s cells:", cells=sum(one.cells for one in same)).text(translate))
        lines += [f"    {_condition(one)}" for one in same[:MOST_CONDITIONS]]
        if len(same) > MOST_CONDITIONS:
            more = say("… and %(count)s more; --format json has them all.", count=len(same) - MOST_CONDITIONS)
            lines.append(f"    {more.text(translate)}")
    return "\n".join(lines)


def _summary(diff):
    if diff.changed_cells:
        areas = names((f"{area} {cells}" for area, cells in diff.by_area.items()), most=MOST_NAMED)
        yield say("%(cells)s cells go elsewhere on %(day)s: %(areas)s.", cells=diff.changed_cells,
                  day=diff.on.isoformat(), areas=areas)
    else:
        yield say("No cell goes elsewhere on %(day)s.", day=diff.on.isoformat())
    for area, other in diff.stands_in.items():
        yield say("Only one of the two has the area %(area)s; %(other)s answers there in the other.", area=area,
                  other=other)
    for day, cells in diff.later:
        yield say("From %(day)s it is otherwise: %(cells)s cells. Look with --on %(day)s.", day=day.isoformat(),
                  cells=cells)
    if diff.reworded:
        yield say("%(count)s rules send to the same unit and say something else to people.", count=diff.reworded)


def _way(old, new, areas, translate):
    """From which unit to which, where, and by which rules."""
    yield f"{_unit(old, translate)} → {_unit(new, translate)}"
    yield say("in %(area)s", area=areas[0]).text(translate) if len(areas) == 1 else \
        say("in %(area)s, also in: %(others)s", area=areas[0], others=names(areas[1:], most=MOST_NAMED)).text(translate)
    yield say("rule before: %(before)s; now: %(now)s", before=_rule(old), now=_rule(new)).text(translate)


def _unit(answer, translate):
    if answer is None:
        return say("nobody").text(translate)
    if answer.holder == answer.receiver:
        return answer.receiver
    return say("%(unit)s called by %(holder)s", unit=answer.receiver, holder=answer.holder).text(translate)


def _rule(answer):
    return f"{answer.rule.id} ({answer.rule.place.file}:{answer.rule.place.line})" if answer else "–"


def _condition(moved):
    """The condition as words of the rule files; what only follows from the gates before the table is left out."""
    box = moved.box
    parts = [("need", names(moved.needs, most=MOST_NAMED)), *([("age", str(box.ages))] if box.ages else [])]
    parts += [(name.removeprefix(FACTS).removeprefix(TRIED), ", ".join(values)) for name, values in box.values
              if name not in box.implied]
    return "; ".join(f"{name}: {text}" for name, text in parts)
