"""Advice → what is kept of it: the answer and the rule that gave it, and nothing of the child but that the rule fits.

Two cases that the same rule decides, for askers of the same group, are kept alike.
"""

from collections.abc import Mapping

from directory.ages import Ages, parse_ages
from directory.editions import Edition
from directory.i18n import LANGUAGES
from directory.journal import Draft, Receipt
from directory.routing.advise import Advice, advise
from directory.routing.answer import as_json
from directory.routing.concern import as_sent
from directory.routing.conditions import conditions
from directory.routing.first_holder import passes_on, put_to
from directory.routing.journey import area_with_rules
from directory.routing.senders import held_by_sender, possible_senders
from directory.rules import UNSURE, Case
from directory.rules.model import AGE, MEETING, NEED, PROTECTION, STAGES, When
from directory.rules.tables import Area, Row, Table


def may_be_kept(advice: Advice, *, has_unit=False):
    """Whether an answer may be kept: none of danger, where nobody waits, and none that names but a national number,
    which holds no question and calls no meeting, unless a unit has the question, or it has been put to one.
    """
    decision, catalogue = advice.decision, advice.words.catalogue
    in_danger = advice.acute or decision.danger or decision.gate == PROTECTION
    return not in_danger and (has_unit or not (catalogue and decision.holder in catalogue.national))


def kept_draft(edition: Edition, case: Case, *, sender, to, before=(), place=""):
    """What is kept of the answer to a case in every language; None where it is not kept. The rest as `draft_of`."""
    case = as_sent(edition, case, to)
    said = {one: advise(edition.ruleset, case, catalogue=edition.catalogue, edition=edition.id, language=one,
                        explain=False) for one in LANGUAGES}
    draft = draft_of(edition, said, sender=sender, to=to, before=before, place=place)
    has_unit = bool(draft.sender or draft.to)
    return draft if all(may_be_kept(one, has_unit=has_unit) for one in said.values()) else None


def draft_of(edition: Edition, advice_by_language: Mapping[str, Advice], *, sender, to, before=(), place=""):
    """What is kept of an answer in several languages.

    :param sender: the kind of unit that puts the question, NOBODY for a family
    :param before: the kinds that have held the question before
    :param to: the kind that it is put to; where neither is named, whoever the answer says holds it
    :param place: where the child lives, where that is more than the area whose rules answered
    """
    advice = next(iter(advice_by_language.values()))
    decision, rule = advice.decision, advice.rule
    area = edition.ruleset.areas[decision.case.area]
    within = rule.answer_within if rule else None
    put = put_to(edition, decision, sender=sender, to=to)
    # Nobody has signed in as the sender of a visitor, so that it holds nothing; it has had the question all the same.
    told = () if sender in possible_senders(edition, decision.case) else held_by_sender(edition, decision.case, put)
    return Draft(
        area=place or area.id, ruled=area.id, rule=rule.id if rule else UNSURE,
        ages=str(_band(edition, area, decision)), receiver=decision.receiver, holder=decision.holder,
        edition=edition.id, sender=sender, to=put, within_days=within.days if within else None,
        answer={language: _kept(edition, one) for language, one in advice_by_language.items()},
        before=tuple(dict.fromkeys(one for one in (*before, *told) if one != sender)),
        meets=decision.receiver == MEETING, passes=bool(sender) and passes_on(edition, decision, put))


def still_says(edition: Edition, receipt: Receipt, *, day):
    """The receivers that the rules of a day give for the cases of a receipt's rule: the same one alone, or others.

    Empty where no rule decides about them any more.
    """
    ruled = area_with_rules(edition, receipt.area)
    if ruled is None:
        return ()
    area = edition.ruleset.areas[ruled]
    if receipt.rule == UNSURE:
        asked = who_is_asked_when_unsure(area)
        return (receipt.receiver,) if receipt.receiver in asked else asked[:1]
    band, answer = parse_ages(receipt.ages), next(iter(receipt.answer.values()))
    receivers = {row.rule.to: None for cells in answer["holds_for"]["cells"] for need in cells["needs"]
                 if need in area.needs for one in cells["when"] for row in _rows_for(area, need, one, band, day)}
    return tuple(receivers)


