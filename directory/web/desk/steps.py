"""The form on which a desk takes its step with a question: the ends that it has, to whom, and what it sent."""

from dataclasses import dataclass, field
from datetime import date

from directory import journal
from directory.journal import ASK_ONCE, CALL_MEETING, HAND_OVER, MEETING_HELD, RECEIVED, Receipt, Step
from directory.journal.question import SameDesk, has_held_and_is_asked
from directory.routing import GROWN, Said, Words, kind_name
from directory.web.alphabet import by_letter
from directory.web.kept import KeptItem

END, TO, HELD_BY, ITEM, CAME, CONFIRM, SEEN = (  # the fields of the form
    "end", "to", "held_by", "item", "came", "confirm", "seen")
HELD, MEETS = "held", "meets"  # why a unit can but call the meeting: it has held the question, or that is the answer
CHANGED, FULL = "changed", "full"  # why a step does not follow, beside the reasons of a refused one


@dataclass(frozen=True, slots=True)
class Target:
    """A kind of unit that a question may be given to. `returns`: it has held it, so that only a meeting leads there.
    `is_for_grown`: it takes nobody under 18, whose question a receipt with its band of ages cannot tell apart.
    """

    kind: str
    name: Said
    returns: bool
    chosen: bool
    is_for_grown: bool = False


@dataclass(frozen=True, slots=True)
class Sent:
    """What a desk chose; empty: nothing. `items`: all that it asks for, or that has come; `seen`: how many
    steps the page showed.
    """

    end: str = ""
    to: str = ""
    items: tuple[str, ...] = ()
    confirm: str = ""
    seen: str = ""


@dataclass(frozen=True, slots=True)
class StepForm:
    """The valid ends of a desk, in their order, each with what it needs: `targets`, those of a meeting, `items`, and
    what is `awaited`.

    `confirms`: the question was handed over, so that it is taken with the code that came with it. `told`: what is
    wrong with what was `sent`, by field; `why`: why the step cannot follow; `left`: tries to confirm that remain today.
    `only`: why the meeting alone is left, HELD or MEETS, or "". `passes`: the desk holds no such questions, and passes
    on what was put to it.
    """

    ends: tuple[str, ...]
    targets: tuple[Target, ...]
    meeting_targets: tuple[Target, ...]
    items: tuple[KeptItem, ...]
    confirms: bool
    seen: int
    sent: Sent = field(default_factory=Sent)
    told: tuple[str, ...] = ()
    why: str = ""
    left: int | None = None
    only: str = ""
    passes: bool = False
    awaited: tuple[KeptItem, ...] = ()


def read_step(form):
    """What a form says."""
    end = form.get(END, "")
    to = form.get(HELD_BY if end == MEETING_HELD else TO, "")
    items = form.getlist(CAME if end == RECEIVED else ITEM)
    return Sent(end, to, tuple(dict.fromkeys(items)), form.get(CONFIRM, "").strip(), form.get(SEEN, ""))


@dataclass(frozen=True, slots=True)
class Choices:
    """What a desk may choose among: `units` that can hold a question, `items` to ask for, `awaited` ones. `right`: the
    unit that the rules name, which a hand-over leads to unless another is chosen.
    """

    units: tuple[str, ...]
    items: tuple[KeptItem, ...]
    right: str = ""
    awaited: tuple[KeptItem, ...] = ()


def step_form(receipt: Receipt, own, words: Words, *, choices: Choices, same_desk: SameDesk):
    """The form of a desk that may act.

    :param own: the kind of unit that it is
    """
    standing, units = receipt.standing, _named(choices.units, words)
    items = tuple(one for one in choices.items if one.id not in standing.asked_for.split())
    passes = standing.passes and not same_desk(standing.holder, own)

    def returns(kind):
        return journal.returns_if_handed_over(standing, kind, by=own, same_desk=same_desk)

    others = tuple(Target(one, name, returns(one), one == choices.right, _is_for_grown(one, words))
                   for one, name in units if not same_desk(one, own))
    left = {*(() if items else (ASK_ONCE,)), *(() if others else (HAND_OVER,))}
    ends = tuple(one for one in journal.ends_for(standing, own, same_desk) if one not in left)
    asks = standing.handed and same_desk(standing.asked, own) and not same_desk(standing.holder, own)
    after_meeting = _after_meeting(units, words, standing, choices.right) if MEETING_HELD in ends else ()
    return StepForm(ends, others, after_meeting, items, asks, len(receipt.steps),
                    only=_why_only(standing, own, same_desk) if ends == (CALL_MEETING,) else "", passes=passes,
                    awaited=choices.awaited if RECEIVED in ends else ())


def _after_meeting(units, words, standing, right):
    """Whom a meeting may name: whoever has held the question may hold it again."""
    chosen = standing.holder or right
    return tuple(Target(one, name, False, one == chosen, _is_for_grown(one, words)) for one, name in units)


def _why_only(standing, own, same_desk):
    """Why a unit can but call the meeting, or "" where it is for another reason."""
    return MEETS if standing.meets else HELD if has_held_and_is_asked(standing, own, same_desk) else ""


def _is_for_grown(kind, words):
    ages = words.units[kind].ages
    return ages is not None and ages.first >= GROWN


def _named(kinds, words):
    """Kinds of unit and their names, in the order of these."""
    return sorted(((one, kind_name(one, words)) for one in kinds),
                  key=lambda pair: by_letter(pair[1].text))


def faults_of(sent: Sent, form: StepForm):
    """The fields that a step still lacks, or that say what is not among the choices."""
    if sent.end not in form.ends:
        return (END,)
    needs = {
        HAND_OVER: (TO, {sent.to}, {one.kind for one in form.targets}),
        MEETING_HELD: (HELD_BY, {sent.to}, {one.kind for one in form.meeting_targets}),
        ASK_ONCE: (ITEM, set(sent.items) or {""}, {one.id for one in form.items}),
        RECEIVED: (CAME, set(sent.items), {one.id for one in form.awaited}),
    }
    field, chosen, choices = needs.get(sent.end, ("", set(), set()))
    lacks_code = form.confirms and not sent.confirm
    return (*((field,) if chosen - choices else ()), *((CONFIRM,) if lacks_code else ()))


def step_of(sent: Sent, own, day: date):
    """The step that a form comes to; what its kind does not need is left out."""
    return Step(sent.end, own, day, sent.to if sent.end in (HAND_OVER, MEETING_HELD) else "",
                " ".join(sent.items) if sent.end in (ASK_ONCE, RECEIVED) else "")
