"""Steps with a question through the API: five valid ends, by the unit that has it, and no way round them."""

import pytest

from tests.doors import CASE

REFERRED = {**CASE, "area": "hudiksvall", "sender": "elevhalsa", "to": "bup"}


@pytest.fixture
def code(service):
    """Of a question that the school has put to BUP."""
    return service.post("/receipts", REFERRED, desk="bup").get_json()["code"]


@pytest.fixture
def passed(service):
    """Of a question that the school has put to a ward, which sees children once and holds none."""
    return service.post("/receipts", {**REFERRED, "to": "bup_akut"}, desk="ward").get_json()["code"]


def step(service, code, desk, kind, **more):
    return service.post(f"/receipts/{code}/steps", {"kind": kind, **more}, desk=desk)


def problem_of(answer):
    assert answer.content_type == "application/problem+json"
    problem = answer.get_json(force=True)
    return answer.status_code, problem["code"], problem.get("why"), problem.get("ends")


def standing_of(service, code):
    return service.get(f"/receipts/{code}").get_json()["standing"]


def test_the_unit_that_is_asked_takes_the_question_on(service, code):
    answer = step(service, code, "bup", "accept")

    assert answer.status_code == 200
    assert answer.get_json()["receipt"]["standing"].items() >= {"holder": "bup", "asked": None, "settled": True}.items()
    assert answer.get_json()["receipt"] == service.get(f"/receipts/{code}").get_json()


def test_who_hands_over_holds_the_question_until_the_other_confirms_with_the_code(service, code):
    given = step(service, code, "school", "hand_over", to="bup").get_json()["confirm"]
    assert standing_of(service, code).items() >= {"holder": "elevhalsa", "asked": "bup", "handed": True}.items()

    assert problem_of(step(service, code, "bup", "accept", confirm="ACD-EFG"))[:2] == (403, "wrong_confirmation")
    assert problem_of(step(service, code, "bup", "accept"))[:2] == (403, "wrong_confirmation")
    assert standing_of(service, code)["holder"] == "elevhalsa"
    assert step(service, code, "bup", "accept", confirm=given.lower()).status_code == 200
    assert standing_of(service, code)["holder"] == "bup"


def test_nothing_tells_the_code_of_a_hand_over_again(service, code):
    given = step(service, code, "school", "hand_over", to="bup").get_json()["confirm"]

    assert given not in service.get(f"/receipts/{code}").text
    assert given not in service.get(f"/receipts/{code}/signed").text


def test_a_question_does_not_go_back_but_to_a_meeting(service, code):
    step(service, code, "bup", "accept")

    back = step(service, code, "bup", "hand_over", to="elevhalsa")

    assert problem_of(back) == (409, "step_refused", "would_return", ["call_meeting"])
    assert step(service, code, "bup", "call_meeting").status_code == 200
    met = step(service, code, "bup", "meeting_held", to="elevhalsa").get_json()
    assert standing_of(service, code).items() >= {"holder": "bup", "asked": "elevhalsa", "settled": False}.items()
    assert step(service, code, "school", "accept", confirm=met["confirm"]).status_code == 200
    assert standing_of(service, code)["holder"] == "elevhalsa"


def test_not_us_is_no_end(service, code):
    for kind in ("reject", "not_us", "said_no", "close", "", None):
        assert problem_of(step(service, code, "bup", kind))[:2] == (422, "fields_refused")
    assert standing_of(service, code)["asked"] == "bup"


def test_a_step_that_cannot_follow_names_those_that_can(service, code):
    status, named, why, ends = problem_of(step(service, code, "bup", "meeting_held", to="bup"))

    assert (status, named, why) == (409, "step_refused", "no_meeting")
    assert ends == ["accept", "consult", "hand_over", "ask_once", "call_meeting"]


@pytest.mark.parametrize("unit", ["sos_112", "1177", "bris", "giftinfo", "skolinspektionen", "migrationsverket"])
def test_a_question_is_not_handed_over_to_who_has_no_desk_and_holds_none(service, code, unit):
    status, named, why, ends = problem_of(step(service, code, "bup", "hand_over", to=unit))

    assert (status, named, why) == (409, "step_refused", "cannot_hold") and "call_meeting" in ends
    step(service, code, "bup", "call_meeting")
    assert problem_of(step(service, code, "bup", "meeting_held", to=unit))[2] == "cannot_hold"


