"""What the catalogue knows: roles, agencies, needs, areas and units. Names are those of HSDS where HSDS has them."""

from directory.catalogue.changes import ADDED, CHANGED, REMOVED, Change, Field
from directory.catalogue.confirmed import as_known, confirmed_until, is_ahead, is_gone, is_overdue
from directory.catalogue.doubts import Named, doubts
from directory.catalogue.holidays import is_holiday
from directory.catalogue.hours import Opening, open_at, opening_of
from directory.catalogue.loading import Loaded, load_into
from directory.catalogue.records import (
    DAYS, PROFESSIONALS, PUBLIC, Agency, Area, Catalogue, ContactPath, Need, NeedGroup, Neighbour, Party, Phone,
    Process, Role, Schedule, Secrecy, Unit)
from directory.catalogue.rows import catalogue_from
from directory.catalogue.seed import load_seed

__all__ = [
    "ADDED", "CHANGED", "DAYS", "PROFESSIONALS", "PUBLIC", "REMOVED", "Agency", "Area", "Catalogue", "Change",
    "ContactPath", "Field", "Loaded", "Named", "Need", "NeedGroup", "Neighbour", "Opening", "Party", "Phone",
    "Process", "Role", "Schedule", "Secrecy", "Unit", "as_known", "catalogue_from", "confirmed_until", "doubts",
    "is_ahead", "is_gone", "is_holiday", "is_overdue", "load_into", "load_seed", "open_at", "opening_of",
]
