"""The page of a way of working together or of passing a question on."""

from dataclasses import dataclass

from directory.routing import Received, Words, received_by
from directory.web.areas import AreaName, area_name, area_names
from directory.web.staff.records import About, about


@dataclass(frozen=True, slots=True)
class ProcessPage:
    """`received`: the cases that the rules of an area take up in this way."""

    about: About
    areas: tuple[AreaName, ...]
    area: AreaName
    received: tuple[Received, ...]
    edition: str


def process_page(edition, process, area, *, language, now):
    """The page of a process, as the rules of an area use it now."""
    day, words = now.date(), Words(edition.catalogue, language, area.units)
    received = received_by(edition.ruleset, area, {process.id}, words=words, day=day)
    return ProcessPage(about("process", process, edition, language=language, day=day),
                       area_names(edition.ruleset, words, area.id), area_name(area, words), received, edition.id)
