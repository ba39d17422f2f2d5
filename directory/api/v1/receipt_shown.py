"""A receipt as the API shows it: what was answered, who holds the question now, and the steps so far."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, TypedDict

from directory.api.v1.decision import Decision
from directory.i18n import DEFAULT
from directory.journal import Receipt, shown_code
from directory.routing import still_says

KIND = Annotated[str | None, "A kind of unit; null: none."]


@dataclass(frozen=True, slots=True)
class ReceiptStep:
    """What a unit did on a day."""

    kind: str
    by: KIND
    day: date
    to: KIND
    item: Annotated[str | None, "The ids of what was asked for, with a space between."]


@dataclass(frozen=True, slots=True)
class ReceiptStanding:
    """Where the question stands."""

    holder: Annotated[str | None, "The kind of unit that is responsible; null: a family has it still."]
    asked: Annotated[str | None, "The kind of unit that has it before it."]
    handed: Annotated[bool, "Whether it was handed over to `asked`, which confirms with the code that came along."]
    held: Annotated[tuple[str, ...], "Who has held it since the last joint meeting: it does not go back there."]
    advisers: tuple[str, ...]
    asked_for: Annotated[str | None, "The ids of what was asked for, all at once, with a space between."]
    awaited: Annotated[str | None, "Those of them that have not come yet."]
    passes: Annotated[bool, "Whether `asked` holds no such question, and passes it on: the holder stays responsible."]
    meeting: Annotated[date | None, "The day by which a joint meeting is held that was called."]
    refusals: Annotated[int, "How often the family was refused."]
    settled: Annotated[bool, "Whether the holder has taken it on."]


@dataclass(frozen=True, slots=True)
class ReceiptOpening:
    """Who put the question to whom."""

    sender: Annotated[str | None, "A kind of unit; null: a family."]
    to: KIND
    before: Annotated[tuple[str, ...], "The kinds of unit that had held it before."]


@dataclass(frozen=True, slots=True)
class ShownReceipt:
    """A question that is kept. It holds no exact age, no fact and no text; nothing of a person."""

    code: str
    shown_code: Annotated[str, "The code in groups, to be read aloud."]
    area: str
    rule: str
    ages: Annotated[str, "The ages that the rule holds for."]
    receiver: Annotated[str, "Whom the rules named."]
    edition: Annotated[str, "The edition that it was answered from."]
    week: str
    opening: ReceiptOpening
    standing: ReceiptStanding
    steps: tuple[ReceiptStep, ...]
    due: Annotated[date | None, "The day by which somebody must act."]
    forget_on: Annotated[date, "From this day on there is no receipt."]
    today: Annotated[tuple[str, ...], "Whom the rules of today name for the same rule's cases."]
    changed: Annotated[bool, "Whether that is another than `receiver`."]
    decision: Annotated[Decision, "The answer as it was; `receipt` is the code."]


class SignedReceipt(TypedDict):
    """A receipt as it was signed, with its answer, to be checked with the rule files alone."""

    document: dict[str, Any]
    signature: Annotated[str, "Of the document (Ed25519), in base64."]
    answer: Annotated[dict[str, Any], "The decision by language."]


def shown_receipt(edition, receipt: Receipt, *, language, day):
    """A receipt with the answer in a language, and what the rules of a day say."""
    answer = receipt.answer.get(language) or receipt.answer[DEFAULT]
    today = still_says(edition, receipt, day=day)
    return ShownReceipt(
        receipt.code, shown_code(receipt.code), receipt.area, receipt.rule, receipt.ages, receipt.receiver,
        receipt.edition, receipt.week, _opening(*receipt.opening), _standing(receipt.standing),
        tuple(ReceiptStep(one.kind, one.by or None, one.day, one.to or None, one.item or None)
              for one in receipt.steps),
        receipt.due, receipt.forget_on, today, today != (receipt.receiver,), _kept(answer, receipt.code))


def _kept(answer: Mapping[str, Any], code) -> Any:
    """The decision without the cases of its rule, which are there for whoever checks it."""
    return {**{name: value for name, value in answer.items() if name != "holds_for"}, "receipt": code}


def _opening(sender, to, before):
    return ReceiptOpening(sender or None, to or None, before)


def _standing(standing):
    return ReceiptStanding(
        standing.holder or None, standing.asked or None, standing.handed, standing.held, standing.advisers,
        standing.asked_for or None, standing.awaited or None, standing.passes, standing.meeting,
        standing.refusals, standing.settled)
