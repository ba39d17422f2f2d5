"""Of whom an option of a question cannot be true: read, and refused where there is no such kind of asker."""

from directory.rules import load
from tests.build import make_base, the_error

ROW = ("text: How old?, options: [{id: small, text: 0-5, age: 0-5, not_from: %s}, {id: unknown, text: Do not know}]")


def with_question(folder, asker):
    return make_base(folder, family={"layer": "questions", "questions": {"age": ROW % asker}})


def test_an_option_says_of_whom_it_cannot_be_true(tmp_path):
    small, unknown = load(with_question(tmp_path, "school")).base.questions[0].options

    assert (small.not_from, unknown.not_from) == (("school",), ())


def test_a_kind_of_asker_that_there_is_not_is_named_with_its_place_and_the_nearest_known_one(tmp_path):
    found = the_error(with_question(tmp_path, "shcool"))

    assert (found.check, found.ids) == ("words", ("age",))
    assert "options.0.not_from names an unknown asker: shcool" in found.message.text()
    assert "school" in found.hint.text()


def test_an_option_says_the_ages_of_whom_alone_it_can_be_true(tmp_path):
    row = "text: How old?, options: [{id: left, text: Left, only_at: 15-20}, {id: unknown, text: Do not know}]"

    base = make_base(tmp_path, family={"layer": "questions", "questions": {"age": row}})
    left, unknown = load(base).base.questions[0].options

    assert (str(left.only_at), unknown.only_at) == ("15-20", None)
