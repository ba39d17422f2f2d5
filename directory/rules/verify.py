"""The proof of a whole base: every check on every area, both methods, waivers, and what was proved in figures."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from directory.findings import ERROR, NOTE, WARNING, Finding, has_errors, in_order, names, say
from directory.rules import second
from directory.rules.cases import vignette_findings
from directory.rules.checks import (
    acute, ages, applies, bound, closed, ends, exact, fitness, gates, length, makes_known, meeting, opened, progress, reach,
    replaced, returns, sources, usual,
)
from directory.rules.compile import compile_base
from directory.rules.decide import Ruleset
from directory.rules.load import Loaded

from directory.rules.view import Knowledge, View

CHECKS = (gates, replaced, exact, applies, acute, ends, returns, length, makes_known, usual, progress, reach, ages, meeting,
          closed, bound, fitness, sources, opened)
CHAINS = (ends, returns, length)  # their proof is counted in chains too
NEEDS_CATALOGUE = (fitness,)
NO_WAIVER = frozenset({exact.NAME, ends.NAME, returns.NAME, length.NAME, acute.NAME, gates.NAME, "NB5", second.NAME})
BY_LOADING = ("syntax", "shape", "words", "ids", "NB5")  # checks that reading the files makes
VIGNETTES, WAIVER = "vignettes", "waiver"


@dataclass(frozen=True, slots=True)
class Proved:
    """What a check was proved for: `cells`, and where it is about hand-overs how many `chains` and the `longest`."""

    cells: int
    chains: int | None = None
    longest: int | None = None


@dataclass(frozen=True, eq=False)
class Verdict:
    """The outcome: `ok` when nothing is wrong. `ruleset` answers for the areas that could be read, proved or not."""

    ok: bool
    hash: str
    areas: tuple[str, ...]
    rules: int
    cells: int
    proved: Mapping[str, Proved]
    findings: tuple[Finding, ...]
    ruleset: Ruleset


def verify(loaded: Loaded, *, day: date, knowledge: Knowledge | None = None, strict=False, also=()):
    """Everything that can be said of a base on a day.

    :param knowledge: what the catalogue knows; without it Fitness is not proved and binds are opaque
    :param strict: warnings count as errors
    :param also: findings on the catalogue, which stop the proof too
    """
    base, findings = loaded.base, [*loaded.findings, *also]
    areas = compile_base(base)
    ruleset = Ruleset(base, areas)
    readable = not has_errors(findings)
    views = views_of(base, areas, knowledge=knowledge, day=day)
    if readable:
        for view in views.values():
            findings += check_area(view)
        findings += second.compare({} if has_errors(findings) else views)
    findings = _without_inherited(findings, areas)
    findings += vignette_findings(ruleset, knowledge=knowledge, day=day, read=readable)
    findings = in_order(_waived(findings, base, day))
    worst = {ERROR, WARNING} if strict else {ERROR}
    cells = sum(_cells(area) for area in areas.values())
    return Verdict(
        not any(one.level in worst for one in findings), base.hash, tuple(areas),
        sum(len(layer.rules) for layer in base.layers.values()), cells,
        _proved(findings, views, cells, knowledge) if readable else {}, tuple(findings), ruleset,
    )


def views_of(base, areas, *, knowledge, day):
    """A view of each area, each with the one above it."""
    views = {}
    for area in areas.values():
        views[area.id] = View(base, area, knowledge, day, parent=views[area.parent.id] if area.parent else None)
    return views


def check_area(view):
    """The findings of every check on one area."""
    return [finding for check in CHECKS for finding in check.check(view)]


def _without_inherited(findings, areas):
    """One cause gives one finding: what an area above has told of already is left out below."""
    told, kept = set(), []
    for one in findings:
        key = (one.check, one.file, one.line, one.ids, one.message.key)
        above, area = [], areas.get(one.area)
        while area and area.parent:
            area = area.parent
            above.append(area.id)
        if any((*key, area_id) in told for area_id in above):
            continue
        told.add((*key, one.area))
        kept.append(one)
    return kept


def _waived(findings, base, day):
    """Findings that a waiver covers become notes; a waiver that nothing needs is a warning of its own."""
    used, kept = set(), []
    for one in findings:
        waiver = next((waiver for waiver in base.waivers if _covers(waiver, one, day)), None)
        if waiver is None:
            kept.append(one)
            continue
        used.add(waiver)
        kept.append(one.at_level(NOTE))
    for waiver in base.waivers:
        if waiver.check in NO_WAIVER:
            message = say("The check %(check)s cannot be waived: the proof rests on it.", check=waiver.check)
            kept.append(_on_waiver(waiver, ERROR, message, say("Mend the rules and remove the waiver.")))
        elif waiver not in used:
            message = say("Nothing needs this waiver of %(check)s for %(ids)s.", check=waiver.check, ids=names(waiver.ids))
            if waiver.until and waiver.until < day:
                message = say("This waiver of %(check)s ended %(day)s.", check=waiver.check, day=waiver.until.isoformat())
            kept.append(_on_waiver(waiver, WARNING, message, say("Remove it.")))
    return kept


def _on_waiver(waiver, level, message, hint):
    return Finding(WAIVER, level, waiver.place.file, waiver.place.line, message, hint, waiver.ids, waiver.area)


def _covers(waiver, finding, day):
    return (waiver.check == finding.check and waiver.check not in NO_WAIVER and finding.level != NOTE
            and set(waiver.ids) <= set(finding.ids) and waiver.area in (None, finding.area)
            and (waiver.until is None or day <= waiver.until))


def _cells(area):
    """The cells of an area on its first stretch of days; every stretch has as many, cut ages apart."""
    return sum(table.grid.cells(table.universe) for spans in area.needs.values() for table in spans[0].tables.values())


def _proved(findings, views, cells, knowledge):
    failed = {one.check for one in findings if one.level == ERROR}
    chains = {(area, chain.stops) for area, view in views.items() for _, flow in view.every_flow for chain in flow.chains}
    longest = max((len(stops) for _, stops in chains), default=0)
    proved = {}
    for check in CHECKS:
        if check.NAME in failed or (knowledge is None and check in NEEDS_CATALOGUE):
            continue
        proved[check.NAME] = Proved(cells, len(chains), longest) if check in CHAINS else Proved(cells)
    for name in (*BY_LOADING, second.NAME, VIGNETTES):
        if name not in failed:
            proved[name] = Proved(cells)
    return proved


