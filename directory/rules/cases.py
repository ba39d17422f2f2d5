"""Vignettes: referrals with a published answer, judged against the rules."""

from dataclasses import dataclass

from directory.errors import CaseRefused
from directory.findings import ERROR, Finding, Say, names, say
from directory.rules.case import read_case
from directory.rules.decide import NotDecided, decide
from directory.rules.model import LEVEL
from directory.rules.pathway import every_way
from directory.rules.shape_faults import did_you_mean

NAME = "vignettes"
ANY = "any"  # a vignette's level that stands for every level


@dataclass(frozen=True, slots=True)
class Judged:
    """How a vignette came out. `got` is the receiver (the first wrong one for level `any`), `rule` the rule that decided."""

    id: str
    ok: bool
    near: bool
    expected: tuple[str, ...]
    got: str | None
    rule: str | None
    why: Say | None


def judge(ruleset, vignette, *, day):
    """The outcome of one vignette: ok when every receiver is in `to` and the chain is one branch; near when in `also`."""
    levels = ruleset.base.inputs.values[LEVEL] if vignette.case.get(LEVEL) == ANY else [vignette.case.get(LEVEL)]
    found = [_judge_level(ruleset, vignette, level, day) for level in levels]
    return next((one for one in found if not one.ok), found[0])


def _judge_level(ruleset, vignette, level, day):
    def judged(ok, got=None, rule=None, why=None, near=False):
        return Judged(vignette.id, ok, near, vignette.to, got, rule, why)

    if vignette.area not in ruleset.areas:
        return judged(False, why=say("The area %(area)s has no rules here.", area=vignette.area))
    try:
        raw = {**vignette.case, "area": vignette.area, LEVEL: level}
        decision = decide(ruleset, read_case(raw, ruleset.base.inputs, areas=ruleset.areas, today=day))
    except CaseRefused as error:
        return judged(False, why=error.faults[0].message)
    except NotDecided:
        return judged(False, why=say("No rule, or more than one, matches the case."))
    got, rule = decision.receiver, decision.row.rule.id if decision.row else None
    if got in vignette.never:
        return judged(False, got, rule, say("%(got)s must never be the answer.", got=got))
    if got not in vignette.to:
        near = got in vignette.also
        why = say("%(got)s may stand beside the answer, but is not it.", got=got) if near else say(
            "Expected %(expected)s, got %(got)s by rule %(rule)s.", expected=names(vignette.to), got=got, rule=rule or "unsure")
        return judged(False, got, rule, why, near)
    ways = every_way(ruleset, decision) if vignette.chain else []
    if vignette.chain and vignette.chain not in ways:
        shown = "; ".join(" → ".join(way) for way in ways)
        return judged(False, got, rule, say("Expected the chain %(chain)s, got %(ways)s.", chain=" → ".join(vignette.chain),
                                            ways=shown))
    return judged(True, got, rule)


def vignette_findings(ruleset, *, knowledge, day, read):
    """A finding for each vignette of the base that does not come out; areas that could not be read are passed over.

    :param read: whether every file could be read; where not, an area without rules is not the vignette's fault
    """
    findings = []
    for one in ruleset.base.vignettes:
        if one.area not in ruleset.areas and (not read or one.area in ruleset.base.unread):
            continue
        judged = judge(ruleset, one, day=day)
        if not judged.ok:
            hint = say("Change the rule %(rule)s, or the vignette if its source says otherwise.", rule=judged.rule or "?")
            ids = (one.id, *([judged.rule] if judged.rule else []))
            findings.append(Finding(NAME, ERROR, one.place.file, one.place.line,
                                    say("Vignette %(id)s does not come out. %(why)s", id=one.id, why=judged.why),
                                    hint, ids, one.area))
        findings += _unknown_ids(one, knowledge)
    return findings


def _unknown_ids(vignette, knowledge):
    """`also` and `never` take any id of the catalogue; without one they are not looked up."""
    for key in ("also", "never") if knowledge else ():
        for word in getattr(vignette, key):
            if word not in knowledge.ids:
                yield Finding(NAME, ERROR, vignette.place.file, vignette.place.line,
                              say("Vignette %(id)s: %(key)s names an unknown unit: %(word)s.", id=vignette.id, key=key, word=word),
                              did_you_mean(word, knowledge.ids), (vignette.id,), vignette.area)
