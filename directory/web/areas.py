"""Which area a page of the rules shows, and the others that one may choose instead."""

from dataclasses import dataclass

from directory.rules.model import TIERS


@dataclass(frozen=True, slots=True)
class AreaName:
    """`tier`: nation, region or municipality. `asked` is what the address says: empty for the nation."""

    id: str
    name: str
    tier: str
    asked: str
    chosen: bool = False


def area_names(ruleset, words, chosen):
    """Every area, the nation first, then regions and municipalities in the order of their names.

    :param chosen: the id of the one that is shown
    """
    areas = sorted(ruleset.areas.values(), key=lambda one: (TIERS.index(one.tier), words.area(one.id)))
    return tuple(area_name(one, words, chosen == one.id) for one in areas)


def area_name(area, words, chosen=False):
    return AreaName(area.id, words.area(area.id), area.tier, area.id if area.parent else "", chosen)


def area_asked(ruleset, asked):
    """The area that an address names, the nation where it names none; None where there is no such area."""
    return ruleset.areas.get(asked) if asked else ruleset.nation
