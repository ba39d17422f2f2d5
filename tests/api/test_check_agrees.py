"""A check promises what its receipt keeps: the same ends, and after each step the holder that its texts name."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from directory.journal import ASK_ONCE, CALL_MEETING, HAND_OVER
from tests.desks import AREA, DESKS

DESK_OF = {DESKS[handle][0]: handle for handle in ("school", "bup", "clinic", "social")}
UNITS = st.sampled_from(list(DESK_OF))
CASES = st.fixed_dictionaries({
    "need": st.sampled_from(["koncentration_adhd", "oro_angest", "somn", "autism", "nedstamdhet", "skolfranvaro"]),
    "level": st.sampled_from(["bas", "forsta_linjen", "specialist", "unknown"]),
    "age": st.sampled_from(["5", "9", "14", "17y8m"]), "from": UNITS, "to": UNITS,
    "held": st.lists(st.sampled_from([*DESK_OF, "bum"]), max_size=2, unique=True),
    "tried": st.sampled_from([{}, {"school_measures": "yes"}])})
TAKES_IT = ("right", "incomplete")  # the right receiver is shown less than its receipt lets it do


def check(service, case):
    answer = service.post("/referrals", {"area": AREA, **case})
    assert answer.status_code == 200
    return answer.get_json()


def keep(service, case):
    """The code of a receipt of a case, None where none is kept."""
    rest = {name: one for name, one in case.items() if name != "to"}
    said = {"area": AREA, **rest, "sender": case["from"], "to": case["to"]}
    answer = service.post("/receipts", said, desk=DESK_OF[case["to"]])
    return answer.get_json()["code"] if answer.status_code == 201 else None


def ends_of_receipt(service, code, unit):
    """What a receipt would let a unit do, which it says of a step that cannot follow."""
    refused = service.post(f"/receipts/{code}/steps", {"kind": "meeting_held"}, desk=DESK_OF[unit])
    assert refused.status_code == 409
    return refused.get_json(force=True)["ends"]


def take(service, code, checked, kind, unit):
    """What comes of a step, taken as the check tells of it."""
    said = {"kind": kind}
    if kind == HAND_OVER:
        said["to"] = "hab" if checked["verdict"] == "unsure" else checked["decision"]["receiver"]["id"]
    if kind == ASK_ONCE:
        said["item"] = " ".join(one["id"] for one in checked["missing"])
    return service.post(f"/receipts/{code}/steps", said, desk=DESK_OF[unit])


@settings(max_examples=40)
@given(CASES.filter(lambda case: case["from"] != case["to"]))
def test_a_check_offers_the_ends_of_its_receipt_but_a_hand_over_to_nobody_and_a_question_for_nothing(service, case):
    checked, code = check(service, case), keep(service, case)
    assume(code and checked["verdict"] not in ("acute", "report", "reported"))

    ends = ends_of_receipt(service, code, case["to"])

    assert set(checked["ends"]) <= set(ends)
    if checked["verdict"] not in TAKES_IT:
        left = set(ends) - set(checked["ends"])
        assert left <= {HAND_OVER, ASK_ONCE}
        assert ASK_ONCE not in left or not checked["missing"]
        leads_nowhere = checked["verdict"] in ("unsure", "from_18") or HAND_OVER not in left
        assert leads_nowhere or take(service, code, checked, HAND_OVER, case["to"]).status_code in (409, 422)


@settings(max_examples=40)
@given(CASES.filter(lambda case: case["from"] != case["to"]), st.data())
def test_every_end_of_a_check_is_a_step_that_its_receipt_takes(service, case, data):
    checked, code = check(service, case), keep(service, case)
    assume(code and checked["ends"] and checked["verdict"] not in ("acute", "report", "reported"))

    kind = data.draw(st.sampled_from(checked["ends"]))

    answer = take(service, code, checked, kind, case["to"])
    assert answer.status_code == 200, (checked["verdict"], kind, answer.text)


def test_a_question_that_has_come_back_to_a_unit_that_had_it_ends_in_a_meeting(service):
    case = {"need": "oro_angest", "level": "specialist", "age": "14", "from": "bum", "to": "vardcentral",
            "held": ["vardcentral"]}

    checked, code = check(service, case), keep(service, case)

    assert (checked["verdict"], checked["ends"]) == ("returns", [CALL_MEETING])
    assert ends_of_receipt(service, code, "vardcentral") == [CALL_MEETING]
    assert "we have had it before" in checked["texts"]["sender"]


@pytest.mark.parametrize(("case", "steps", "holder"), [
    ({"to": "vardcentral", "tried": {"school_measures": "yes"}}, [ASK_ONCE, HAND_OVER], "vardcentral"),
    ({"to": "bup", "tried": {"school_measures": "yes"}}, [ASK_ONCE], "bup"),
    ({"to": "bup"}, [ASK_ONCE], "bup"),
    ({"to": "bup", "from": "vardcentral", "held": ["elevhalsa"]}, [CALL_MEETING], "bup")])
def test_after_the_steps_that_a_text_tells_of_the_receipt_names_the_holder_that_it_names(service, case, steps, holder):
    case = {"need": "koncentration_adhd", "level": "specialist", "age": "9", "from": "elevhalsa", **case}
    checked, code = check(service, case), keep(service, case)

    standing = [take(service, code, checked, one, case["to"]).get_json()["receipt"]["standing"] for one in steps][-1]

    name = {"bup": "BUP", "vardcentral": "Health centre"}[holder]
    assert standing["holder"] == holder
    assert f"{name} holds the question" in checked["texts"]["sender"]
