"""A question from somebody who may work at several units does not come back to any of them without a meeting."""

import pytest

from tests.doors import CASE


def kept_by_a_visitor(service, sender):
    case = {**CASE, "area": "hudiksvall", "need": "koncentration_adhd", "level": "specialist", "age": "9",
            "from": sender, "to": "bup"}
    return service.post("/receipts", case)


@pytest.mark.parametrize("sender", ["rektor", "skolskoterska", "elevhalsa"])
def test_bup_cannot_hand_the_question_back_to_the_school_that_may_have_sent_it(service, sender):
    code = kept_by_a_visitor(service, sender).get_json()["code"]

    answer = service.post(f"/receipts/{code}/steps", {"kind": "hand_over", "to": "elevhalsa"}, desk="bup")

    assert answer.status_code == 409
    assert "would_return" in answer.get_data(as_text=True)


def test_a_preschool_is_no_sender_for_a_nine_year_old(service):
    case = {**CASE, "area": "hudiksvall", "age": "9", "from": "rektor", "sender": "forskola", "to": "bup"}

    answer = service.post("/receipts", case, desk="bup")

    assert answer.status_code == 422


def test_a_question_that_no_rule_decides_goes_to_any_unit_that_can_hold_it(service):
    case = {**CASE, "area": "hudiksvall", "need": "koncentration_adhd", "level": "unknown", "age": "unknown",
            "from": "elevhalsa", "sender": "elevhalsa", "to": "vardcentral"}
    code = service.post("/receipts", case, desk="clinic").get_json()["code"]

    answer = service.post(f"/receipts/{code}/steps", {"kind": "hand_over", "to": "bup"}, desk="clinic")

    assert answer.status_code == 200
