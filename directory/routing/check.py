"""A referral checked: whether it has come to the right unit, what is missing in it, and who takes it if it has not."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from directory.ages import Ages
from directory.editions import Edition, Memory
from directory.journal.question import ACCEPT, Standing, has_held_and_is_asked
from directory.routing.advise import Advice, advise
from directory.routing.ends import TAKES_IT, ends_at, ends_before_sending
from directory.routing.first_holder import opening_of, whose
from directory.routing.from_18 import GROWN, by_level, is_early, on_the_birthday, receives
from directory.routing.holds import holding_kinds
from directory.routing.may_ask_for import asked_before, items_of
from directory.routing.referral import Referral
from directory.routing.same_desk import same_desk
from directory.routing.senders import is_family, kinds_of_sender, sender_of
from directory.routing.shown_by_items import contradicted, shown_by
from directory.rules import UNSURE as GATE_UNSURE
from directory.rules import Case, Decision
from directory.rules.matters import takers_of
from directory.rules.model import FAMILY, LEVEL, NEED, PROTECTION, REMISS, RULES, TRIED, YOUTH, Item, When
from directory.rules.model import MEETING as JOINT_MEETING

RIGHT, INCOMPLETE, WRONG, ACUTE, REPORT, MEETING, UNSURE, ASK, RETURNS, ONWARD, FROM_18, ALSO, REPORTED = (
    "right", "incomplete", "wrong", "acute", "report", "meeting", "unsure", "ask", "returns", "onward", "from_18",
    "also", "reported")
REPORT_NOW = "report"  # an end that is no step: the duty to report is each one's own, so that nothing of it is kept
_TAKERS, _ITEMS = Memory(), Memory()


@dataclass(frozen=True, slots=True)
class Needed:
    """An item that is missing, and the one to ask for it; None: whoever sends. `others` can supply it too."""

    item: Item
    by: str | None
    others: tuple[str, ...] = ()


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
    that may. `is_concern`: each one who knows of it must report it, whatever else is urgent.
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
    held, referral = tuple(held), replace(referral, case=referral.case.but(shown), said=referral.said | {*shown})
    case = referral.case
    advice = advise(edition.ruleset, case, catalogue=edition.catalogue, edition=edition.id, language=language,
                    explain=explain)
    decision, sender, birthday = advice.decision, sender_of(edition, case), on_the_birthday(edition, case)
    standing = opening_of(edition, decision, sender=sender, to=referral.to, before=held)
    came_back, is_concern = _came_back(edition, referral, standing), _is_concern(edition, decision)
    verdict = _verdict(edition, referral, advice, came_back=came_back, held=held)
    items = _items(edition, referral, advice, verdict=verdict, birthday=birthday)
    present = tuple(one for one in items if one.id in referral.has)
    missing = tuple(_needed(edition, case, one, advice) for one in items if one not in present)
    verdict = INCOMPLETE if verdict == RIGHT and missing else verdict
    ends = _reported(edition, referral, decision) if is_concern else _ends(
        edition, referral, decision, verdict=verdict, standing=standing, asks=bool(missing))
    needs_referral = _needs_referral(edition, advice)
    return Checked(
        verdict=verdict, advice=advice, is_right=_is_right(edition, referral, decision), present=present,
        missing=missing, asks=_from_family(edition, missing) if needs_referral else missing,
        by_referral=needs_referral and verdict in (RIGHT, INCOMPLETE) and not present, signers=advice.how.who,
        birthday=birthday, birthdays=by_level(edition, case),
        matters=_takers(edition, case).that_matter(referral.known, case.months) if explain else (),
        standing=standing, caller=_caller(edition, decision, standing), ends=ends,
        senders=kinds_of_sender(edition, case), may_sign=_may_sign(edition, case, advice), is_concern=is_concern,
        came_back=came_back, is_own=bool(not referral.to and sender) and receives(edition, decision, sender),
        against=against)


def _is_right(edition, referral, decision):
    """Whether it came to who receives; None where it is not sent, or nobody is known to receive it."""
    if not referral.to or decision.gate == GATE_UNSURE or decision.receiver == JOINT_MEETING:
        return None
    if decision.gate == PROTECTION and not decision.danger and _is_child(decision.case):
        return _has_reached(edition, referral, decision)
    return receives(edition, decision, referral.to)


def _caller(edition, decision, standing):
    """The kind of unit that calls a joint meeting: whom the rules name, else the unit that the question came to where
    it can, else the one that holds it, else the one that it is for.
    """
    if decision.receiver == JOINT_MEETING:
        return decision.holder
    can = decision.holder in holding_kinds(edition, decision.case.area)
    return standing.asked or whose(standing) or (decision.holder if can else "")


def _needs_referral(edition, advice):
    """Whether a family asks for what is open to a referral alone."""
    return advice.how.way == REMISS and is_family(edition, advice.decision.case)


def _from_family(edition, missing):
    """The items that a family can supply."""
    family = {one for group in (FAMILY, YOUTH) for one in edition.inputs.groups.get(group, ())}
    return tuple(one for one in missing if not family.isdisjoint((one.by, *one.others)))


def _reported(edition, referral, decision):
    """The end of what is to be reported, which is no step; who has received the report takes it on."""
    return (ACCEPT,) if _has_reached(edition, referral, decision) else (REPORT_NOW,)


def _ends(edition, referral, decision, *, verdict, standing, asks):
    """The kinds of step that may end it."""
    if verdict in (RIGHT, ACUTE):
        return ()
    if not referral.to:
        return ends_before_sending(edition, decision, standing) if verdict in (MEETING, RETURNS) else ()
    ends = ends_at(edition, decision, standing, unit=referral.to, asks=asks)
    return tuple(one for one in ends if one in TAKES_IT) if verdict == INCOMPLETE else ends


def _has_reached(edition, referral, decision):
    """Whether a report has come to a unit that receives such reports, by day or by night."""
    alike, area = same_desk(edition, decision.case.area), edition.ruleset.areas[decision.case.area]
    rows = area.span(decision.case.need, decision.case.on).tables[PROTECTION].rows
    return bool(referral.to) and any(row.mask and alike(referral.to, row.rule.to) for row in rows)


def _items(edition, referral, advice, *, verdict, birthday):
    """What the unit that it came to asks for where it should not have come there yet; else what its rule asks for."""
    if verdict in (ASK, RETURNS, ALSO) and referral.to:
        return _asked_by(edition, referral.case, referral.to)
    items = items_of(birthday.row and birthday.row.rule if verdict == FROM_18 else advice.rule)
    applies = is_family(edition, referral.case) and advice.how.way != REMISS
    return tuple(one for one in items if not (applies and one.referral))


def _asked_by(edition, case, unit):
    """What a unit asks for before it takes on such a question, each item once: by the rules that can still decide when
    more is tried, or its level is another. What is known of the child stays.
    """
    alike = same_desk(edition, case.area)
    ages = edition.inputs.ages if case.months is None else Ages(case.months, case.months)
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
    return ALSO if to in holding_kinds(edition, advice.decision.case.area) and to in beside else WRONG


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
        if not _is_child(decision.case):
            return ACUTE
        return REPORTED if _has_reached(edition, referral, decision) else REPORT
    if decision.danger or advice.acute:
        return ACUTE
    return MEETING if decision.receiver == JOINT_MEETING else None


def _is_concern(edition, decision):
    """Whether protection decides, or would if nothing were more urgent."""
    case = decision.case
    said = {**case.values, NEED: case.need}
    gates = edition.ruleset.base.gates.get(PROTECTION, ())
    return _is_child(case) and (decision.gate == PROTECTION or any(
        all(said.get(name) in allowed for name, allowed in one.values.items()) for one in gates))


def _is_child(case):
    """Whether whom it is about is, or may be, a child: the duty to report is about children."""
    return case.months is None or case.months < GROWN


def _is_the_first(edition, case, held):
    """Whether only the sender has held the question, so that it has not gone from unit to unit yet."""
    senders, alike = kinds_of_sender(edition, case), same_desk(edition, case.area)
    return all(any(alike(one, sender) for sender in senders) for one in held)


def _needed(edition, case, item, advice):
    """An item with the one to ask for it: the sender, if they have it; else the first that fits the child's age."""
    suppliers = _of_age(edition, edition.ruleset.base.suppliers_of(case.area, item.id), case.months)
    senders = {case.asker, *kinds_of_sender(edition, case)}
    fitting = [one for one in suppliers if _fits(advice.words.units.get(one), case.months)]
    in_order = sorted(fitting, key=lambda one: one not in senders)
    writer = advice.how.via if _needs_referral(edition, advice) else None
    return Needed(item, in_order[0] if in_order else writer, tuple(in_order[1:]))


def _of_age(edition, suppliers, months):
    """The suppliers with the young person instead of the guardians, where the young person is of age."""
    if months is None or months < GROWN:
        return suppliers
    groups = edition.inputs.groups
    grown = {one: min(groups.get(YOUTH, ()), default=None) for one in groups.get(FAMILY, ())}
    return tuple(dict.fromkeys(filter(None, (grown.get(one, one) for one in suppliers))))


def _may_sign(edition, case, advice):
    """Whether the sender may sign: a unit has somebody who may, a profession must be among those of the rule."""
    who = advice.how.who
    return not who or case.asker not in edition.catalogue.roles or case.asker in who


def _fits(unit, months):
    return unit is None or unit.ages is None or months is None or months in unit.ages


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
