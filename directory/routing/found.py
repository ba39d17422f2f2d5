"""A search joined with the rules: whoever takes the case that the words tell of stands on top, with the units there."""

from collections import defaultdict
from dataclasses import replace
from datetime import date

from directory.ages import show_age
from directory.editions import Edition, Memory
from directory.errors import CaseRefused
from directory.findings import say
from directory.routing.advise import place_of
from directory.routing.journey import area_with_rules, ruled_area
from directory.rules import UNSURE, decide, read_case
from directory.rules.decide import NotDecided, completions
from directory.rules.model import ACUTE, LEVEL, UNKNOWN
from directory.search import Found, Led, SearchQuery, Told, find

MOST_KEPT = 512  # answers of one edition and day, in memory alone
# How likely a question is of an age, where nobody says one: from a month to before another.
AGES = ((0, 72, 0.5), (72, 156, 0.8), (156, 216, 1.2), (216, 252, 0.7))
FEW = 16  # needs that an agency takes, for which it is liked twice as well as one that takes all
LONGEST_KEPT = 80  # characters of words whose answer is kept
_ANSWERS = Memory(MOST_KEPT)


def search(edition: Edition, query: SearchQuery, *, day: date) -> Found:
    """What a query finds in an edition.

    :param day: the day that rules and contact details are asked about
    """
    if len(query.words) > LONGEST_KEPT:
        return _search(edition, query, day)
    return _ANSWERS.of(edition, (query, day), lambda: _search(edition, query, day))


def kept_answers(edition: Edition):
    """The answers of an edition that are kept in memory, by query and day."""
    return _ANSWERS.kept(edition)


def _search(edition, query, day):
    found = find(edition.index, query, day=day, lead=lambda told: _led(edition, told, query.language, day))
    named = query.area or found.understood.area
    if named is None:
        return found
    area = edition.ruleset.areas[area_with_rules(edition, named)]
    return replace(found, hits=tuple(_with_units(one, area, edition.catalogue, day) for one in found.hits))


def _with_units(hit, area, catalogue, day):
    """A hit with its units in an area; a role's and a need's are none."""
    if hit.kind != "agency":
        return hit
    return replace(hit, units=tuple(one.id for one in place_of(area, hit.id, catalogue, day=day).units))


def _led(edition, told: Told, language, day):
    """Whom the rules send a case to that some words tell of, the likeliest first."""
    ruleset = edition.ruleset
    area = ruled_area(edition, told.area).id
    months = told.months if told.months is not None and told.months in edition.inputs.ages else None
    asked = {"area": area, "need": told.need, "level": told.level or UNKNOWN,
             "age": UNKNOWN if months is None else show_age(months)}
    try:
        case = read_case(asked, edition.inputs, areas=ruleset.areas, today=day)
        return _of_case(edition, case, whole=None not in (told.area, months), language=language)
    except (CaseRefused, NotDecided):  # a need or a level that the rules do not know
        return ()


def _of_case(edition, case, *, whole, language):
    """The receiver where the case is told whole, and those of the cases that it may be where it is not."""
    decision = decide(edition.ruleset, case)
    told = [(decision.receiver, decision.row)] if whole or decision.gate != UNSURE else []
    likely = [*told, *_likeliest(edition, case)]
    found = dict(likely[:1])
    for receiver, row in (*(_at_once(edition.ruleset, case) if decision.danger else ()), *likely):
        found.setdefault(receiver, row)
    return [_by_rule(edition, receiver, row, language, settled=whole or decision.danger)
            for receiver, row in found.items()]


def _at_once(ruleset, case):
    """Who receives a case when it cannot wait a moment, with the row that says so."""
    worst = decide(ruleset, case.but({ACUTE: ruleset.base.inputs.values[ACUTE][-1]}))
    return [(worst.receiver, worst.row)] if worst.row else []


def _likeliest(edition, case):
    """The receivers of the cases that one may be of unknown level or age, each with a row, the likeliest first."""
    ways = completions(edition.ruleset.areas[case.area], case.need, case.months, case.values,
                       levels=edition.inputs.values[LEVEL], day=case.on)
    firsts = sorted({first for _, first in ways})
    ends = dict(zip(firsts, [*firsts[1:], edition.inputs.ages.last + 1], strict=True))
    shares, rows = defaultdict(float), {}
    for (_, first), way in ways.items():
        if way is not None:
            shares[way[1].rule.to] += _likely(first, ends[first]) * _made_for(edition.catalogue, way[1].rule.to)
            rows.setdefault(way[1].rule.to, way[1])
    return sorted(rows.items(), key=lambda one: -shares[one[0]])


def _likely(first, end):
    """How likely it is that a child of whom no age is said is of an age from one month to before another."""
    return sum(weight * max(0, min(end, last) - max(first, begin)) for begin, last, weight in AGES) or 1


def _made_for(catalogue, receiver):
    """How much a receiver is there for few needs, from 1 for one that takes all."""
    agency = catalogue.agencies.get(receiver)
    return 1 + FEW / max(len(agency.receives), 1) if agency else 1


def _by_rule(edition, receiver, row, language, *, settled):
    """A receiver with what its rule says for a reason."""
    if row is None:
        return Led(receiver, say("By the rules: ask here first, they help you on."), settled)
    rule = row.rule
    if rule.because is None:
        return Led(receiver, say("By the rule %(rule)s.", rule=rule.id), settled)
    return Led(receiver, say("By the rules: %(because)s", rule=rule.id, because=rule.because.read(language)), settled)
