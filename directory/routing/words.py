"""The names that people read for what rules speak of. Without a catalogue an id is its own name."""

from collections.abc import Mapping
from dataclasses import dataclass

from directory.ages import MONTHS, Ages, parse_ages
from directory.catalogue import Catalogue
from directory.findings import say
from directory.i18n import pick, translator
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

    def short_of(self, kind) -> Mapping[str, str]:
        """The short name of a kind of unit by language, where it has one; else the whole."""
        agency = self.catalogue.agencies.get(kind) if self.catalogue else None
        return agency.short if agency and agency.short else self.texts_of(kind)

    def ages(self, ages: Ages):
        """A stretch of ages as people write it: `6–17`, `9`."""
        if ages.first == ages.last:
            return self.age(ages.first)
        years, rest = divmod(ages.last + 1, MONTHS)
        first, last = self.age(ages.first), self.age(ages.last) if rest else str(years - 1)
        return first if first == last else f"{first}–{last}"

    def written_ages(self, text):
        """An age or a stretch of ages, given as a rule file has it (`9y6m`, `6-17`), as people write it."""
        return self.ages(parse_ages(text))

    def age(self, months):
        """An age as people write it: `9`, `17 years 8 months`."""
        years, rest = divmod(months, MONTHS)
        if not rest:
            return str(years)
        return say("%(years)s years %(months)s months", years=years, months=rest).text(translator(self.language))

    def need(self, need):
        return self._named("needs", need, need)

    def needs_by_group(self, needs):
        """Needs under the headings of the catalogue, in its order: pairs of heading and needs.

        Needs that it does not know stand last, under None.
        """
        if self.catalogue is None:
            return ((None, tuple(needs)),)
        known = self.catalogue.needs
        headings = {one.id: pick(one.name, self.language) for one in self.catalogue.groups.values()}
        group_of = {need: known[need].group if need in known else None for need in needs}
        found = [(name, tuple(need for need in needs if group_of[need] == group))
                 for group, name in [*headings.items(), (None, None)]]
        return tuple((name, inside) for name, inside in found if inside)

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

    def in_full(self, name, value):
        """The words for a value of an input that say all of it; the short ones where there are no others."""
        record = self.catalogue.inputs.get(name) if self.catalogue else None
        known = record.values.get(value) if record else None
        return pick(known, self.language) if known else self.value(name, value)
