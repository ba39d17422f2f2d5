"""A referral checked: whether it has come to the right unit, what is missing in it, and who takes it if it has not."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from directory.editions import Edition, Memory
from directory.journal.question import ACCEPT, Standing, has_held_and_is_asked
from directory.routing.advise import Advice, advise
from directory.routing.concern import (
    as_sent, is_child, is_concern, is_protected, receives_reports, sends_what_is_reported)
from directory.routing.ends import TAKES_IT, ends_at, ends_before_sending
from directory.routing.first_holder import opening_of, whose
from directory.routing.from_18 import (
    by_level, goes_on_until_18, is_early, on_the_birthday, receives)
from directory.routing.holds import can_hold, holding_kinds
from directory.routing.may_ask_for import asked_before, items_of
from directory.routing.referral import Referral
from directory.routing.same_desk import same_desk
from directory.routing.needed import Needed, from_family, needed, needs_referral
from directory.routing.senders import held_by_sender, is_family, kinds_of_sender, sender_of
from directory.routing.shown_by_items import contradicted, shown_by
from directory.rules import UNSURE as GATE_UNSURE
from directory.rules import Case, Decision
from directory.rules.matters import takers_of
from directory.rules.model import LEVEL, PROTECTION, REMISS, RULES, TRIED, Item, When
from directory.rules.model import MEETING as JOINT_MEETING

RIGHT, INCOMPLETE, WRONG, ACUTE, REPORT, MEETING, UNSURE, ASK, RETURNS, ONWARD, FROM_18, ALSO, REPORTED = (
    "right", "incomplete", "wrong", "acute", "report", "meeting", "unsure", "ask", "returns", "onward", "from_18",
    "also", "reported")
REPORT_NOW = "report"  # an end that is no step: the duty to report is each one's own, so that nothing of it is kept
_TAKERS, _ITEMS = Memory(), Memory()


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What came of a check. `verdict` is one of those above; RETURNS: it would go to a unit that has held it, or has
    come back to one; ASK: to the sender, whom nobody has asked yet for its part; ONWARD: it came to the unit one goes
    through; ALSO: to one that the rule names beside the receiver; REPORT: all who know of it report it at once, and
    REPORTED: it has reached who receives such reports; FROM_18: it came to the unit that receives from the near
    birthday on. `is_right`: whether it came to who receives; None: it is not sent, or nobody receives it yet.

    `standing` is that of the question before any step, `caller` who calls a joint meeting on it, empty: nobody can;
    `ends` are the kinds of step that may end it for the unit that it came to, where that is not simply the right one.
    `came_back`: that unit has held it before; `is_own`: it is not sent, and whoever has it receives such questions.
    `against`: the answers that the items speak against.

    `asks` are those of `missing` that the sender is asked for: a family is not asked for what others write.
    `by_referral`: a family turns to who takes referrals alone, and holds none.
    `signers` are ids of the professions that may send. `birthday`: who receives from 18, where that day is near, and
    `birthdays` pairs of level and decision where that depends on a level that is not known.
    `senders`: the kinds of unit that whoever sends belongs to, none of a family; `may_sign`: whether the sender is one
    that may. `is_concern`: each one who knows of it must report it, whatever else is urgent; `is_protected`: it is such
    a concern, and whoever sends receives those reports.
    `from_one_of`: the units of which one sends it, where it is not known which, and that decides whether it has had the
    question. `until_18` receives until the near birthday, where that is not the unit that sends, and `at_night` at this
    hour, of a report that has come to one that answers at others; else empty.
    `matters`: the inputs, not given yet, that can still change the receiver.
    """

    verdict: str
    advice: Advice
    is_right: bool | None
    present: tuple[Item, ...]
    missing: tuple[Needed, ...]
    asks: tuple[Needed, ...]
    by_referral: bool
    signers: tuple[str, ...]
    birthday: Decision | None
    birthdays: tuple[tuple[str, Decision], ...]
    matters: tuple[str, ...]
    standing: Standing
    caller: str
    ends: tuple[str, ...]
    senders: tuple[str, ...]
    may_sign: bool
    is_concern: bool
    is_protected: bool
    from_one_of: tuple[str, ...]
    until_18: str
    at_night: str
    came_back: bool
    is_own: bool
    against: tuple[str, ...]

    @property
    def is_reported(self):
        """Whether a report of concern has reached who receives it."""
        return self.is_concern and REPORT_NOW not in self.ends


