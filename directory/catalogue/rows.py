"""Rows → the catalogue that they were made of; `as_rows.py` is the way there."""

from collections import defaultdict

from sqlalchemy import and_, select

from directory.ages import Ages
from directory.catalogue import models
from directory.catalogue.content import hash_of
from directory.catalogue.records import (
    Agency, Area, Catalogue, ContactPath, InputWords, Need, NeedGroup, Neighbour, Party, Phone, Place, Process, Role,
    Schedule, Secrecy, Unit, nothing)


def catalogue_from(session):
    """The catalogue that the tables hold, equal to that of the seed which was loaded into them."""
    receives = _gathered(session, select(models.Attribute.link_id, models.TaxonomyTerm.handle)
                         .join(models.TaxonomyTerm).where(models.Attribute.link_type == "receives"))
    neighbours, (units, national) = _neighbours(session), _units(session)
    records = {
        "areas": _areas(session), "groups": _groups(session), "needs": _needs(session),
        "agencies": _agencies(session, receives, neighbours), "roles": _roles(session, receives, neighbours),
        "processes": _processes(session, neighbours), "inputs": _inputs(session), "units": units,
        "national": national, "secrecies": _secrecies(session), "parties": _parties(session),
        "contact_paths": _contact_paths(session),
    }
    by_id = {kind: {one.agency if kind == "national" else one.id: one for one in found}
             for kind, found in records.items()}
    return Catalogue(**by_id, hash=hash_of(records))


def _areas(session):
    ids = dict(session.execute(select(models.Area.id, models.Area.handle)).all())
    return [Area(**_written(row), name=row.name, kind=row.kind, within=ids.get(row.within_id))
            for row in _all(session, models.Area)]


def _groups(session):
    return [NeedGroup(**_written(row), name=row.name, hint=row.description, call_112=row.call_112 or nothing(),
                      same_day=row.same_day or nothing(), sources=tuple(row.sources))
            for row in _all(session, models.TaxonomyTerm) if row.parent_id is None]


def _needs(session):
    rows = _all(session, models.TaxonomyTerm)
    groups = {row.id: row.handle for row in rows if row.parent_id is None}
    return [Need(**_written(row), name=row.name, group=groups[row.parent_id], synonyms=tuple(row.synonyms),
                 description=row.description or nothing(), english=tuple(row.english))
            for row in rows if row.parent_id is not None]


def _agencies(session, receives, neighbours):
    return [Agency(**_receiving(row, receives, neighbours), short=row.short, access=frozenset(row.access),
                   signs=row.signs or nothing(), when_closed=row.when_closed)
            for row in _all(session, models.Agency)]


def _roles(session, receives, neighbours):
    works_at = _gathered(session, select(models.RoleAgency.role_id, models.Agency.handle).join(models.Agency)
                         .order_by(models.RoleAgency.position))
    return [Role(**_receiving(row, receives, neighbours), works_at=tuple(works_at[row.id]))
            for row in _all(session, models.Role)]


def _processes(session, neighbours):
    return [Process(**_helping(row, neighbours)) for row in _all(session, models.Process)]


def _neighbours(session):
    """What each record is confused with, by the id of its row."""
    table = models.Neighbour
    found = defaultdict(list)
    for key, other, difference in session.execute(
            select(table.link_id, table.other, table.difference).order_by(table.position)):
        found[key].append(Neighbour(other, difference))
    return found


def _secrecies(session):
    return [Secrecy(**_described(row)) for row in _all(session, models.Secrecy)]


def _parties(session):
    return [Party(**_written(row), name=row.name) for row in _all(session, models.Party)]


def _contact_paths(session):
    parties = dict(session.execute(select(models.Party.id, models.Party.handle)).all())
    areas = _gathered(session, select(models.ContactPathArea.contact_path_id, models.Area.handle).join(models.Area)
                      .order_by(models.ContactPathArea.position))
    return [ContactPath(
        **_written(row), from_party=parties[row.from_party_id], to_party=parties[row.to_party_id],
        areas=tuple(areas[row.id]), state=row.state, sources=tuple(row.sources), way=row.way or nothing(),
        answer_within_days=row.answer_within_days, meeting_within_days=row.meeting_within_days,
        note=row.note or nothing()) for row in _all(session, models.ContactPath)]


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
    schedules = _schedules(session)
    phones, found = _phones(session, schedules), ([], [])
    unit, service = models.ServiceAtLocation, models.Service
    columns = (
        unit.id, unit.handle, unit.file, unit.line, unit.national, unit.description, unit.sources, unit.party,
        unit.opens_on, unit.closes_on, unit.when_closed, unit.read_on, service.name, service.url, service.assured_date,
        service.minimum_age, service.maximum_age,
        models.Agency.handle.label("agency"), models.Area.handle.label("area"),
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
            address=row.address_1, note=row.description, assured_date=row.assured_date, sources=tuple(row.sources),
            party=row.party, opens_on=row.opens_on, closes_on=row.closes_on, when_closed=row.when_closed,
            schedules=tuple(schedules.get((row.id, None), ())), read_on=row.read_on,
            minimum_age=row.minimum_age, maximum_age=row.maximum_age))
    return found


def _phones(session, schedules):
    """The phones of each unit, by the id of its row."""
    found = defaultdict(list)
    words = and_(models.Schedule.phone_id == models.Phone.id, models.Schedule.freq.is_(None))
    query = (select(models.Phone.__table__, models.Schedule.description.label("hours"))
             .outerjoin(models.Schedule, words).order_by(models.Phone.position))
    for row in session.execute(query):
        unit = row.service_at_location_id
        found[unit].append(Phone(row.number, row.description, row.hours or nothing(), row.confirmed, row.audience,
                                 tuple(schedules.get((unit, row.id), ()))))
    return found


def _schedules(session):
    """The hours that can be counted with, by the ids of the rows of the unit and of the phone, None for its own."""
    found, table = defaultdict(list), models.Schedule
    query = select(table.__table__).where(table.freq.is_not(None)).order_by(table.position)
    for row in session.execute(query):
        found[row.service_at_location_id, row.phone_id].append(
            Schedule(tuple(row.byday.lower().split(",")), row.opens_at, row.closes_at, row.holidays))
    return found


def _all(session, table):
    return session.execute(select(table.__table__).order_by(table.position)).all()


def _gathered(session, query):
    """The second column of a query's rows, by the first."""
    found = defaultdict(list)
    for key, value in session.execute(query):
        found[key].append(value)
    return found


def _receiving(row, receives, neighbours):
    return {**_helping(row, neighbours), "organization": tuple(row.organization), "levels": frozenset(row.levels),
            "ages": Ages(row.first_month, row.last_month), "access_note": row.access_note,
            "receives": frozenset(receives[row.id]), "where": row.where or nothing(), "open_to": tuple(row.open_to),
            "secrecy": row.secrecy, "duty_to_report": row.duty_to_report}


def _helping(row, neighbours):
    return {**_described(row), "synonyms": tuple(row.synonyms), "english": tuple(row.english),
            "does_not": row.does_not or nothing(), "confused_with": tuple(neighbours[row.id])}


def _described(row):
    return {**_written(row), "name": row.name, "description": row.description, "legal": row.legal,
            "sources": tuple(row.sources)}


def _written(row):
    return {"id": row.handle, "place": Place(row.file, row.line)}
