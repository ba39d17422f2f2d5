"""Which unit puts a question, where whoever sends it may belong to several: that unit holds it, so it is asked for."""

from collections.abc import Callable
from dataclasses import dataclass

from directory.access import DeskAccount
from directory.editions import Edition
from directory.journal import NOBODY
from directory.routing import Said, acts_as, kind_name
from directory.routing.check import one_of
from directory.web.desk.check_form import Asked
from directory.web.desk.receipt import words_of

CHOSEN_SENDER = "unit"  # the field


@dataclass(frozen=True, slots=True)
class KeepPage:
    """The kinds of unit to choose among, by id; `fields` of the check once more."""

    kinds: tuple[tuple[str, Said], ...]
    fields: tuple[tuple[str, str], ...]


def sender_of(kinds, chosen, same_desk: Callable[[str, str], bool]):
    """The kind of unit that holds a question which is kept; NOBODY for a family, None where it must be asked for.

    :param kinds: those that the sender may belong to
    :param chosen: the one that was chosen among them, or ""
    """
    if chosen in kinds:
        return chosen
    if not kinds:
        return NOBODY
    return one_of(kinds, same_desk)


def may_name(edition: Edition, desk: DeskAccount | None, asked: Asked, kinds):
    """Of the kinds of unit that a sender may belong to those that a desk may name: its own where it sends, all where
    the question was put to it, none for any other desk, and for a visitor.
    """
    assert asked.referral is not None
    place, to = asked.place, asked.referral.to
    own = tuple(one for one in kinds if desk and acts_as(edition, desk, one, place))
    was_asked = desk and to and acts_as(edition, desk, to, place)
    return own or (kinds if was_asked else ())


def keep_page(edition: Edition, asked: Asked, kinds, language):
    """The page that asks for the unit."""
    assert asked.referral is not None
    words = words_of(edition, asked.referral.case.area, language)
    return KeepPage(tuple((one, kind_name(one, words)) for one in kinds), asked.fields)
