"""What is asked next, and what is said of it: which questions stand on the start, and which one is surely the last."""

import random

import pytest

from directory.routing import Answers, next_step, opening_questions
from tests.build import DAY

KNOWN = {"facts.out_of_hours": "no"}


def step_after(edition, place, given):
    return next_step(edition, Answers(place, "guardian", given), day=DAY, known=KNOWN)


def every_step(edition, seed):
    """The steps of a way that chance chooses, and what had been answered at each."""
    chance = random.Random(seed)
    place = chance.choice(list(edition.ruleset.areas))
    given = {one.id: chance.choice(one.options).id for one in opening_questions(edition)} | {"urgency": "wait"}
    while (step := step_after(edition, place, given)).question:
        yield place, given, step
        given = {**given, step.question.id: chance.choice(step.question.options).id}


def test_the_start_asks_for_danger_first_and_for_nothing_that_the_rest_depends_on(edition):
    assert [one.id for one in opening_questions(edition)] == ["urgency", "age"]


@pytest.mark.parametrize("seed", range(6))
def test_a_question_that_is_said_to_be_the_last_is_the_last_whatever_is_answered(edition, seed):
    for place, given, step in every_step(edition, seed):
        ends = [step_after(edition, place, {**given, step.question.id: one.id}).question is None
                for one in step.question.options]
        assert step.is_last == all(ends)


@pytest.mark.parametrize("seed", range(10))
def test_the_questions_before_a_question_are_those_that_had_a_page_of_their_own(edition, seed):
    steps = [step for _, _, step in every_step(edition, seed)]

    asked = [step.question.id for step in steps]
    assert [step.before for step in steps] == [tuple(asked[:number]) for number in range(len(asked))]


def test_a_question_that_is_asked_anew_is_never_said_to_be_the_last(edition):
    given = {"urgency": "wait", "age": "school", "matter": "utveckling_larande", "development": "koncentration_adhd"}
    anew = Answers("generic", "guardian", given, ("everyday", "mostly"))

    assert step_after(edition, "generic", given).is_last
    assert not next_step(edition, anew, day=DAY, known=KNOWN).is_last
