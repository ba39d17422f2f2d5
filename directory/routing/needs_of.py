"""The needs that a kept answer is about: those that its rule takes, since what somebody asked is not kept."""

from collections.abc import Mapping
from typing import Any


def needs_of(answers: Mapping[str, Any]) -> set[str]:
    """The ids of the needs; none where no rule gave the answer.

    :param answers: the decision in the contract's JSON, by language
    """
    return {need for cells in next(iter(answers.values()))["holds_for"]["cells"] for need in cells["needs"]}
