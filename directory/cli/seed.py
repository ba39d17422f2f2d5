"""`envagin seed`: load the files of the catalogue into the database, and say what is missing or doubtful in them."""

import sys
from collections import Counter, defaultdict
from dataclasses import asdict
from textwrap import shorten

import click

from directory import clock
from directory.catalogue import ADDED, CHANGED, REMOVED, doubts, load_into, load_seed
from directory.cli.database import open_database
from directory.cli.output import REFUSED, finding_lines, format_option, refuse, tell, translate
from directory.cli.rules import day_given, ruleset_in
from directory.config import settings
from directory.findings import ERROR, LEVEL_WORDS, NOTE, WARNING, in_order, names, say
from directory.routing import closed_but_bound, named_by

BY = "seed"  # who changed a record, in its history
MOST_SHOWN = 160  # characters of a value


@click.group()
def seed():
    """Load and check the files of the catalogue."""


@seed.command("load")
@click.argument("folder", required=False, metavar="[DIR]")
@format_option("text", "json")
def load_files(folder, form):
    """Make the database hold what the files of DIR say, and tell what changed; all of it or nothing."""
    catalogue, faults = load_seed(folder or settings().seed)
    if catalogue is None:
        refuse(*finding_lines(faults))
    with open_database() as database, database.transaction() as session:
        loaded = load_into(session, catalogue, by=BY, at=clock.now())
    tell(_json(loaded, catalogue) if form == "json" else "\n".join(_lines(loaded)))


@seed.command("check")
@click.argument("folder", required=False, metavar="[DIR]")
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@click.option("--on", "day", metavar="DAY", help="The day that confirmations are judged on.")
@click.option("--rules", "rules_folder", metavar="DIR", help="The rule files that name units and agencies.")
@format_option("text", "json")
def check_files(folder, rules_folder, *, strict, day, form):
    """Say what is missing or doubtful in the files of DIR: faults are errors, the rest warnings and notes."""
    catalogue, found = load_seed(folder or settings().seed)
    if catalogue:
        base = ruleset_in(rules_folder).base
        found = in_order([*doubts(catalogue, day=day_given(day), named=named_by(base)), *closed_but_bound(base)])
    ok = not any(one.level == ERROR or strict and one.level == WARNING for one in found)
    tell(_findings_json(found, ok) if form == "json" else "\n".join(_finding_lines(found)))
    sys.exit(0 if ok else REFUSED)


def _findings_json(found, ok):
    return {"ok": ok, "findings": [
        {"check": one.check, "level": one.level, "file": one.file, "line": one.line, "ids": list(one.ids),
         "message": one.message.text(translate()), "hint": one.hint and one.hint.text(translate())} for one in found]}


def _finding_lines(found):
    for one in found:
        level = LEVEL_WORDS[one.level].text(translate())
        yield f"{one.file}:{one.line}: {level}: {one.check}: {one.message.text(translate())}"
        if one.hint:
            yield f"    {one.hint.text(translate())}"
    counts = Counter(one.level for one in found)
    yield say("%(errors)s errors, %(warnings)s warnings, %(notes)s notes.", errors=counts[ERROR],
              warnings=counts[WARNING], notes=counts[NOTE]).text(translate())


def _json(loaded, catalogue):
    counts = {action: sum(one.action == action for one in loaded.changes) for action in (ADDED, CHANGED, REMOVED)}
    return {"hash": catalogue.hash, **counts, "moved": loaded.moved, "changes": [asdict(one) for one in loaded.changes]}


def _lines(loaded):
    """What changed: what is new and what is gone by kind, and field by field what says something else."""
    by_kind = defaultdict(list)
    for one in loaded.changes:
        by_kind[one.kind, one.action].append(one)
    for (kind, action), changes in by_kind.items():
        if action == CHANGED:
            yield from (line for one in changes for line in _field_lines(one))
        else:
            yield _whole(kind, action, changes).text(translate())
    if loaded.moved:
        yield say("%(count)s records say the same in another place of the files.", count=loaded.moved).text(translate())
    if not loaded.changes:
        yield say("Nothing that the catalogue says has changed.").text(translate())


def _field_lines(change):
    yield say("%(kind)s: %(id)s changed:", kind=change.kind, id=change.id).text(translate())
    for field in change.fields:
        yield f"  {field.name}: {shorten(field.before, MOST_SHOWN)} → {shorten(field.after, MOST_SHOWN)}"


def _whole(kind, action, changes):
    words = {"kind": kind, "count": len(changes), "ids": names(one.id for one in changes)}
    if action == ADDED:
        return say("%(kind)s: %(count)s added: %(ids)s", **words)
    return say("%(kind)s: %(count)s removed: %(ids)s", **words)
