"""The standing of a question: somebody always holds it, and nobody twice without a meeting between."""

from datetime import date, timedelta

import pytest

from directory.journal.question import (
    ACCEPT, ASK_ONCE, CALL_MEETING, CONSULT, HAND_OVER, MEETING_HELD, RECEIVED, SAID_NO, Step, StepRefused, ends_for,
    opened, standing_after)

DAY = date(2026, 11, 22)
SCHOOL, HEALTH_CENTRE, BUP, FIRST_LINE, WARD = "elevhalsa", "vardcentral", "bup", "forsta_linjen", "bup_akut"


def same(one, other):
    return one == other


def step(kind, by, to="", item=""):
    return Step(kind, by, DAY, to, item)


def after(*steps, sender=SCHOOL, to=HEALTH_CENTRE, same_desk=same):
    return standing_after(opened(sender, to), steps, same_desk)


def refused(*steps, **opening):
    with pytest.raises(StepRefused) as error:
        after(*steps, **opening)
    return error.value


def test_whoever_sends_holds_the_question_until_the_other_takes_it_on():
    assert after().holder == SCHOOL
    assert after(step(ACCEPT, HEALTH_CENTRE)).holder == HEALTH_CENTRE


def test_a_hand_over_leaves_the_question_with_the_holder_until_the_other_confirms():
    handed = after(step(HAND_OVER, HEALTH_CENTRE, BUP))
    confirmed = after(step(HAND_OVER, HEALTH_CENTRE, BUP), step(ACCEPT, BUP))

    assert (handed.holder, handed.asked, handed.handed) == (HEALTH_CENTRE, BUP, True)
    assert (confirmed.holder, confirmed.asked, confirmed.settled) == (BUP, "", True)


def test_the_circle_ends_in_a_meeting_before_the_second_return():
    way = (step(HAND_OVER, HEALTH_CENTRE, BUP), step(ACCEPT, BUP))

    for unit in (SCHOOL, HEALTH_CENTRE):
        returned = refused(*way, step(HAND_OVER, BUP, unit))
        assert (returned.why, returned.ends) == ("would_return", (CALL_MEETING,))
    assert after(*way, step(CALL_MEETING, BUP)).meeting == DAY + timedelta(21)


def test_what_had_been_held_before_it_was_kept_counts_too():
    standing = opened(SCHOOL, HEALTH_CENTRE, (BUP,))

    with pytest.raises(StepRefused) as error:
        standing_after(standing, [step(HAND_OVER, HEALTH_CENTRE, BUP)], same)
    assert error.value.why == "would_return"


def test_two_kinds_that_are_one_desk_are_one_holder():
    def one_desk(one, other):
        return one == other or {one, other} == {BUP, FIRST_LINE}

    way = (step(HAND_OVER, HEALTH_CENTRE, BUP), step(ACCEPT, FIRST_LINE))

    assert refused(*way, step(HAND_OVER, FIRST_LINE, BUP), same_desk=one_desk).why == "same_unit"


def test_not_us_is_no_end():
    error = refused(step("not_us", HEALTH_CENTRE))

    assert error.why == "no_end" and set(error.ends) == {ACCEPT, CONSULT, HAND_OVER, ASK_ONCE, CALL_MEETING}


def test_whoever_neither_holds_the_question_nor_was_asked_takes_no_step():
    assert refused(step(ACCEPT, BUP)).why == "not_yours"
    assert ends_for(after(), BUP, same) == ()


def test_each_unit_asks_once():
    way = (step(ASK_ONCE, HEALTH_CENTRE, item="four-views"), step(HAND_OVER, HEALTH_CENTRE, BUP),
           step(ASK_ONCE, BUP, item="growth"))

    assert after(*way[:1]).holder == HEALTH_CENTRE
    assert refused(*way[:1], step(ASK_ONCE, HEALTH_CENTRE, item="growth")).why == "asked_already"
    assert after(*way).asked_for == "four-views growth"
    assert refused(*way, step(ASK_ONCE, BUP, item="four-views")).why == "asked_already"


def test_what_one_unit_has_asked_for_no_other_asks_for_again():
    way = (step(ASK_ONCE, HEALTH_CENTRE, item="four-views consent"), step(HAND_OVER, HEALTH_CENTRE, BUP))

    assert refused(*way, step(ASK_ONCE, BUP, item="growth four-views")).why == "item_asked"
    assert after(*way, step(ASK_ONCE, BUP, item="growth")).asked_for == "four-views consent growth"


