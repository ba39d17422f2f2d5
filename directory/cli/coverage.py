"""`envagin rules coverage`: where every cell goes, as JSON, as text, and as a page of its own to print.

JSON: `{hash, day, cells, areas, open, rows}`.

- `areas`: `[{area, within, cells, inherits: {need: area}}]`. A need that an area says nothing of has its rows in the
  area that it `inherits` it from; the stages before the rules have theirs in the nation: no overlay can change them.
- `rows`: `[{area, need, stage, level, ages, receiver, holder, open, disputed, cells, rules: [id]}]`, `cells` in that
  one area. `receiver` is null where no rule, or more than one, matches: then the status is 1.
- `open`: the rows that are open; `cells`: the sum over all areas, as `envagin rules verify` counts them.
"""

import sys
from pathlib import Path

import click

from directory.catalogue import load_seed
from directory.cli.output import REFUSED, format_option, refuse, tell, translate
from directory.cli.rules import day_given, ruleset_in
from directory.config import reader_language, settings
from directory.findings import say
from directory.routing import coverage_page, heat_map
from directory.rules import coverage
from directory.rules.model import RULES


@click.command("coverage")
@click.argument("folder", required=False, metavar="[DIR]")
@click.option("--html", "file", metavar="FILE", help="Write the heat map to a page of its own, without script.")
@click.option("--area", metavar="A", help="Only this area and what lies above it; the page shows this area alone.")
@click.option("--on", "day", metavar="DAY", help="The day whose rules are counted.")
@format_option("json", "text")
def cover(folder, file, area, day, form):
    """Count which unit receives which cells, by need, level and age; what is open is named."""
    day = day_given(day)
    ruleset = ruleset_in(folder, area)
    if area and area not in ruleset.areas:
        refuse(say("The area %(area)s has no rules here.", area=area).text(translate()))
    covered = coverage(ruleset, day=day)
    if file:
        _write(file, ruleset, [area] if area else ruleset.areas, day)
    answer = _answer(ruleset.base.hash, day, covered)
    tell(answer if form == "json" else _text(answer))
    sys.exit(REFUSED if any(row["receiver"] is None for row in answer["rows"]) else 0)


def _write(file, ruleset, areas, day):
    language = reader_language()
    catalogue = load_seed(settings().seed)[0]
    maps = [heat_map(ruleset, area, catalogue=catalogue, language=language, day=day) for area in areas]
    try:
        Path(file).write_text(coverage_page(maps, language), "utf-8")
    except OSError as error:
        refuse(say("%(file)s cannot be written: %(why)s.", file=file, why=error.strerror or error).text(translate()))


def _answer(digest, day, covered):
    rows = [row for one in covered for part in one.parts for row in _rows(one.area, part)]
    areas = [{"area": one.area, "within": one.within, "cells": one.cells, "inherits": dict(one.inherits)}
             for one in covered]
    return {"hash": digest, "day": day.isoformat(), "cells": sum(one.cells for one in covered), "areas": areas,
            "open": [row for row in rows if row["open"]], "rows": rows}


def _rows(area, part):
    for band in part.bands:
        for share in band.shares:
            yield {
                "area": area, "need": part.need, "stage": part.stage, "level": band.level, "ages": str(band.ages),
                "receiver": share.receiver, "holder": share.holder, "open": share.open,
                "disputed": any(rule.disputed for rule in share.rules), "cells": share.cells,
                "rules": [rule.id for rule in share.rules],
            }


def _text(answer):
    """Area by area what is its own, a line for each need, level and stretch of ages; then what is open."""
    lines = []
    for one in answer["areas"]:
        counts = say("%(area)s: %(cells)s cells; %(inherited)s needs as above.", area=one["area"], cells=one["cells"],
                     inherited=len(one["inherits"]))
        own = [row for row in answer["rows"] if row["area"] == one["area"]]
        lines += [counts.text(translate()), *(f"  {_row_line(row)}" for row in own)]
    lines.append(say("Open: %(count)s.", count=len(answer["open"])).text(translate()))
    return "\n".join([*lines, *(f"  {row['area']}: {_row_line(row)}" for row in answer["open"])])


def _row_line(row):
    receiver = row["receiver"] or "—"
    to = receiver if row["holder"] in (receiver, None) else f"{receiver} ({row['holder']})"
    before = "" if row["stage"] == RULES else f" {row['stage']}"
    return f"{row['need']} {row['level']} {row['ages']}{before}: {to} {row['cells']} [{', '.join(row['rules'])}]"
