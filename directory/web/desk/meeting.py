"""The sheet of a joint meeting, to print and fill in by hand: who comes, by when, and what the plan must hold.

It names units and the matter, never a child.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from flask import g, render_template

from directory import clock
from directory.access import open_to_all
from directory.journal.question import MEETING_DAYS
from directory.routing import Checked, Referral, Said, check, held_before, said, text_of
from directory.routing.check import ACUTE
from directory.routing.check_words import consent_of, unit_name
from directory.rules import UNSURE
from directory.rules.desks import desks_of
from directory.rules.model import MEETING
from directory.i18n import translator
from directory.web.desk.check import asked_now, check_page
from directory.web.desk.check_answer import titles_of
from directory.web.desk.door import page
from directory.web.frame import language

PLAN_SOURCES = ("LAW-HSL", "LAW-SOL")  # 16 kap. 4 §, and 10 kap. 8 and 9 §§: what a plan holds, and who draws it up
COORDINATOR_SOURCES = ("SEED-HUD",)  # chosen at the meeting, not by itself whoever called it


@dataclass(frozen=True, slots=True)
class Attends:
    """A unit that must come, and why: calls, receives, asked, sends, meanwhile, also or before."""

    name: Said
    why: str


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """`calls` calls the meeting, None where nobody is named; it is held by `meet_by`."""

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
    law: tuple[Said, ...]
    agreed: tuple[Said, ...]
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
    advice, words = checked.advice, checked.advice.words
    receiver = advice.decision.receiver
    calls = checked.caller
    translate = translator(words.language)
    return MeetingPage(
        day.isoformat(), (day + timedelta(MEETING_DAYS)).isoformat(), words.need(referral.case.need),
        Said(words.area(place)) if place else None, advice.rule.id if advice.rule else "",
        _name(calls, words) if calls else None,
        None if receiver == MEETING or advice.decision.gate == UNSURE else _name(receiver, words),
        _attend(edition, checked, referral, calls=calls, held=held),
        tuple(filter(None, (text_of(one.item.text, words.language) for one in checked.missing))),
        consent_of(checked).text(translate), titles_of(edition, PLAN_SOURCES, words.language),
        titles_of(edition, COORDINATOR_SOURCES, words.language), edition.id)


def _attend(edition, checked, referral, *, calls, held):
    """Who must come, each desk once, whoever calls first."""
    desk_of, found = desks_of(edition.ruleset.areas[referral.case.area]).of, []  # a school beside its pupil health
    for kind, why in _called(checked, referral, calls, held):
        if kind and kind != MEETING and not any(desk_of(kind) == desk_of(other) for other, _ in found):
            found.append((kind, why))
    return tuple(Attends(_name(kind, checked.advice.words), why) for kind, why in found)


def _called(checked, referral, calls, held):
    """The kinds of unit that have to do with the question, and why, in order."""
    decision, rule = checked.advice.decision, checked.advice.rule
    receives = () if decision.gate == UNSURE else (decision.holder, decision.receiver)  # it answers until more is known
    beside = rule and (*((one.unit, "meanwhile") for one in rule.alongside), *((one, "also") for one in rule.also))
    return [(calls, "calls"), *((one, "receives") for one in receives), (referral.to, "asked"),
            *((one, "sends") for one in checked.senders[:1]), *((one, "before") for one in held), *(beside or ())]


def _name(kind, words):
    return said(words.texts_of(kind), words.language) or Said(unit_name(words, kind))
