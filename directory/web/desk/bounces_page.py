"""The statistics of what comes back: what is published of an area and a quarter, in words."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask_babel import gettext as _

from directory.editions import Edition
from directory.i18n import pick
from directory.journal import NOTHING, OWN, TOTAL, Listed, figures_of, least_of, total_of
from directory.routing import Words, area_with_rules
from directory.rules.model import NEED
from directory.web.counts import listed_text, shown_text
from directory.web.desk.bounce_words import HELD, MEETINGS, REASONS
from directory.web.desk.flow import Flow, flow_of
from directory.web.desk.typed import Option
from directory.web.once import once
from directory.web.returned import State

MOST_LISTED = 20  # lines of a list


@dataclass(frozen=True, slots=True)
class Line:
    """What is counted, and how often in words; `share`: of the largest, from 0 to 100, by the least that each is; None
    where all are zero.
    """

    name: str
    count: str
    share: int | None = None


@dataclass(frozen=True, slots=True)
class PairLine:
    sender: str
    to: str
    count: str


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A rule with the page that shows it: that of a `need` in an `area` (asked, as in addresses); "" where it is gone.
    """

    id: str
    need: str
    area: str
    place: str
    count: str


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A need group: how often by reason, in the order of the heads, and in all."""

    name: str
    counts: tuple[str, ...]
    total: str


@dataclass(frozen=True, slots=True)
class BouncesPage:
    """`total` in words, "" where it is not told; `asked`: the area as addresses say it. Empty lists are not shown."""

    areas: tuple[Option, ...]
    area: str
    asked: str
    quarters: tuple[Option, ...]
    state: State
    total: str
    trend: tuple[Line, ...]
    flow: Flow | None
    pairs: tuple[PairLine, ...]
    reasons: tuple[str, ...]
    groups: tuple[GroupRow, ...]
    rules: tuple[RuleLine, ...]
    borders: tuple[PairLine, ...]
    held: tuple[Line, ...]
    meetings: tuple[Line, ...]
    refused: tuple[Line, ...]
    parts: tuple[Line, ...]
    edition: str


def bounces_page(edition: Edition, area, state: State, published: Mapping[str, Mapping], *, language):
    """The statistics of an area.

    :param published: by quarter what was published, as it is stored
    """
    words, catalogue = Words(edition.catalogue, language, _units(edition, area)), edition.catalogue
    above = catalogue.areas[area].within
    stored = published.get(state.quarter)
    figures = figures_of(stored, area, above=above, most=MOST_LISTED) if stored else NOTHING
    pairs = [(unit_name(one.one, words), unit_name(one.other, words), one) for one in figures.pairs]
    groups = {one.id: pick(one.name, language) for one in catalogue.groups.values()}
    return BouncesPage(
        _areas(edition, area, words), words.area(area), area if above else "",
        tuple(Option(one, one, one == state.quarter) for one in state.quarters), state,
        "" if figures.total is None else shown_text(figures.total),
        _trend(published, area, above),
        flow_of((one, other, found.least, listed_text(found)) for one, other, found in pairs),
        tuple(PairLine(one, other, listed_text(found)) for one, other, found in pairs),
        tuple(map(str, REASONS.values())), _groups(figures, groups), _rules(edition, figures.rules),
        _borders(figures.borders, groups),
        _lines(figures.held, HELD), _lines(figures.meetings, MEETINGS), _lines(figures.refused, groups),
        _parts(figures.parts, words), edition.id)


def _units(edition, area):
    ruled = area_with_rules(edition, area)
    return edition.ruleset.areas[ruled].units if ruled else {}


def unit_name(kind, words):
    """The short name of a kind of unit, or of a family."""
    return pick(words.short_of(kind), words.language) if kind else _("a family")


def _parts(parts, words):
    """The areas with returns, most first; how many others have none."""
    some = sorted((one for one in parts if parts[one] != 0), key=lambda one: (
        -least_of(parts[one]), _part(one, words)))
    zero = len(parts) - len(some)
    rest = (Line(_("%(count)s others", count=zero), shown_text(0)),) if zero else ()
    return _lines({one: parts[one] for one in some}, {one: _part(one, words) for one in some}) + rest


def _part(part, words):
    if part.endswith(OWN):
        return _("%(area)s, no part named", area=words.area(part.removesuffix(OWN)))
    return words.area(part)


def _areas(edition, chosen, words):
    """The nation, then its regions, each with what lies within it."""
    catalogue = edition.catalogue

    def name(area):
        return " / ".join(words.area(one) for one in catalogue.areas_above(area)[-2::-1]) or words.area(area)

    named = once(("bounce areas", words.language), lambda _day: sorted(
        ((len(catalogue.areas_above(area)) > 1, name(area), area) for area in catalogue.areas)))
    return tuple(Option(area if deep else "", text, area == chosen) for deep, text, area in named)


def _groups(figures, groups):
    """The rows of the table, the total last; none where nothing inside is told."""
    if len(figures.cells) < 2:
        return ()
    return tuple(GroupRow(name, tuple(shown_text(figures.cells.get((group, one), 0)) for one in REASONS),
                          shown_text(figures.cells.get((group, TOTAL), 0)))
                 for group, name in (*groups.items(), (TOTAL, _("In all"))))


def _lines(counts, names):
    """Counts as lines: those of names in their order, all of them where one is counted; else as they stand."""
    if not counts:
        return ()
    shown = {one: counts.get(one, 0) for one in (names or counts)}
    most = max(map(least_of, shown.values()))
    return tuple(Line(str(names.get(one, one)), shown_text(count),
                      round(100 * least_of(count) / most) if most else None) for one, count in shown.items())


def _trend(published, area, above):
    told = {one: total_of(sums, area, above=above) for one, sums in published.items()}
    return _lines({one: total for one, total in told.items() if total is not None}, {})


def _borders(listed, groups):
    return tuple(PairLine(one.one, groups.get(one.other, one.other), listed_text(one)) for one in listed)


def _rules(edition, listed: tuple[Listed, ...]):
    known = once("rules by id", lambda _day: {
        rule.id: rule for layer in edition.ruleset.base.layers.values() for rule in layer.rules})
    return tuple(_rule(edition, known.get(one.one), one) for one in listed)


def _rule(edition, rule, one):
    if rule is None:
        return RuleLine(one.one, "", "", "", listed_text(one))
    area = edition.ruleset.areas[rule.layer]
    needs = [need for when in area.whens_of(rule) for need in when.values.get(NEED, ())]
    return RuleLine(rule.id, min(needs, default=next(iter(area.needs))), rule.layer if area.parent else "",
                    f"{rule.place.file}:{rule.place.line}", listed_text(one))
