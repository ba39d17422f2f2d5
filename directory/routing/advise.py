"""A case and an edition → advice: the decision with the words and the real units that a person needs to act on it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from directory.ages import MONTHS, OLDEST, Ages
from directory.catalogue import Unit, as_known, is_gone, is_overdue
from directory.findings import say
from directory.i18n import LANGUAGES, pick, translator
from directory.routing.words import Words
from directory.rules import UNSURE, Arrival, Change, Decision, Reason, Ruleset, changes, decide, reasons, usual_way
from directory.rules.model import ACUTE, EVERYONE, UNKNOWN, How, Rule, Source, Text

GENERIC_TEXTS = {  # what is said where a rule has no text of its own
    "safe": say("If life is in danger, call 112. For advice on care, call 1177."),
    "acute": say("This is urgent. If life is in danger, call 112 at once."),
    "open": say("Turn to %(unit)s. They call a joint meeting and hold the question meanwhile."),
    UNSURE: say("The answer depends on %(inputs)s. Ask here first; they help you on."),
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a receiver really is: its units here, whose `own` decides among them, and whom to ring if `lost`."""

    units: tuple[Unit, ...]
    named: tuple[str, ...]  # bound units that no catalogue knows
    own: str | None
    lost: Unit | None


@dataclass(frozen=True, slots=True)
class Advice:
    """Everything that a door shows of a decision. `why`, `would_change`, `way` are empty where not asked for."""

    decision: Decision
    words: Words
    place: Place  # the receiver's; that of whoever calls where the receiver is a meeting is `caller`
    caller: Place
    via: Place | None
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

    :param explain: whether to find the reasons, the changes that would matter and the pathway, which cost more than
        the rest
    """
    decision = decide(ruleset, case)
    area = ruleset.areas[case.area]
    words = Words(catalogue, language, area.units)
    rule = decision.row.rule if decision.row else None
    translate = translator(language)
    acute = _is_acute(decision, ruleset)
    how = _how(area, rule, case, ruleset) if not decision.open else _to_whoever_calls(decision, words)
    place, caller, via = (kind and place_of(area, kind, catalogue, day=case.on)
                          for kind in (decision.receiver, decision.holder, how.via))
    advice = Advice(
        decision, words, place, caller, via, how, rule, _because(decision, rule, words, translate), acute,
        GENERIC_TEXTS["acute" if acute else "safe"].text(translate), edition, ruleset.base.sources,
    )
    return _explained(advice, ruleset, translate) if explain else advice


def _explained(advice, ruleset, translate):
    decision = advice.decision
    way = (Arrival(decision),) if decision.gate == UNSURE else tuple(usual_way(ruleset, decision))
    why = tuple((one, _reason_text(one, advice.words, translate)) for one in reasons(decision))
    return replace(advice, why=why, would_change=tuple(changes(ruleset, decision)), way=way)


def _is_acute(decision, ruleset):
    return decision.danger or decision.case.values[ACUTE] != ruleset.base.inputs.default(ACUTE)


def place_of(area, kind, catalogue, *, day):
    """The units that are bound to a kind in an area, with what is known on a day of how to reach them."""
    bind = area.binds.get(kind)
    national = catalogue.national.get(kind) if catalogue else None
    if bind is None:
        return Place((national,) if national else (), (), None, None)
    known = {one: _unit(one, catalogue, day) for one in (*bind.units, bind.lost) if one}
    units = tuple(known[one] for one in bind.units if known[one])
    return Place(units, tuple(one for one in bind.units if not known[one]), bind.own, known.get(bind.lost))


def for_ages(advice: Advice, ages: Ages | None):
    """The same advice without units that are for none of the ages; with all of them where no age is known."""
    if ages is None:
        return advice
    return replace(advice, place=_where(advice.place, ages), caller=_where(advice.caller, ages),
                   via=_where(advice.via, ages) if advice.via else None)


def _where(place: Place, ages):
    return replace(place, units=tuple(one for one in place.units if _takes(one, ages)))


def _takes(unit, ages):
    """Whether a unit may be that of somebody of these ages."""
    oldest = OLDEST if unit.maximum_age is None else (unit.maximum_age + 1) * MONTHS - 1
    return Ages((unit.minimum_age or 0) * MONTHS, oldest).common(ages) is not None


def _unit(one, catalogue, day):
    """A unit by its id, without its details where it has closed or its owner confirmed them too long ago; None where no
    catalogue knows it.
    """
    unit = catalogue.unit(one) if catalogue else None
    if unit is None:
        return None
    if is_overdue(unit, day) or is_gone(unit, day):
        return replace(unit, phones=(), email=None, url=None, address=None, assured_date=None, schedules=())
    return as_known(unit, day)


def _how(area, rule, case, ruleset):
    if rule is None:
        return How()
    return how_here(area, rule, ruleset.base.inputs.group_of(case.asker))


def _to_whoever_calls(decision, words):
    """How to reach a meeting that nobody has agreed on: through the unit that holds the question meanwhile."""
    names = words.texts_of(decision.holder)
    return How(text=Text({language: translator(language)(GENERIC_TEXTS["open"].key) % {"unit": pick(names, language)}
                          for language in LANGUAGES}))


def how_here(area, rule: Rule, group) -> How:
    """How askers of a group reach the receiver of a rule in an area."""
    here = area.reach.get(rule.id)
    return (here and (here.how.get(group) or here.how.get(EVERYONE))) or rule.how_for(group)


def _because(decision, rule, words, translate):
    if rule is None:
        inputs = ", ".join(words.input(name).lower() for name in decision.settles)
        return translate(GENERIC_TEXTS[UNSURE].key) % {"inputs": inputs}
    return rule.because.read(words.language) if rule.because else ""


def _reason_text(reason, words, translate):
    """One sentence on an input that the rule asked for."""
    if not reason.accepts:
        return say("%(input)s is not known.", input=words.input(reason.input)).text(translate)
    if reason.input == "age":
        age = reason.value if reason.value == UNKNOWN else words.written_ages(reason.value)
        message = say("The age is %(value)s; the rule holds for %(ages)s.", value=age,
                      ages=words.written_ages(reason.accepts[0]))
        return message.text(translate)
    return f"{words.input(reason.input)}: {words.value(reason.input, reason.value)}."
