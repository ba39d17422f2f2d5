"""Every word that rule files declare: what checks/words.py looks words up in."""

from collections.abc import Mapping, Set
from dataclasses import dataclass

from directory.rules.assemble import input_values
from directory.rules.model import EVERYONE, MUNICIPALITY, NATION, REGION, STAGES


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Every word there is: `values` by input, `ages`, `askers`, `groups`, `units` by layer, ids of `rules` by layer,
    `sources`, and `parents` by area."""

    values: Mapping[str, Set[str]]
    ages: object
    askers: Set[str]
    groups: Set[str]
    units: Mapping[str, Set[str]]
    rules: Mapping[str, Set[str]]
    sources: Set[str]
    parents: Mapping[str, str | None]
    whole: bool

    def above(self, area):
        """The area and every layer above it."""
        seen = set()  # layers that lie within each other are a fault of their own
        while area is not None and area in self.parents and area not in seen:
            yield area
            seen.add(area)
            area = self.parents[area]

    @property
    def units_of_all(self):
        """The units that the layers which lie within no other declare: those that there are everywhere."""
        return {unit for layer, parent in self.parents.items() if parent is None for unit in self.units_in(layer)}

    def units_in(self, area):
        """The units that an area and the layers above it declare."""
        return {unit for layer in self.above(area) for unit in self.units.get(layer, ())}

    def rules_in(self, area):
        """As `units_in`, for the ids of rules."""
        return {rule for layer in self.above(area) for rule in self.rules.get(layer, ())}


def vocabulary_of(sheets, *, whole=True):
    """The words that the sheets declare, or None where no nation layer says which inputs there are."""
    inputs = next((one.data for sheet in sheets for one in sheet.entries.get("inputs", ())), None)
    if inputs is None:
        return None
    units, rules, parents, sources, groups = {}, {}, {}, set(), {EVERYONE}
    for sheet in sheets:
        if sheet.kind in (NATION, REGION, MUNICIPALITY):
            parents[sheet.id] = sheet.fields.get("within", parents.get(sheet.id))
            units.setdefault(sheet.id, set()).update(key for key in sheet.top.get("units", ()) or ()
                                                     if isinstance(key, str))
            rules.setdefault(sheet.id, set()).update(_rule_ids(sheet))
        sources.update(_raw_ids(sheet, "sources"))
        groups.update(sheet.fields.get("askers", ()))
    askers = set(inputs.get("from", ()))
    values = {name: frozenset(allowed) for name, allowed in input_values(inputs).items()}
    return Vocabulary(values, inputs["age"], askers, groups, units, rules, sources, parents, whole)


def _rule_ids(sheet):
    """Ids of rules even where the entry itself is faulty, so that one fault does not make two findings."""
    return _raw_ids(sheet, *STAGES, "replaces", "open")


def _raw_ids(sheet, *sections):
    for section in sections:
        for raw in sheet.top.get(section) or ():
            if isinstance(raw, dict) and isinstance(raw.get("id"), str):
                yield raw["id"]
