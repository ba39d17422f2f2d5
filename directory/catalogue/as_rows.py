"""A record of the catalogue → the rows that it is stored as, each with its table. `rows.py` is the way back."""

from functools import lru_cache
from uuid import UUID, uuid5

from directory.catalogue import models

NAMESPACE = UUID("6f0d1d43-90f4-5d0c-9d0c-2f1f6e1d7a55")  # any UUID, but never another: every id of a row rests on it
NEEDS = "needs"  # the one taxonomy
COUNTRY = "SE"
HEADS: dict[str, tuple] = {  # by kind: the table of the row that stands for a record, and the kind where two share one
    "areas": (models.Area,), "groups": (models.TaxonomyTerm, "groups"), "needs": (models.TaxonomyTerm, "needs"),
    "agencies": (models.Agency,), "roles": (models.Role,), "processes": (models.Process,), "inputs": (models.Input,),
    "units": (models.ServiceAtLocation, "units"), "national": (models.ServiceAtLocation, "national"),
    "secrecies": (models.Secrecy,), "parties": (models.Party,), "contact_paths": (models.ContactPath,),
}


@lru_cache(4096)  # areas, owners and kinds are named again and again
def id_of(table, *keys):
    """The UUID of a row: the same wherever the same seed is loaded."""
    return str(uuid5(NAMESPACE, "\0".join((table.__tablename__, *map(str, keys)))))


def head_id(kind, one):
    """The UUID of the row that stands for a record."""
    return id_of(*HEADS[kind], one)


def taxonomy(_name, _position):
    row = {"id": id_of(models.Taxonomy, NEEDS), "name": NEEDS, "version": None,
           "description": "What a child may need, in groups that a family chooses among."}
    return [(models.Taxonomy, row)]


def organization(name, _position):
    row = {"id": id_of(models.Organization, name), "name": name, "description": {}, "email": None, "website": None}
    return [(models.Organization, row)]


def area(one, position):
    within = head_id("areas", one.within) if one.within else None
    return [(models.Area, {**_written("areas", one, position), "name": one.name, "kind": one.kind,
                           "within_id": within})]


def group(one, position):
    row = {**_written("groups", one, position), "parent_id": None, "description": one.hint, "synonyms": [],
           "english": [], "call_112": one.call_112, "same_day": one.same_day, "sources": list(one.sources)}
    return [_term(one, row)]


def need(one, position):
    row = {**_written("needs", one, position), "parent_id": head_id("groups", one.group),
           "description": one.description, "synonyms": list(one.synonyms), "english": list(one.english),
           "call_112": {}, "same_day": {}, "sources": []}
    return [_term(one, row)]


def _term(one, row):
    return models.TaxonomyTerm, {**row, "taxonomy_id": id_of(models.Taxonomy, NEEDS), "name": one.name}


def agency(one, position):
    row = {**_receiving("agencies", one, position), "short": one.short, "access": sorted(one.access),
           "signs": one.signs, "when_closed": one.when_closed}
    return [(models.Agency, row), *_attributes(models.Agency, row["id"], one), *_neighbours(models.Agency, row, one)]


def role(one, position):
    row = _receiving("roles", one, position)
    places = [(models.RoleAgency, {"id": id_of(models.RoleAgency, one.id, index), "role_id": row["id"],
                                   "agency_id": head_id("agencies", handle), "position": index})
              for index, handle in enumerate(one.works_at)]
    return [(models.Role, row), *places, *_attributes(models.Role, row["id"], one),
            *_neighbours(models.Role, row, one)]


def process(one, position):
    row = _helping("processes", one, position)
    return [(models.Process, row), *_neighbours(models.Process, row, one)]


def secrecy(one, position):
    return [(models.Secrecy, _described("secrecies", one, position))]


def party(one, position):
    return [(models.Party, {**_written("parties", one, position), "name": one.name})]


def contact_path(one, position):
    row = {**_written("contact_paths", one, position), "from_party_id": head_id("parties", one.from_party),
           "to_party_id": head_id("parties", one.to_party), "way": one.way, "state": one.state,
           "answer_within_days": one.answer_within_days, "meeting_within_days": one.meeting_within_days,
           "note": one.note, "sources": list(one.sources)}
    areas = [(models.ContactPathArea, {"id": id_of(models.ContactPathArea, one.id, index), "position": index,
                                       "contact_path_id": row["id"], "area_id": head_id("areas", handle)})
             for index, handle in enumerate(one.areas)]
    return [(models.ContactPath, row), *areas]


def input_words(one, position):
    row = {**_written("inputs", one, position), "name": one.name, "asked": one.asked}
    values = [(models.InputValue, {"id": id_of(models.InputValue, one.id, value), "input_id": row["id"],
                                   "position": index, "value": value, "name": name, "short": one.short[value]})
              for index, (value, name) in enumerate(one.values.items())]
    return [(models.Input, row), *values]


