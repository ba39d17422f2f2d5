"""A referral checked: whether it has come to the right unit, what is missing in it, and who takes it if it has not."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from directory.ages import MONTHS, Ages
from directory.editions import Edition, Memory
from directory.journal.question import ACCEPT, ASK_ONCE, CALL_MEETING, CONSULT, HAND_OVER
from directory.routing.advise import Advice, advise
from directory.routing.same_desk import same_desk
from directory.rules import UNSURE as GATE_UNSURE
from directory.rules import Case, Decision, decide
from directory.rules.matters import takers_of
from directory.rules.model import AGE, LEVEL, RULES, UNKNOWN, Item
from directory.rules.model import MEETING as JOINT_MEETING

RIGHT, INCOMPLETE, WRONG, ACUTE, MEETING, UNSURE, ASK, RETURNS, ONWARD = (
    "right", "incomplete", "wrong", "acute", "meeting", "unsure", "ask", "returns", "onward")
GROWN = 18 * MONTHS  # months: from the birthday on other units receive
SOON_GROWN = Ages(17 * MONTHS + 6, GROWN - 1)  # when it is time to tell who receives then
_TAKERS, _ITEMS = Memory(), Memory()


@dataclass(frozen=True, slots=True)
class Referral:
    """A case that somebody refers. `to` is the kind of unit that it was sent to, empty where it is not sent yet;
    `has` are the ids of the items that it holds.
    """

    case: Case
    to: str = ""
    has: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Needed:
    """An item that is missing, and the one to ask for it; None: whoever sends. `others` can supply it too."""

    item: Item
    by: str | None
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of a check. `verdict` is one of those above; RETURNS: it would go to a unit that has held it;
    ASK: to the sender, whom nobody has asked yet for what is missing; ONWARD: it came to the unit one goes through.

    `signers` are ids of the professions that may send. `birthday`: who receives from 18, where that day is near.
    `senders`: the kinds of unit that whoever sends belongs to, none of a family.
    `matters`: the inputs, not given yet, that can still change the receiver.
    """

    verdict: str
    advice: Advice
    present: tuple[Item, ...]
    missing: tuple[Needed, ...]
    signers: tuple[str, ...]
    birthday: Decision | None
    matters: tuple[str, ...]
    senders: tuple[str, ...] = ()


def check(edition: Edition, referral: Referral, *, language, held: Iterable[str] = (), given: Mapping | None = None,
          explain=True):
    """The check of a referral.

    :param held: the kinds of unit that have held the question before, the sender among them
    :param given: the inputs that somebody has given, with their values; left out, those that are not the default
    :param explain: whether to find the reasons, the changes and the inputs that matter, which cost more than the rest
    :raises NotDecided: no single rule takes the case
    """
    case, held = referral.case, tuple(held)
    advice = advise(edition.ruleset, case, catalogue=edition.catalogue, edition=edition.id, language=language,
                    explain=explain)
    verdict = _verdict(edition, referral, advice, held=held)
    items = asked_by(edition, case, referral.to) if verdict == RETURNS else _items_of(advice.rule)
    missing = tuple(_needed(edition, case, one, advice) for one in items if one.id not in referral.has)
    if verdict == RETURNS and missing and _is_the_first(edition, case, held):
        verdict = ASK
    return Checked(
        INCOMPLETE if verdict == RIGHT and missing else verdict, advice,
        tuple(one for one in items if one.id in referral.has), missing, advice.how.who, _birthday(edition, case),
        _matters(edition, case, _given(edition, case) if given is None else given) if explain else (),
        kinds_of_sender(edition, case))


def ends_of(checked: Checked, referral: Referral):
    """The kinds of step that may end it for the unit that it came to, where that is not simply the right one."""
    if not referral.to or checked.verdict in (RIGHT, ACUTE, MEETING):
        return ()
    if checked.verdict == INCOMPLETE:
        return ACCEPT, ASK_ONCE
    onward = () if checked.verdict in (UNSURE, ASK, RETURNS) else (HAND_OVER,)
    advise_holder = (CONSULT,) if checked.senders else ()  # of a family there is no holder to advise
    return ACCEPT, *advise_holder, *onward, ASK_ONCE, CALL_MEETING


