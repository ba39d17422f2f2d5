"""What a unit may do with a referral that came to it: the steps that a receipt of it would let it take, and no other.
"""

from directory.editions import Edition
from directory.journal.question import (
    ACCEPT, ASK_ONCE, CALL_MEETING, HAND_OVER, Standing, ends_for, returns_if_handed_over)
from directory.routing.holds import holding_kinds
from directory.routing.same_desk import same_desk
from directory.rules import UNSURE, Decision

TAKES_IT = (ACCEPT, ASK_ONCE)  # what is left to the right receiver of a referral that is not complete


def ends_at(edition: Edition, decision: Decision, standing: Standing, *, unit, asks):
    """The kinds of step that may end it for a unit.

    :param asks: whether anything is missing that can be asked for
    """
    alike = same_desk(edition, decision.case.area)
    leads = _leads_on(edition, decision, standing, unit=unit, alike=alike)
    left = {*(() if leads else (HAND_OVER,)), *(() if asks else (ASK_ONCE,))}
    return tuple(one for one in ends_for(standing, unit, alike) if one not in left)


def ends_before_sending(edition: Edition, decision: Decision, standing: Standing):
    """Those of whoever has a question that is not sent yet, where a meeting settles it."""
    unit = standing.holder or standing.asked
    return tuple(one for one in ends_for(standing, unit, same_desk(edition, decision.case.area)) if one == CALL_MEETING)


def _leads_on(edition, decision, standing, *, unit, alike):
    """Whether the answer names a unit that the question can be handed over to; where it is unsure, whether any can be.
    """
    kinds = holding_kinds(edition, decision.case.area)
    return any(one in kinds and not alike(one, unit)
               and not returns_if_handed_over(standing, one, by=unit, same_desk=alike)
               for one in (kinds if decision.gate == UNSURE else (decision.receiver,)))
