"""What of a receipt is signed. It holds no age, no answer of a family, no text and no person.

The signed document, whose days are written as 2026-11-22:

    {"format": "one-way-in-receipt/1", "code", "area", "ruled", "ages": the rule's, "rule", "receiver", "holder",
     "edition", "week": "2026-W47", "answer": its hash, "within_days", "opening": {"sender", "to", "before"}, "meets",
     "passes", "steps": [{"kind", "by", "day", "to", "item"}], "standing": {…}, "due", "forget_on", "reported"}

Of the first ones the area was the one whose rules answered: they have no `ruled`. The standing of the first ones says
neither who has asked nor what is still to come: their steps do. `reported` is there once it is.

The standing is signed too: what was right by the rules of its day stays so when kinds of unit become one desk.
"""

import re
from dataclasses import asdict, replace
from datetime import date, timedelta

from directory.journal.question import (
    ACCEPT, ASK_ONCE, HAND_OVER, MEETING_DAYS, MEETING_HELD, MOST_REFUSALS, RECEIVED, SAID_NO, Standing, Step, opened,
    without_items)
from directory.journal.receipt import Draft, Receipt
from directory.journal.signing import hash_of

FORMAT = "one-way-in-receipt/1"
WORDS = ("code", "area", "rule", "ages", "receiver", "holder", "edition", "week")  # that a document has as they are
_WEEK = re.compile(r"(\d{4})-W(\d{2})", re.ASCII)


def first_document(draft: Draft, code, *, day: date, forget_on: date):
    """What is signed when an answer is kept."""
    return {
        "format": FORMAT, "code": code, "area": draft.area, "ruled": draft.ruled or draft.area, "ages": draft.ages,
        "rule": draft.rule,
        "receiver": draft.receiver, "holder": draft.holder, "edition": draft.edition, "week": week_of(day),
        "answer": hash_of(draft.answer), "within_days": draft.within_days,
        "opening": {"sender": draft.sender, "to": draft.to, "before": list(draft.before)}, "steps": [],
        "meets": draft.meets, "passes": draft.passes,
        "standing": _standing_json(
            opened(draft.sender, draft.to, draft.before, meets=draft.meets, passes=draft.passes)),
        "due": _day_json(_promised(draft, draft.to, day)),
        "forget_on": forget_on.isoformat(),
    }


def next_document(receipt: Receipt, step: Step, standing: Standing, *, hand_over_days):
    """What is signed after one more step, which led to a standing.

    :param hand_over_days: within which the unit that a question is handed over to confirms
    """
    due = _due_after(step, standing, receipt, hand_over_days)
    return {**receipt.document, "steps": [*receipt.document["steps"], step_json(step)],
            "standing": _standing_json(standing), "due": _day_json(due)}


def receipt_of(document, signature, answer):
    """The receipt that a document tells of.

    :raises KeyError, TypeError, ValueError: it is no such document
    """
    opening = document["opening"]
    same = {name: document[name] for name in (*WORDS, "within_days")}
    steps = tuple(map(_step, document["steps"]))
    return Receipt(document=document, signature=signature, answer=answer,
                   standing=_standing({**_asked_in(steps), **document["standing"]}), steps=steps,
                   opening=(opening["sender"], opening["to"], tuple(opening["before"])), due=_day(document["due"]),
                   forget_on=date.fromisoformat(document["forget_on"]),
                   ruled=document.get("ruled", document["area"]), reported=document.get("reported"),
                   meets=bool(document.get("meets")), passes=bool(document.get("passes")), **same)


def week_of(day: date):
    """The week that a day lies in, as 2026-W47 (ISO 8601)."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def days_of(week):
    """The seven days of a week that is written as 2026-W47.

    :raises ValueError, AttributeError: there is no such week
    """
    year, number = map(int, _WEEK.fullmatch(week).groups())  # type: ignore[union-attr]
    return tuple(date.fromisocalendar(year, number, one) for one in range(1, 8))


def step_json(step: Step):
    return {**asdict(step), "day": step.day.isoformat()}


def _due_after(step, standing, receipt, hand_over_days):
    if standing.meeting:
        return standing.meeting
    if step.kind == SAID_NO:
        return step.day + timedelta(MEETING_DAYS) if standing.refusals >= MOST_REFUSALS else receipt.due
    if standing.handed and step.kind in (HAND_OVER, MEETING_HELD):
        return step.day + timedelta(hand_over_days)
    return _promised(receipt, standing.holder, step.day) if step.kind in (ACCEPT, MEETING_HELD) else receipt.due


def _promised(answer: Draft | Receipt, unit, day):
    """When a unit that got the question on a day answers; the rule promises it for those that it names, no others."""
    if answer.within_days is None or unit not in (answer.receiver, answer.holder):
        return None
    return day + timedelta(answer.within_days)


def _day_json(day):
    return day.isoformat() if day else None


def _day(text):
    return date.fromisoformat(text) if text else None


def _step(said):
    return Step(**{**said, "day": date.fromisoformat(said["day"])})


def _standing_json(standing):
    return {**asdict(standing), "meeting": _day_json(standing.meeting), "held": list(standing.held),
            "advisers": list(standing.advisers), "askers": list(standing.askers)}


def _asked_in(steps):
    """Who has asked for what is still to come, as the steps say it: the standing of an early receipt does not."""
    awaited = ""
    for one in steps:
        if one.kind == ASK_ONCE:
            awaited = f"{awaited} {one.item}".strip()
        elif one.kind == RECEIVED:
            awaited = without_items(awaited, one.items) if one.items else ""
    return {"askers": tuple(one.by for one in steps if one.kind == ASK_ONCE), "awaited": awaited}


def _standing(said):
    whole = Standing(**said)
    return replace(whole, held=tuple(whole.held), advisers=tuple(whole.advisers),
                   askers=tuple(whole.askers), meeting=_day(said["meeting"]))
