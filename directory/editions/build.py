"""Files and a catalogue → an edition: the rules are proved against the catalogue; what has errors is not published."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from directory.catalogue import Catalogue, load_seed
from directory.editions.content import Content, Manifest, catalogue_of, content_of
from directory.errors import RulesNotProved
from directory.findings import ERROR, Finding
from directory.rules import Knowledge, Record, Ruleset, load, load_files, verify
from directory.search import Index, index_of
from directory.yaml_lines import yaml_files


@dataclass(frozen=True, slots=True, weakref_slot=True, eq=False, repr=False)
class Edition:
    """One immutable picture of everything that answers are given from. `id` is the hash of its content."""

    id: str
    ruleset: Ruleset
    catalogue: Catalogue
    manifest: Manifest
    index: Index

    def __repr__(self):
        return f"<Edition {self.id}>"  # all that it holds would be megabytes, in a test that fails as in a log

    @property
    def inputs(self):
        """What a case may say."""
        return self.ruleset.base.inputs


@dataclass(frozen=True, slots=True)
class Proved:
    """An edition that may be published, its content, and what was found that is no error."""

    edition: Edition
    content: Content
    findings: tuple[Finding, ...]


def knowledge_of(catalogue):
    """What the rules may ask of a catalogue."""
    records = {one.id: Record(one.ages, one.levels, one.receives, one.access) for one in catalogue.agencies.values()}
    units = {*catalogue.units, *(one.id for one in catalogue.national.values())}
    ids = {*catalogue.agencies, *catalogue.roles, *catalogue.processes, *units}
    return Knowledge(records, frozenset(units), frozenset(ids))


def within_of(folder):
    """What findings and rules call the folder that they lie in: its name, which says nothing of where it is."""
    return Path(folder).resolve().name


def rule_files(folder):
    """The bytes of every rule file of a folder by its name within it.

    :raises RulesNotProved: the folder, or a file in it, cannot be read
    """
    folder = Path(folder)
    paths = yaml_files(folder)
    try:
        if paths and all(path.is_file() for path in paths):
            return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
    except OSError:
        pass  # reading them as rules says which and why
    raise RulesNotProved(_errors(load(folder).findings))


def prove(files: Mapping[str, bytes], catalogue: Catalogue, *, day: date, within, known=None):
    """The edition of rule files and a catalogue, whole and proved.

    :param day: the day on which sources and waivers are judged
    :param within: as `within_of` gives it
    :param known: a dict that remembers what each rule file holds from one call to the next
    :raises RulesNotProved: there are errors; it holds the findings
    """
    verdict = verify(load_files(files, within=within, known=known), day=day, knowledge=knowledge_of(catalogue))
    if not verdict.ok:
        raise RulesNotProved(_errors(verdict.findings))
    content = content_of(files, catalogue)
    manifest = content.manifest
    made = catalogue_of(manifest, content.parts.__getitem__)
    return Proved(Edition(manifest.id, verdict.ruleset, made, manifest, index_of(made)), content, verdict.findings)


def build(rules_folder, seed_folder, *, day: date):
    """The edition of two folders.

    :param day: the day on which sources and waivers are judged
    :raises RulesNotProved: the rules or the catalogue have errors; it holds the findings
    """
    catalogue, faults = load_seed(seed_folder)
    if catalogue is None:
        raise RulesNotProved(tuple(faults))
    return prove(rule_files(rules_folder), catalogue, day=day, within=within_of(rules_folder)).edition


def _errors(findings):
    return tuple(one for one in findings if one.level == ERROR)
