"""Files → an edition: the rules are proved against the catalogue, and what has errors is not published."""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from directory.catalogue import Catalogue, load_seed
from directory.errors import RulesNotProved
from directory.rules import Knowledge, Record, Ruleset, load, verify


@dataclass(frozen=True, slots=True, weakref_slot=True, eq=False)
class Edition:
    """One immutable picture of everything that answers are given from. `id` is the hash of its content."""

    id: str
    ruleset: Ruleset
    catalogue: Catalogue

    @property
    def inputs(self):
        """What a case may say."""
        return self.ruleset.base.inputs


def knowledge_of(catalogue):
    """What the rules may ask of a catalogue."""
    records = {one.id: Record(one.ages, one.levels, one.receives, one.access) for one in catalogue.agencies.values()}
    units = {*catalogue.units, *(one.id for one in catalogue.national.values())}
    ids = {*catalogue.agencies, *catalogue.roles, *catalogue.processes, *units}
    return Knowledge(records, frozenset(units), frozenset(ids))


def build(rules_folder, seed_folder, *, day: date):
    """The edition of two folders.

    :param day: the day on which sources and waivers are judged
    :raises RulesNotProved: the rules or the catalogue have errors; it holds the findings
    """
    catalogue, faults = load_seed(seed_folder)
    if catalogue is None:
        raise RulesNotProved(tuple(faults))
    verdict = verify(load(rules_folder), day=day, knowledge=knowledge_of(catalogue))
    if not verdict.ok:
        raise RulesNotProved(tuple(one for one in verdict.findings if one.level == "error"))
    return Edition(edition_id(verdict.hash, catalogue.hash), verdict.ruleset, catalogue)


def edition_id(rules_hash, catalogue_hash):
    """The id of what these rules and this catalogue are together."""
    return sha256(f"{rules_hash}\0{catalogue_hash}".encode()).hexdigest()[:16]
