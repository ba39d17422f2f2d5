"""The page of a role: what somebody in it does and does not, where they work, and when questions come there."""

from dataclasses import dataclass, replace

from directory.routing import Received, Words, kinds_of, received_by
from directory.web.areas import AreaName, area_name, area_names
from directory.web.staff.near import NearArea, units_near
from directory.web.staff.records import About, Link, Task, about, link_to, task


@dataclass(frozen=True, slots=True)
class RolePage:
    """`works_at`: the agencies where the role is found; `received`: when one of them receives a need of the role."""

    about: About
    task: Task
    works_at: tuple[Link, ...]
    areas: tuple[AreaName, ...]
    area: AreaName
    places: tuple[NearArea, ...]
    received: tuple[Received, ...]
    edition: str


def role_page(edition, role, area, *, language, now):
    """The page of a role, as the rules of an area use its agencies now."""
    day, words = now.date(), Words(edition.catalogue, language, area.units)
    places = units_near(edition, area, role.works_at, words=words, now=now)
    return RolePage(
        about("role", role, edition, language=language, day=day), task(role, edition, words),
        tuple(filter(None, (link_to(edition.catalogue, one, language) for one in role.works_at))),
        area_names(edition.ruleset, words, area.id), area_name(area, words), places,
        tuple(_of_role(role, edition, area, words, day)), edition.id,
    )


def _of_role(role, edition, area, words, day):
    """What the agencies of the role receive, without the needs that others there take."""
    kinds = {kind for agency in role.works_at for kind in kinds_of(area, agency)}
    for one in received_by(edition.ruleset, area, kinds, words=words, day=day):
        needs = tuple(need for need in one.needs if need.id in role.receives)
        if needs:
            yield replace(one, needs=needs, every=False)
