"""What holds of every way a question may go: sequences of steps that nobody thought of."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory.journal.question import (
    ACCEPT, ASK_ONCE, CALL_MEETING, CONSULT, HAND_OVER, KINDS, MEETING_HELD, RECEIVED, SAID_NO, Step, StepRefused,
    after, ends_for, opened, returns_if_handed_over)

DAY = date(2026, 11, 22)
UNITS = ("bvc", "elevhalsa", "vardcentral", "forsta_linjen", "bup", "hab")
WARD = "ward"  # a unit that holds no questions
NEW = "new"  # a unit, and an item, that no sequence names
ONE_DESK = {"forsta_linjen": "bup"}  # kinds that are one desk with another
WHYS = ("not_yours", "no_end", "would_return", "asked_already", "waits", "taken_on", "advised_already", "no_holder",
        "same_unit", "meeting_first", "no_meeting", "no_item", "no_unit", "cannot_hold", "item_asked",
        "nothing_awaited")

units = st.sampled_from(UNITS)
asked = st.sampled_from((*UNITS, WARD))
steps = st.builds(Step, st.sampled_from(KINDS), asked, st.just(DAY), st.sampled_from(("", *UNITS)),
                  st.sampled_from(("", "growth")))
sequences = st.lists(steps, max_size=40)
CHOICES = st.lists(st.tuples(st.booleans(), st.integers(0, 9), units), min_size=6, max_size=30)
openings = st.tuples(st.sampled_from(("", *UNITS)), asked).filter(lambda one: one != ("", WARD))


def desk_of(unit):
    return ONE_DESK.get(unit, unit)


def same_desk(one, other):
    return desk_of(one) == desk_of(other)


def begun(opening):
    return opened(*opening, passes=opening[1] == WARD)


def walk(opening, sequence):
    """The standings of a question, with the step that led to each; steps that cannot follow are left out."""
    standing = begun(opening)
    yield None, standing
    for step in sequence:
        try:
            standing = after(standing, step, same_desk)
        except StepRefused:
            continue
        yield step, standing


def play(opening, choices):
    """As `walk`, of steps that follow: whether the one who is asked acts, which of its ends, and to whom."""
    standing = begun(opening)
    yield None, standing
    for is_asked, which, to in choices:
        unit = (standing.asked if is_asked else standing.holder) or standing.asked or standing.holder
        ends = ends_for(standing, unit, same_desk)
        step = Step(ends[which % len(ends)], unit, DAY, to, "growth")
        try:
            standing = after(standing, step, same_desk)
        except StepRefused:
            continue
        yield step, standing


def returns(way):
    """The desks that hold a question anew though no meeting was held since they held it last."""
    met, last = 0, {}  # by desk how many meetings had been held when it held the question last
    before = None
    for step, standing in way:
        met += bool(step and step.kind == MEETING_HELD)
        desk = desk_of(standing.holder)
        if desk and desk != before and last.get(desk) == met:
            yield desk
        last[desk], before = met, desk


@given(openings, CHOICES)
@settings(max_examples=200)
def test_no_unit_holds_a_question_twice_without_a_meeting_between(opening, choices):
    assert not list(returns(play(opening, choices)))


def test_the_way_back_after_a_meeting_that_named_another_is_closed():
    way = [Step(CALL_MEETING, "bup", DAY), Step(MEETING_HELD, "bup", DAY, "elevhalsa"), Step(ACCEPT, "elevhalsa", DAY),
           Step(HAND_OVER, "elevhalsa", DAY, "bup"), Step(ACCEPT, "bup", DAY)]

    assert [step.kind for step, _ in walk(("", "bup"), way) if step] == [CALL_MEETING, MEETING_HELD, ACCEPT]


def refused_as_a_return(standing, step):
    try:
        after(standing, step, same_desk)
    except StepRefused as refused:
        return refused.why == "would_return"
    return False


@given(openings, CHOICES)
def test_what_would_be_a_return_is_known_before_it_is_handed_over(opening, choices):
    for _, standing in play(opening, choices):
        for unit in (standing.holder, standing.asked):
            others = [one for one in UNITS if HAND_OVER in ends_for(standing, unit, same_desk)
                      and not same_desk(one, unit)]
            assert [returns_if_handed_over(standing, one, by=unit, same_desk=same_desk) for one in others] == [
                refused_as_a_return(standing, Step(HAND_OVER, unit, DAY, one)) for one in others]


def test_a_return_would_be_found():
    way = [(None, opened("bup", "hab")), (None, opened("hab", "")), (None, opened("forsta_linjen", ""))]

    assert list(returns(way)) == ["bup"]


@given(openings, sequences)
def test_a_question_that_had_a_holder_always_has_one(opening, sequence):
    holders = [standing.holder for _, standing in walk(opening, sequence)]

    assert all(holders[index + 1] for index, holder in enumerate(holders[:-1]) if holder)


@given(openings, sequences)
def test_the_holder_stays_until_another_takes_it_on(opening, sequence):
    standings = list(walk(opening, sequence))

    for (_, before), (step, now) in zip(standings, standings[1:], strict=False):
        if now.holder != before.holder:
            assert step.kind == MEETING_HELD or same_desk(step.by, before.asked)
            assert now.holder == (step.to if step.kind == MEETING_HELD else step.by)


@given(openings, sequences, units)
def test_every_end_that_is_offered_is_possible_for_some_step(opening, sequence, unit):
    *_, (_, standing) = walk(opening, sequence)

    for kind in ends_for(standing, unit, same_desk):
        assert after(standing, Step(kind, unit, DAY, NEW, NEW), same_desk)


@given(openings, sequences, steps)
def test_no_end_that_is_not_offered_is_possible(opening, sequence, step):
    *_, (_, standing) = walk(opening, sequence)

    if step.kind != SAID_NO and step.kind not in ends_for(standing, step.by, same_desk):
        with pytest.raises(StepRefused) as refused:
            after(standing, step, same_desk)
        assert set(refused.value.ends) == set(ends_for(standing, step.by, same_desk))


@given(openings, sequences)
def test_somebody_can_always_go_on(opening, sequence):
    *_, (_, standing) = walk(opening, sequence)

    acting = {standing.holder, standing.asked} - {""}
    assert acting
    assert any(ends_for(standing, unit, same_desk) for unit in acting)


@given(openings, CHOICES)
def test_no_unit_advises_twice_without_a_meeting_between(opening, choices):
    advised = set()
    for step, standing in play(opening, choices):
        if step and step.kind == CONSULT:
            assert desk_of(step.by) not in advised and not standing.settled
            advised.add(desk_of(step.by))
        if step and step.kind == MEETING_HELD:
            advised.clear()


@given(openings.filter(lambda opening: opening[1] == WARD), sequences)
def test_a_unit_that_holds_no_questions_never_does_and_who_sent_it_is_responsible_meanwhile(opening, sequence):
    for _, standing in walk(opening, sequence):
        assert standing.holder and WARD not in (standing.holder, *standing.held)
        assert standing.passes == (standing.asked == WARD)


@given(openings, sequences)
def test_what_is_awaited_has_been_asked_for_and_nothing_is_asked_for_twice(opening, sequence):
    for step, standing in walk(opening, sequence):
        every = standing.asked_for.split()
        assert set(standing.awaited.split()) <= set(every) and len(every) == len(set(every))
        assert not (step and step.kind in (RECEIVED, MEETING_HELD) and standing.awaited)


@given(openings, sequences)
def test_a_meeting_is_held_within_three_weeks_or_is_late(opening, sequence):
    for step, standing in walk(opening, sequence):
        if step and step.kind == CALL_MEETING:
            assert standing.meeting == DAY + timedelta(21)
        if standing.meeting:
            assert not standing.settled and not standing.handed


REACHED = {
    "not_yours": [Step(ACCEPT, "hab", DAY)],
    "no_end": [Step("not_us", "bup", DAY)],
    "would_return": [Step(HAND_OVER, "bup", DAY, "elevhalsa")],
    "asked_already": [Step(ASK_ONCE, "bup", DAY, item="growth"), Step(ASK_ONCE, "bup", DAY, item="growth")],
    "waits": [Step(ASK_ONCE, "elevhalsa", DAY, item="growth")],
    "taken_on": [Step(ACCEPT, "bup", DAY), Step(ACCEPT, "bup", DAY)],
    "advised_already": [Step(CONSULT, "bup", DAY), Step(HAND_OVER, "elevhalsa", DAY, "bup"), Step(CONSULT, "bup", DAY)],
    "same_unit": [Step(HAND_OVER, "bup", DAY, "forsta_linjen")],
    "meeting_first": [Step(CALL_MEETING, "bup", DAY), Step(ACCEPT, "bup", DAY)],
    "no_meeting": [Step(MEETING_HELD, "bup", DAY, "bup")],
    "no_item": [Step(ASK_ONCE, "bup", DAY)],
    "no_unit": [Step(HAND_OVER, "bup", DAY)],
    "cannot_hold": [Step(ACCEPT, WARD, DAY)],
    "item_asked": [Step(ASK_ONCE, "bup", DAY, item="growth"), Step(HAND_OVER, "bup", DAY, "hab"),
                   Step(ASK_ONCE, "hab", DAY, item="growth consent")],
    "nothing_awaited": [Step(RECEIVED, "elevhalsa", DAY)],
}


@pytest.mark.parametrize("why", WHYS)
def test_every_reason_to_refuse_a_step_is_reached(why):
    sender = "" if why == "no_holder" else "elevhalsa"
    way = [Step(CONSULT, "bup", DAY)] if why == "no_holder" else REACHED[why]

    standing = begun((sender, WARD if why == "cannot_hold" else "bup"))
    with pytest.raises(StepRefused) as refused:
        for step in way:
            standing = after(standing, step, same_desk)
    assert refused.value.why == why
