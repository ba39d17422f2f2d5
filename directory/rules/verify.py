"""The proof of a whole base: every check on every area, both methods, waivers, and what was proved in figures."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from directory.findings import ERROR, LEVELS, WARNING, Finding, has_errors, in_order
from directory.rules.checks import (
    acute, ages, applies, bound, closed, danger, ends, exact, fitness, gates, ids, layers, length, makes_known, meeting,
    opened, paths, progress, reach, replaced, returns, second_method, shape, size, sources, supplies, syntax, usual,
    vignettes, waivers, who_asks, words, worse,
)
from directory.rules.compile import compile_base
from directory.rules.decide import Ruleset
from directory.rules.load import Loaded
from directory.rules.view import Knowledge, View

CHECKS = (gates, replaced, exact, applies, acute, ends, returns, length, makes_known, usual, progress, reach, ages,
          meeting, closed, bound, fitness, sources, supplies, opened)
QUESTIONS = (paths, worse, danger)  # on the questions to families, of which a base may have none
CHAINS = (ends, returns, length)  # their proof is counted in chains too
NEEDS_CATALOGUE = (fitness,)
BY_LOADING = tuple(check.NAME for check in (syntax, shape, layers, words, ids, who_asks, size))  # reading makes them
EVERY_CHECK = (  # causes first
    *BY_LOADING, *(check.NAME for check in (*CHECKS, second_method, vignettes, *QUESTIONS, waivers)))
NO_WAIVER = frozenset(BY_LOADING).union(
    check.NAME for check in (exact, ends, returns, length, acute, gates, second_method, worse, danger))
BY_FLOW = frozenset(  # proved of exact tables alone
    check.NAME for check in (ends, returns, length, makes_known, usual, progress))


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
    """Everything that can be said of a base on a day; nothing is raised, whatever the base holds.

    :param knowledge: what the catalogue knows; without it Fitness is not proved and binds are opaque
    :param strict: warnings count as errors
    :param also: findings on the catalogue, which stop the proof too
    """
    base, findings = loaded.base, [*loaded.findings, *also]
    areas = compile_base(base)
    ruleset = Ruleset(base, areas)
    readable = not has_errors(findings)
    views = views_of(base, areas, knowledge=knowledge, day=day)
    for view in views.values():  # a fault in one file hides none in the areas that do not rest on it
        findings += check_area(view)
    findings += second_method.compare(views) if readable and _is_sound(findings) else ()
    findings = _without_inherited(findings, areas)
    findings += vignettes.vignette_findings(ruleset, knowledge=knowledge, day=day, read=readable)
    findings += check_questions(base, areas) if readable else []
    findings = _causes_first(waivers.waived(findings, base.waivers, day=day, fixed=NO_WAIVER, known=EVERY_CHECK))
    worst = {ERROR, WARNING} if strict else {ERROR}
    cells = sum(_cells(area) for area in areas.values())
    return Verdict(
        not any(one.level in worst for one in findings), base.hash, tuple(areas),
        sum(len(layer.rules) for layer in base.layers.values()), cells,
        _proved(findings, views, cells, knowledge) if readable else {}, tuple(findings), ruleset,
    )


def views_of(base, areas, *, knowledge, day):
    """A view of each area by its id, each with the one above it; parents come before children, as in `areas`."""
    views = {}
    for area in areas.values():
        views[area.id] = View(base, area, knowledge, day, parent=views[area.parent.id] if area.parent else None)
    return views


def check_area(view):
    """The findings of every check on one area."""
    return [finding for check in CHECKS for finding in check.check(view)]


def check_questions(base, areas):
    """The findings on the questions to families."""
    return [*paths.check(base, areas), *worse.check(base), *danger.check(base, areas)] if base.questions else []


def _is_sound(findings):
    """Whether the two methods can agree: nothing is wrong with the tables or with the way that questions move."""
    return not any(one.level == ERROR and one.check in {*NO_WAIVER, replaced.NAME} for one in findings)


def _causes_first(findings):
    """Worst first; of one level what reading found, then the checks in their order, then vignettes."""
    rank = {name: index for index, name in enumerate(EVERY_CHECK)}
    return sorted(in_order(findings), key=lambda one: (LEVELS.index(one.level), rank.get(one.check, 0)))


def _without_inherited(findings, areas):
    """One cause gives one finding: what an area above has told of already is left out below."""
    told, kept = defaultdict(list), []
    for one in findings:
        key = (one.check, one.message.key)
        area = areas.get(one.area)
        above = _above(area) if area else ()
        if any(_same_cause(one, other) for area_id in above for other in told[*key, area_id]):
            continue
        told[*key, one.area].append(one)
        kept.append(one)
    return kept


def _above(area):
    while area.parent:
        area = area.parent
        yield area.id


def _same_cause(one, other):
    """Whether a finding only says again what `other` said of an area above: at one line, or of no other ids."""
    return (one.file, one.line) == (other.file, other.line) or bool(one.ids) and set(one.ids) <= set(other.ids)


def _cells(area):
    """The cells of an area on its first stretch of days; every stretch has as many, cut ages apart."""
    return sum(table.grid.cells(table.universe) for spans in area.needs.values() for table in spans[0].tables.values())


def _proved(findings, views, cells, knowledge):
    """What was proved, by check: all but the checks that found an error and those that could not be judged."""
    unproved = _unproved(findings, knowledge)
    counted = {check.NAME for check in CHAINS}
    chains, longest = _chains(views)
    asked = QUESTIONS if any(view.base.questions for view in views.values()) else ()
    every = [*(check.NAME for check in (*CHECKS, *asked)), *BY_LOADING, second_method.NAME, vignettes.NAME]
    return {name: Proved(cells, chains, longest) if name in counted else Proved(cells)
            for name in every if name not in unproved}


def _unproved(findings, knowledge):
    """The checks that found an error, and those that could not be judged because of one or without a catalogue."""
    failed = {one.check for one in findings if one.level == ERROR}
    unproved = set(failed)
    unproved |= BY_FLOW if exact.NAME in failed else set()
    unproved |= {returns.NAME} if length.NAME in failed else set()  # chains past the limit are not walked to their end
    unproved |= {check.NAME for check in NEEDS_CATALOGUE} if knowledge is None else set()
    return unproved if _is_sound(findings) else unproved | {second_method.NAME}


def _chains(views):
    """How many chains of units there are in all areas, and the stops of the longest."""
    chains = {(area, chain.stops) for area, view in views.items() for _, flow in view.every_flow
              for chain in flow.chains}
    return len(chains), max((len(stops) for _, stops in chains), default=0)
