"""What must hold whatever desks do: no unit gets to hold a question twice without a meeting between. Through HTTP."""

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from directory.journal import CONSULT, ENDS, HAND_OVER, MEETING_HELD, SAID_NO
from directory.routing import same_desk
from tests.desks import AREA
from tests.doors import Page
from tests.receipts import Caller, confirmation_in, ends_in, keep, opened

UNITS = {"elevhalsa": "school", "bup": "bup", "vardcentral": "clinic", "soc_mottag": "social"}
OPENINGS = st.sampled_from([{}, {"from": "guardian"}, {"from": "vardcentral", "to": "soc_mottag"}])
# Who acts, the unit that is asked or the holder; how, where that end is offered; to whom; whether it knows the code.
MOVES = st.lists(st.tuples(st.booleans(), st.sampled_from((HAND_OVER, *ENDS, MEETING_HELD)),
                           st.sampled_from(list(UNITS)), st.sampled_from((True, True, False))), min_size=4, max_size=8)


@pytest.fixture(scope="module")
def desks(service):
    return {unit: Caller(service, handle) for unit, handle in UNITS.items()}


@pytest.fixture(scope="module")
def is_same(edition):
    """Whether two kinds of unit are one desk; a function, since a test that fails prints its arguments."""
    return same_desk(edition, AREA)


@given(MOVES, OPENINGS)
@settings(max_examples=40, phases=[Phase.generate])  # a chain of requests takes too long to be made shorter
def test_no_valid_ends_let_a_unit_hold_a_question_twice_without_a_meeting(service, desks, is_same, moves, opening):
    where, confirm = keep(service, **opening), ""

    for is_asked, end, unit, knows in moves:
        standing = opened(service, where).standing
        caller = desks[(standing.asked if is_asked else standing.holder) or standing.asked or standing.holder]
        confirm = move(caller, where, end=end, unit=unit, confirm=confirm if knows else "") or confirm
        holders = followed(opened(service, where))
        assert came_back(holders, is_same) is None
        assert not holders or holders[-1] or not any(holders)


def move(caller, where, *, end, unit, confirm):
    """An end that a desk is offered, whole or not; the code to confirm with where it gave one."""
    page = caller.page(where)
    ends = ends_in(page)
    if not ends:
        return ""
    items = [attrs["value"] for tag, attrs in page.tags if attrs.get("name") == "item"]
    answer = caller.step(where, end if end in ends else ends[-1], page=page, to=unit, held_by=unit, confirm=confirm,
                         item=items[0] if items else "")
    assert answer.status_code in (200, 303, 403, 409, 422)
    return confirmation_in(Page(answer))


def followed(receipt):
    """Who held a question one after the other since the last meeting, by the steps alone: whoever acts holds it."""
    holders, waits = [receipt.opening[0]], ""
    for step in receipt.steps:
        if step.kind == MEETING_HELD:
            holders, waits = ([step.by] if step.to == step.by else []), step.by
        elif step.kind not in (CONSULT, SAID_NO) and [step.by] != holders[-1:]:
            holders.append(step.by)
    assert (holders or [waits])[-1] == receipt.standing.holder
    return holders


def came_back(holders, is_same):
    """The first holder that has held the question before, or None."""
    held = [one for one in holders if one]
    return next((one for index, one in enumerate(held) if any(is_same(one, other) for other in held[:index])), None)


def test_a_question_that_came_back_is_found():
    assert came_back(["", "school", "bup", "school"], str.__eq__) == "school"
    assert came_back(["", "school", "bup"], str.__eq__) is None
