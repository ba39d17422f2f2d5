"""The pages of a code: where one is typed; what was said when it was kept, who holds the question, who must act."""

from dataclasses import dataclass, replace
from datetime import datetime

from directory.editions import Edition
from directory.journal import Receipt, shown_code
from directory.routing import Said, Words, kind_name, place_of, ruled_area, said, still_says
from directory.web.desk_card import Desk
from directory.web.kept import Kept, kept_answer
from directory.web.paper import Paper
from directory.web.public.answer import desk_of
from directory.web.standing import Stands, stands, whose

EXAMPLE = "ACDE-FGHJ-K3"  # how a code looks; its check symbol is wrong, so that it is nobody's
EMPTY, WRONG, PERSON = "empty", "wrong", "person"  # what is told of what was typed
GONE, ALTERED, AWAY, FULL = "gone", "altered", "away", "full"  # and of what was kept


@dataclass(frozen=True, slots=True)
class CodeStartPage:
    """`typed`: what somebody wrote that is no code. `told`: why none was opened, or "". `days` that a code is kept."""

    typed: str
    told: str
    days: int
    example: str = EXAMPLE


@dataclass(frozen=True, slots=True)
class CodePage:
    """`code` is in groups, `bare` as it stands in an address. `desk`: where to turn now. `mine`: the family is to
    contact them; else a unit has the question. `now`: the receivers that the rules name today where those are others
    than then, `lapsed`: they name none any more. `forget_on`: the day on which the code is gone.
    """

    code: str
    bare: str
    stands: Stands
    kept: Kept
    do: Said
    desk: Desk
    mine: bool
    now: tuple[Said, ...]
    lapsed: bool
    place: Said
    year: str
    week: str
    paper: Paper
    forget_on: str


def code_page(edition: Edition, receipt: Receipt, language, *, now: datetime, paper: Paper):
    """The page of a receipt for a family.

    :param now: the time in Sweden
    :param paper: what stands on paper beside the words
    """
    day, kept = now.date(), kept_answer(receipt.answer, language)
    year, week = receipt.week.split("-W")
    area = ruled_area(edition, receipt.area)
    words = Words(edition.catalogue, language, area.units)
    kind = whose(receipt.standing, kept.holder)
    desk = desk_of(kind, place_of(area, kind, edition.catalogue, day=day), words, danger=kept.danger, now=now)
    desk = replace(desk, by_day=None)  # the page is kept, and read at another time
    today = still_says(edition, receipt, day=day)
    changed = today != (receipt.receiver,)
    return CodePage(
        shown_code(receipt.code), receipt.code, stands(receipt.standing, words, receiver=kept.holder, day=day), kept,
        kept.do or _way(edition, kept, language), desk, not receipt.standing.holder,
        tuple(kind_name(one, words) for one in today) if changed else (), changed and not today,
        said(edition.catalogue.areas[receipt.area].name, language) if receipt.area in edition.catalogue.areas
        else Said(receipt.area), year, week, paper, receipt.forget_on.isoformat())


def _way(edition, kept, language):
    """How to reach the receiver, where its rule has no words of its own for it."""
    words = edition.catalogue.inputs.get("way")
    return (words and said(words.values.get(kept.way, {}), language)) or Said(kept.way)
