"""Numbers of the whole country within a text, as links; and one for a child who has none to ring."""

import re
from dataclasses import dataclass

from directory.web.askers import YOUTH
from directory.web.contacts import unit_card
from directory.web.public.answer_danger import UNDER_18, danger_in, not_for


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a text; `dial` is the number for a link where it is one that can be rung, else empty."""

    text: str
    dial: str


def pieces_of(text, national):
    """A text in pieces, with each number of the whole country as one of its own.

    :param national: units by agency, whose confirmed numbers become links
    """
    known = {one.number for unit in national.values() for one in unit.phones if one.confirmed}
    if not known:
        return (Piece(text, ""),)
    longest_first = sorted(map(re.escape, known), key=len, reverse=True)
    parts = re.split(rf"(?<!\d)({'|'.join(longest_first)})(?!\d|\.\w)", text)
    return tuple(Piece(one, "".join(filter(str.isdigit, one)) if at % 2 else "")
                 for at, one in enumerate(parts) if one)


def to_talk_to(advice, who, *, shown):
    """The number that a child who asks for themselves can ring where the answer has none; else None.

    :param shown: the numbers of the answer's card that can be rung
    """
    bris = advice.words.catalogue.national.get(*UNDER_18)
    if who != YOUTH or bris is None or not_for(advice, who) or shown or danger_in(advice):
        return None
    return unit_card(bris, advice.words.language, danger=True)
