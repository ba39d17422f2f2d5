"""Vignettes with what the rules answer: how each came out, by which rules, and the way its question usually goes."""

from dataclasses import dataclass
from datetime import date

from directory.errors import CaseRefused
from directory.rules.case import read_case
from directory.rules.cases import ANY, Judged, judge
from directory.rules.decide import NotDecided, Ruleset, decide
from directory.rules.model import LEVEL, Vignette
from directory.rules.pathway import usual_way


@dataclass(frozen=True, slots=True)
class Answered:
    """A vignette and its outcome. `rules` decided, one for each level asked; `way` are the receivers from there on."""

    vignette: Vignette
    judged: Judged
    rules: tuple[str, ...]
    way: tuple[str, ...]


def answered(ruleset: Ruleset, *, day: date):
    """Every vignette of a base whose area can be asked, in the order of its files.

    :param day: the day asked about where a vignette names none
    """
    return tuple(_answered(ruleset, one, day) for one in ruleset.base.vignettes if one.area in ruleset.areas)


def _answered(ruleset, vignette, day):
    decisions = [found for level in _levels(ruleset, vignette) if (found := _decide(ruleset, vignette, level, day))]
    rules = dict.fromkeys(one.row.rule.id for one in decisions if one.row)
    way = usual_way(ruleset, decisions[0]) if decisions else ()
    return Answered(vignette, judge(ruleset, vignette, day=day), tuple(rules),
                    tuple(arrival.decision.receiver for arrival in way))


def _levels(ruleset, vignette):
    level = vignette.case.get(LEVEL)
    return ruleset.base.inputs.values[LEVEL] if level == ANY else [level]


def _decide(ruleset, vignette, level, day):
    """The decision at one level, or None where the case cannot be read or decided: the outcome says why."""
    raw = {**vignette.case, "area": vignette.area, LEVEL: level}
    try:
        return decide(ruleset, read_case(raw, ruleset.base.inputs, areas=ruleset.areas, today=day))
    except (CaseRefused, NotDecided):
        return None
