"""Rows → the catalogue that they were made of; `as_rows.py` is the way there."""

from collections import defaultdict

from sqlalchemy import select

from directory.ages import Ages
from directory.catalogue import models
from directory.catalogue.content import hash_of
from directory.catalogue.records import (
    Agency, Area, Catalogue, InputWords, Need, NeedGroup, Phone, Place, Process, Role, Unit)


def catalogue_from(session):
    """The catalogue that the tables hold, equal to that of the seed which was loaded into them."""
    receives = _gathered(session, select(models.Attribute.link_id, models.TaxonomyTerm.handle)
                         .join(models.TaxonomyTerm).where(models.Attribute.link_type == "receives"))
    units, national = _units(session)
    records = {
        "areas": _areas(session), "groups": _groups(session), "needs": _needs(session),
        "agencies": _agencies(session, receives), "roles": _roles(session, receives),
        "processes": _processes(session), "inputs": _inputs(session), "units": units, "national": national,
    }
    by_id = {kind: {one.agency if kind == "national" else one.id: one for one in found}
             for kind, found in records.items()}
    return Catalogue(**by_id, hash=hash_of(records))


def _areas(session):
    ids = dict(session.execute(select(models.Area.id, models.Area.handle)).all())
    return [Area(**_written(row), name=row.name, kind=row.kind, within=ids.get(row.within_id))
            for row in _all(session, models.Area)]


def _groups(session):
    return [NeedGroup(**_written(row), name=row.name, hint=row.description)
            for row in _all(session, models.TaxonomyTerm) if row.parent_id is None]


def _needs(session):
    rows = _all(session, models.TaxonomyTerm)
    groups = {row.id: row.handle for row in rows if row.parent_id is None}
    return [Need(**_written(row), name=row.name, group=groups[row.parent_id], synonyms=tuple(row.synonyms))
            for row in rows if row.parent_id is not None]


def _agencies(session, receives):
    return [Agency(**_receiving(row, receives), short=row.short, access=frozenset(row.access))
            for row in _all(session, models.Agency)]


def _roles(session, receives):
    works_at = _gathered(session, select(models.RoleAgency.role_id, models.Agency.handle).join(models.Agency)
                         .order_by(models.RoleAgency.position))
    return [Role(**_receiving(row, receives), works_at=tuple(works_at[row.id])) for row in _all(session, models.Role)]


def _processes(session):
    return [Process(**_described(row)) for row in _all(session, models.Process)]


def _inputs(session):
    values = defaultdict(list)
    for row in session.execute(select(models.InputValue.__table__).order_by(models.InputValue.position)):
        values[row.input_id].append(row)
    return [InputWords(**_written(row), name=row.name, asked=row.asked,
                       values={one.value: one.name for one in values[row.id]},
                       short={one.value: one.short for one in values[row.id]})
            for row in _all(session, models.Input)]


def _units(session):
    """The units and the national ones."""
    phones, found = _phones(session), ([], [])
    unit, service = models.ServiceAtLocation, models.Service
    columns = (
        unit.id, unit.handle, unit.file, unit.line, unit.national, unit.description, unit.sources, service.name,
        service.url, service.assured_date, models.Agency.handle.label("agency"), models.Area.handle.label("area"),
        models.Organization.name.label("organization"), models.Address.address_1, models.Contact.email)
    query = (
        select(*columns).join(service, unit.service_id == service.id).join(models.Agency)
        .join(models.ServiceArea, models.ServiceArea.service_at_location_id == unit.id).join(models.Area)
        .outerjoin(models.Organization, service.organization_id == models.Organization.id)
        .outerjoin(models.Address, unit.location_id == models.Address.location_id)
        .outerjoin(models.Contact, models.Contact.service_at_location_id == unit.id).order_by(unit.position))
    for row in session.execute(query):
        found[row.national].append(Unit(
            row.handle, Place(row.file, row.line), agency=row.agency, area=row.area, name=row.name,
            organization=row.organization, phones=tuple(phones.get(row.id, ())), email=row.email, url=row.url,
            address=row.address_1, note=row.description, assured_date=row.assured_date, sources=tuple(row.sources)))
    return found


def _phones(session):
    """The phones of each unit, by the id of its row."""
    found = defaultdict(list)
    query = (select(models.Phone.__table__, models.Schedule.description.label("hours"))
             .outerjoin(models.Schedule, models.Schedule.phone_id == models.Phone.id).order_by(models.Phone.position))
    for row in session.execute(query):
        found[row.service_at_location_id].append(Phone(row.number, row.description, row.hours or {}, row.confirmed))
    return found


def _all(session, table):
    return session.execute(select(table.__table__).order_by(table.position)).all()


def _gathered(session, query):
    """The second column of a query's rows, by the first."""
    found = defaultdict(list)
    for key, value in session.execute(query):
        found[key].append(value)
    return found


def _receiving(row, receives):
    return {**_described(row), "organization": tuple(row.organization), "levels": frozenset(row.levels),
            "ages": Ages(row.first_month, row.last_month), "access_note": row.access_note,
            "receives": frozenset(receives[row.id])}


def _described(row):
    return {**_written(row), "name": row.name, "description": row.description, "synonyms": tuple(row.synonyms),
            "legal": row.legal, "sources": tuple(row.sources)}


def _written(row):
    return {"id": row.handle, "place": Place(row.file, row.line)}
