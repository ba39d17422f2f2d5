"""Questions that lead nowhere: put too early, never put, or not able to tell the needs apart."""

import pytest

from tests.build import make_base, the_error

AGE = ("text: Age?, options: [{id: small, text: Small, age: 0-5}, {id: school, text: School, age: 6-17},"
       " {id: young, text: Young, age: 18-20}]")
MATTER = "text: What?, options: [{id: mind, text: Mind, need: [worry, attention]}, {id: talk, text: T, need: speech}]"
MIND = ("when: {need: [worry, attention]}, text: Which?, options: [{id: worry, text: Worry, need: worry},"
        " {id: attention, text: Attention, need: attention}]")
SCHOOL = "when: {age: 6-17}, text: Helped?, options: [{id: no, text: No}, {id: yes, text: Yes, tried: school_done}]"


def with_questions(folder, **questions):
    return make_base(folder, family={"layer": "questions", "questions": questions})


def test_a_question_that_divides_a_group_stands_after_it(tmp_path):
    folder = with_questions(tmp_path, age=AGE, mind=MIND, matter=MATTER)

    found = the_error(folder)

    assert (found.check, found.ids) == ("questions", ("matter", "mind"))
    assert (found.file, found.line) == (f"{folder}/family.yaml", 7)


def test_a_question_that_no_answers_before_it_lead_to_is_told_of(tmp_path):
    found = the_error(with_questions(tmp_path, school=SCHOOL, age=AGE, matter=MATTER, mind=MIND))

    assert (found.check, found.ids, found.line) == ("questions", ("school",), 5)
    assert "never asked" in str(found.message)


@pytest.mark.parametrize(("questions", "ages"), [
    ({"age": AGE}, "0-5"),
    ({"age": AGE, "matter": f"when: {{age: 6-17}}, {MATTER}", "mind": MIND}, "0-5"),
    ({"age": AGE, "matter": f"when: {{age: 0-17}}, {MATTER}", "mind": MIND}, "18-20"),
])
def test_needs_that_no_answer_tells_apart_at_some_age_are_an_error(tmp_path, questions, ages):
    found = the_error(with_questions(tmp_path, **questions))

    assert "several needs" in str(found.message) and f"ages {ages}:" in str(found.message)
    assert "attention, speech, worry" in str(found.message)


def test_two_answers_to_a_question_have_two_ids(tmp_path):
    twice = "text: Done?, options: [{id: no, text: No}, {id: no, text: Also no, tried: care_done}]"

    found = the_error(with_questions(tmp_path, age=AGE, matter=MATTER, mind=MIND, care=twice))

    assert (found.check, found.ids, found.line) == ("ids", ("care", "no"), 8)
