"""What the filters of a query let through."""

from directory.search.query import SearchQuery


def passes(index, hit, query: SearchQuery):
    """Whether a hit, or whatever else has a kind and an id, is what the filters ask for; a unit is as its agency is."""
    if query.kind and hit.kind != query.kind:
        return False
    if hit.kind in ("agency", "role"):
        return _record_passes(index, hit.kind, record_of(index, hit), query)
    if hit.kind == "unit":
        agency = index.catalogue.agencies.get(index.catalogue.unit(hit.id).agency)
        return agency is not None and _record_passes(index, "agency", agency, query)
    if hit.kind == "need" and query.need:
        return hit.id == query.need
    return all(one is None for one in (query.organization, query.level, query.age, query.access, query.need))


def record_of(index, hit):
    """The agency or role of a hit, or None."""
    records = {"agency": index.catalogue.agencies, "role": index.catalogue.roles}.get(hit.kind, {})
    return records.get(hit.id)


def _record_passes(index, kind, record, query):
    return ((query.organization is None or query.organization in record.organization)
            and (query.level is None or query.level in record.levels)
            and (query.age is None or query.age in record.ages)
            and (query.need is None or query.need in record.receives)
            and (query.access is None or query.access in _access(index, kind, record)))


def _access(index, kind, record):
    """The ways in to an agency; a role has those of where it works."""
    if kind == "agency":
        return record.access
    agencies = index.catalogue.agencies
    return frozenset().union(*(agencies[one].access for one in record.works_at if one in agencies))