def test_what_was_asked_for_is_awaited_until_the_holder_says_that_it_came_whoever_holds_it_after_a_meeting():
    asked, taken = step(ASK_ONCE, HEALTH_CENTRE, item="four-views"), step(ACCEPT, HEALTH_CENTRE)
    met = (step(CALL_MEETING, HEALTH_CENTRE), step(MEETING_HELD, HEALTH_CENTRE, HEALTH_CENTRE))

    assert after(asked, taken, step(HAND_OVER, HEALTH_CENTRE, BUP)).awaited == "four-views"
    assert after(asked, taken, step(RECEIVED, HEALTH_CENTRE)).awaited == ""
    assert after(asked, *met).awaited == "four-views"
    assert RECEIVED not in ends_for(after(asked, step(HAND_OVER, HEALTH_CENTRE, BUP)), BUP, same)
    assert refused(taken, step(RECEIVED, HEALTH_CENTRE)).why == "nothing_awaited"


def test_of_two_items_one_may_have_come():
    asked = step(ASK_ONCE, HEALTH_CENTRE, item="four-views consent")
    came = step(RECEIVED, HEALTH_CENTRE, item="consent")

    assert after(asked, came).awaited == "four-views"
    assert after(asked, came, step(RECEIVED, HEALTH_CENTRE)).awaited == ""


def test_a_unit_that_holds_no_questions_advises_passes_on_or_calls_the_meeting():
    standing = opened(SCHOOL, WARD, passes=True)

    assert ends_for(standing, WARD, same) == (CONSULT, HAND_OVER, CALL_MEETING)
    passed = standing_after(standing, [step(HAND_OVER, WARD, BUP)], same)
    assert (passed.holder, passed.asked, passed.handed, passed.passes) == (SCHOOL, BUP, True, False)
    assert standing_after(passed, [step(ACCEPT, BUP)], same).held == (SCHOOL, BUP)
    assert standing_after(standing, [step(CALL_MEETING, WARD), step(MEETING_HELD, SCHOOL, BUP)], same).asked == BUP


def test_whoever_waits_for_another_asks_for_nothing():
    handed = step(HAND_OVER, HEALTH_CENTRE, BUP)

    assert refused(step(ASK_ONCE, SCHOOL, item="growth")).why == "waits"
    assert refused(handed, step(ASK_ONCE, HEALTH_CENTRE, item="growth")).why == "waits"
    assert ASK_ONCE not in ends_for(after(), SCHOOL, same) and ASK_ONCE in ends_for(after(), HEALTH_CENTRE, same)


def test_nobody_advises_where_nobody_holds_the_question():
    assert refused(step(CONSULT, BUP), sender="", to=BUP).why == "no_holder"
    assert after(step(CONSULT, HEALTH_CENTRE)).holder == SCHOOL


def test_a_unit_that_has_advised_does_not_advise_again_before_a_meeting():
    way = (step(CONSULT, HEALTH_CENTRE), step(HAND_OVER, SCHOOL, HEALTH_CENTRE))
    met = (step(CALL_MEETING, SCHOOL), step(MEETING_HELD, SCHOOL, SCHOOL), step(HAND_OVER, SCHOOL, HEALTH_CENTRE))

    assert refused(*way, step(CONSULT, HEALTH_CENTRE)).why == "advised_already"
    assert ends_for(after(*way), HEALTH_CENTRE, same) == (ACCEPT, HAND_OVER, ASK_ONCE, CALL_MEETING)
    assert after(*way, *met, step(CONSULT, HEALTH_CENTRE)).advisers == (HEALTH_CENTRE,)


def test_whom_a_meeting_named_does_not_answer_with_advice():
    way = (step(CALL_MEETING, HEALTH_CENTRE), step(MEETING_HELD, HEALTH_CENTRE, BUP))

    assert refused(*way, step(CONSULT, BUP)).why == "advised_already"
    assert ends_for(after(*way), BUP, same) == (ACCEPT, HAND_OVER, ASK_ONCE, CALL_MEETING)


def test_what_a_unit_has_taken_on_it_does_not_take_on_again():
    way = step(ACCEPT, HEALTH_CENTRE), step(ACCEPT, HEALTH_CENTRE)

    assert refused(*way).why == "taken_on"
    assert after(way[0], step(SAID_NO, ""), way[1]).settled


