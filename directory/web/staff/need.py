"""The page of a need: what it is, who receives it by the rules of an area, and which roles and agencies take it."""

from dataclasses import dataclass

from directory.routing import Received, Said, Words, kind_name, receivers_of, said
from directory.rules.model import STAGES
from directory.web.areas import AreaName, area_name, area_names
from directory.web.staff.records import Link, link_to, name_of


@dataclass(frozen=True, slots=True)
class Receiving:
    """Who receives, and when. `link` is None where only the rules of the area know it."""

    name: Said
    link: Link | None
    received: tuple[Received, ...]


@dataclass(frozen=True, slots=True)
class NeedRecordPage:
    """`group` is the heading that families find the need under, `hint` its everyday words.

    `receiving`: who takes its ordinary cases; `before`: who takes those that the rules decide about first.
    """

    id: str
    name: Said
    group: Said
    hint: Said | None
    what: Said | None
    also_called: tuple[str, ...]
    english: tuple[str, ...]
    receiving: tuple[Receiving, ...]
    before: tuple[Receiving, ...]
    agencies: tuple[Link, ...]
    roles: tuple[Link, ...]
    areas: tuple[AreaName, ...]
    area: AreaName
    edition: str


def need_record_page(edition, need, area, *, language, now):
    """The page of a need in an area now."""
    catalogue = edition.catalogue
    day, words = now.date(), Words(catalogue, language, area.units)
    group = catalogue.groups[need.group]
    receivers = receivers_of(edition.ruleset, area, need.id, words=words, day=day)
    stages = {one.stage for receiver in receivers for one in receiver.received}
    ordinary = max(stages, key=STAGES.index)
    return NeedRecordPage(
        need.id, name_of(need, language), name_of(group, language), said(group.hint, language),
        said(need.description, language), need.synonyms, need.english,
        _receiving(receivers, {ordinary}, words), _receiving(receivers, stages - {ordinary}, words),
        _taking("agency", catalogue.agencies, need, language), _taking("role", catalogue.roles, need, language),
        area_names(edition.ruleset, words, area.id), area_name(area, words), edition.id,
    )


def _receiving(receivers, stages, words):
    """The receivers of the cases that some stages decide about."""
    found = ((one.kind, tuple(each for each in one.received if each.stage in stages)) for one in receivers)
    return tuple(Receiving(kind_name(kind, words), _link(kind, words), received)
                 for kind, received in found if received)


def _link(kind, words):
    """The agency of a kind of unit: itself, or what the rules of the area call it a kind of."""
    unit = words.units.get(kind)
    return link_to(words.catalogue, kind, words.language) or (
        link_to(words.catalogue, unit.kind_of, words.language) if unit else None)


def _taking(kind, records, need, language):
    return tuple(Link(kind, one.id, name_of(one, language)) for one in records.values() if need.id in one.receives)
