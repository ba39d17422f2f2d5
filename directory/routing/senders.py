"""Who sends a question: the units that they belong to, and who has held it when it comes to the next."""

from collections.abc import Iterable

from directory.editions import Edition, Memory
from directory.routing.holds import holding_kinds, takes
from directory.routing.referral import Referral
from directory.routing.same_desk import one_of_each_desk, same_desk
from directory.rules import Case
from directory.rules.model import FAMILY, YOUTH

_SENDERS, _KINDS = Memory(), Memory()


def sender_of(edition: Edition, case: Case):
    """The unit that sends a question, and holds it: the profession itself where it may be any of several desks, empty
    for a family and for what can hold no question.
    """
    kinds = possible_senders(edition, case)
    return (one_of(kinds, same_desk(edition, case.area)) or case.asker) if kinds else ""


def possible_senders(edition: Edition, case: Case):
    """The kinds of unit that a question may come from: where whoever asks works, that can hold one, and take the
    child's age; where none takes that age, all that can hold one.
    """
    def holding():
        can = holding_kinds(edition, case.area)
        return tuple(one for one in kinds_of_sender(edition, case) if one in can)

    kinds = _SENDERS.of(edition, (case.area, case.asker), holding)
    units = edition.ruleset.areas[case.area].units
    return tuple(one for one in kinds if takes(units[one], case.ages)) or kinds


def one_of(kinds, alike):
    """The first of some kinds of unit, or None where they are not all one desk."""
    return kinds[0] if all(alike(kinds[0], one) for one in kinds) else None


def held_by_sender(edition: Edition, case: Case, to):
    """The units that may have held a question before it was sent to another, one of each desk."""
    kinds = possible_senders(edition, case) if to else ()
    return one_of_each_desk((to, *kinds), same_desk(edition, case.area))[1:]


def held_before(edition: Edition, referral: Referral, told: Iterable[str] = ()):
    """The kinds of unit that have held a question: those that somebody told of, and the sender once it is sent."""
    return tuple(dict.fromkeys((*told, *held_by_sender(edition, referral.case, referral.to))))


def kinds_of_sender(edition: Edition, case: Case):
    """The kinds of unit that whoever asks belongs to; none for a family. A profession may work at several."""
    return kinds_of_asker(edition, case.area, case.asker)


def kinds_of_asker(edition: Edition, area, asker):
    """As `kinds_of_sender`, of an asker in an area with rules."""
    return _KINDS.of(edition, (area, asker), lambda: _kinds_of(edition, edition.ruleset.areas[area].units, asker))


def is_family(edition: Edition, case: Case):
    """Whether a family, or the young person, asks."""
    return edition.inputs.group_of(case.asker) in (FAMILY, YOUTH)


def _kinds_of(edition, units, asker):
    if asker in units:
        return (asker,)
    role = edition.catalogue.roles.get(asker)
    return tuple(one for one in role.works_at if one in units) if role else ()
