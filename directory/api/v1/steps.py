"""Steps with a kept question: what a unit that is asked, or that holds it, may end its part with."""

from dataclasses import dataclass
from typing import Annotated

from flask import current_app, g

from directory import clock, journal
from directory.access import DeskAccount
from directory.api.answers import answer
from directory.api.desk_key import the_desk
from directory.api.fields import FieldsRefused, Typed, Word, fields_schema, read_fields
from directory.api.json_in import body
from directory.api.v1.operations import Operation, operation
from directory.api.v1.receipt_shown import ShownReceipt, shown_receipt
from directory.api.v1.receipts import TAG, NotYours, code_in, signer
from directory.api.v1.unit_kinds import kinds_in, unit_field
from directory.config import settings
from directory.findings import names, say
from directory.routing import acts_for, area_with_rules, led_to, may_ask_for, same_desk
from directory.rules import CaseFault
from directory.rules.spelling import show

MOST_ASKED = 800  # letters of ids
STEPS = (*journal.ENDS, journal.MEETING_HELD, journal.RECEIVED)
LEADS = (journal.HAND_OVER, journal.MEETING_HELD)
FIELDS = (
    Word("kind", "What the unit does.", required=True, known=lambda _: STEPS),
    unit_field("to", "At hand_over the kind of unit that takes over; at meeting_held the one that was named."),
    Typed("item", "At ask_once the id of what is asked for; of several things, all at once, with a space between. At "
          "received the ids of what has come; nothing: all of it.", "", most=MOST_ASKED),
    Typed("confirm", "The code that came with the hand-over, where it is taken over.", ""),
)


@dataclass(frozen=True, slots=True)
class Taken:
    """A step that was taken."""

    receipt: ShownReceipt
    confirm: Annotated[str | None, "After a hand-over: the code that the other unit confirms with. It is told once."]


@operation("take_step", Operation(
    "POST", "/receipts/<code>/steps", TAG, "Take a step with a question, as the unit that the desk acts as.", Taken,
    body=lambda edition: fields_schema(FIELDS, edition), refuses=(400, 401, 403, 404, 409, 413, 415, 422, 503),
    example=lambda state: {"kind": journal.ACCEPT}, key=True))
def take_step(asked, code):
    desk, said, code = the_desk(), read_fields(body(), FIELDS, g.edition), code_in(code)
    with current_app.extensions["database"].transaction() as session:
        found = journal.open_receipt(session, code, day=clock.today(), signer=signer())
    _check(desk, found, said)
    with current_app.extensions["database"].transaction() as session:
        taken = _taken(session, desk, code, said, same=same_desk(g.edition, found.area))
    if taken.refused:
        raise taken.refused
    shown = shown_receipt(g.edition, taken.receipt, language=asked["language"], day=clock.today())
    return answer(Taken(shown, taken.given or None), language=asked["language"])


def _taken(session, desk, code, said, *, same):
    item = " ".join(dict.fromkeys(said["item"].split()))
    step = journal.Step(said["kind"], desk.kind, clock.today(), said["to"], item)
    terms = journal.Terms(signer(), same, settings().hand_over_days)
    taken = journal.take_step(session, code, step, terms=terms, confirm=said["confirm"])
    if not taken.refused:
        journal.count_step(session, taken.receipt, days=settings().receipt_days, same_desk=same)
    return taken


def _check(desk: DeskAccount, receipt, said):
    """Pass a desk that acts for the unit that has the question, and what it names of the area.

    :raises NotYours: it does not act for it
    :raises FieldsRefused: the area has no such unit, or the unit asks for no such item
    :raises StepRefused: the unit has no such end, or it leads to a unit that holds no such question, such as a national
        number
    """
    if not acts_for(g.edition, desk, receipt):
        raise NotYours
    alike = same_desk(g.edition, receipt.area)
    journal.refuse_no_end(receipt.standing, journal.Step(said["kind"], desk.kind, clock.today()), alike)
    ruled = area_with_rules(g.edition, receipt.area)
    items = _items_for(desk, receipt, said["kind"])
    faults = [*_unknown("to", said["to"], kinds_in(g.edition, ruled) if ruled else ()),
              *(fault for one in dict.fromkeys(said["item"].split()) for fault in _unknown("item", one, items))]
    if faults:
        raise FieldsRefused(tuple(faults))
    if said["kind"] in LEADS and said["to"] and said["to"] not in led_to(
            g.edition, receipt, day=clock.today()):
        raise journal.StepRefused("cannot_hold", journal.ends_for(receipt.standing, desk.kind, alike))


def _items_for(desk, receipt, kind):
    """The ids of what a step may name: what is to come, where it has; else what the unit may ask for."""
    if kind == journal.RECEIVED:
        return receipt.standing.awaited.split()
    items = [one.id for one in may_ask_for(g.edition, receipt.area, receipt.rule, kind=desk.kind, day=clock.today())]
    kept = next(iter(receipt.answer.values()))
    return [*items, *(one["id"] for one in (*kept["requires"], *kept["attach"]) if one["id"] not in items)]


def _unknown(field, value, known):
    if value and value not in known:
        yield CaseFault(field, say("%(value)s is not a known %(field)s.", value=show(value), field=field),
                        say("Choose among: %(choices)s.", choices=names(known)) if known else None, tuple(known))
