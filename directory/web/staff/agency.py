"""The page of a kind of agency: what it does and does not, how to come in, when it receives, and where it is."""

from dataclasses import dataclass

from directory.routing import Received, Said, Words, kinds_of, received_by, said
from directory.web.areas import AreaName, area_name, area_names
from directory.web.staff.near import NearArea, units_near
from directory.web.staff.records import About, Link, Task, about, link_to, name_of, task


@dataclass(frozen=True, slots=True)
class AgencyPage:
    """`deputy` answers when it is closed. `roles` work there."""

    about: About
    short: Said | None
    task: Task
    deputy: Link | None
    roles: tuple[Link, ...]
    areas: tuple[AreaName, ...]
    area: AreaName
    places: tuple[NearArea, ...]
    received: tuple[Received, ...]
    edition: str


def agency_page(edition, agency, area, *, language, now):
    """The page of an agency, as the rules of an area use it now."""
    day, words = now.date(), Words(edition.catalogue, language, area.units)
    catalogue = edition.catalogue
    roles = tuple(Link("role", one.id, name_of(one, language)) for one in catalogue.roles.values()
                  if agency.id in one.works_at)
    return AgencyPage(
        about("agency", agency, edition, language=language, day=day), said(agency.short, language),
        task(agency, edition, words),
        link_to(catalogue, agency.when_closed, language) if agency.when_closed else None, roles,
        area_names(edition.ruleset, words, area.id), area_name(area, words),
        units_near(edition, area, [agency.id], words=words, now=now),
        received_by(edition.ruleset, area, kinds_of(area, agency.id), words=words, day=day), edition.id,
    )
