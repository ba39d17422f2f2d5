"""Receipts, referrals and returns of every place of the catalogue, through the API."""

import pytest

from directory import access, clock
from tests.doors import CASE

HERS = {**CASE, "area": "sandviken"}
SENT = {**HERS, "sender": "elevhalsa", "to": "bup"}


@pytest.fixture(scope="module")
def school(service):
    """The key of the school of a municipality without rules of its own."""
    with service.database.transaction() as session:
        return access.add_desk(session, "her-school", kind="elevhalsa", area="sandviken", day=clock.today())


def keep(service, desk="", **changes):
    return service.post("/receipts", {**HERS, **changes}, desk=desk)


def test_a_place_without_rules_of_its_own_is_answered_by_those_above_it(service):
    here, above = (service.post("/decisions", {**CASE, "area": one}).get_json() for one in ("sandviken", "gavleborg"))

    assert here == above and here["receiver"]["id"]
    assert service.post("/referrals", {**HERS, "to": "bup"}).status_code == 200
    assert service.post("/decisions", {**CASE, "area": "atlantis"}).status_code == 422


def test_the_school_of_such_a_place_keeps_what_it_sends_and_takes_steps(service, school):
    kept = keep(service, school, **SENT).get_json()

    taken = service.post(f"/receipts/{kept['code']}/steps", {"kind": "accept"}, desk="bup")

    assert (kept["area"], kept["standing"]["holder"]) == ("sandviken", "elevhalsa")
    assert taken.status_code == 200 and taken.get_json()["receipt"]["standing"]["holder"] == "bup"


def test_the_school_of_another_place_neither_names_itself_there_nor_acts(service, school):
    code = keep(service, school, **SENT).get_json()["code"]

    assert keep(service, "school", **{**SENT, "to": None}).status_code == 403
    assert service.post(f"/receipts/{code}/steps", {"kind": "call_meeting"}, desk="school").status_code == 403


def test_a_sender_that_no_desk_vouches_for_has_had_the_question_and_does_not_hold_it(service):
    kept = keep(service, **{"from": "skolskoterska", "to": "bup"}).get_json()
    code = kept["code"]
    service.post(f"/receipts/{code}/steps", {"kind": "accept"}, desk="bup")

    back = service.post(f"/receipts/{code}/steps", {"kind": "hand_over", "to": "skola"}, desk="bup")

    assert kept["opening"] == {"sender": None, "to": "bup", "before": ["elevhalsa"]}
    assert (back.status_code, back.get_json(force=True)["why"]) == (409, "would_return")


@pytest.mark.parametrize("unit", ["sos_112", "1177", "polis", "bup_akut"])
@pytest.mark.parametrize("field", ["to", "sender"])
def test_a_question_is_put_by_and_to_no_unit_that_can_hold_none(service, field, unit):
    answer = keep(service, "bup", **{field: unit})

    assert (answer.status_code, [one["field"] for one in answer.get_json(force=True)["errors"]]) == (422, [field])


def test_a_question_of_unknown_level_is_kept_where_a_unit_has_it_and_nowhere_else(service, school):
    assert keep(service, school, **SENT | {"level": "unknown", "age": "unknown"}).status_code == 201
    assert keep(service, level="unknown", age="unknown").get_json(force=True)["code"] == "not_kept"


def test_a_question_is_handed_to_no_unit_that_takes_nobody_of_its_ages(service, school):
    code = keep(service, school, **SENT).get_json()["code"]

    answer = service.post(f"/receipts/{code}/steps", {"kind": "hand_over", "to": "bvc"}, desk="bup")

    assert (answer.status_code, answer.get_json(force=True)["why"]) == (409, "cannot_hold")


def test_a_return_that_is_told_twice_of_the_same_receipt_is_counted_once(service, school):
    code = keep(service, school, **SENT).get_json()["code"]
    said = {"sender": "elevhalsa", "to": "bup", "need_group": "utveckling_larande", "level": "bas", "reason": "full",
            "receipt": code}

    first, again = (service.post("/bounces", said, desk="bup") for _ in range(2))

    assert (first.status_code, again.status_code) == (201, 409)
    assert again.get_json(force=True)["code"] == "already_counted"
    assert service.get(f"/receipts/{code}").status_code == 200
