"""The tables of the catalogue: those of HSDS 3.1 under its names, and our own beside them (roles.py, areas.py)."""

from directory.catalogue.models.areas import Area, ServiceArea
from directory.catalogue.models.contact_paths import ContactPath, ContactPathArea, Party
from directory.catalogue.models.contacts import Contact, Phone
from directory.catalogue.models.languages import Language
from directory.catalogue.models.locations import PHYSICAL, VIRTUAL, Address, Location
from directory.catalogue.models.metadata import Metadata
from directory.catalogue.models.organizations import Organization
from directory.catalogue.models.roles import (
    Agency, Input, InputValue, Neighbour, Process, Role, RoleAgency, Secrecy)
from directory.catalogue.models.schedules import WEEKLY, Schedule
from directory.catalogue.models.services import ACTIVE, Service, ServiceAtLocation
from directory.catalogue.models.taxonomies import Attribute, Taxonomy, TaxonomyTerm

__all__ = [
    "ACTIVE", "PHYSICAL", "VIRTUAL", "WEEKLY", "Address", "Agency", "Area", "Attribute", "Contact", "ContactPath",
    "ContactPathArea", "Input", "InputValue", "Language", "Location", "Metadata", "Neighbour", "Organization", "Party",
    "Phone", "Process", "Role", "RoleAgency", "Schedule", "Secrecy", "Service", "ServiceArea", "ServiceAtLocation",
    "Taxonomy", "TaxonomyTerm",
]
