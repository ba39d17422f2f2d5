"""The chain of hand-overs from a case on: where the question goes when what is asked for has been done."""

from dataclasses import dataclass

from directory.rules.decide import Decision, NotDecided, Ruleset, decide
from directory.rules.model import RULES, HandOver

MOST_STOPS = 12


@dataclass(frozen=True, slots=True)
class Arrival:
    """A decision on the way, and the hand-over that led to it (None: the first)."""

    decision: Decision
    by: HandOver | None = None


def hand_overs_at(ruleset: Ruleset, decision):
    """The hand-overs that apply to a decided case; none outside ordinary rules and none where the case is open."""
    if decision.gate != RULES or decision.open:
        return []
    area, case = ruleset.areas[decision.case.area], decision.case
    acting = area.acts_as(decision.receiver)
    return [one for one in area.hand_overs if one.by in acting and _fits(one.when, case)]


def _fits(when, case):
    if when.ages and (case.months is None or case.months not in when.ages):
        return False
    return all((case.need if name == "need" else case.values[name]) in allowed for name, allowed in when.values.items())


def usual_way(ruleset, decision):
    """The arrivals from a decision on, itself first; of alternatives the usual one, else the first written."""
    way = [Arrival(decision)]
    while len(way) < MOST_STOPS:
        possible = hand_overs_at(ruleset, way[-1].decision)
        if not possible:
            break
        one = next((other for other in possible if other.usual), possible[0])
        try:
            way.append(Arrival(decide(ruleset, way[-1].decision.case.but(one.sets)), one))
        except NotDecided:  # what is unknown of the case matters from here on
            break
    return way


def every_way(ruleset, decision, before=()):
    """Every branch from a decision on, as tuples of receivers, one after the other: they may be many."""
    way = (*before, decision.receiver)
    possible = hand_overs_at(ruleset, decision) if len(way) < MOST_STOPS else []
    if not possible:
        yield way
    for one in possible:
        yield from every_way(ruleset, decide(ruleset, decision.case.but(one.sets)), way)