def test_after_a_meeting_was_called_nothing_else_happens_until_it_was_held():
    called = step(CALL_MEETING, HEALTH_CENTRE)

    assert refused(called, step(HAND_OVER, HEALTH_CENTRE, BUP)).why == "meeting_first"
    assert after(called, step(MEETING_HELD, HEALTH_CENTRE, HEALTH_CENTRE)).settled


def test_whom_a_meeting_names_confirms_before_the_holder_is_rid_of_the_question():
    way = (step(CALL_MEETING, HEALTH_CENTRE), step(MEETING_HELD, HEALTH_CENTRE, SCHOOL))
    met, taken = after(*way), after(*way, step(ACCEPT, SCHOOL))

    assert (met.holder, met.asked, met.handed, met.settled) == (HEALTH_CENTRE, SCHOOL, True, False)
    assert (taken.holder, taken.settled) == (SCHOOL, True)


def test_no_meeting_is_held_that_nobody_called():
    assert refused(step(MEETING_HELD, SCHOOL, BUP)).why == "no_meeting"


def test_who_waited_for_whom_a_meeting_named_has_held_the_question_and_does_not_get_it_back():
    way = (step(CALL_MEETING, HEALTH_CENTRE), step(MEETING_HELD, HEALTH_CENTRE, SCHOOL), step(ACCEPT, SCHOOL))

    assert after(*way).held == (HEALTH_CENTRE, SCHOOL)
    assert refused(*way, step(HAND_OVER, SCHOOL, HEALTH_CENTRE)).why == "would_return"


def test_a_unit_that_is_asked_for_what_it_has_held_is_offered_the_meeting_alone():
    standing = opened(SCHOOL, BUP, (BUP,))

    assert ends_for(standing, BUP, same) == (CALL_MEETING,)
    for kind in (ACCEPT, CONSULT, ASK_ONCE, HAND_OVER):
        with pytest.raises(StepRefused) as error:
            standing_after(standing, [step(kind, BUP, HEALTH_CENTRE, "growth")], same)
        assert (error.value.why, error.value.ends) == ("would_return", (CALL_MEETING,))


def test_where_the_answer_is_the_meeting_nothing_comes_before_it():
    standing = opened(SCHOOL, BUP, meets=True)

    assert [ends_for(standing, unit, same) for unit in (SCHOOL, BUP)] == [(CALL_MEETING,)] * 2
    with pytest.raises(StepRefused) as error:
        standing_after(standing, [step(HAND_OVER, BUP, HEALTH_CENTRE)], same)
    assert error.value.why == "meeting_first"
    assert standing_after(standing, [step(CALL_MEETING, BUP), step(MEETING_HELD, BUP, BUP)], same).settled


def test_a_no_opens_what_a_unit_has_taken_on_and_so_does_the_last_one():
    accept, no = step(ACCEPT, HEALTH_CENTRE), step(SAID_NO, "")

    assert not after(accept, no).settled
    again = after(accept, no, accept, no)
    assert (again.settled, again.refusals) == (False, 2)
    assert after(accept, no, accept, no, accept, no).settled


def test_after_a_meeting_a_no_opens_what_the_same_unit_has_taken_on():
    no, accept = step(SAID_NO, ""), step(ACCEPT, HEALTH_CENTRE)
    met = (step(CALL_MEETING, HEALTH_CENTRE), step(MEETING_HELD, HEALTH_CENTRE, HEALTH_CENTRE))

    standing = after(accept, no, accept, no, *met)

    assert (standing.refusals, standing.told_no, standing.reopened, standing.settled) == (0, None, None, True)
    assert not after(accept, no, accept, no, *met, no).settled


def test_a_question_that_was_refused_twice_goes_to_a_meeting_or_is_taken_on():
    way = (step(SAID_NO, ""), step(SAID_NO, ""), step(SAID_NO, ""))

    assert after(*way).refusals == 2
    assert ends_for(after(*way), HEALTH_CENTRE, same) == (ACCEPT, CALL_MEETING)
    assert refused(*way, step(HAND_OVER, HEALTH_CENTRE, BUP)).why == "meeting_first"


@pytest.mark.parametrize(("kind", "why"), [(HAND_OVER, "no_unit"), (ASK_ONCE, "no_item")])
def test_a_step_says_what_it_is_about(kind, why):
    assert refused(step(kind, HEALTH_CENTRE)).why == why
