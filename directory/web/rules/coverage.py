"""The heat map of an area as a page."""

from dataclasses import dataclass

from directory.routing import HeatMap, Words, heat_map
from directory.web.areas import AreaName, area_name, area_names


@dataclass(frozen=True, slots=True)
class CoveragePage:
    areas: tuple[AreaName, ...]
    area: AreaName
    map: HeatMap
    edition: str


def coverage_shown(edition, area, *, language, day):
    """The heat map of an area on a day."""
    words = Words(edition.catalogue, language, area.units)
    drawn = heat_map(edition.ruleset, area.id, catalogue=edition.catalogue, language=language, day=day)
    return CoveragePage(area_names(edition.ruleset, words, area.id), area_name(area, words), drawn, edition.id)
