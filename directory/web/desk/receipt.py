"""The page of a receipt for desks: what was said, what rules say today, who holds the question, what may follow."""

from dataclasses import dataclass, replace
from datetime import date

from markupsafe import Markup

from directory.access import DeskAccount
from directory.catalogue import PROFESSIONALS
from directory.editions import Edition
from directory.journal import Receipt
from directory.routing import (
    Said, Words, kind_name, led_to, may_ask_for, place_of, ruled_area, said, same_desk, still_says, text_of)
from directory.rules.model import MEETING
from directory.web.careful_card import careful_card
from directory.web.contacts import UnitCard
from directory.web.desk.steps import Choices, StepForm, step_form
from directory.web.kept import Kept, KeptItem, kept_answer
from directory.web.standing import Stands, stands, whose


@dataclass(frozen=True, slots=True)
class StepLine:
    """A step that was taken: `by` None is a family; `items` are what was asked for."""

    kind: str
    day: str
    by: Said | None
    to: Said | None
    items: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Contact:
    """A kind of unit to turn to, and how its units are reached: the numbers for staff, else those for everybody."""

    name: Said
    units: tuple[UnitCard, ...]


@dataclass(frozen=True, slots=True)
class Due:
    """The day by which somebody must act, and the days that are left: below 0 when it is over."""

    day: str
    left: int


@dataclass(frozen=True, slots=True)
class Copy:
    """The code in groups, the address of the page, that address as a QR code, and the day on which it is forgotten."""

    code: str
    address: str
    qr: Markup
    forget_on: str


@dataclass(frozen=True, slots=True)
class Acting:
    """The desk that is signed in, the steps that it may take, and the code, in groups, to give to the unit that it has
    just handed the question over to, which is shown this once.
    """

    desk: DeskAccount | None = None
    form: StepForm | None = None
    given: str = ""


@dataclass(frozen=True, slots=True)
class ReceiptPage:
    """`today`: the receivers that the rules name now, none where they say nothing; `changed`: it is another than then.

    `sender` put the question `to` a unit; None: a family, and whoever it is to contact first. `bare`: the code in an
    address. `duties`: who goes on doing what meanwhile. `own`: the unit that the desk which is signed in acts as.
    `awaited`: what was asked for and has not come yet.
    """

    bare: str
    copy: Copy
    area: Said
    ages: str
    year: str
    week: str
    edition: str
    sender: Said | None
    to: Said | None
    kept: Kept
    do: Said
    duties: tuple[tuple[Said, Said], ...]
    changed: bool
    today: tuple[Said, ...]
    stands: Stands
    due: Due | None
    contact: Contact
    steps: tuple[StepLine, ...]
    acting: Acting
    own: Said | None
    awaited: tuple[Said, ...]


def receipt_page(edition: Edition, receipt: Receipt, language, *, day: date, copy: Copy, acting: Acting):
    """The page of a receipt on a day."""
    words, kept = words_of(edition, receipt.area, language), kept_answer(receipt.answer, language)
    today = still_says(edition, receipt, day=day)
    standing = receipt.standing
    (sender, to, *_), (year, week) = receipt.opening, receipt.week.split("-W")
    items = {one.id: one.text for one in _items(edition, receipt, kept, language, day)}
    return ReceiptPage(
        receipt.code, copy, area_name(edition, receipt.area, language), words.written_ages(receipt.ages), year, week,
        receipt.edition, _named(sender, words), _named(to, words), kept, kept.do or _way(edition, kept, language),
        tuple((kind_name(one.kind, words), one.text) for one in kept.meanwhile), today != (receipt.receiver,),
        tuple(kind_name(one, words) for one in today), stands(standing, words, receiver=kept.holder, day=day),
        Due(receipt.due.isoformat(), (receipt.due - day).days) if receipt.due and receipt.is_open else None,
        _contact(edition, receipt.area, standing.asked or whose(standing, kept.holder), words, day),
        tuple(_line(one, words, items) for one in receipt.steps), acting, _own(acting.desk, words),
        _named_items(standing.awaited.split(), items))


def form_for(edition: Edition, receipt: Receipt, language, *, desk: DeskAccount, day: date):
    """The form of a desk that may act with a receipt's question: its ends, and what they need."""
    words, kept = words_of(edition, receipt.area, language), kept_answer(receipt.answer, language)
    items = _items(edition, receipt, kept, language, day, kind=desk.kind)
    today = still_says(edition, receipt, day=day)
    right = kept.holder if kept.receiver in today or not today or today[0] == MEETING else today[0]
    awaited = tuple(one for one in _items(edition, receipt, kept, language, day)
                    if one.id in receipt.standing.awaited.split())
    choices = Choices(led_to(edition, receipt, day=day), items, right, awaited)
    return step_form(receipt, desk.kind, words, choices=choices, same_desk=same_desk(edition, receipt.area))


def words_of(edition, area, language):
    """The words of an area, with the kinds of unit that it has."""
    return Words(edition.catalogue, language, ruled_area(edition, area).units)


def _items(edition, receipt, kept, language, day, kind=None):
    """What the answer asked for, and what the rules let a kind of unit ask for; each once."""
    kinds = [kind] if kind else {one.by for one in receipt.steps if one.item}
    found = {one.id: one for one in kept.items}
    for each in kinds:
        for item in may_ask_for(edition, receipt.area, receipt.rule, kind=each, day=day):
            found.setdefault(item.id, KeptItem(item.id, text_of(item.text, language) or Said(item.id)))
    return tuple(found.values())


def _line(step, words, items):
    return StepLine(step.kind, step.day.isoformat(), _named(step.by, words), _named(step.to, words),
                    _named_items(step.items, items))


def _named_items(ids, items):
    """Items, each as it stands on a line of its own: without its last full stop."""
    texts = (items.get(one, Said(one)) for one in ids)
    return tuple(replace(one, text=one.text.rstrip(". ")) for one in texts)


def _contact(edition, area, kind, words, day):
    """How to reach a kind of unit: the numbers for staff where there are any."""
    cards = []
    for unit in place_of(ruled_area(edition, area), kind, edition.catalogue, day=day).units:
        card = careful_card(unit, words.language, day=day)
        staff = careful_card(unit, words.language, day=day, audience=PROFESSIONALS)
        cards.append(replace(card, phones=staff.phones or card.phones))
    return Contact(kind_name(kind, words), tuple(cards))


def _own(desk, words):
    """What a desk is called: the unit that it acts as, or itself where it acts as none."""
    return (_named(desk.kind, words) or Said(desk.handle)) if desk else None


def _named(kind, words):
    return kind_name(kind, words) if kind else None


def area_name(edition, area, language):
    """The name of an area; an id that nobody knows any more is its own."""
    known = edition.catalogue.areas.get(area)
    return (known and said(known.name, language)) or Said(area)


def _way(edition, kept, language):
    """How to reach the receiver, where its rule has no words of its own for it."""
    words = edition.catalogue.inputs.get("way")
    return (words and said(words.values.get(kept.way, {}), language)) or Said(kept.way)