def unit(one, position):
    return _unit(one, position, national=False)


def national(one, position):
    return _unit(one, position, national=True)


def _unit(one, position, *, national):
    kind = "national" if national else "units"
    service, location = id_of(models.Service, kind, one.id), id_of(models.Location, kind, one.id)
    head = {**_written(kind, one, position), "service_id": service, "location_id": location,
            "description": one.note, "national": national, "party": one.party, "opens_on": one.opens_on,
            "closes_on": one.closes_on, "when_closed": one.when_closed, "read_on": one.read_on,
            "sources": list(one.sources)}
    return [
        (models.Location, {"id": location, "location_type": models.PHYSICAL if one.address else models.VIRTUAL}),
        (models.Service, _service(one, service)),
        (models.ServiceAtLocation, head),
        (models.ServiceArea, {"id": id_of(models.ServiceArea, head["id"]), "service_at_location_id": head["id"],
                              "area_id": head_id("areas", one.area)}),
        *_address(one, location), *_contact(one, head["id"]), *_schedules(one.schedules, head["id"], None),
        *_phones(one, head["id"])]


def _service(one, service):
    organization_id = id_of(models.Organization, one.organization) if one.organization else None
    return {"id": service, "organization_id": organization_id, "agency_id": head_id("agencies", one.agency),
            "name": one.name, "url": one.url, "status": models.ACTIVE, "minimum_age": one.minimum_age,
            "maximum_age": one.maximum_age, "assured_date": one.assured_date}


def _address(one, location):
    if one.address:
        yield models.Address, {
            "id": id_of(models.Address, location), "location_id": location, "address_1": one.address, "city": None,
            "state_province": None, "postal_code": None, "country": COUNTRY, "address_type": models.PHYSICAL}


def _contact(one, head):
    if one.email:
        yield models.Contact, {"id": id_of(models.Contact, head), "service_at_location_id": head, "department": None,
                               "email": one.email}


def _phones(one, head):
    for index, phone in enumerate(one.phones):
        phone_id = id_of(models.Phone, head, index)
        yield models.Phone, {"id": phone_id, "service_at_location_id": head, "position": index,
                             "number": phone.number, "description": phone.text, "confirmed": phone.confirmed,
                             "audience": phone.audience}
        if phone.hours:
            yield _hours(phone.hours, head, phone_id)
        yield from _schedules(phone.schedules, head, phone_id)


def _hours(words, head, phone_id):
    row = dict.fromkeys(("freq", "byday", "opens_at", "closes_at", "holidays"))
    return models.Schedule, {**row, "id": id_of(models.Schedule, phone_id), "service_at_location_id": head,
                             "phone_id": phone_id, "description": words, "position": 0}


def _schedules(schedules, head, phone_id):
    for index, one in enumerate(schedules):
        yield models.Schedule, {
            "id": id_of(models.Schedule, phone_id or head, index), "service_at_location_id": head, "phone_id": phone_id,
            "description": {}, "freq": models.WEEKLY, "byday": ",".join(one.days).upper(), "opens_at": one.opens,
            "closes_at": one.closes, "holidays": one.holidays, "position": index}


def _attributes(table, row_id, one):
    for handle in sorted(one.receives):
        yield models.Attribute, {"id": id_of(models.Attribute, row_id, handle), "link_id": row_id,
                                 "link_entity": table.__tablename__, "link_type": "receives",
                                 "taxonomy_term_id": head_id("needs", handle)}


def _neighbours(table, row, one):
    for index, other in enumerate(one.confused_with):
        yield models.Neighbour, {"id": id_of(models.Neighbour, row["id"], index), "link_id": row["id"],
                                 "link_entity": table.__tablename__, "position": index, "other": other.id,
                                 "difference": other.difference}


def _receiving(kind, one, position):
    return {**_helping(kind, one, position), "organization": list(one.organization), "levels": sorted(one.levels),
            "first_month": one.ages.first, "last_month": one.ages.last, "access_note": one.access_note,
            "where": one.where, "open_to": list(one.open_to), "secrecy": one.secrecy,
            "duty_to_report": one.duty_to_report}


def _helping(kind, one, position):
    return {**_described(kind, one, position), "synonyms": list(one.synonyms), "english": list(one.english),
            "does_not": one.does_not}


def _described(kind, one, position):
    return {**_written(kind, one, position), "name": one.name, "description": one.description, "legal": one.legal,
            "sources": list(one.sources)}


def _written(kind, one, position):
    return {"id": head_id(kind, one.id), "handle": one.id, "file": one.place.file, "line": one.place.line,
            "position": position}
