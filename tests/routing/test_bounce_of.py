"""What somebody tells of a returned referral is read in codes that the edition knows; anything else is refused."""

from datetime import date
from types import SimpleNamespace

import pytest

from directory.journal import NOBODY, Step
from directory.routing import BounceRefused, allowed_in, bounce_of

SAID = {"area": "hudiksvall", "sender": "elevhalsa", "to": "bup", "need_group": "utveckling_larande",
        "level": "specialist", "reason": "wrong_level"}


def faults(edition, *, receipt=None, **said):
    with pytest.raises(BounceRefused) as refused:
        bounce_of(edition, {**SAID, **said}, receipt)
    return {one.field: one.why for one in refused.value.faults}


def make_receipt(**said):
    """A school's question on attention to BUP."""
    cells = [{"needs": ["koncentration_adhd"], "when": []}]
    return SimpleNamespace(**{"area": "hudiksvall", "rule": "adhd-school-done", "opening": ("elevhalsa", "bup", ()),
                              "steps": (), "receiver": "bup", "holder": "bup",
                              "answer": {"sv": {"holds_for": {"cells": cells}}}, **said})


def test_codes_that_are_known_are_a_bounce(edition):
    found = bounce_of(edition, {**SAID, "reason": "age_border", "edge": "18"})

    assert (found.area, found.sender, found.to, found.edge) == ("hudiksvall", "elevhalsa", "bup", "18")


def test_every_value_that_is_no_code_is_named(edition):
    assert faults(edition, area="Anna", to="", level="x", reason="not us", need_group="adhd") == {
        "area": "unknown", "to": "missing", "level": "unknown", "reason": "unknown", "need_group": "unknown"}


def test_a_fault_says_what_is_allowed_where_that_is_no_long_list(edition):
    with pytest.raises(BounceRefused) as refused:
        bounce_of(edition, {**SAID, "area": "x", "level": "x"})

    allowed = {one.field: one.allowed for one in refused.value.faults}
    assert allowed == {"area": (), "level": ("bas", "forsta_linjen", "specialist", "unknown")}


def test_a_unit_sends_nothing_back_to_itself(edition):
    assert faults(edition, sender="bup") == {"to": "same_unit"}
    assert faults(edition, sender="skola", to="elevhalsa") == {"to": "same_unit"}


def test_a_joint_meeting_is_no_unit_that_sends_back(edition):
    assert faults(edition, to="sip") == {"to": "unknown"}


def test_a_family_may_be_the_sender(edition):
    assert bounce_of(edition, {**SAID, "sender": NOBODY}).sender == NOBODY


def test_an_age_border_is_one_of_the_rules_and_kept_only_where_it_was_the_reason(edition):
    assert faults(edition, reason="age_border", edge="7") == {"edge": "unknown"}
    assert bounce_of(edition, {**SAID, "edge": "18"}).edge == ""


def test_the_borders_are_those_of_the_rules_of_the_area_and_the_needs(edition):
    assert allowed_in(edition, "edge", area="hudiksvall", need_group="utveckling_larande") == ("1", "6", "18")
    assert set(allowed_in(edition, "edge", area="hudiksvall")) > {"6", "13", "18"}


def test_a_receipt_says_the_area_and_the_rule(edition):
    found = bounce_of(edition, {**SAID, "area": ""}, make_receipt(area="ange"))

    assert (found.area, found.rule) == ("ange", "adhd-school-done")


@pytest.mark.parametrize("said", [
    {"area": "nordanstig"}, {"need_group": "kropp"}, {"sender": "bvc"}, {"sender": ""}, {"to": "hab"}])
def test_what_a_receipt_contradicts_is_refused_and_counts_for_no_rule(edition, said):
    assert faults(edition, receipt=make_receipt(), **said) == dict.fromkeys(said, "another")


@pytest.mark.parametrize("said", [
    {"area": "gavleborg"}, {"sender": "skola"}, {"sender": "vardcentral"}, {"to": "elevhalsa", "sender": "bup"}])
def test_an_area_around_it_the_same_desk_and_whoever_took_a_step_agree_with_a_receipt(edition, said):
    receipt = make_receipt(steps=(Step("hand_over", "bup", date(2026, 11, 22), "vardcentral"),))

    assert bounce_of(edition, {**SAID, **said}, receipt).area == "hudiksvall"


def test_a_family_that_was_told_no_may_be_named_with_a_receipt(edition):
    receipt = make_receipt(steps=(Step("said_no", NOBODY, date(2026, 11, 22)),))

    assert bounce_of(edition, {**SAID, "sender": NOBODY}, receipt).sender == NOBODY


@pytest.mark.parametrize(("said", "wrong"), [
    ({"sender": "syn"}, ["sender"]), ({"sender": "hab"}, []), ({"sender": "hab", "to": "syn"}, ["to"]),
    ({"sender": NOBODY}, [])])
def test_what_a_visitor_keeps_was_sent_by_one_of_the_units_that_it_may_have_come_from(edition, said, wrong):
    receipt = make_receipt(opening=(NOBODY, "bup", ("logopedi", "hab")))

    try:
        found = bounce_of(edition, {**SAID, **said}, receipt).sender
    except BounceRefused as refused:
        found = [one.field for one in refused.faults]
    assert found == (wrong or said["sender"])


def test_what_a_family_put_to_a_unit_may_have_come_from_anybody(edition):
    receipt = make_receipt(opening=(NOBODY, "bup", ()))

    assert bounce_of(edition, {**SAID, "sender": "syn", "to": "hab"}, receipt).sender == "syn"


def test_what_a_receipt_knows_is_told_also_where_it_is_the_other_fields_unit(edition):
    receipt = make_receipt(opening=("elevhalsa", "", ()), receiver="elevhalsa", holder="elevhalsa")

    with pytest.raises(BounceRefused) as refused:
        bounce_of(edition, {**SAID, "sender": "vardcentral", "to": "skola"}, receipt)

    assert {one.field: one.allowed for one in refused.value.faults} == {"sender": ("elevhalsa",)}


def test_what_was_put_to_nobody_may_have_gone_to_anybody(edition):
    assert bounce_of(edition, {**SAID, "to": "hab"}, make_receipt(opening=("elevhalsa", "", ()))).to == "hab"


def test_a_rule_that_is_gone_is_left_out(edition):
    assert bounce_of(edition, SAID, make_receipt(rule="long-gone")).rule == ""
