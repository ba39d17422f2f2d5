"""A receipt's document against rule files alone: whether it says what they say, and whether its steps could follow."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from directory.findings import Say, names, say
from directory.journal import (
    CodeRefused, NotAReceiptFile, Receipt, StepRefused, read_code, receipt_from, standing_of_steps)
from directory.journal.document import days_of
from directory.routing.receipt_of import bands_of_rule, rows_of, who_is_asked_when_unsure
from directory.routing.same_desk import one_desk
from directory.rules import UNSURE, Ruleset
from directory.rules.desks import desks_of

NAMES = {"document", "signature", "answer"}  # that the file of a receipt has


@dataclass(frozen=True, slots=True)
class ReceiptFault:
    """What is wrong with a receipt: `check` names the kind of fault, `hint` says what would mend it."""

    check: str
    message: Say
    hint: Say


def receipt_faults(ruleset: Ruleset, file: Mapping, *, signed, day: date):
    """Every fault of a receipt that was handed out as a file; none where all is well.

    :param file: document, signature and, where it is there, the answer
    :param signed: a function that says whether a signature is that of a document
    :param day: the day on which it is looked at
    """
    faults = [] if signed(file.get("document"), file.get("signature")) else [ReceiptFault(
        "signature", say("The signature is not that of this document."),
        say("Ask for the receipt again where it was made, and name the public key of that place."))]
    if set(file) - NAMES:
        faults.append(ReceiptFault("format", say("The file holds more than a receipt does."),
                                   say("Ask for the receipt again where it was made.")))
    try:
        receipt = receipt_from(file)
    except NotAReceiptFile:
        return (*faults, ReceiptFault("format", say("This is not a receipt, or one of another version."),
                                      say("Ask for the receipt again where it was made.")))
    return (*faults, *_of_itself(receipt, file, day), *_of_rule(ruleset, receipt), *_of_steps(ruleset, receipt))


def _of_itself(receipt, file, day):
    try:
        read_code(receipt.code)
    except CodeRefused:
        yield ReceiptFault("code", say("The code has a symbol that is wrong, or two that changed places."),
                           say("Compare the code with the one that was written down."))
    if "answer" in file and not receipt.answer:
        yield ReceiptFault("answer", say("The answer is not the one that was kept."),
                           say("Ask for the receipt again where it was made."))
    if receipt.forget_on <= day:
        message = say("The receipt was to be forgotten on %(day)s.", day=receipt.forget_on.isoformat())
        yield ReceiptFault("forget", message, say("Delete the file."))


def _of_rule(ruleset, receipt):
    """Whether the rule stands in the area, with its receiver and its ages, on any day of the receipt's week."""
    area = ruleset.areas.get(receipt.ruled)
    if area is None:
        return [ReceiptFault("area", say("The area %(area)s has no rules here.", area=receipt.ruled),
                             say("Take the rule files of edition %(edition)s.", edition=receipt.edition))]
    hint = say("Take the rule files of edition %(edition)s, or ask what the rules say today.", edition=receipt.edition)
    rows = [row for day in days_of(receipt.week) for row in rows_of(area, receipt.rule, day=day)]
    given = {(row.rule.to, row.holder) for _, _, row in rows}
    if receipt.rule == UNSURE:
        given = {(unsure, unsure) for unsure in who_is_asked_when_unsure(area)}
    if not given:
        return [ReceiptFault("rule", say("The rule %(rule)s does not stand in %(area)s in week %(week)s.",
                                         rule=receipt.rule, area=area.id, week=receipt.week), hint)]
    return [*_of_receiver(receipt, given, hint=hint),
            *_of_ages(receipt, bands_of_rule(rows), every=str(ruleset.base.inputs.ages), hint=hint)]


def _of_receiver(receipt, given, *, hint):
    if (receipt.receiver, receipt.holder) not in given:
        message = say("The rule %(rule)s sends to %(found)s, not to %(receiver)s.", rule=receipt.rule,
                      found=names(sorted(map(_pair, given))), receiver=_pair((receipt.receiver, receipt.holder)))
        yield ReceiptFault("receiver", message, hint)


def _of_ages(receipt, bands, *, every, hint):
    """Every age is kept where the child's was not known, or no rule decided."""
    found = [str(one) for one in bands]
    if receipt.ages not in (*found, every):
        message = say("The rule %(rule)s holds for the ages %(found)s, not for %(ages)s.", rule=receipt.rule,
                      found=names(found or [every]), ages=receipt.ages)
        yield ReceiptFault("ages", message, hint)


def _pair(given):
    """A receiver, with whoever holds the question meanwhile where that is another."""
    receiver, holder = given
    return receiver if receiver == holder else f"{receiver} ({holder})"


def _of_steps(ruleset, receipt: Receipt):
    """Whether each step could follow those before it, and all lead to the standing that is written."""
    area = ruleset.areas.get(receipt.ruled)
    same = one_desk(desks_of(area)) if area else str.__eq__
    hint = say("Open the receipt where it was made, and see which step was taken.")
    try:
        found = standing_of_steps(receipt, same)
    except StepRefused as error:
        yield ReceiptFault("steps", say("A step could not follow those before it: %(why)s.", why=error.why), hint)
        return
    if not _is_written(receipt, found):
        yield ReceiptFault("standing", say("The steps do not lead to the holder that is written."), hint)


def _is_written(receipt, found):
    """Whether the standing that is written is the one found, in all that it says.

    Until a meeting kept it, what was still to come ended with the meeting: less may be written than is found.
    """
    written, said = receipt.standing, receipt.document["standing"]
    same = all(getattr(written, name) == getattr(found, name) for name in said if name != "awaited")
    return same and set(written.awaited.split()) <= set(found.awaited.split())