@pytest.mark.parametrize("unit", ["patientnamnd", "overformyndare", "barnahus", "mvc", "bup_akut"])
def test_a_question_is_not_buried_where_no_rule_sends_questions_like_it(service, code, unit):
    assert problem_of(step(service, code, "bup", "hand_over", to=unit))[2] == "cannot_hold"


def test_what_a_rule_sends_to_a_complaints_board_it_can_hold(service):
    complaint = {**REFERRED, "need": "klagomal", "sender": "bup", "to": "vardcentral"}
    code = service.post("/receipts", complaint, desk="bup").get_json()["code"]

    assert step(service, code, "clinic", "hand_over", to="patientnamnd").status_code == 200


def test_at_18_a_question_goes_on_to_whoever_receives_from_then_on(service):
    case = {**REFERRED, "need": "nedstamdhet", "age": "17y8m", "sender": "vardcentral"}
    code = service.post("/receipts", case, desk="clinic").get_json()["code"]
    step(service, code, "bup", "accept")

    assert step(service, code, "bup", "hand_over", to="vuxenpsykiatri").status_code == 200


def test_a_ward_that_holds_nothing_passes_on_what_was_sent_there_and_the_sender_stays_responsible(service, passed):
    assert problem_of(step(service, passed, "ward", "accept"))[2:] == (
        "cannot_hold", ["consult", "hand_over", "call_meeting"])

    given = step(service, passed, "ward", "hand_over", to="bup").get_json()["confirm"]

    assert standing_of(service, passed).items() >= {"holder": "elevhalsa", "asked": "bup", "handed": True}.items()
    assert problem_of(step(service, passed, "ward", "consult"))[1] == "not_yours"
    assert step(service, passed, "bup", "accept", confirm=given).status_code == 200
    assert standing_of(service, passed)["holder"] == "bup"


def test_a_ward_can_call_the_meeting_which_the_sender_holds(service, passed):
    assert step(service, passed, "ward", "call_meeting").status_code == 200

    assert problem_of(step(service, passed, "ward", "meeting_held", to="bup"))[1] == "not_yours"
    assert step(service, passed, "school", "meeting_held", to="bup").status_code == 200


def test_what_one_unit_has_asked_for_no_other_asks_for_again(service):
    code = service.post("/receipts", {**REFERRED, "tried": {"school_measures": "yes"}}, desk="bup").get_json()["code"]
    step(service, code, "bup", "ask_once", item="four-views consent")
    given = step(service, code, "bup", "hand_over", to="vardcentral").get_json()["confirm"]

    again = step(service, code, "clinic", "ask_once", item="four-views", confirm=given)

    assert problem_of(again)[:3] == (409, "step_refused", "item_asked")


def test_the_holder_says_that_what_was_asked_for_has_come(service):
    code = service.post("/receipts", {**REFERRED, "tried": {"school_measures": "yes"}}, desk="bup").get_json()["code"]
    assert problem_of(step(service, code, "bup", "received"))[2] == "nothing_awaited"
    step(service, code, "bup", "ask_once", item="four-views")

    assert standing_of(service, code)["awaited"] == "four-views"
    assert step(service, code, "bup", "received").status_code == 200
    assert standing_of(service, code).items() >= {"awaited": None, "asked_for": "four-views"}.items()


def test_where_the_answer_is_the_meeting_a_desk_can_but_call_it(service):
    returned = {**REFERRED, "sender": "vardcentral", "facts": {"returned": "2"}, "tried": {"school_measures": "yes"}}
    code = service.post("/receipts", returned, desk="bup").get_json()["code"]

    refused = step(service, code, "bup", "hand_over", to="bum")

    assert problem_of(refused)[2:] == ("meeting_first", ["call_meeting"])
    assert step(service, code, "bup", "call_meeting").status_code == 200


def test_a_meeting_on_a_question_that_no_rule_settles_gives_it_to_any_unit_that_can_hold_one(service):
    unsure = {**REFERRED, "age": "unknown"}
    opened = service.post("/receipts", unsure, desk="bup").get_json()
    assert opened["rule"] == "unsure"
    step(service, opened["code"], "bup", "call_meeting")

    assert problem_of(step(service, opened["code"], "bup", "meeting_held", to="1177"))[2] == "cannot_hold"
    met = step(service, opened["code"], "bup", "meeting_held", to="vardcentral")

    assert met.get_json()["receipt"]["standing"].items() >= {"holder": "bup", "asked": "vardcentral"}.items()


