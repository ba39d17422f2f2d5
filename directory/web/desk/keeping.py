"""Which unit puts a question, where whoever sends it may belong to several: that unit holds it, so it is asked for."""

from collections.abc import Callable
from dataclasses import dataclass

from directory.access import DeskAccount
from directory.editions import Edition
from directory.journal import NOBODY
from directory.routing import Said, acts_as, holding_kinds, kind_name
from directory.routing.senders import one_of
from directory.web.desk.check_form import Asked
from directory.web.desk.receipt import words_of

CHOSEN_SENDER = "unit"  # the field


@dataclass(frozen=True, slots=True)
class KeepPage:
    """The kinds of unit to choose among, by id; `fields` of the check once more."""

    kinds: tuple[tuple[str, Said], ...]
    fields: tuple[tuple[str, str], ...]


def must_choose(kinds, chosen, same_desk: Callable[[str, str], bool]):
    """Whether the kind of unit that holds a question must be asked for: the sender may belong to several desks.

    :param kinds: those that the sender may belong to
    :param chosen: the one that was chosen among them, or ""
    """
    return bool(kinds) and chosen not in kinds and one_of(kinds, same_desk) is None


def chosen_sender(kinds, chosen):
    """The kind of unit that holds a question which is kept, where none must be chosen any more; NOBODY for a family."""
    return chosen if chosen in kinds else next(iter(kinds), NOBODY)


def kinds_to_name(edition: Edition, desk: DeskAccount | None, asked: Asked, kinds):
    """Of the kinds of unit that a sender may belong to, and that hold questions, those that a desk may name: its own
    where it sends, all where the question was put to it, none for any other desk, and for a visitor.
    """
    assert asked.referral is not None
    place, to = asked.place, asked.referral.to
    kinds = tuple(one for one in kinds if one in holding_kinds(edition, place))
    own = tuple(one for one in kinds if desk and acts_as(edition, desk, one, place))
    was_asked = desk and to and acts_as(edition, desk, to, place)
    return own or (kinds if was_asked else ())


def keep_page(edition: Edition, asked: Asked, kinds, language):
    """The page that asks for the unit."""
    assert asked.referral is not None
    words = words_of(edition, asked.referral.case.area, language)
    return KeepPage(tuple((one, kind_name(one, words)) for one in kinds), asked.fields)
