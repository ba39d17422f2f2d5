"""Vignettes: referrals with a published answer, judged against the rules."""

from dataclasses import dataclass
from itertools import islice

from directory.ages import show_age
from directory.errors import CaseRefused
from directory.findings import Say, names, say
from directory.rules.case import read_case
from directory.rules.decide import NotDecided, decide
from directory.rules.model import LEVEL, UNKNOWN
from directory.rules.pathway import every_way

MOST_WAYS = 10_000  # branches of hand-overs from one case that are walked
ANY = "any"  # a vignette's level that stands for every level


@dataclass(frozen=True, slots=True)
class Judged:
    """How a vignette came out: `got` is the receiver (for level `any` the first wrong one), by the rule `rule`."""

    id: str
    ok: bool
    near: bool
    expected: tuple[str, ...]
    got: str | None
    rule: str | None
    why: Say | None


def judge(ruleset, vignette, *, day):
    """The outcome of one vignette.

    It is ok when the receiver is in `to` at every level asked and the chain is one branch, near when it is only in
    `also`. A case that cannot be read or decided is an outcome too; nothing is raised.

    :param day: the day asked about where the vignette names none
    """
    levels = ruleset.base.inputs.values[LEVEL] if vignette.case.get(LEVEL) == ANY else [vignette.case.get(LEVEL)]
    found = [_judge_level(ruleset, vignette, level, day) for level in levels]
    wrong = [one for one in found if not one.ok]
    return next((one for one in wrong if not one.near), wrong[0] if wrong else found[0])


def _judge_level(ruleset, vignette, level, day):
    if vignette.area not in ruleset.areas:
        return _wrong(vignette, say("The area %(area)s has no rules here.", area=vignette.area))
    try:
        raw = {**vignette.case, "area": vignette.area, LEVEL: level}
        decision = decide(ruleset, read_case(raw, ruleset.base.inputs, areas=ruleset.areas, today=day))
    except CaseRefused as error:
        return _wrong(vignette, error.faults[0].message)
    except NotDecided:
        return _wrong(vignette, say("Expected %(expected)s, got none: no rule, or more than one, matches the case.",
                                    expected=names(vignette.to)))
    why = _wrong_receiver(vignette, decision) or _wrong_chain(ruleset, vignette, decision)
    if why:
        return _wrong(vignette, why, decision)
    return Judged(vignette.id, True, False, vignette.to, decision.receiver, _rule(decision), None)


def _wrong(vignette, why, decision=None):
    got = decision.receiver if decision else None
    near = got in vignette.also and got not in (*vignette.to, *vignette.never)
    return Judged(vignette.id, False, near, vignette.to, got, _rule(decision), why)


def _rule(decision):
    return decision.row.rule.id if decision and decision.row else None


def _wrong_receiver(vignette, decision):
    """What is wrong with the receiver, or None."""
    got = decision.receiver
    if got in vignette.never:
        return say("%(got)s must never be the answer.", got=got)
    if got in vignette.to:
        return None
    if got in vignette.also:
        return say("%(got)s may stand beside the answer, but is not it.", got=got)
    return say("Expected %(expected)s, got %(got)s by rule %(rule)s.", expected=names(vignette.to), got=got,
               rule=_rule(decision) or "unsure")


def _wrong_chain(ruleset, vignette, decision):
    """What is wrong with the chain of hand-overs, or None; a vignette that names no chain has none to get wrong."""
    if not vignette.chain:
        return None
    try:
        ways = dict.fromkeys(islice(every_way(ruleset, decision), MOST_WAYS))
    except NotDecided as error:
        return say("The chain leads to a case that no rule, or more than one, matches: %(case)s.",
                   case=_shown(error.case))
    if vignette.chain in ways:
        return None
    shown = names((" → ".join(way) for way in ways), most=4)
    return say("Expected the chain %(chain)s, got %(ways)s.", chain=" → ".join(vignette.chain), ways=shown)


def _shown(case):
    age = UNKNOWN if case.months is None else show_age(case.months)
    return ", ".join([case.need, age, *(f"{name}: {value}" for name, value in case.values.items())])
