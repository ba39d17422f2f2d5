"""A case and an edition → advice: the decision with the words and the real units that a person needs to act on it."""

from collections.abc import Mapping
from dataclasses import dataclass

from directory.catalogue import Catalogue, Unit
from directory.findings import say
from directory.i18n import pick, translator
from directory.rules import UNSURE, Arrival, Change, Decision, Reason, Ruleset, changes, decide, reasons, usual_way
from directory.rules.model import ACUTE, EVERYONE, SAFETY, How, Rule, Source

GENERIC_TEXTS = {  # what is said where a rule has no text of its own
    "safe": say("If life is in danger, call 112. For advice on care, call 1177."),
    "acute": say("This is urgent. If life is in danger, call 112 at once."),
    UNSURE: say("The answer depends on %(inputs)s. Ask here first; they help you on."),
}


@dataclass(frozen=True, slots=True)
class Words:
    """The names that people read, in one language. Without a catalogue an id is its own name."""

    catalogue: Catalogue | None
    language: str
    units: Mapping[str, object]

    def unit(self, kind):
        """The name of a kind of unit, a role or a process."""
        unit = self.units.get(kind)
        if unit is not None and (self.catalogue is None or kind not in self.catalogue.agencies):
            return unit.name.read(self.language)
        for records in (self.catalogue.agencies, self.catalogue.roles, self.catalogue.processes) if self.catalogue else ():
            if kind in records:
                return pick(records[kind].name, self.language)
        return kind

    def need(self, need):
        record = self.catalogue.needs.get(need) if self.catalogue else None
        return pick(record.name, self.language) if record else need

    def area(self, area):
        record = self.catalogue.areas.get(area) if self.catalogue else None
        return pick(record.name, self.language) if record else area

    def input(self, name):
        record = self.catalogue.inputs.get(name) if self.catalogue else None
        return pick(record.name, self.language) if record else name.rpartition(".")[2]

    def value(self, name, value):
        """The short words for a value of an input."""
        if name == "need":
            return self.need(value)
        for key in (name, "answer") if self.catalogue else ():
            record = self.catalogue.inputs.get(key)
            if record and value in record.short:
                return pick(record.short[value], self.language)
        return value


@dataclass(frozen=True, slots=True)
class Place:
    """Where a receiver really is: its units here, or whose `own` decides, and the one to ring who does not know theirs."""

    units: tuple[Unit, ...]
    named: tuple[str, ...]  # bound units that no catalogue knows
    own: str | None
    lost: Unit | None


@dataclass(frozen=True, slots=True)
class Advice:
    """Everything that a door shows of a decision. `why`, `would_change` and `way` are empty where nobody asked for them."""

    decision: Decision
    words: Words
    place: Place
    how: How
    rule: Rule | None
    because: str
    acute: bool
    acute_text: str
    edition: str
    sources: Mapping[str, Source]
    why: tuple[tuple[Reason, str], ...] = ()
    would_change: tuple[Change, ...] = ()
    way: tuple[Arrival, ...] = ()


def advise(ruleset: Ruleset, case, *, catalogue=None, edition="", language="sv", explain=True):
    """The advice on a case.

    :param explain: whether to find the reasons, the changes that would matter and the pathway, which cost more than the rest
    """
    decision = decide(ruleset, case)
    area = ruleset.areas[case.area]
    words = Words(catalogue, language, area.units)
    rule = decision.row.rule if decision.row else None
    translate = translator(language)
    acute = decision.gate == SAFETY or case.values[ACUTE] != ruleset.base.inputs.default(ACUTE)
    return Advice(
        decision, words, place_of(area, decision.receiver, catalogue), _how(area, rule, case, ruleset), rule,
        _because(decision, rule, words, translate), acute, GENERIC_TEXTS["acute" if acute else "safe"].text(translate), edition, ruleset.base.sources,
        tuple((one, _reason_text(one, words, translate)) for one in reasons(decision)) if explain else (),
        tuple(changes(ruleset, decision)) if explain else (),
        tuple(usual_way(ruleset, decision)) if explain and decision.gate != UNSURE else (Arrival(decision),) if explain else (),
    )


def place_of(area, kind, catalogue):
    """The units that are bound to a kind in an area."""
    bind = area.binds.get(kind)
    national = catalogue.national.get(kind) if catalogue else None
    if bind is None:
        return Place((national,) if national else (), (), None, None)
    known = {**catalogue.units, **{one.id: one for one in catalogue.national.values()}} if catalogue else {}
    units = tuple(known[one] for one in bind.units if one in known)
    return Place(units, tuple(one for one in bind.units if one not in known), bind.own, known.get(bind.lost) if bind.lost else None)


def _how(area, rule, case, ruleset):
    if rule is None:
        return How()
    group = ruleset.base.inputs.group_of(case.asker)
    here = area.reach.get(rule.id)
    return (here and (here.how.get(group) or here.how.get(EVERYONE))) or rule.how_for(group)


def _because(decision, rule, words, translate):
    if rule is None:
        inputs = ", ".join(words.input(name).lower() for name in decision.settles)
        return say(GENERIC_TEXTS[UNSURE].key, inputs=inputs).text(translate)
    return rule.because.read(words.language) if rule.because else ""


def _reason_text(reason, words, translate):
    """One sentence on an input that the rule asked for."""
    if not reason.accepts:
        return say("%(input)s is not known.", input=words.input(reason.input)).text(translate)
    if reason.input == "age":
        return say("The age is %(value)s; the rule holds for %(ages)s.", value=reason.value, ages=reason.accepts[0]).text(translate)
    return f"{words.input(reason.input)}: {words.value(reason.input, reason.value)}."


