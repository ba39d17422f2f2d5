"""The form on which a desk takes a step: which ends and units it has, and what is missing in what was sent."""

from types import SimpleNamespace

import pytest
from werkzeug.datastructures import MultiDict

from directory.ages import parse_ages
from directory.journal import Standing, Step
from directory.routing import Words
from directory.rules.model import Text, Unit
from directory.web.desk.steps import HELD, MEETS, Choices, Sent, faults_of, read_step, step_form, step_of
from directory.web.kept import KeptItem
from tests.build import DAY
from tests.records import PLACE

ITEMS = (KeptItem("mapping", None),)


def make_words():
    """Four kinds of unit, one of them for those from 18, and the joint meeting, which is none."""
    units = {one: Unit(one, "land", PLACE, Text({"": one}), process=one == "sip") for one in
             ("school", "clinic", "ward", "sip")}
    units["grown"] = Unit("grown", "land", PLACE, Text({"": "grown"}), ages=parse_ages("18-99"))
    return Words(None, "sv", units)


def make_form(standing=None, *, own="clinic", items=ITEMS, right="", units=("school", "clinic", "ward")):
    asked = standing or Standing("school", "clinic", ("school",))
    receipt = SimpleNamespace(standing=asked, steps=(1, 2))
    choices = Choices(units, items, right)
    return step_form(receipt, own, make_words(), choices=choices, same_desk=str.__eq__)


@pytest.mark.parametrize(("standing", "why"), [
    (Standing("school", "clinic", ("clinic", "school")), HELD),
    (Standing("school", "clinic", ("school",), meets=True), MEETS)])
def test_who_can_but_call_the_meeting_is_told_why_before_it_chooses(standing, why):
    form = make_form(standing)

    assert (form.ends, form.only) == (("call_meeting",), why)


def kinds(targets, **said):
    return [one.kind for one in targets if all(getattr(one, name) is value for name, value in said.items())]


def test_a_question_can_be_handed_over_to_every_unit_but_those_that_have_held_it_and_ones_own():
    form = make_form(right="ward")

    assert kinds(form.targets, returns=False) == ["ward"] == kinds(form.targets, chosen=True)
    assert kinds(form.targets, returns=True) == ["school"]


def test_after_a_meeting_whoever_has_held_the_question_may_hold_it_again():
    form = make_form(Standing("school", "", ("school",), meeting=DAY), own="school")

    assert form.ends == ("meeting_held",)
    assert kinds(form.meeting_targets) == ["clinic", "school", "ward"]
    assert kinds(form.meeting_targets, chosen=True) == ["school"]


def test_where_nothing_can_be_asked_for_that_end_is_not_offered():
    assert "ask_once" in make_form().ends
    assert "ask_once" not in make_form(items=()).ends


def test_a_unit_for_those_from_18_is_told_apart():
    form = make_form(units=("school", "clinic", "grown"))

    assert kinds(form.targets, is_for_grown=True) == ["grown"]


def test_where_no_other_unit_can_hold_the_question_it_cannot_be_handed_over():
    assert "hand_over" in make_form().ends
    assert "hand_over" not in make_form(units=("clinic",)).ends


def test_whoever_waits_for_the_unit_that_a_meeting_named_is_marked_before_it_is_chosen():
    form = make_form(Standing("school", "clinic", (), handed=True))

    assert (kinds(form.targets, returns=True), kinds(form.targets, returns=False)) == (["school"], ["ward"])


@pytest.mark.parametrize(("own", "confirms"), [("clinic", True), ("school", False)])
def test_only_the_unit_that_a_question_was_handed_over_to_confirms_with_a_code(own, confirms):
    handed = Standing("school", "clinic", ("school",), handed=True)

    assert make_form(handed, own=own).confirms is confirms


@pytest.mark.parametrize(("sent", "faults"), [
    (Sent("accept"), ()), (Sent("not_us"), ("end",)), (Sent(""), ("end",)), (Sent("meeting_held"), ("end",)),
    (Sent("hand_over"), ("to",)), (Sent("hand_over", "sip"), ("to",)), (Sent("hand_over", "ward"), ()),
    (Sent("ask_once"), ("item",)), (Sent("ask_once", items=("moon",)), ("item",)),
    (Sent("ask_once", items=("mapping", "moon")), ("item",)), (Sent("ask_once", items=("mapping",)), ())])
def test_what_is_missing_or_no_choice_is_named_by_its_field(sent, faults):
    assert faults_of(sent, make_form()) == faults


def test_without_the_code_that_came_with_it_nothing_is_done_with_a_question_that_was_handed_over():
    form = make_form(Standing("school", "clinic", ("school",), handed=True))

    assert faults_of(Sent("hand_over"), form) == ("to", "confirm")
    assert faults_of(Sent("accept", confirm="ACD-EFG"), form) == ()


def test_a_step_holds_no_more_than_its_end_needs():
    sent = read_step(MultiDict({"end": "accept", "to": "ward", "item": "mapping", "confirm": " x ", "seen": "2"}))

    assert step_of(sent, "clinic", DAY) == Step("accept", "clinic", DAY)
    assert (sent.confirm, sent.seen) == ("x", "2")


def test_the_unit_of_a_meeting_is_read_from_a_field_of_its_own():
    form = MultiDict({"end": "meeting_held", "to": "ward", "held_by": "school"})

    assert step_of(read_step(form), "school", DAY).to == "school"


def test_all_that_is_asked_for_is_asked_for_in_one_step():
    sent = read_step(MultiDict([("end", "ask_once"), ("item", "mapping"), ("item", "growth"), ("item", "mapping")]))

    assert step_of(sent, "clinic", DAY).items == ("mapping", "growth")
