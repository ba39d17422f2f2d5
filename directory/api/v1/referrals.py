"""`POST /api/v1/referrals`: whether a referral has come to the right unit, and what to do if not. Nothing is kept."""

from typing import Annotated, TypedDict

from flask import g

from directory import clock
from directory.api.answers import answer
from directory.api.fields import Several
from directory.api.json_in import body
from directory.api.v1.by_time import known_by_time
from directory.api.v1.case_in import case_in
from directory.api.v1.case_schema import case_schema, example_case
from directory.api.v1.decision import Decision, DecisionNamed
from directory.api.v1.decisions import KEEPS_NOTHING, REFUSES
from directory.api.v1.operations import Operation, operation
from directory.api.v1.unit_kinds import all_kinds, unit_field
from directory.i18n import translator
from directory.routing import (
    Checked, Referral, as_json, check, consent_of, copy_texts, held_before, inputs_said, known_items, verdict_line)
from directory.routing.check_words import holder_of, unit_name

TAG = "Referrals"


class Present(TypedDict):
    """An item that the referral holds."""

    id: str
    text: str


class Missing(TypedDict):
    """An item that the referral lacks, and who can supply it."""

    id: str
    text: str
    by: Annotated[str | None, "The one to ask: a kind of unit or who sends; null: nobody is named."]
    others: Annotated[list[str], "Who can supply it too."]


class Texts(TypedDict):
    """Texts to copy. Those to people say who holds the question after the step that they tell of; the one for the
    record, who held it when it was checked.
    """

    sender: str
    next: str
    journal: str


class ByLevel(TypedDict):
    """Who receives at a level."""

    level: str
    id: str
    name: str


class CheckedReferral(TypedDict):
    """What came of a check."""

    verdict: Annotated[str, "right, also (the rule names the unit beside the receiver), incomplete, onward (right way "
                            "in, to be sent on), wrong, acute, report (each one who knows of it reports at once), "
                            "reported (the report has come to who receives it), meeting, unsure, ask (the sender has "
                            "something to do first), from_18 (right from the near 18th birthday on) or returns (it "
                            "would go to a unit that has held the question, or has come back to one)."]
    right: Annotated[bool | None, "Whether it was sent to who receives; null: it is not sent, or nobody is known."]
    line: Annotated[str, "The verdict in one line."]
    holder: Annotated[DecisionNamed | None, "Who holds the question now, before any step; null: nobody does yet."]
    decision: Decision
    present: list[Present]
    missing: Annotated[list[Missing], "Asked for once, without sending the child back."]
    signers: Annotated[list[str], "The professions that may send it."]
    consent: str
    from_18: Annotated[DecisionNamed | None, "Who receives from the 18th birthday on, where that is near."]
    from_18_by_level: Annotated[list[ByLevel], "The same by level, where that depends on a level that is not known."]
    matters: Annotated[list[str], "The inputs, not given yet, that can still change the receiver."]
    until_18: Annotated[DecisionNamed | None, "Of from_18: who receives until the birthday, where that is not who "
                                              "sends."]
    at_night: Annotated[DecisionNamed | None, "Of reported: who answers at this hour, where that is another unit."]
    senders: Annotated[list[DecisionNamed], "Of ask and returns: the units of which one sends it, where it is not "
                                            "known which. Find that out first. Else empty."]
    protected: Annotated[bool, "Whether it is a concern that social services themselves send: no more is reported."]
    ends: Annotated[list[str], "What a unit that is not simply the right receiver can do, as its receipt lets it. "
                               "No other end is there; report is no step of a receipt."]
    against: Annotated[list[str], "The answers that the items of `has` speak against. The answers hold."]
    texts: Texts


def item_ids(edition):
    return tuple(sorted(known_items(edition)))


BESIDE = (
    unit_field("to", "The kind of unit that it was sent to; null: it is not sent yet."),
    Several("has", "The ids of the items that it holds.", (), known=item_ids),
    Several("held", "The kinds of unit that have held the question before.", (), known=all_kinds),
)


def referral_schema(edition):
    """The schema of a referral: a case, and what is known of the referral itself."""
    schema = case_schema(edition)
    own = {one.name: {**one.schema(edition), "description": one.about} for one in BESIDE}
    return {**schema, "properties": {**schema["properties"], **own}}


@operation("referrals", Operation(
    "POST", "/referrals", TAG, "Whether a referral has come to the right unit, what is missing, and what to do.",
    CheckedReferral, body=referral_schema, refuses=REFUSES, harmless=KEEPS_NOTHING,
    example=lambda state: example_case(state.edition)))
def referrals(asked):
    raw = body()
    case, values = case_in(raw, BESIDE)
    by_time = known_by_time(raw, case)
    referral = Referral(case.but(by_time), values["to"], frozenset(values["has"]), inputs_said(raw) | {*by_time})
    checked = check(g.edition, referral, language=asked["language"],
                    held=held_before(g.edition, referral, values["held"]))
    return answer(_shown(checked, referral, explain=raw.get("explain") != "none"), language=asked["language"])


def _shown(checked: Checked, referral, *, explain) -> CheckedReferral:
    advice, words = checked.advice, checked.advice.words
    texts = copy_texts(g.edition, checked, referral, day=clock.today())
    holder = holder_of(checked, referral)
    return {
        "verdict": checked.verdict, "right": checked.is_right, "line": verdict_line(checked, referral),
        "holder": _named(holder, words) if holder else None,
        "decision": as_json(advice, explain=explain, now=clock.now()),
        "present": [{"id": one.id, "text": one.text.read(words.language)} for one in checked.present],
        "missing": [{"id": one.item.id, "text": one.item.text.read(words.language), "by": one.by,
                     "others": list(one.others)} for one in checked.missing],
        "signers": list(checked.signers), "consent": consent_of(checked).text(translator(words.language)),
        "from_18": _named(checked.birthday.receiver, words) if checked.birthday else None,
        "from_18_by_level": _by_level(checked, words),
        "until_18": _named(checked.until_18, words) if checked.until_18 else None,
        "at_night": _named(checked.at_night, words) if checked.at_night else None,
        "senders": [_named(one, words) for one in checked.from_one_of], "protected": checked.is_protected,
        "matters": list(checked.matters),
        "ends": list(checked.ends), "against": list(checked.against),
        "texts": {"sender": texts.to_sender, "next": texts.to_next, "journal": texts.journal},
    }


def _by_level(checked, words) -> list[ByLevel]:
    return [{"level": level, "id": one.receiver, "name": unit_name(words, one.receiver)}
            for level, one in checked.birthdays]


def _named(kind, words) -> DecisionNamed:
    return {"id": kind, "name": unit_name(words, kind)}
