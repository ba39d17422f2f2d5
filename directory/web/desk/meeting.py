"""The sheet of a joint meeting, to print and fill in by hand: who comes, by when, and what the plan must hold.

It names units and the matter, never a child.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from flask import g, render_template

from directory import clock
from directory.access import open_to_all
from directory.ages import parse_ages
from directory.i18n import translator
from directory.journal import Receipt
from directory.journal.question import CALL_MEETING, MEETING_DAYS
from directory.routing import (
    GROWN, Checked, Referral, Said, Words, acting_kinds, check, held_before, needs_of, ruled_area, said, text_of)
from directory.routing.check import ACUTE
from directory.routing.check_words import Law, consent_at, consent_of, unit_name
from directory.routing.elsewhere import names_area
from directory.routing.holds import takes
from directory.routing.same_desk import one_of_each_desk, same_desk
from directory.rules import UNSURE
from directory.rules.model import MEETING
from directory.web.desk.check import asked_now, check_page
from directory.web.desk.check_answer import LawLine, law_lines
from directory.web.desk.door import page
from directory.web.frame import language
from directory.web.kept import kept_answer

PLAN: Law = (("LAW-HSL", "16 kap. 4 §"), ("LAW-SOL", "10 kap. 8–9 §§"))  # what it holds, and who draws it up
COORDINATOR: Law = (("SEED-HUD", ""),)  # chosen at the meeting, not by itself whoever called it; agreed there alone


@dataclass(frozen=True, slots=True)
class Attends:
    """A unit that must come, and why: calls, receives, holds, asked, sends, meanwhile, also or before."""

    name: Said
    why: str


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """`calls` calls the meeting, None where nobody is named; it is held by `meet_by`. `grown`: it is about somebody
    who is of age.
    """

    today: str
    meet_by: str
    need: str
    place: Said | None
    rule: str
    calls: Said | None
    receiver: Said | None
    attends: tuple[Attends, ...]
    items: tuple[Said, ...]
    consent: str
    grown: bool
    law: tuple[LawLine, ...]
    agreed: tuple[LawLine, ...]
    edition: str


@page("/remiss/mote", "meeting", ("GET", "POST"))
@open_to_all("It shows a sheet, and keeps nothing.")
def meeting():
    """The sheet for what was asked; without enough, the form."""
    asked = asked_now()
    if asked.referral is None:
        return render_template("desk_check.html", page=check_page(g.edition, asked)), 422 if asked.troubles else 200
    held = held_before(g.edition, asked.referral, asked.held)
    checked = check(g.edition, asked.referral, language=language(), held=held)
    if checked.verdict == ACUTE or checked.is_concern:  # nobody waits for a meeting
        return render_template("desk_check.html", page=check_page(g.edition, asked))
    return render_template("desk_meeting.html", page=meeting_page(
        g.edition, checked, asked.referral, held=held, place=asked.place, day=clock.today()))


def meeting_page(edition, checked: Checked, referral: Referral, *, held, place, day: date):
    """The sheet on a day.

    :param held: the kinds of unit that have held the question
    """
    advice, words, months = checked.advice, checked.advice.words, referral.case.months
    receiver, calls = advice.decision.receiver, checked.caller
    return MeetingPage(
        day.isoformat(), (day + timedelta(MEETING_DAYS)).isoformat(), words.need(referral.case.need),
        Said(words.area(place)) if place else None, advice.rule.id if advice.rule else "",
        _name(calls, words) if calls else None,
        None if receiver == MEETING or advice.decision.gate == UNSURE else _name(receiver, words),
        _attend(edition, referral.case.area, _called(edition, checked, referral, held), words),
        tuple(filter(None, (text_of(one.item.text, words.language) for one in checked.missing))),
        consent_of(checked).text(translator(words.language)), months is not None and months >= GROWN,
        law_lines(edition, PLAN, words.language), _agreed(edition, place, words.language), edition.id)


def kept_meeting_page(edition, receipt: Receipt, language, *, day: date):
    """The sheet for a question that was kept, on a day: who has to do with it by now, and when it is to be held.
    """
    kept, standing, ages = kept_answer(receipt.answer, language), receipt.standing, parse_ages(receipt.ages)
    words = Words(edition.catalogue, language, ruled_area(edition, receipt.area).units)
    calls, decided = _caller(receipt, kept), bool(kept.rule) and not kept.open
    sender, to, _ = receipt.opening
    called = [(calls, "calls"), *([(kept.receiver, "receives")] if decided else ()), (standing.holder, "holds"),
              (standing.asked, "asked"), (sender, "sends"), (to, "asked"), *((one, "before") for one in standing.held),
              *_beside(edition, receipt.area, ages, [(one.kind, "meanwhile") for one in kept.meanwhile])]
    return MeetingPage(
        day.isoformat(), (standing.meeting or day + timedelta(MEETING_DAYS)).isoformat(),
        ", ".join(words.need(one) for one in needs_of(receipt.answer)), Said(words.area(receipt.area)), kept.rule,
        _name(calls, words) if calls else None, kept.name if decided else None,
        _attend(edition, receipt.area, called, words), tuple(one.text for one in kept.items),
        consent_at(ages)[0].text(translator(language)), ages.first >= GROWN, law_lines(edition, PLAN, language),
        _agreed(edition, receipt.area, language), receipt.edition)


def _caller(receipt, kept):
    """Who called the meeting, else who is to: whom the rules name, else the unit that the question came to."""
    standing = receipt.standing
    if standing.meeting:
        return next(one.by for one in reversed(receipt.steps) if one.kind == CALL_MEETING)
    if standing.meets:
        return kept.holder
    return standing.holder if standing.handed else standing.asked or standing.holder or kept.holder


def _agreed(edition, place, language):
    """What is agreed on the coordinator, where that is agreed of a place."""
    return tuple(one for one in law_lines(edition, COORDINATOR, language)
                 if names_area(edition, place, one.title.text))


def _attend(edition, area, called, words):
    """Who must come, each desk once, whoever calls first.

    :param called: pairs of kind of unit and why, in order
    """
    reasons: dict = {}
    for kind, why in called:
        if kind and kind != MEETING:
            reasons.setdefault(kind, why)
    kinds = one_of_each_desk(reasons, same_desk(edition, area))  # a school beside its pupil health
    return tuple(Attends(_name(one, words), reasons[one]) for one in kinds)


def _called(edition, checked, referral, held):
    """The kinds of unit that have to do with the question, and why, in order."""
    decision, rule = checked.advice.decision, checked.advice.rule
    receives = () if decision.gate == UNSURE else (decision.holder, decision.receiver)  # it answers until more is known
    beside = rule and (*((one.unit, "meanwhile") for one in rule.alongside), *((one, "also") for one in rule.also))
    return [(checked.caller, "calls"), *((one, "receives") for one in receives), (referral.to, "asked"),
            *((one, "sends") for one in checked.senders[:1]), *((one, "before") for one in held),
            *_beside(edition, referral.case.area, referral.case.ages, beside or ())]


def _beside(edition, area, ages, called):
    """Those of `called` that somebody can come from, and that take somebody of the ages, None: they are not known."""
    units, acting = ruled_area(edition, area).units, acting_kinds(edition, area)
    return [(one, why) for one, why in called if one in acting and takes(units[one], ages)]


def _name(kind, words):
    return said(words.texts_of(kind), words.language) or Said(unit_name(words, kind))