def check(edition: Edition, referral: Referral, *, language, held: Iterable[str] = (), explain=True):
    """The check of a referral.

    :param held: the kinds of unit that have held the question before, the sender among them
    :param explain: whether to find the reasons, the changes and the inputs that matter, which cost more than the rest
    :raises NotDecided: no single rule takes the case
    """
    shown = shown_by(edition, referral.case, referral.has, said=referral.said)
    against = contradicted(edition, referral.case, referral.has, said=referral.said)
    told = referral.case.but(shown)
    case = as_sent(edition, told, referral.to)
    held, referral = tuple(held), replace(referral, case=case, said=referral.said | {*shown})
    advice = advise(edition.ruleset, case, catalogue=edition.catalogue, edition=edition.id, language=language,
                    explain=explain)
    advice = _without_said(advice, told)
    decision, sender, birthday = advice.decision, sender_of(edition, case), on_the_birthday(edition, case)
    standing = opening_of(edition, decision, sender=sender, to=referral.to, before=held)
    came_back, reports = _came_back(edition, referral, standing), is_concern(edition, decision, to=referral.to)
    verdict = _verdict(edition, referral, advice, came_back=came_back, held=held)
    until_18 = _until_18(edition, decision, standing, verdict=verdict)
    items = _items(edition, referral, advice, verdict=verdict, birthday=None if until_18 else birthday)
    present = tuple(one for one in items if one.id in referral.has)
    missing = tuple(needed(edition, case, one, advice) for one in items if one not in present)
    verdict = INCOMPLETE if verdict == RIGHT and missing else verdict
    goes_by_referral = needs_referral(edition, advice)
    asks = from_family(edition, missing) if goes_by_referral else missing
    ends = _reported(edition, referral) if reports else _ends(
        edition, referral, decision, verdict=verdict, standing=standing, asks=bool(asks))
    return Checked(
        verdict=verdict, advice=advice, is_right=_is_right(edition, referral, decision), present=present,
        missing=missing, asks=asks, by_referral=goes_by_referral and verdict in (RIGHT, INCOMPLETE) and not present,
        signers=advice.how.who, birthday=birthday, birthdays=by_level(edition, case),
        matters=_takers(edition, case).that_matter(referral.known, case.months) if explain else (),
        standing=standing, caller=_caller(edition, decision, standing), ends=ends,
        senders=kinds_of_sender(edition, case), may_sign=_may_sign(edition, case, advice), is_concern=reports,
        is_protected=is_protected(edition, told),
        from_one_of=_from_one_of(edition, referral, decision, verdict=verdict, came_back=came_back),
        until_18=until_18, at_night=_at_night(edition, decision, referral, verdict=verdict),
        came_back=came_back, is_own=_is_theirs(edition, decision, sender, to=referral.to),
        against=against)


def _without_said(advice, told):
    """The advice without changes to what was said, where the rules judge a case as if it were not."""
    changes = tuple(one for one in advice.would_change if told.values.get(one.input) != one.new)
    return advice if len(changes) == len(advice.would_change) else replace(advice, would_change=changes)


def _is_right(edition, referral, decision):
    """Whether it came to who receives; None where it is not sent, or nobody is known to receive it."""
    if not referral.to or decision.gate == GATE_UNSURE or decision.receiver == JOINT_MEETING:
        return None
    if decision.gate == PROTECTION and not decision.danger and is_child(decision.case):
        return receives_reports(edition, decision.case, referral.to)
    return receives(edition, decision, referral.to)


def _caller(edition, decision, standing):
    """The kind of unit that calls a joint meeting: whom the rules name, else the unit that the question came to where
    it can, else the one that holds it, else the one that it is for.
    """
    if decision.receiver == JOINT_MEETING:
        return decision.holder
    can = decision.holder in holding_kinds(edition, decision.case.area)
    return standing.asked or whose(standing) or (decision.holder if can else "")


def _reported(edition, referral):
    """The end of what is to be reported, which is no step; who has received the report takes it on."""
    return (ACCEPT,) if receives_reports(edition, referral.case, referral.to) else (REPORT_NOW,)


def _ends(edition, referral, decision, *, verdict, standing, asks):
    """The kinds of step that may end it."""
    if verdict in (RIGHT, ACUTE):
        return ()
    if not referral.to:
        return ends_before_sending(edition, decision, standing) if verdict in (MEETING, RETURNS) else ()
    ends = ends_at(edition, decision, standing, unit=referral.to, asks=asks)
    return tuple(one for one in ends if one in TAKES_IT) if verdict == INCOMPLETE else ends


def _items(edition, referral, advice, *, verdict, birthday):
    """What the unit that it came to asks for where it should not have come there yet; else what its rule asks for."""
    if verdict in (ASK, RETURNS, ALSO) and referral.to:
        return _asked_by(edition, referral.case, referral.to)
    items = items_of(birthday.row and birthday.row.rule if birthday and verdict == FROM_18 else advice.rule)
    applies = is_family(edition, referral.case) and advice.how.way != REMISS
    return tuple(one for one in items if not (applies and one.referral))


def _asked_by(edition, case, unit):
    """What a unit asks for before it takes on such a question, each item once: by the rules that can still decide when
    more is tried, or its level is another. What is known of the child stays.
    """
    alike = same_desk(edition, case.area)
    ages = case.ages or edition.inputs.ages
    known = {name: frozenset((value,)) for name, value in case.values.items()
             if name != LEVEL and not name.startswith(TRIED)}
    return tuple(asked_before(edition.ruleset.areas[case.area], case.need, takes=lambda to: alike(to, unit),
                              day=case.on, when=When(known, ages)).values())


