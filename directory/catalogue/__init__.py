"""What the catalogue knows: roles, agencies, needs, areas and units. Names are those of HSDS where HSDS has them."""

from directory.catalogue.records import Agency, Area, Catalogue, Need, NeedGroup, Phone, Process, Role, Unit
from directory.catalogue.seed import load_seed

__all__ = ["Agency", "Area", "Catalogue", "Need", "NeedGroup", "Phone", "Process", "Role", "Unit", "load_seed"]
