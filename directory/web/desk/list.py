"""A desk's own list: the questions that it holds or has been asked, and how long it has for each."""

import re
from dataclasses import dataclass
from datetime import date

from directory.access import DeskAccount
from directory.editions import Edition
from directory.journal import MOST_LISTED, shown_code
from directory.routing import Said, acts_as, acts_for, kind_name, same_desk, text_of
from directory.routing.to_supply import asked_on, item_of, suppliers_of, to_supply
from directory.web.desk.receipt import Due, area_name, words_of

PAGE = "sida"  # the parameter that names the page


@dataclass(frozen=True, slots=True)
class Awaited:
    """How many things a desk has asked for that are still to come, since which day, and from which units."""

    count: int
    since: str
    suppliers: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class ListLine:
    """A question. `asked`: it waits for the desk's answer; else the desk holds it, and `waits_for` another to answer,
    who then is to act by the day that is due; `awaited` is what its holder has asked for.
    """

    bare: str
    code: str
    area: Said
    receiver: Said
    asked: bool
    holder: Said | None
    meeting: bool
    due: Due | None
    forget_on: str
    waits_for: Said | None
    awaited: Awaited | None

    @property
    def is_late(self):
        """Whether the desk itself should have acted by now."""
        return self.due is not None and self.due.left < 0 and self.waits_for is None


@dataclass(frozen=True, slots=True)
class SupplyLine:
    """A question whose holder has asked for `items` that the desk is to supply, `since` a day."""

    bare: str
    code: str
    area: Said
    holder: Said
    items: tuple[Said, ...]
    since: str


@dataclass(frozen=True, slots=True)
class ListPage:
    """The open questions of a desk, those due first on top. `acts`: whether the desk is a unit that takes steps;
    `supplies`: what it is to supply to others.

    `overdue` counts those of this page that the desk itself is late with; `number` is that of the page, and `more`:
    there is one after it.
    """

    desk: DeskAccount
    acts: bool
    name: Said | None
    lines: tuple[ListLine, ...]
    overdue: int
    number: int = 1
    more: bool = False
    supplies: tuple[SupplyLine, ...] = ()


def list_page(edition: Edition, desk: DeskAccount, receipts, language, *, day: date, number=1):
    """The list of a desk.

    :param receipts: the open ones that may be its, those due first on top; one more where there is another page
    :param number: of the page, from 1 on
    """
    here = receipts[:MOST_LISTED]
    lines = tuple(_line(edition, desk, one, language, day) for one in here if acts_for(edition, desk, one))
    name = kind_name(desk.kind, words_of(edition, desk.area, language)) if desk.kind else None
    overdue = sum(one.is_late for one in lines)
    return ListPage(desk, bool(desk.kind), name, lines, overdue, number, len(receipts) > MOST_LISTED)


def supplies_of(edition: Edition, desk: DeskAccount, receipts, language):
    """What a desk is to supply of the questions whose holder has asked for something."""
    return tuple(_supplied(edition, one, items, language) for one in receipts
                 if (items := to_supply(edition, desk, one)))


def page_in(text):
    """The number of a page that an address names; the first where it names none."""
    return int(text) if re.fullmatch("[1-9][0-9]{0,3}", text) else 1


def areas_of(edition: Edition, desk: DeskAccount):
    """The areas that a desk acts in: its own, and those that lie within."""
    return {one for one in edition.catalogue.areas if desk.area in edition.catalogue.areas_above(one)}


def kinds_of(edition: Edition, desk: DeskAccount, areas):
    """The kinds of unit that are the same desk as this one in any of some areas."""
    ruled = [edition.ruleset.areas[one] for one in areas if one in edition.ruleset.areas]
    return {desk.kind, *(kind for area in ruled for kind in area.units if same_desk(edition, area.id)(desk.kind, kind))}


def _supplied(edition, receipt, items, language):
    found = ((one, item_of(edition, one)) for one in items)
    texts = tuple(item and text_of(item.text, language) or Said(one) for one, item in found)
    words = words_of(edition, receipt.area, language)
    return SupplyLine(receipt.code, shown_code(receipt.code), area_name(edition, receipt.area, language),
                      kind_name(receipt.standing.holder, words), texts, asked_on(receipt, items).isoformat())


def _awaited(edition, receipt, words):
    """What the holder of a question has asked for; None where all of it has come."""
    items = receipt.standing.awaited.split()
    if not items:
        return None
    return Awaited(len(items), asked_on(receipt, items).isoformat(),
                   tuple(kind_name(one, words) for one in suppliers_of(edition, receipt)))


def _line(edition, desk, receipt, language, day):
    words, standing = words_of(edition, receipt.area, language), receipt.standing
    is_asked = acts_as(edition, desk, standing.asked, receipt.area)
    return ListLine(
        receipt.code, shown_code(receipt.code), area_name(edition, receipt.area, language),
        kind_name(receipt.receiver, words), is_asked,
        kind_name(standing.holder, words) if standing.holder else None, standing.meeting is not None,
        Due(receipt.due.isoformat(), (receipt.due - day).days) if receipt.due else None, receipt.forget_on.isoformat(),
        kind_name(standing.asked, words) if standing.asked and not is_asked else None,
        None if is_asked else _awaited(edition, receipt, words))
