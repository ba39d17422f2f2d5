"""A question that somebody asked to keep, as a value: before it is kept, and kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from directory.journal.question import Standing, Step


@dataclass(frozen=True, slots=True)
class Draft:
    """An answer that is to be kept. `sender` holds the question (NOBODY: a family), `to` is who it is put to, `before`
    are the kinds of unit that have held it before.

    `area` is where the child lives, `ruled` the area whose rules answered; empty: the same. `meets`: the answer is the
    joint meeting; `passes`: `to` holds no questions, and passes this one on. `ages` are those of the rule.
    `answer` is the decision by language, without what was told of the child.
    """

    area: str
    rule: str
    ages: str
    receiver: str
    holder: str
    edition: str
    sender: str
    to: str
    within_days: int | None
    answer: Mapping[str, Any]
    before: tuple[str, ...] = ()
    meets: bool = False
    ruled: str = ""
    passes: bool = False


@dataclass(frozen=True, slots=True)
class Receipt:
    """A question that is kept. `receiver` and `holder` are the answer's; who has it now, and since, `standing` says.

    `opening` is who put it to whom, and who had held it before; `due` the day by which somebody must act, None where
    nothing says; from the day `forget_on` there is no receipt. `area` is where the child lives, `ruled` the area whose
    rules answered. `reported`: after how many steps of units a report of its return was counted last; None: never.
    """

    code: str
    document: Mapping[str, Any]
    signature: str
    answer: Mapping[str, Any]
    standing: Standing
    steps: tuple[Step, ...]
    opening: tuple[str, str, tuple[str, ...]]
    area: str
    rule: str
    ages: str
    receiver: str
    holder: str
    edition: str
    week: str
    within_days: int | None
    due: date | None
    forget_on: date
    ruled: str
    meets: bool = False
    reported: int | None = None
    passes: bool = False

    @property
    def is_open(self):
        """Whether somebody still has to act: the holder has not taken the question on."""
        return not self.standing.settled
