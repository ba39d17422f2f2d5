"""The first page of the rules: the needs with what an area says of each, and what each area says of its own."""

from dataclasses import dataclass

from directory.routing import Words, ordinary_table
from directory.rules import owner_of
from directory.rules.model import TIERS
from directory.web.areas import AreaName, area_name, area_names


@dataclass(frozen=True, slots=True)
class NeedLine:
    """A need with how many rules decide about its ordinary cases, how many of them are open or disputed.

    `tier` says whose rules they are, where at least one is not the nation's.
    """

    id: str
    name: str
    rules: int
    open: int
    disputed: int
    tier: str | None


@dataclass(frozen=True, slots=True)
class NeedGroup:
    name: str | None
    needs: tuple[NeedLine, ...]


@dataclass(frozen=True, slots=True)
class AreaLine:
    """An area with how many rules and hand-overs it has written itself, and for how many needs others' rules hold."""

    area: AreaName
    within: str | None
    rules: int
    open: int
    hand_overs: int
    needs: int


@dataclass(frozen=True, slots=True)
class RulesPage:
    areas: tuple[AreaName, ...]
    area: AreaName
    groups: tuple[NeedGroup, ...]
    lines: tuple[AreaLine, ...]
    day: str
    edition: str


def rules_page(edition, area, *, language, day):
    """What the rules say in an area on a day, need by need."""
    ruleset = edition.ruleset
    words = Words(edition.catalogue, language, area.units)
    groups = tuple(NeedGroup(name, tuple(_need(ruleset, area, need, words, day) for need in inside))
                   for name, inside in words.needs_by_group(area.needs))
    areas = area_names(ruleset, words, area.id)
    lines = tuple(_line(ruleset, one, words, day) for one in areas)
    return RulesPage(areas, area_name(area, words), groups, lines, day.isoformat(), edition.id)


def _need(ruleset, area, need, words, day):
    rows = [row for row in ordinary_table(area.span(need, day)).rows if row.mask]
    tiers = {ruleset.base.layers[row.rule.layer].tier for row in rows}
    lowest = max(tiers, key=TIERS.index)
    return NeedLine(need, words.need(need), len(rows), sum(row.rule.opens for row in rows),
                    sum(bool(row.rule.disputed) for row in rows), lowest if lowest != TIERS[0] else None)


def _line(ruleset, one, words, day):
    layer, area = ruleset.base.layers[one.id], ruleset.areas[one.id]
    rules = [rule for rule in layer.rules if rule.valid.holds(day)]
    own = sum(owner_of(area, need, day) == area.id for need in area.needs)
    return AreaLine(one, words.area(area.parent.id) if area.parent else None, len(rules),
                    sum(rule.opens for rule in rules), len(layer.hand_overs), own)
