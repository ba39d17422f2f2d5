"""A referral as somebody tells of it: the case, to whom it was sent, what it holds, and which answers were given."""

from collections.abc import Mapping
from dataclasses import dataclass

from directory.rules import Case
from directory.rules.model import ACUTE, FACTS, LEVEL, TRIED, UNKNOWN


@dataclass(frozen=True, slots=True)
class Referral:
    """A case that somebody refers. `to` is the kind of unit that it was sent to, empty where it is not sent yet;
    `has` are the ids of the items that it holds, `said` the names of the inputs that somebody, or the clock, has
    answered.
    """

    case: Case
    to: str = ""
    has: frozenset[str] = frozenset()
    said: frozenset[str] = frozenset()

    @property
    def known(self):
        """The inputs that were answered, with their values."""
        return {name: value for name, value in self.case.values.items() if name in self.said}


def inputs_said(raw: Mapping):
    """The names of the inputs that a case answers, as it is written for `read_case`; an unknown level is no answer."""
    said = [name for name in (LEVEL, ACUTE) if raw.get(name) is not None and (name, raw[name]) != (LEVEL, UNKNOWN)]
    said += [prefix + name for group, prefix in (("tried", TRIED), ("facts", FACTS)) for name in raw.get(group) or ()]
    return frozenset(said)
