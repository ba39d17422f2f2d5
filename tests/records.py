"""Records of the catalogue for tests, of which a test names what matters, and small catalogues of them."""

from directory.ages import parse_ages
from directory.catalogue import (
    DAYS, Agency, Area, Catalogue, ContactPath, Need, NeedGroup, Party, Phone, Process, Role, Schedule, Secrecy, Unit)
from directory.catalogue.content import KINDS, hash_of
from directory.catalogue.records import InputWords
from directory.findings import Place

PLACE = Place("seed/small.yaml", 3)
DESCRIBED = {"place": PLACE, "description": {"sv": "Hjälper."}, "legal": None, "sources": ("LAW",)}
HELPING = {**DESCRIBED, "synonyms": ()}
RECEIVING = {**HELPING, "organization": ("region",), "levels": frozenset({"bas"}), "ages": parse_ages("0-17"),
             "receives": frozenset({"worry"}), "access_note": {}}


def make_area(one="land", **said):
    return Area(**{"id": one, "place": PLACE, "name": {"sv": one}, "kind": "nation", "within": None, **said})


def make_group(one="mind", **said):
    return NeedGroup(**{"id": one, "place": PLACE, "name": {"sv": one}, "hint": {"sv": "Ledsen"}, **said})


def make_need(one="worry", **said):
    return Need(**{"id": one, "place": PLACE, "name": {"sv": one}, "group": "mind", "synonyms": (), **said})


def make_agency(one="clinic", **said):
    return Agency(**{**RECEIVING, "id": one, "name": {"sv": one}, "short": {}, "access": frozenset({"self"}), **said})


def make_role(one="nurse", **said):
    return Role(**{**RECEIVING, "id": one, "name": {"sv": one}, "works_at": ("clinic",), **said})


def make_process(one="sip", **said):
    return Process(**{**HELPING, "id": one, "name": {"sv": one}, **said})


def make_input(one="level", **said):
    values = {"low": {"sv": "Lite"}, "high": {"sv": "Mycket"}}
    return InputWords(**{"id": one, "place": PLACE, "name": {"sv": one}, "asked": None, "values": values,
                         "short": values, **said})


def make_phone(number="0980-319201", **said):
    return Phone(**{"number": number, "text": {}, "hours": {}, "confirmed": False, **said})


def make_unit(one="north", **said):
    return Unit(**{"id": one, "place": PLACE, "agency": "clinic", "area": "land", "name": {"sv": one},
                   "organization": "Region Norr", "phones": (make_phone(),), "email": None, "url": None,
                   "address": None, "note": {}, "assured_date": None, "sources": ("LAW",), **said})


def make_schedule(days="mo tu we th fr", opens="08:00", closes="16:00", **said):
    """Hours on weekdays that are named in a row, or `every` day."""
    return Schedule(DAYS if days == "every" else tuple(days.split()), opens, closes, **said)


def make_secrecy(one="care", **said):
    return Secrecy(**{**DESCRIBED, "id": one, "name": {"sv": one}, **said})


def make_party(one="town", **said):
    return Party(**{"id": one, "place": PLACE, "name": {"sv": one}, **said})


def make_path(one="town-office", **said):
    return ContactPath(**{"id": one, "place": PLACE, "from_party": "town", "to_party": "office", "areas": ("land",),
                          "state": "working", "sources": ("LAW",), "way": {"sv": "Skriv."}, **said})


def make_catalogue(**kinds):
    """A catalogue with one record of each kind; a kind that is named has those records and no other."""
    records = {"areas": [make_area()], "groups": [make_group()], "needs": [make_need()], "agencies": [make_agency()],
               "roles": [make_role()], "processes": [make_process()], "inputs": [make_input()],
               "units": [make_unit()], "national": [], "secrecies": [],
               "parties": [], "contact_paths": [], **kinds}
    by_id = {kind: {one.agency if kind == "national" else one.id: one for one in records[kind]} for kind in KINDS}
    return Catalogue(**by_id, hash=hash_of(records))
