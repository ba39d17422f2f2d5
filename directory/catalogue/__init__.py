"""What the catalogue knows: roles, agencies, needs, areas and units. Names are those of HSDS where HSDS has them."""

from directory.catalogue.changes import ADDED, CHANGED, REMOVED, Change, Field
from directory.catalogue.doubts import Named, doubts
from directory.catalogue.loading import Loaded, load_into
from directory.catalogue.records import Agency, Area, Catalogue, Need, NeedGroup, Phone, Process, Role, Unit
from directory.catalogue.rows import catalogue_from
from directory.catalogue.seed import load_seed

__all__ = [
    "ADDED", "CHANGED", "REMOVED", "Agency", "Area", "Catalogue", "Change", "Field", "Loaded", "Named", "Need",
    "NeedGroup", "Phone", "Process", "Role", "Unit", "catalogue_from", "doubts", "load_into", "load_seed",
]
