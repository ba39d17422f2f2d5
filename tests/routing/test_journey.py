"""What is asked next, what stands beside the answer, and what is said of how many questions there are."""

import random

import pytest

from directory.routing import Answers, case_of, next_step, opening_questions
from directory.rules import Interview
from tests.build import DAY

KNOWN = {"facts.out_of_hours": "no"}


def step_after(edition, place, given):
    return next_step(edition, Answers(place, "guardian", given), day=DAY, known=KNOWN)


def case_after(edition, place, given):
    return case_of(edition, Answers(place, "guardian", given), day=DAY, known=KNOWN)


def every_step(edition, seed):
    """The steps of a way that chance chooses, in one area after another, and what had been answered at each."""
    chance = random.Random(seed)
    areas = list(edition.ruleset.areas)
    place = areas[seed % len(areas)]
    given = {one.id: chance.choice(one.options).id for one in opening_questions(edition)} | {"urgency": "wait"}
    while (step := step_after(edition, place, given)).asked:
        yield place, given, step
        given = {**given, step.asked.id: chance.choice(step.asked.options).id}
    yield place, given, step


def test_the_start_asks_for_danger_first_and_for_nothing_that_the_rest_depends_on(edition):
    assert [one.id for one in opening_questions(edition)] == ["urgency", "age"]


@pytest.mark.parametrize("seed", range(8))
def test_the_number_of_questions_is_said_where_nothing_is_asked_after_any_answer_and_nowhere_else(edition, seed):
    for place, given, step in every_step(edition, seed):
        if step.question:
            ends = [step_after(edition, place, {**given, step.question.id: one.id}).asked is None
                    for one in step.question.options]
            assert step.count == (len(step.before) + 1 if all(ends) else None)


@pytest.mark.parametrize("seed", range(24))
def test_no_more_than_three_questions_have_a_page_before_the_answer_and_the_others_stand_beside_it(edition, seed):
    *asked, end = [step for _, _, step in every_step(edition, seed)]

    assert [step.question for step in asked[:3]] == [step.asked for step in asked[:3]]
    assert [step.further for step in asked[3:]] == [step.asked for step in asked[3:]]
    assert (end.question, end.further) == (None, None)


@pytest.mark.parametrize("seed", range(24))
def test_an_answer_with_a_question_beside_it_is_that_of_who_does_not_know(edition, seed):
    ways = [(place, given, step) for place, given, step in every_step(edition, seed) if not step.question]
    place, given, step = ways[0]
    first = case_after(edition, place, given)

    while step.further:
        given = {**given, step.further.id: step.further.options[-1].id}
        step = step_after(edition, place, given)

    assert case_after(edition, place, given) == first


@pytest.mark.parametrize("seed", range(24))
def test_who_answers_everything_gets_the_answer_to_all_that_they_told(edition, seed):
    *_, (place, given, end) = every_step(edition, seed)

    asked = Interview(edition.ruleset, end.area, DAY, KNOWN)
    assert end.danger or asked.next_question(given) is None
    assert case_after(edition, place, given) == asked.case(given, "guardian")


def test_the_last_answer_to_every_question_is_that_one_does_not_know(edition):
    last = {one.options[-1].text.read("en") for one in edition.ruleset.base.questions}

    assert last == {"I do not know"}


@pytest.mark.parametrize("seed", range(10))
def test_the_questions_before_a_question_are_those_that_were_asked_after_the_start(edition, seed):
    *steps, _end = [step for _, _, step in every_step(edition, seed)]

    asked = [step.asked.id for step in steps]
    assert [step.before for step in steps] == [tuple(asked[:number]) for number in range(len(asked))]


def test_a_question_that_is_asked_anew_has_a_page_and_is_never_said_to_be_the_last(edition):
    given = {"urgency": "wait", "age": "teen", "matter": "ma_daligt", "feeling": "oro_angest", "everyday": "partly"}
    first = Answers("hudiksvall", "guardian", given)
    anew = Answers("hudiksvall", "guardian", given, ("everyday", "mostly"))

    beside, asked = (next_step(edition, one, day=DAY, known=KNOWN) for one in (first, anew))

    assert (beside.question, beside.further.id) == (None, "tried")
    assert (asked.question.id, asked.further, asked.count) == ("everyday", None, None)