def held_by_sender(edition: Edition, case: Case, to):
    """The unit that held a question before it was sent to another; none where it may be one of several."""
    alike = same_desk(edition, case.area)
    kinds = kinds_of_sender(edition, case)
    is_one = kinds and to and all(alike(kinds[0], one) for one in kinds) and not alike(kinds[0], to)
    return kinds[:1] if is_one else ()


def asked_by(edition: Edition, case: Case, unit):
    """What a unit asks for before it takes on a question of this need and age, each item once."""
    area, alike = edition.ruleset.areas[case.area], same_desk(edition, case.area)
    ages = edition.inputs.ages if case.months is None else Ages(case.months, case.months)
    rules = (row.rule for table in area.span(case.need, case.on).tables.values() for row in table.rows
             if alike(row.rule.to, unit) and row.mask & table.grid.touching(ages))
    return tuple({item.id: item for rule in rules for item in _items_of(rule)}.values())


def known_items(edition: Edition):
    """The ids of everything that rules ask for first."""
    return _ITEMS.of(edition, "items", lambda: frozenset(
        item.id for layer in edition.ruleset.base.layers.values() for rule in layer.rules for item in _items_of(rule)))


def _items_of(rule):
    return (*rule.requires, *rule.attach) if rule else ()


def kinds_of_sender(edition: Edition, case: Case):
    """The kinds of unit that whoever asks belongs to; none for a family. A profession may work at several."""
    return kinds_of_asker(edition, case.area, case.asker)


def kinds_of_asker(edition: Edition, area, asker):
    """As `kinds_of_sender`, of an asker in an area with rules."""
    units = edition.ruleset.areas[area].units
    if asker in units:
        return (asker,)
    role = edition.catalogue.roles.get(asker)
    return tuple(one for one in role.works_at if one in units) if role else ()


def _verdict(edition, referral, advice, *, held):
    decision, alike = advice.decision, same_desk(edition, referral.case.area)
    if decision.danger or advice.acute:
        return ACUTE
    if decision.receiver == JOINT_MEETING:
        return MEETING
    if any(alike(decision.receiver, one) for one in held):
        return RETURNS
    if decision.gate == GATE_UNSURE:
        return UNSURE
    if not referral.to or _is_receiver(referral.to, advice, alike):
        return RIGHT
    return ONWARD if advice.how.via and alike(referral.to, advice.how.via) else WRONG


def _is_the_first(edition, case, held):
    """Whether only the sender has held the question, so that it has not gone from unit to unit yet."""
    senders, alike = kinds_of_sender(edition, case), same_desk(edition, case.area)
    return all(any(alike(one, sender) for sender in senders) for one in held)


def _is_receiver(to, advice, alike):
    """Whether a unit is the receiver, or what the receiver is a kind of."""
    receiver = advice.decision.receiver
    unit = advice.words.units.get(receiver)
    return any(one and alike(to, one) for one in (receiver, unit.kind_of if unit else None))


def _needed(edition, case, item, advice):
    """An item with the one to ask for it: the sender, if they have it; else the first that fits the child's age."""
    suppliers = edition.ruleset.base.suppliers_of(case.area, item.id)
    senders = {case.asker, *kinds_of_sender(edition, case)}
    fitting = [one for one in suppliers if _fits(advice.words.units.get(one), case.months)]
    in_order = sorted(fitting, key=lambda one: one not in senders)
    return Needed(item, in_order[0] if in_order else None, tuple(in_order[1:]))


def _fits(unit, months):
    return unit is None or unit.ages is None or months is None or months in unit.ages


def _birthday(edition, case):
    """The decision on the day of turning 18, where that is half a year away at most."""
    if case.months is None or case.months not in SOON_GROWN:
        return None
    return decide(edition.ruleset, case.but({AGE: GROWN}))


def _given(edition, case):
    inputs = edition.inputs
    return {name: value for name, value in case.values.items()
            if value != (UNKNOWN if name == LEVEL else inputs.default(name))}


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


def _matters(edition, case, given):
    known = {name: value for name, value in given.items() if value != UNKNOWN or name != LEVEL}
    return _takers(edition, case).that_matter(known, case.months)
