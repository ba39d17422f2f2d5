"""What a search gives, as values, and the words that say why each hit was found."""

from collections.abc import Mapping
from dataclasses import dataclass

from directory.findings import Say, say
from directory.search.entries import ENGLISH, NAME, SHORT, SYNONYM
from directory.search.understand import Understood

WHY = {  # by where the phrase stands that was found
    NAME: say("The name says “%(words)s”."), SHORT: say("It is called “%(words)s”."),
    SYNONYM: say("People call it “%(words)s”."), ENGLISH: say("In English it is called “%(words)s”."),
}
WHY_TASK = say("What it does holds these words.")
WHY_RECEIVES = say("It takes “%(need)s”.")
WHY_UNIT = say("The name of the unit says so.")
WHY_UNIT_OF = say("It is a unit of what was asked for.")


@dataclass(frozen=True, slots=True)
class Hit:
    """One answer; a higher score is better. `units` are ids of its units in the area asked about."""

    id: str
    kind: str
    name: Mapping[str, str]
    score: float
    why: tuple[Say, ...] = ()
    units: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """`sure`: some hit is what was meant. Otherwise there are no hits, but near words and all groups of needs."""

    hits: tuple[Hit, ...]
    sure: bool
    spellings: tuple[str, ...]
    groups: tuple[str, ...]
    understood: Understood


@dataclass(frozen=True, slots=True)
class Told:
    """The case that a query tells of: what is None it does not say. An age is in months."""

    need: str
    area: str | None
    months: int | None
    level: str | None


@dataclass(frozen=True, slots=True)
class Led:
    """Whom a need leads to: the id of an agency or role, and why.

    `settled` says that nothing may stand before it that words alone have found.
    """

    id: str
    why: Say
    settled: bool = False


def why_of(phrase):
    """Why a phrase was found; None: only what the record does holds the words."""
    return Say(WHY[phrase.source].key, {"words": phrase.said}) if phrase else WHY_TASK
