"""words: every word of the rule files is known: needs, values, units, rules, sources and areas.

A misspelt unit receives nobody, and a misspelt need hides a rule. So an unknown word is never passed over: it stops the
proof, and where a known word is near the finding says "did you mean".

To mend: use a word that exists, or declare it: units in `units`, needs and values in `inputs`.

Good::

    format: one-way-in/1
    layer: nation
    id: land
    inputs: {need: [sleep], level: [base], age: 0-17}
    units: {clinic: {name: Clinic, acute: yes}}
    safety: [{id: S1, to: clinic, because: The clinic has somebody on call}]
    rules: [{id: A1, to: clinic, because: The clinic sees every child}]

Bad::

    format: one-way-in/1
    layer: nation
    id: land
    inputs: {need: [sleep], level: [base], age: 0-17}
    units: {clinic: {name: Clinic, acute: yes}}
    safety: [{id: S1, to: clinic, because: Somebody is on call there}]
    rules: [{id: A1, to: clinik, because: The clinic sees every child}]
"""

from directory.findings import ERROR, Finding, say
from directory.rules.assemble import sets_of, told_by
from directory.rules.model import EVERYONE, MEETING, MUNICIPALITY, NATION, REGION, TRIED
from directory.rules.sheets import VIGNETTES
from directory.rules.spelling import did_you_mean, show

NAME = "words"
_WITHIN = {REGION: (NATION,), MUNICIPALITY: (REGION, NATION)}

MOST_NEAR = 20  # unknown words of a file for which a known one is looked up: that is slow
DECLARED = frozenset({"unit", "rule", "source", "area", "group of askers", "supplier"})  # what any file may declare


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
        self.units, self.rules = words.units_in(sheet.id), words.rules_in(sheet.id)

    def fault(self, entry, path, message, hint=None):
        line = entry.line_of(*path) if entry else self.sheet.line_of(*path)
        ids = (entry.id,) if entry else (self.sheet.id,)
        self.faults.append(Finding(NAME, ERROR, self.sheet.file, line, message, hint, ids))

    def look_up(self, entry, path, word, known, what):
        if word not in known and (self.words.whole or what.key not in DECLARED):
            where = f"{entry.section} {entry.id}" if entry else f"{self.sheet.kind} {self.sheet.id}"
            message = say("%(where)s: %(key)s names an unknown %(what)s: %(word)s.", where=where,
                          key=".".join(map(str, path)), what=what, word=show(word))
            near = did_you_mean(word, known) if len(self.faults) < MOST_NEAR else None
            hint = near or say("Declare it, or use a word that exists.")
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
        self._ages(entry, (*path, "age"), when.ages)

    def _ages(self, entry, path, ages):
        if ages and not ages.within(self.words.ages):
            message = say("%(where)s: the ages %(ages)s leave the ages of the base, %(all)s.",
                          where=f"{entry.section} {entry.id}", ages=str(ages), all=str(self.words.ages))
            self.fault(entry, path, message, say("Keep within %(all)s.", all=str(self.words.ages)))

    def read(self, section, entry):
        reader = {"units": self._unit, "binds": self._bind, "inputs": self._inputs, "gates": self._gates,
                  "hand_overs": self._hand_over, "reach": self._reach, "cases": self._vignette,
                  "waivers": self._waiver, "sources": self._nothing,
                  "questions": self._question}.get(section, self._rule)
        reader(entry, entry.data)

    def _nothing(self, entry, data):
        pass

    def _waiver(self, entry, data):
        if "area" in data:
            self.look_up(entry, ("area",), data["area"], self.words.parents, say("area"))

    def _rule(self, entry, data):
        self.when(entry, data.get("when"))
        if "to" in data:
            self.unit(entry, ("to",), data["to"])
        for key in ("calls", "unsure"):
            if key in data:
                self.unit(entry, (key,), data[key])
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
            self.look_up(entry, ("rule",), data["rule"], self.rules - {entry.id}, say("rule"))

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

    def _question(self, entry, data):
        self.when(entry, data.get("when"))
        for index, option in enumerate(data["options"]):
            at = ("options", index)
            for need in option.get("need", ()):
                self.look_up(entry, (*at, "need"), need, self.words.values["need"], say("need"))
            for name, value in told_by(option).items():
                path = (*at, *name.split("."))
                self.look_up(entry, path, name, self.words.values, say("input"))
                self.look_up(entry, path, value, self.words.values.get(name, {value}), say("value"))
            self._ages(entry, (*at, "age"), option.get("age"))
            for number, duty in enumerate(option.get("alongside", ())):
                self.look_up(entry, (*at, "alongside", number, "unit"), duty.unit, self.words.units_of_all, say("unit"))
            for asker in option.get("not_from", ()):
                self.look_up(entry, (*at, "not_from"), asker, self.words.askers, say("asker"))
        self.sources(entry, ("source",), data.get("source", ()))

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
        for supplier in fields.get("suppliers", {}):
            self.look_up(None, ("suppliers", supplier), supplier, self.words.askers | self.units, say("supplier"))
        self._within()

    def _within(self):
        kind, parent = self.sheet.kind, self.sheet.fields.get("within")
        if kind in _WITHIN and parent is not None and kind != VIGNETTES:
            self.look_up(None, ("within",), parent, self.words.parents, say("area"))
