"""Whether every word of the rule files is known: needs, values, units, rules, sources, areas. An unknown one stops the proof."""

from collections.abc import Mapping, Set
from dataclasses import dataclass

from directory.findings import ERROR, Finding, say
from directory.rules.model import EVERYONE, FACTS, MEETING, MUNICIPALITY, NATION, NO, REGION, STAGES, TRIED, YES
from directory.rules.shape_faults import did_you_mean, show
from directory.rules.sheets import VIGNETTES

_WITHIN = {REGION: (NATION,), MUNICIPALITY: (REGION, NATION)}


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Every word there is: `values` by input, `ages`, `askers`, `groups`, `units` by layer, ids of `rules` by layer,
    `sources`, and `parents` by area."""

    values: Mapping[str, tuple[str, ...]]
    ages: object
    askers: Set[str]
    groups: Set[str]
    units: Mapping[str, Set[str]]
    rules: Mapping[str, Set[str]]
    sources: Set[str]
    parents: Mapping[str, str | None]

    def above(self, area):
        """The area and every layer above it."""
        while area is not None and area in self.parents:
            yield area
            area = self.parents[area]

    def units_in(self, area):
        return {unit for layer in self.above(area) for unit in self.units.get(layer, ())}

    def rules_in(self, area):
        return {rule for layer in self.above(area) for rule in self.rules.get(layer, ())}


def input_values(inputs):
    """The values of each input but age, the default first; inputs that are left out have their usual values."""
    values = {"need": inputs["need"], "level": inputs["level"], "acute": inputs.get("acute", (NO, YES))}
    values |= {TRIED + flag: (NO, YES) for flag in inputs.get("tried", ())}
    return values | {FACTS + fact: allowed for fact, allowed in inputs.get("facts", {}).items()}


def vocabulary_of(sheets):
    """The words that the sheets declare, or None where no nation layer says which inputs there are."""
    inputs = next((one.data for sheet in sheets for one in sheet.entries.get("inputs", ())), None)
    if inputs is None:
        return None
    units, rules, parents, sources, groups = {}, {}, {}, set(), {EVERYONE}
    for sheet in sheets:
        if sheet.kind in (NATION, REGION, MUNICIPALITY):
            parents[sheet.id] = sheet.fields.get("within", parents.get(sheet.id))
            units.setdefault(sheet.id, set()).update(key for key in sheet.top.get("units", ()) or ())
            rules.setdefault(sheet.id, set()).update(_rule_ids(sheet))
        sources.update(one.id for one in sheet.entries.get("sources", ()))
        groups.update(sheet.fields.get("askers", ()))
    askers = set(inputs.get("from", ()))
    return Vocabulary(input_values(inputs), inputs["age"], askers, groups, units, rules, sources, parents)


def _rule_ids(sheet):
    """Ids of rules even where the entry itself is faulty, so that one fault does not make two findings."""
    for section in (*STAGES, "replaces"):
        for raw in sheet.top.get(section) or ():
            if isinstance(raw, dict) and isinstance(raw.get("id"), str):
                yield raw["id"]


def word_faults(sheet, words):
    """The findings on one sheet."""
    reader = _Reader(sheet, words)
    for section, entries in sheet.entries.items():
        for entry in entries:
            reader.read(section, entry)
    reader.read_fields()
    return reader.faults


class _Reader:
    def __init__(self, sheet, words):
        self.sheet, self.words, self.faults = sheet, words, []
        self.units = words.units_in(sheet.id)

    def fault(self, entry, path, message, hint=None):
        line = entry.line_of(*path) if entry else self.sheet.line_of(*path)
        ids = (entry.id,) if entry else (self.sheet.id,)
        self.faults.append(Finding("words", ERROR, self.sheet.file, line, message, hint, ids))

    def look_up(self, entry, path, word, known, what):
        if word not in known:
            where = f"{entry.section} {entry.id}" if entry else f"{self.sheet.kind} {self.sheet.id}"
            message = say("%(where)s: %(key)s names an unknown %(what)s: %(word)s.", where=where,
                          key=".".join(map(str, path)), what=what, word=show(word))
            hint = did_you_mean(word, known) or say("Declare it, or use a word that exists.")
            self.fault(entry, path, message, hint)

    def unit(self, entry, path, word):
        if word != MEETING or MEETING in self.units:
            self.look_up(entry, path, word, self.units, say("unit"))

    def when(self, entry, when, path=("when",)):
        if when is None:
            return
        for name, values in when.values.items():
            kind, _, key = name.partition(".")
            at = (*path, kind, key) if key else (*path, kind)
            if name not in self.words.values:
                known = {one.partition(".")[2] for one in self.words.values if one.startswith(kind + ".")}
                self.look_up(entry, at, key, known, say("input"))
                continue
            for value in sorted(values):
                self.look_up(entry, at, value, self.words.values[name], say("value"))
        if when.ages and not when.ages.within(self.words.ages):
            message = say("%(where)s: the ages %(ages)s leave the ages of the base, %(all)s.",
                          where=f"{entry.section} {entry.id}", ages=str(when.ages), all=str(self.words.ages))
            self.fault(entry, (*path, "age"), message, say("Keep within %(all)s.", all=str(self.words.ages)))

    def read(self, section, entry):
        reader = {"units": self._unit, "binds": self._bind, "inputs": self._inputs, "gates": self._gates,
                  "hand_overs": self._hand_over, "reach": self._reach, "cases": self._vignette,
                  "waivers": self._nothing, "sources": self._nothing}.get(section, self._rule)
        reader(entry, entry.data)

    def _nothing(self, entry, data):
        pass

    def _rule(self, entry, data):
        self.when(entry, data.get("when"))
        if "to" in data:
            self.unit(entry, ("to",), data["to"])
        if "calls" in data:
            self.unit(entry, ("calls",), data["calls"])
        for index, unit in enumerate(data.get("also", ())):
            self.unit(entry, ("also", index), unit)
        for index, duty in enumerate(data.get("alongside", ())):
            self.unit(entry, ("alongside", index, "unit"), duty.unit)
        for index, other in enumerate(data.get("disputed", ())):
            self.unit(entry, ("disputed", index, "to"), other["to"])
            self.sources(entry, ("disputed", index, "source"), other.get("source", ()))
        self.sources(entry, ("exception", "source"), data.get("exception", {}).get("source", ()))
        self._how(entry, data.get("how", {}))
        self.sources(entry, ("source",), data.get("source", ()))
        if entry.section in ("replaces", "open"):
            self.look_up(entry, ("rule",), data["rule"], self.words.rules_in(self.sheet.id) - {entry.id}, say("rule"))

    def _how(self, entry, how):
        for group, one in how.items():
            path = ("how", group) if group != EVERYONE else ("how",)
            self.look_up(entry, path, group, self.words.groups, say("group of askers"))
            if one.via:
                self.unit(entry, (*path, "via"), one.via)
            for asker in one.who:
                self.look_up(entry, (*path, "who"), asker, self.words.askers, say("asker"))

    def sources(self, entry, path, ids):
        for source in ids:
            self.look_up(entry, path, source, self.words.sources, say("source"))

    def _unit(self, entry, data):
        for key in ("may_ask", "acts_as"):
            for unit in data.get(key, ()):
                self.unit(entry, (key,), unit)
        if "kind_of" in data:
            self.unit(entry, ("kind_of",), data["kind_of"])
        if data.get("acute", ("yes",)) not in (("yes",), ("no",)):
            for need in data["acute"]:
                self.look_up(entry, ("acute",), need, self.words.values["need"], say("need"))

    def _bind(self, entry, data):
        self.unit(entry, (), entry.id)

    def _inputs(self, entry, data):
        for fact, values in data.get("facts", {}).items():
            if len(values) < 2:
                message = say("inputs: the fact %(fact)s has one value only.", fact=fact)
                self.fault(entry, ("facts", fact), message, say("Give it at least two values, the default first."))

    def _gates(self, entry, data):
        for stage, conditions in data.items():
            for index, when in enumerate(conditions):
                self.when(entry, when, (stage, index))
                if "acute" in when.values:
                    message = say("gates: %(stage)s mentions acute; safety always holds it.", stage=stage)
                    self.fault(entry, (stage, index), message, say("Remove acute."))

    def _hand_over(self, entry, data):
        self.when(entry, data.get("when"))
        self.unit(entry, ("by",), data["by"])
        for flag in data.get("adds", ()):
            self.look_up(entry, ("adds",), TRIED + flag, self.words.values, say("flag"))
        sets = data.get("sets", {})
        for name, value in sets_of(data).items():
            path = ("sets", *name.split(".")) if sets else ("level",)
            if name.startswith(TRIED):
                continue
            if name not in self.words.values:
                self.look_up(entry, path, name, self.words.values, say("input"))
            else:
                self.look_up(entry, path, value, self.words.values[name], say("value"))

    def _reach(self, entry, data):
        nation = next((one for one in self.words.above(self.sheet.id) if self.words.parents[one] is None), None)
        self.look_up(entry, ("rule",), data["rule"], self.words.rules.get(nation, ()), say("rule"))
        self._how(entry, data["how"])
        self.sources(entry, ("source",), data.get("source", ()))

    def _vignette(self, entry, data):
        self.look_up(entry, ("in",), data["in"], self.words.parents, say("area"))
        self.sources(entry, ("source",), data.get("source", ()))
        units = self.words.units_in(data["in"])
        for key in ("to", "chain"):
            for unit in data.get(key, ()) if units else ():
                if unit != MEETING:
                    self.look_up(entry, (key,), unit, units, say("unit"))

    def read_fields(self):
        fields = self.sheet.fields
        for unit in fields.get("closed", ()):
            self.unit(None, ("closed",), unit)
        if "unsure" in fields:
            self.unit(None, ("unsure",), fields["unsure"])
        for members in fields.get("same_desk", {}).values():
            for unit in members:
                self.unit(None, ("same_desk",), unit)
        for group, members in fields.get("askers", {}).items():
            for asker in members:
                self.look_up(None, ("askers", group), asker, self.words.askers, say("asker"))
        self._within()

    def _within(self):
        kind, parent = self.sheet.kind, self.sheet.fields.get("within")
        if kind in _WITHIN and parent is not None and kind != VIGNETTES:
            self.look_up(None, ("within",), parent, self.words.parents, say("area"))


def sets_of(data):
    """The inputs that a hand-over sets, and their values; a flag that it adds is set to yes."""
    sets = data.get("sets", {})
    made = {TRIED + flag: YES for flag in data.get("adds", ())}
    made |= {FACTS + fact: value for fact, value in sets.get("facts", {}).items()}
    made |= {name: sets[name] for name in ("level", "need") if name in sets}
    return made | ({"level": data["level"]} if "level" in data else {})
