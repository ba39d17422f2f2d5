"""An answer that was kept, as pages show it: what was said then, in the reader's language."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from directory.routing import MANAGERS, Said, needs_of, said
from directory.rules.model import PROTECTION, SELF


@dataclass(frozen=True, slots=True)
class KeptItem:
    """What must be done or sent along, by the id that a step names it by."""

    id: str
    text: Said


@dataclass(frozen=True, slots=True)
class KeptDuty:
    """What a kind of unit goes on doing meanwhile."""

    kind: str
    text: Said


@dataclass(frozen=True, slots=True)
class Kept:
    """`open`: the receiver is a meeting, which `holder` calls. `danger`: somebody may be in danger. `way`: how
    one comes in, as the catalogue's inputs name it. `via`: the kind of unit that sends the question on, where there is
    one. `days`: within which an answer was promised, and by what `promise`: law, agreement or local.
    """

    receiver: str
    name: Said
    holder: str
    open: bool
    danger: bool
    do: Said | None
    way: str
    via: str | None
    because: Said | None
    days: int | None
    promise: str | None
    items: tuple[KeptItem, ...]
    meanwhile: tuple[KeptDuty, ...]
    if_wrong: Said | None
    rule: str
    place: str
    conditions: tuple[str, ...]

    @property
    def meets(self):
        """Whether what was promised is a meeting: one that the holder calls, or of those who settle how all work."""
        return self.open or self.receiver in MANAGERS


def kept_answer(answers: Mapping[str, Any], language):
    """The answer that was kept.

    :param answers: the decision in the contract's JSON, by language
    """
    read = _Reader(answers, language)
    own = read.own
    within, rule = own["answer_within"] or {}, own["rule"]
    return Kept(
        own["receiver"]["id"], read.text("receiver", "name") or Said(own["receiver"]["id"]), own["holder"],
        own["open"], own["acute"]["is"] or own["gate"] == PROTECTION, read.text("how", "text"), own["how"]["way"],
        own["how"]["via"] if own["how"]["way"] != SELF else None, read.text("rule", "because"), within.get("days"),
        within.get("kind"),
        tuple(KeptItem(one["id"], text) for part in ("requires", "attach") for one, text in read.texts(part)),
        tuple(KeptDuty(one["unit"], text) for one, text in read.texts("alongside")), read.text("if_wrong"),
        rule["id"], f"{rule['file']}:{rule['line']}" if rule["file"] else "",
        tuple((answers.get(language) or own)["holds_for"]["conditions"]))


def group_of(answers: Mapping[str, Any], catalogue):
    """The group that all needs of a kept answer's rule belong to; "" where they are of several."""
    groups = {catalogue.needs[one].group for one in needs_of(answers) if one in catalogue.needs}
    return groups.pop() if len(groups) == 1 else ""


def case_of(answers: Mapping[str, Any]):
    """What all cases of a kept answer's rule have in common, as pairs of input and value."""
    found: dict[str, set] = {"need": needs_of(answers)}
    boxes = [box["values"] for cells in next(iter(answers.values()))["holds_for"]["cells"] for box in cells["when"]]
    for name in set().union(*boxes):
        found[name] = {value for box in boxes for value in box.get(name, ("", ""))}
    return tuple((name, *values) for name, values in sorted(found.items()) if len(values) == 1)


class _Reader:
    """Texts of an answer that was kept in the languages of staff; families have them as they have those of rules."""

    def __init__(self, answers, language):
        self.answers, self.language = answers, language
        self.own = next(iter(answers.values()))

    def text(self, *path):
        return said({one: _at(answer, path) or "" for one, answer in self.answers.items()}, self.language)

    def texts(self, part):
        """The entries of a list, each with its text."""
        return [(one, self.text(part, index, "text") or Said("")) for index, one in enumerate(self.own[part])]


def _at(answer, path):
    for step in path:
        answer = answer[step]
    return answer