def who_is_asked_when_unsure(area: Area):
    """The kinds that answer in an area where it is not known which rule decides: its own first, then those of rules."""
    every = [rule.unsure for versions in area.rules.values() for rule in versions]
    return tuple(dict.fromkeys(filter(None, (area.unsure, *every))))


def rows_of(area: Area, rule_id, *, day):
    """The rows of a rule that decide about any case on a day: triples of need, table and row."""
    return [(need, table, row) for need in area.needs for stage in STAGES
            for table in (area.span(need, day).tables[stage],) for row in table.rows
            if row.mask and row.rule.id == rule_id]


def bands_of_rule(rows):
    """The stretches of ages that rows, as `rows_of` gives them, hold for: whatever the need, and neighbours as one."""
    found = sorted({table.grid.stretch([first]) for _, table, row in rows
                    for first, bits in table.grid.axes[AGE].masks.items() if bits & row.mask})
    joined: list[Ages] = []
    for one in found:
        if joined and one.first <= joined[-1].last + 1:
            joined[-1] = Ages(joined[-1].first, max(one.last, joined[-1].last))
        else:
            joined.append(one)
    return tuple(joined)


def _band(edition, area, decision):
    """The ages of the rule around the child's; every age where theirs is not known, or no rule decides."""
    every = edition.inputs.ages
    if decision.row is None or decision.case.months is None:
        return every
    bands = bands_of_rule(rows_of(area, decision.row.rule.id, day=decision.case.on))
    return next(one for one in bands if decision.case.months in one)


def _kept(edition, advice):
    """The decision as JSON, with the cases that its rule holds for instead of what was told of this one."""
    answer = as_json(advice, explain=False)
    return {**answer, "holds_for": _holds_for(edition, advice)}


def _holds_for(edition, advice):
    words, rule, case = advice.words, advice.rule, advice.decision.case
    area, values = edition.ruleset.areas[case.area], edition.inputs.values
    if rule is None:
        return {"needs": [], "conditions": [], "cells": []}
    rows = rows_of(area, rule.id, day=case.on)
    needs = [need for need, _, _ in rows]
    other = {name: known for name, known in values.items() if name not in (NEED, AGE)}
    return {
        "needs": [words.need(need) for need in needs] if len(needs) < len(values[NEED]) else [],
        "conditions": list(conditions(advice.decision.row.when, words, values=other)),
        "cells": _cells(rows, edition.inputs),
    }


def _cells(rows, inputs):
    """The cases of rows, as JSON: needs, and the conditions of which one holds for each."""
    alike: dict = {}
    for need, table, row in rows:
        alike.setdefault((id(table.grid), row.mask), (table, row, []))[2].append(need)
    return [{"needs": needs, "when": list(_boxes(table, row, inputs))} for table, row, needs in alike.values()]


def _boxes(table: Table, row: Row, inputs):
    """The conditions that together hold for just the cases of a row. What an earlier stage took is left out of them."""
    grid, left = table.grid, row.mask
    narrow = {name: sorted(known) for name, known in grid.left_out.items() if len(known) < len(inputs.values[name])}
    while left:
        box = grid.box_around((left & -left).bit_length() - 1, left)
        left &= ~grid.box_mask(box)
        ages = str(grid.stretch(box.pop(AGE)))
        yield {"ages": ages, "values": {**narrow, **{name: known for name, known in box.items()
                                                     if len(known) < len(inputs.values[name])}}}


def _rows_for(area, need, one, band, day):
    """The rows that decide today about a condition of a kept answer, as far as it lies in a band of ages."""
    ages = parse_ages(one["ages"]).common(band)
    when = When({name: frozenset(known) for name, known in one["values"].items()})
    for table in area.span(need, day).tables.values() if ages else ():
        cells = table.grid.mask(when) & table.grid.touching(ages) & table.universe
        yield from (row for row in table.rows if row.mask & cells)
