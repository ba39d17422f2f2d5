"""Where a kept question stands, as pages show it: who holds it, who has been asked, and by when something is due."""

from dataclasses import dataclass
from datetime import date, timedelta

from directory.journal.question import MEETING_DAYS, MOST_REFUSALS, Standing
from directory.routing import Said, Words, kind_name


@dataclass(frozen=True, slots=True)
class Stands:
    """`asked` has it before it; `handed`: it was handed over there, and `holder` has it until that is confirmed.

    `meeting`: the day by which one is held that was called, "" where none was. `stuck`: it was refused so often that
    all must meet; `meets`: the answer is a meeting, which nobody has called yet; `acts`: who must see to it now.
    `meet_by`: the last day for a meeting that is called today.
    """

    holder: Said | None
    asked: Said | None
    handed: bool
    settled: bool
    advisers: tuple[Said, ...]
    meeting: str
    refusals: int
    stuck: bool
    acts: Said
    meet_by: str
    meets: bool = False


def stands(standing: Standing, words: Words, *, receiver, day: date):
    """How a question stands.

    :param receiver: the kind of unit that the answer named, which must see to it where nobody else has it
    :param day: today
    """
    return Stands(
        _unit(standing.holder, words), _unit(standing.asked, words), standing.handed, standing.settled,
        tuple(kind_name(one, words) for one in standing.advisers),
        standing.meeting.isoformat() if standing.meeting else "", standing.refusals,
        standing.refusals >= MOST_REFUSALS, kind_name(whose(standing, receiver), words),
        (day + timedelta(MEETING_DAYS)).isoformat(), standing.meets)


def whose(standing: Standing, receiver):
    """The kind of unit that must see to a question: whoever holds it, else whoever was asked, else the receiver."""
    return standing.holder or standing.asked or receiver


def _unit(kind, words):
    return kind_name(kind, words) if kind else None
