"""Danger that was told holds until that answer is changed itself; whoever changes another is asked what they chose."""

import random

import pytest

from directory.routing import Answers, case_of, next_step, opening_questions
from directory.rules import decide
from tests.build import DAY

KNOWN = {"facts.out_of_hours": "no"}
DYING = {"urgency": "wait", "age": "teen", "matter": "ma_daligt", "feeling": "suicidtankar"}
TOOTH = {"urgency": "wait", "age": "teen", "matter": "kropp", "body": "tand_akut"}


def step_of(edition, answers):
    return next_step(edition, answers, day=DAY, known=KNOWN)


def gate_of(edition, answers):
    return decide(edition.ruleset, case_of(edition, answers, day=DAY, known=KNOWN)).gate


def ends(edition, seed):
    """Answers that come to an answer page, in one area after another, half of them where somebody may be in danger."""
    chance, areas = random.Random(seed), list(edition.ruleset.areas)
    given = {one.id: chance.choice(one.options).id for one in opening_questions(edition)}
    answers = Answers(areas[seed % len(areas)], "youth", given)
    while question := step_of(edition, answers).question:
        grave = [one for one in question.options if one.danger and chance.random() < .5]
        answers = answers.and_then(question.id, chance.choice(grave or question.options).id)
    return answers


@pytest.mark.parametrize("seed", range(24))
def test_every_answer_that_is_to_be_changed_is_asked_for_on_a_page_of_its_own_with_the_danger_as_it_was(edition, seed):
    answers = ends(edition, seed)
    here = step_of(edition, answers)

    for question, option in here.answered:
        anew = answers.without(question.id)
        step = step_of(edition, anew)

        assert (step.question, step.further, anew.before) == (question, None, (question.id, option.id))
        assert step.danger == here.danger
        assert step_of(edition, anew.unchanged()) == here


@pytest.mark.parametrize("seed", range(24))
def test_no_change_of_another_answer_takes_somebody_out_of_danger(edition, seed):
    answers = ends(edition, seed)
    answered = step_of(edition, answers).answered

    for question, _ in answered:
        if any(option.danger for other, option in answered if other != question):
            for option in question.options:
                changed = answers.without(question.id).and_then(question.id, option.id)
                step = step_of(edition, changed)
                assert (step.danger, step.question) == (True, None)
                assert gate_of(edition, changed) in ("safety", "unsure"), (changed, option.id)


@pytest.mark.parametrize("given", [DYING, TOOTH])
@pytest.mark.parametrize("matter", ["skolan", "hemma_vald", "unknown"])
def test_who_changes_what_it_is_about_has_not_taken_back_the_danger(edition, given, matter):
    told = Answers("danderyd", "youth", given)

    changed = told.without("matter").and_then("matter", matter)

    before, after = (case_of(edition, one, day=DAY, known=KNOWN) for one in (told, changed))
    assert before == after
    assert step_of(edition, changed).further is None


def test_danger_of_another_kind_can_be_told_beside_the_one_that_holds(edition):
    changed = Answers("danderyd", "youth", {**TOOTH, "matter": "ma_daligt"})

    step = step_of(edition, changed)
    told = changed.and_then("feeling", "suicidtankar")

    assert (step.danger, step.further.id) == (True, "feeling")
    assert case_of(edition, told, day=DAY, known=KNOWN).need == "suicidtankar"


def test_danger_is_over_when_the_answer_that_told_it_is_changed_itself(edition):
    changed = Answers("danderyd", "youth", {**DYING, "matter": "hemma_vald"}).without("feeling")

    asked, after = step_of(edition, changed), step_of(edition, changed.and_then("feeling", "stress"))

    assert (asked.question.id, asked.danger) == ("feeling", True)
    assert (after.question.id, after.danger) == ("home", False)
