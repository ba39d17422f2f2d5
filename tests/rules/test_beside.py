"""Whom somebody may call whatever comes of an answer to a question: read, and refused where there is no such unit."""

from directory.rules import load
from tests.build import make_base, the_error

ROW = ("text: Urgent?, options: [{id: no, text: No}, {id: unknown, text: Do not know, alongside: "
       "[{unit: %s, text: {sv: Ring, en: Call}}]}]")


def with_question(folder, unit):
    return make_base(folder, family={"layer": "questions", "questions": {"haste": ROW % unit}})


def test_an_option_says_who_stands_beside_whatever_it_leads_to(tmp_path):
    calm, unsure = load(with_question(tmp_path, "clinic")).base.questions[0].options

    assert calm.alongside == ()
    assert [(one.unit, one.text.read("en")) for one in unsure.alongside] == [("clinic", "Call")]


def test_a_unit_that_the_nation_does_not_declare_is_named_with_its_place_and_the_nearest_known_one(tmp_path):
    found = the_error(with_question(tmp_path, "clinik"))

    assert (found.check, found.ids) == ("words", ("haste",))
    assert "options.1.alongside.0.unit names an unknown unit: clinik" in found.message.text()
    assert "clinic" in found.hint.text()