def test_several_items_are_asked_for_at_one_time_and_each_must_be_known(service):
    code = service.post("/receipts", {**REFERRED, "tried": {"school_measures": "yes"}}, desk="bup").get_json()["code"]
    every = problem_items(step(service, code, "bup", "ask_once", item="all-of-it"))
    assert problem_items(step(service, code, "bup", "ask_once", item=f"{every[0]} moon")) == every

    answer = step(service, code, "bup", "ask_once", item=" ".join(every))

    assert len(every) > 1 and answer.get_json()["receipt"]["standing"]["asked_for"] == " ".join(every)


def test_one_item_is_asked_for_once(service):
    code = service.post("/receipts", {**REFERRED, "tried": {"school_measures": "yes"}}, desk="bup").get_json()["code"]
    asked = problem_items(step(service, code, "bup", "ask_once", item="all-of-it"))

    assert step(service, code, "bup", "ask_once", item=asked[0]).status_code == 200
    assert problem_of(step(service, code, "bup", "ask_once", item=asked[-1]))[:3] == (
        409, "step_refused", "asked_already")


def problem_items(answer):
    """What may be asked for, as the problem of another item names it."""
    error, = answer.get_json(force=True)["errors"]
    assert (answer.status_code, error["field"]) == (422, "item")
    return error["allowed"]


@pytest.mark.parametrize("desk", ["far-away", "clerk"])
def test_a_desk_that_is_not_the_unit_or_not_of_the_place_takes_no_step(service, code, desk):
    for kind, more in (("accept", {}), ("hand_over", {"to": "skola"}), ("call_meeting", {})):
        assert problem_of(step(service, code, desk, kind, **more))[:2] == (403, "not_yours")
    assert service.get(f"/receipts/{code}").get_json()["steps"] == []


@pytest.mark.parametrize("desk", ["", "desk-" + "a" * 32, "x", "\xff"])
def test_without_the_key_of_an_open_desk_no_step_is_taken(service, code, desk):
    answer = step(service, code, desk, "accept")

    assert problem_of(answer)[:2] == (401, "desk_key_needed")
    assert answer.headers["WWW-Authenticate"] == 'Bearer realm="desk"'


def test_the_cookie_of_a_page_is_no_key(service, code):
    answer = service.signed_in("bup").post(f"/api/v1/receipts/{code}/steps", json={"kind": "accept"})

    assert problem_of(answer)[:2] == (401, "desk_key_needed")


@pytest.mark.parametrize(("said", "fields"), [
    ({}, {"kind"}), ({"kind": "hand_over", "to": "atlantis"}, {"to"}), ({"kind": "accept", "text": "hej"}, {"text"}),
    ({"kind": 1, "item": [], "confirm": "x" * 41}, {"kind", "item", "confirm"}),
    ({"kind": "hand_over", "to": "barn_och_ungdomsentren"}, {"to"}), ({"kind": "hand_over", "to": "sip"}, {"to"}),
])
def test_fields_that_are_wrong_are_all_named(service, code, said, fields):
    answer = service.post(f"/receipts/{code}/steps", said, desk="bup")

    assert problem_of(answer)[:2] == (422, "fields_refused")
    assert {one["field"] for one in answer.get_json(force=True)["errors"]} == fields


def test_a_step_with_no_receipt_is_not_found(service):
    assert problem_of(step(service, "ACDEFGHJK3", "bup", "accept"))[:2] == (404, "no_such_receipt")


def test_of_what_was_asked_for_the_rest_is_still_to_come_and_nothing_else_can_have_come(service):
    code = service.post("/receipts", {**REFERRED, "tried": {"school_measures": "yes"}}, desk="bup").get_json()["code"]
    step(service, code, "bup", "ask_once", item="four-views consent")

    strange = step(service, code, "bup", "received", item="moon").get_json(force=True)["errors"]
    some = step(service, code, "bup", "received", item="consent")

    assert [(one["field"], one["allowed"]) for one in strange] == [("item", ["four-views", "consent"])]
    assert (some.status_code, standing_of(service, code)["awaited"]) == (200, "four-views")


def test_a_ward_that_asks_for_something_is_told_that_it_holds_nothing(service, passed):
    refused = step(service, passed, "ward", "ask_once", item="consent")

    assert problem_of(refused)[:3] == (409, "step_refused", "cannot_hold")
