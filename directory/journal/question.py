"""Where a question stands: who holds it, whom it was put to, and which steps may follow. Nothing is stored here.

A unit that is asked can end its part only so that somebody holds the question: it takes it on, advises whoever holds
it, hands it over, asks once for what is missing, or calls the joint meeting. "Not us" is no step. No unit gets to hold
a question twice without a meeting between.

A unit that holds no such questions, as an emergency ward, advises, passes the question on or calls the meeting; whoever
sent it is responsible until another confirms.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from directory.errors import DirectoryError

ACCEPT, CONSULT, HAND_OVER, ASK_ONCE, CALL_MEETING = "accept", "consult", "hand_over", "ask_once", "call_meeting"
MEETING_HELD, RECEIVED, SAID_NO = "meeting_held", "received", "said_no"
ENDS = (ACCEPT, CONSULT, HAND_OVER, ASK_ONCE, CALL_MEETING)  # what a unit that is asked may do
KINDS = (*ENDS, MEETING_HELD, RECEIVED, SAID_NO)
NOBODY = ""  # a family, or somebody that is no unit
MEETING_DAYS = 21  # within which a joint meeting is held (Västbus, Hudiksvall)
MOST_REFUSALS = 2  # of one question: then no more is asked, all meet


class StepRefused(DirectoryError):
    """A step that cannot follow. `why` is a word for the reason; `ends` are the kinds of step that could.

    not_yours: the unit neither holds the question nor was asked. no_end: there is no such step. would_return: the unit
    that it leads to has held the question, or the unit itself has. asked_already: the unit has asked once. waits: it
    waits for another, and so asks for nothing. taken_on: it has taken the question on already.
    advised_already: it has advised since the last meeting, or a meeting named it. no_holder: nobody holds the question,
    or the unit itself, so that there is nobody else to advise. same_unit: it leads to whoever has it.
    meeting_first: a meeting has been called, the answer is the meeting, or the question was refused twice. no_meeting:
    none has been called. no_item, no_unit: the step does not say what, or to whom. cannot_hold: it leads to what holds
    no such question, or the unit itself holds none. item_asked: what it asks for was asked for before, by whomever.
    nothing_awaited: nothing that was asked for is still to come.
    """

    code, status = "step_refused", 409

    def __init__(self, why, ends=()):
        super().__init__(f"{why}; possible: {', '.join(ends)}")
        self.why, self.ends = why, tuple(ends)


@dataclass(frozen=True, slots=True)
class Step:
    """What a unit did on a day: `by` and `to` are kinds of unit, `item` the ids of all that was asked for at once, or
    that has come, a space between them; empty: there is none, or all that was to come has.
    """

    kind: str
    by: str
    day: date
    to: str = NOBODY
    item: str = ""

    @property
    def items(self):
        """The ids of what was asked for, or has come."""
        return tuple(self.item.split())


@dataclass(frozen=True, slots=True)
class Standing:
    """`holder` is responsible, `asked` has the question before it; `handed`: it was handed over and must be confirmed.

    `held` are those that have held it since the last meeting, `advisers` those that have advised since then. `meeting`:
    the day by which one is held that was called. `settled`: the holder has taken the question on. `meets`: the answer
    is the joint meeting, which is to be called. `told_no` held it when a family was told no last since a meeting, and
    `reopened` when that opened what was settled; None: never. `askers` have asked for all that is `asked_for`, of
    which `awaited` is still to come. `passes`: who is asked holds no questions, and passes this one on.
    """

    holder: str
    asked: str
    held: tuple[str, ...]
    handed: bool = False
    advisers: tuple[str, ...] = ()
    asked_for: str = ""
    meeting: date | None = None
    refusals: int = 0
    settled: bool = False
    meets: bool = False
    told_no: str | None = None
    reopened: str | None = None
    askers: tuple[str, ...] = ()
    awaited: str = ""
    passes: bool = False


SameDesk = Callable[[str, str], bool]


def opened(sender, to, before=(), *, meets=False, passes=False):
    """The standing of a question that somebody puts to a unit.

    :param sender: the kind of unit that holds it, NOBODY for a family
    :param before: the kinds that have held it before the sender, and since the last meeting
    :param meets: whether the answer is the joint meeting
    :param passes: whether the unit that it is put to holds no questions, so that the sender, who then is a unit, does
    """
    held = (*before, *((sender,) if sender else ()))
    return Standing(sender, to, held, meets=meets, passes=passes and bool(sender))


def standing_after(standing: Standing, steps: Iterable[Step], same_desk: SameDesk):
    """The standing after some steps.

    :param same_desk: whether two kinds of unit are one desk in the area
    :raises StepRefused: one of them cannot follow those before it
    """
    for step in steps:
        standing = after(standing, step, same_desk)
    return standing


def ends_for(standing: Standing, unit, same_desk: SameDesk):
    """The kinds of step that a unit may take now, which need not be whole yet."""
    is_holder, is_asked = _is(standing.holder, unit, same_desk), _is(standing.asked, unit, same_desk)
    if standing.meeting:
        return (MEETING_HELD,) if is_holder else ()
    if not is_holder and not is_asked:
        return ()
    if standing.meets or has_held_and_is_asked(standing, unit, same_desk):
        return (CALL_MEETING,)
    without = _without(standing, unit, same_desk)
    ends = (*_open_ends(standing), *((RECEIVED,) if is_holder and standing.awaited else ()))
    return tuple(one for one in ends if one not in without)


def _open_ends(standing):
    return (ACCEPT, CALL_MEETING) if standing.refusals >= MOST_REFUSALS else ENDS


def _without(standing, unit, same_desk):
    """The ends that a unit has not, each with why."""
    is_holder = _is(standing.holder, unit, same_desk)
    without = _without_holding(standing, is_holder)
    if is_holder and standing.settled:
        without[ACCEPT] = "taken_on"
    if is_holder or not standing.holder:
        without[CONSULT] = "no_holder"
    elif _was_named(standing) or _is_among(standing.advisers, unit, same_desk):
        without[CONSULT] = "advised_already"
    if is_holder and standing.asked:
        without[ASK_ONCE] = "waits"
    elif _is_among(standing.askers, unit, same_desk):
        without[ASK_ONCE] = "asked_already"
    return without


def _without_holding(standing, is_holder):
    """The ends that a unit has not which only passes the question on."""
    return dict.fromkeys((ACCEPT, ASK_ONCE), "cannot_hold") if standing.passes and not is_holder else {}


def _was_named(standing):
    """Whether a meeting named the unit that is asked: since then nobody has held the question."""
    return standing.handed and not standing.held


def returns_to_holder(standing: Standing, unit, same_desk: SameDesk):
    """Whether a unit has held the question before, so that it must not be sent there again without a meeting."""
    return _is_among(standing.held, unit, same_desk)


def returns_if_handed_over(standing: Standing, to, *, by, same_desk: SameDesk):
    """Whether a unit that hands the question over would send it to one that has held it, as whoever waits for it has.
    """
    return returns_to_holder(_taken_up(standing, by, same_desk), to, same_desk)


def has_held_and_is_asked(standing: Standing, unit, same_desk: SameDesk):
    """Whether a unit is asked for a question that it has held before and does not hold now."""
    is_asked = _is(standing.asked, unit, same_desk) and not _is(standing.holder, unit, same_desk)
    return is_asked and returns_to_holder(standing, unit, same_desk)


def after(standing: Standing, step: Step, same_desk: SameDesk):
    """The standing after one more step.

    :raises StepRefused: it cannot follow
    """
    if step.kind == SAID_NO:
        return _told_no(standing)
    ends = refuse_no_end(standing, step, same_desk)
    taken_up = standing if step.kind == CONSULT else _taken_up(standing, step.by, same_desk)
    found = _FOLLOWS[step.kind](taken_up, step, same_desk, ends)
    return replace(found, passes=standing.passes and found.asked == standing.asked)


def refuse_no_end(standing: Standing, step: Step, same_desk: SameDesk):
    """The ends that a unit has, of which its step is one.

    :raises StepRefused: it is none of them
    """
    ends = ends_for(standing, step.by, same_desk)
    if step.kind not in ends:
        raise StepRefused(_why_not(standing, step, same_desk), ends)
    return ends


def _told_no(standing):
    """Whoever has the code may say so, so that it opens but once what the same holder has taken on, and at last when
    all must meet.
    """
    is_last = standing.refusals + 1 == MOST_REFUSALS
    opens = standing.settled and (is_last or standing.reopened != standing.holder)
    return replace(standing, refusals=min(standing.refusals + 1, MOST_REFUSALS), told_no=standing.holder,
                   settled=standing.settled and not opens, reopened=standing.holder if opens else standing.reopened)


def _why_not(standing, step, same_desk):
    is_holder, is_asked = _is(standing.holder, step.by, same_desk), _is(standing.asked, step.by, same_desk)
    if step.kind not in KINDS:
        return "no_end"
    if not is_holder and not is_asked:
        return "not_yours"
    if standing.meeting or standing.meets:
        return "meeting_first"
    if has_held_and_is_asked(standing, step.by, same_desk):
        return "would_return"
    if step.kind in ENDS and step.kind not in _open_ends(standing):
        return "meeting_first"
    never = {MEETING_HELD: "no_meeting", RECEIVED: "nothing_awaited"}
    return never.get(step.kind) or _without(standing, step.by, same_desk)[step.kind]


def _taken_up(standing, unit, same_desk):
    """The standing with a unit that acts as the holder: what is asked of it is its to answer for once it acts.

    Whoever held it until then has held it, also since a meeting that named another.
    """
    is_holder = _is(standing.holder, unit, same_desk)
    if standing.passes and not is_holder:
        return standing
    held = standing.held
    for one in (standing.holder, unit):
        if one and not _is_among(held, one, same_desk):
            held = (*held, one)
    if is_holder:
        return replace(standing, held=held)
    return replace(standing, holder=unit, asked=NOBODY, held=held, handed=False, settled=False)


def _accepted(standing, _step, _same_desk, _ends):
    return replace(standing, asked=NOBODY, handed=False, settled=True)


def _advised(standing, step, _same_desk, _ends):
    return replace(standing, asked=NOBODY, handed=False, advisers=(*standing.advisers, step.by))


def _handed_over(standing, step, same_desk, ends):
    if not step.to:
        raise StepRefused("no_unit", ends)
    if same_desk(step.to, step.by):
        raise StepRefused("same_unit", ends)
    if returns_to_holder(standing, step.to, same_desk):
        raise StepRefused("would_return", (CALL_MEETING,))
    return replace(standing, asked=step.to, handed=True, settled=False)


def _asked_once(standing, step, _same_desk, ends):
    if not step.item:
        raise StepRefused("no_item", ends)
    if set(step.items) & set(standing.asked_for.split()):
        raise StepRefused("item_asked", ends)
    return replace(standing, asked_for=f"{standing.asked_for} {step.item}".strip(),
                   awaited=f"{standing.awaited} {step.item}".strip(), askers=(*standing.askers, step.by))


def _received(standing, step, _same_desk, _ends):
    """What came is awaited no more: what the step names, all where it names nothing."""
    left = without_items(standing.awaited, step.items) if step.items else ""
    return replace(standing, awaited=left)


def without_items(ids, came):
    """Ids with a space between them, but for those that came."""
    return " ".join(one for one in ids.split() if one not in came)


def _called(standing, step, _same_desk, _ends):
    return replace(standing, asked=NOBODY, handed=False, settled=False, meets=False,
                   meeting=step.day + timedelta(MEETING_DAYS))


def _met(standing, step, same_desk, ends):
    """A meeting ends with one that takes the question, who confirms where that is another than the holder; whoever
    held it before the meeting may do so again. What was asked for and has not come is still to come.
    """
    if not step.to:
        raise StepRefused("no_unit", ends)
    met = replace(standing, meeting=None, refusals=0, told_no=None, reopened=None, advisers=())
    if same_desk(step.to, step.by):
        return replace(met, held=(step.by,), settled=True)
    return replace(met, held=(), asked=step.to, handed=True, settled=False)


_FOLLOWS = {ACCEPT: _accepted, CONSULT: _advised, HAND_OVER: _handed_over, ASK_ONCE: _asked_once,
            CALL_MEETING: _called, MEETING_HELD: _met, RECEIVED: _received}


def follows_always(standing: Standing, step: Step):
    """Whether a step follows however many were taken before: it leads to somebody who has the question."""
    return step.kind in (CALL_MEETING, MEETING_HELD) or (step.kind == ACCEPT and standing.handed)


def _is_among(units, unit, same_desk):
    return any(same_desk(unit, one) for one in units)


def _is(one, unit, same_desk):
    return bool(one) and bool(unit) and same_desk(one, unit)
