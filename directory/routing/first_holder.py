"""Who holds a question before any step is taken with it, for a check and for what is kept of it.

Whoever sends a question is responsible until another has taken it on. A family holds none: then it is for the unit
that it was put to, and nobody holds what was put to none. What cannot hold a question never does, such as a national
number. Of what a family keeps, the unit that the answer says is the one to turn to: that is whom a receipt names.
"""

from directory.editions import Edition
from directory.journal.question import Standing, opened
from directory.routing.from_18 import is_early
from directory.routing.holds import acting_kinds, can_hold, holding_kinds
from directory.routing.same_desk import same_desk
from directory.routing.senders import is_family
from directory.rules import Decision
from directory.rules.model import MEETING


def put_to(edition: Edition, decision: Decision, *, sender, to):
    """The kind of unit that a question is put to, as a receipt keeps it: whom it was sent to, else whom a family is to
    turn to; empty where neither can hold it.

    :param sender: the kind of unit that holds it, empty for a family
    """
    if sender or decision.holder not in holding_kinds(edition, decision.case.area):
        return _sent_to(edition, decision, sender=sender, to=to)
    return _sent_to(edition, decision, sender=sender, to=to) or decision.holder


def opening_of(edition: Edition, decision: Decision, *, sender, to, before=()) -> Standing:
    """The standing of a question before any step.

    :param before: the kinds that have held it before the sender
    """
    put = _sent_to(edition, decision, sender=sender, to=to)
    return opened(sender, put, tuple(one for one in before if one != sender), meets=decision.receiver == MEETING,
                  passes=passes_on(edition, decision, put))


def passes_on(edition: Edition, decision: Decision, put):
    """Whether a question was put to a unit that holds none like it, such as an emergency ward or one for other ages:
    it passes it on.
    """
    case = decision.case
    return bool(put) and not can_hold(edition, case.area, put, needs=(case.need,), day=case.on, months=case.months)


def whose(standing: Standing):
    """The kind of unit that answers for a question; empty where none does yet."""
    return standing.holder or standing.asked


def _sent_to(edition, decision, *, sender, to):
    """The kind of unit that has a question before it; empty where that ends none, or is the sender's own desk.

    What a family sends to a unit that receives from the 18th birthday on is for the present receiver until then.
    """
    case, area = decision.case, decision.case.area
    if not to or (sender and same_desk(edition, area)(to, sender)):
        return ""
    can = to in acting_kinds(edition, area) if sender else can_hold(
        edition, area, to, needs=(case.need,), day=case.on, months=case.months)
    return to if can and not (is_family(edition, case) and is_early(edition, decision, to)) else ""