def known_items(edition: Edition):
    """The ids of everything that rules ask for first."""
    return _ITEMS.of(edition, "items", lambda: frozenset(
        item.id for layer in edition.ruleset.base.layers.values() for rule in layer.rules for item in items_of(rule)))


def _verdict(edition, referral, advice, *, came_back, held):
    decision, alike, to = advice.decision, same_desk(edition, referral.case.area), referral.to
    settled = _settled(edition, referral, advice)
    if settled:
        return settled
    if came_back:
        return RETURNS
    if is_early(edition, decision, to):
        return FROM_18
    if decision.gate == GATE_UNSURE:
        return UNSURE
    back = _back(edition, referral, held) if any(alike(decision.receiver, one) for one in held) else None
    return back or _by_receiver(edition, to, advice, alike)


def _by_receiver(edition, to, advice, alike):
    """The verdict where nothing but the receiver counts."""
    if not to or receives(edition, advice.decision, to):
        return RIGHT
    if advice.how.via and alike(to, advice.how.via):
        return ONWARD
    beside = advice.rule.also if advice.rule else ()
    case = advice.decision.case
    takes = to in beside and can_hold(edition, case.area, to, needs=(case.need,), day=case.on, months=case.months)
    return ALSO if takes else WRONG


def _came_back(edition, referral, standing):
    """Whether it has come to a unit that held it before, and does not now."""
    return bool(referral.to) and has_held_and_is_asked(standing, referral.to, same_desk(edition, referral.case.area))


def _back(edition, referral, held):
    """The verdict where it leads to one that has held it: no return as long as only the sender has."""
    if not _is_the_first(edition, referral.case, held):
        return RETURNS
    return ASK if referral.to else None


def _settled(edition, referral, advice):
    """The verdict where it does not matter who has held it, nor, but for a report, to whom it was sent."""
    decision = advice.decision
    if decision.gate == PROTECTION and not decision.danger:  # who is of age seeks protection alone
        if not is_child(decision.case):
            return ACUTE
        if receives_reports(edition, decision.case, referral.to):
            return REPORTED
        if not sends_what_is_reported(edition, decision.case):
            return REPORT
        return ASK if referral.to else RIGHT  # what nothing but protection decides stays with social services
    if decision.danger or advice.acute:
        return ACUTE
    return MEETING if decision.receiver == JOINT_MEETING else None


def _until_18(edition, decision, standing, *, verdict):
    """Who receives until the near birthday, of what has come to the unit from 18 on; empty: the unit that has it, or
    nobody is known to.
    """
    stays = verdict != FROM_18 or not decision.row or goes_on_until_18(edition, decision, standing.holder)
    return "" if stays else decision.receiver


def _at_night(edition, decision, referral, *, verdict):
    """Who answers at this hour for what was reported to another; empty: nobody else."""
    is_there = verdict != REPORTED or receives(edition, decision, referral.to)
    return "" if is_there else decision.receiver


def _is_theirs(edition, decision, sender, *, to):
    """Whether a unit that has a question, and has not sent it, receives it; what is to be reported, at any hour."""
    if to:
        return False
    is_reported = decision.gate == PROTECTION and is_protected(edition, decision.case)
    return is_reported or bool(sender) and receives(edition, decision, sender)


def _from_one_of(edition, referral, decision, *, verdict, came_back):
    """The units of which one sends it, where it is not known which, and the verdict is of one of them."""
    found = held_by_sender(edition, referral.case, referral.to) if verdict in (ASK, RETURNS) and not came_back else ()
    alike = same_desk(edition, referral.case.area)
    return found if len(found) > 1 and any(alike(decision.receiver, one) for one in found) else ()


def _is_the_first(edition, case, held):
    """Whether only the sender has held the question, so that it has not gone from unit to unit yet."""
    senders, alike = kinds_of_sender(edition, case), same_desk(edition, case.area)
    return all(any(alike(one, sender) for sender in senders) for one in held)


def _may_sign(edition, case, advice):
    """Whether the sender may sign: a unit has somebody who may, a profession must be among those of the rule."""
    who = advice.how.who
    return not who or case.asker not in edition.catalogue.roles or case.asker in who


def receivers_for(edition: Edition, case: Case):
    """The kinds of unit that the ordinary rules send questions of the same need to, each once."""
    area = edition.ruleset.areas[case.area]
    found = dict.fromkeys(row.rule.to for row in area.span(case.need, case.on).tables[RULES].rows if row.mask)
    return tuple(one for one in found if one in area.units and not area.units[one].process)


def _takers(edition, case):
    area = edition.ruleset.areas[case.area]
    span = area.span(case.need, case.on)  # areas that share it share its tables
    return _TAKERS.of(edition, (case.need, id(span)),
                      lambda: takers_of(area, case.need, inputs=edition.inputs, day=case.on))
