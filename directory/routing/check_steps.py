"""The steps that the texts of a check tell of, and where the question stands once they are taken."""

from datetime import date

from directory.editions import Edition
from directory.journal.question import (
    ACCEPT, ASK_ONCE, CALL_MEETING, CONSULT, HAND_OVER, Standing, Step, ends_for, standing_after)
from directory.routing.check import (
    ACUTE, ALSO, ASK, FROM_18, INCOMPLETE, MEETING, ONWARD, REPORT, REPORTED, RETURNS, RIGHT, UNSURE, WRONG, Checked)
from directory.routing.referral import Referral
from directory.routing.same_desk import same_desk

# The steps that the text to the sender tells of, by verdict: the first list of which all can be taken. None of the
# others is told of; where no list fits, the text tells of no step.
TOLD = {
    RIGHT: ((ACCEPT,),), ALSO: ((ASK_ONCE,), (ACCEPT,)), REPORTED: (), REPORT: (), ACUTE: (),
    INCOMPLETE: ((ASK_ONCE,),),
    WRONG: ((ASK_ONCE, HAND_OVER), (HAND_OVER,), (CONSULT,), (ACCEPT,)),
    ONWARD: ((ASK_ONCE, HAND_OVER), (HAND_OVER,), (CONSULT,), (ACCEPT,)),
    ASK: ((ASK_ONCE,), (CONSULT,)),
    UNSURE: ((ACCEPT,),), FROM_18: ((ASK_ONCE, HAND_OVER), (HAND_OVER,)),
    RETURNS: ((CALL_MEETING,),), MEETING: ((CALL_MEETING,),),
}
MEETS = (MEETING, RETURNS)  # verdicts that a meeting settles, whoever calls it


def steps_told(edition: Edition, checked: Checked, referral: Referral, *, day: date) -> tuple[Step, ...]:
    """The steps that the texts tell of, all of which a receipt of the check would let be taken."""
    if checked.by_referral or checked.from_one_of:  # whoever writes it is asked, or which unit sends
        return ()
    by = checked.caller if checked.verdict in MEETS else referral.to
    items = " ".join(one.item.id for one in checked.asks)
    can = {one for one in _ends(edition, checked, by) if one != ASK_ONCE or items}
    kinds = next((kinds for kinds in TOLD[checked.verdict] if can.issuperset(kinds)), ())
    more = {HAND_OVER: {"to": checked.advice.decision.receiver}, ASK_ONCE: {"item": items}}
    return tuple(Step(one, by, day, **more.get(one, {})) for one in kinds)


def standing_told(edition: Edition, checked: Checked, steps: tuple[Step, ...]) -> Standing:
    """Where the question stands after the steps that are told of."""
    return standing_after(checked.standing, steps, same_desk(edition, checked.advice.decision.case.area))


def _ends(edition, checked, by):
    """The steps that may be told of; of some verdicts more may be taken than the check offers."""
    if checked.verdict not in (RIGHT, *MEETS):
        return checked.ends
    return ends_for(checked.standing, by, same_desk(edition, checked.advice.decision.case.area))
