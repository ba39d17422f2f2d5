"""The names that people read for what rules speak of. Without a catalogue an id is its own name."""

from collections.abc import Mapping
from dataclasses import dataclass

from directory.catalogue import Catalogue
from directory.i18n import pick
from directory.rules.model import NEED, Unit


@dataclass(frozen=True, slots=True)
class Words:
    """The names in one language; `texts_of` gives a name in every language that it has."""

    catalogue: Catalogue | None
    language: str
    units: Mapping[str, Unit]

    def texts_of(self, kind) -> Mapping[str, str]:
        """The name of a kind of unit, a role or a process, by language."""
        unit = self.units.get(kind)
        if unit is not None and (self.catalogue is None or kind not in self.catalogue.agencies):
            return unit.name.by_language
        if self.catalogue is None:
            return {"": kind}
        for records in (self.catalogue.agencies, self.catalogue.roles, self.catalogue.processes):
            if kind in records:
                return records[kind].name
        return {"": kind}

    def unit(self, kind):
        texts = self.texts_of(kind)
        return texts[""] if "" in texts and self.language not in texts else pick(texts, self.language)

    def need(self, need):
        return self._named("needs", need, need)

    def area(self, area):
        return self._named("areas", area, area)

    def input(self, name):
        return self._named("inputs", name, name.rpartition(".")[2])

    def _named(self, records, one, otherwise):
        record = getattr(self.catalogue, records).get(one) if self.catalogue else None
        return pick(record.name, self.language) if record else otherwise

    def value(self, name, value):
        """The short words for a value of an input."""
        if name == NEED:
            return self.need(value)
        for key in (name, "answer"):
            record = self.catalogue.inputs.get(key) if self.catalogue else None
            if record and value in record.short:
                return pick(record.short[value], self.language)
        return value
