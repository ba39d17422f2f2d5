"""Who holds a question before any step is taken with it: one answer for a check and for what is kept of it.

Whoever sends a question is responsible until another has taken it on. A family holds none: then it is for whoever is
asked, which is the unit that the answer says where they named none. What cannot hold a question never does, such as a
national number.
"""

from directory.editions import Edition
from directory.journal.question import Standing, opened
from directory.routing.from_18 import is_early
from directory.routing.holds import holding_kinds
from directory.rules import Decision
from directory.rules.model import FAMILY, MEETING, YOUTH


def put_to(edition: Edition, decision: Decision, *, sender, to):
    """The kind of unit that a question is put to; empty where it is put to none that can hold it.

    :param sender: the kind of unit that holds it, empty for a family. What a family puts to a unit that receives from
        the 18th birthday on is for the present receiver until then.
    """
    kinds = holding_kinds(edition, decision.case.area)
    is_family = edition.inputs.group_of(decision.case.asker) in (FAMILY, YOUTH)
    if to in kinds and not (is_family and is_early(edition, decision, to)):
        return to
    return decision.holder if not sender and decision.holder in kinds else ""


def opening_of(edition: Edition, decision: Decision, *, sender, to, before=()) -> Standing:
    """The standing of a question before any step.

    :param before: the kinds that have held it before the sender
    """
    return opened(sender, put_to(edition, decision, sender=sender, to=to),
                  tuple(one for one in before if one != sender), meets=decision.receiver == MEETING)


def whose(standing: Standing):
    """The kind of unit that answers for a question; empty where none does yet."""
    return standing.holder or standing.asked
