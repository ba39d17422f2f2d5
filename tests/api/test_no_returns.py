"""Through the API too, no sequence of steps lets a unit hold a question twice without a meeting between."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.desks import DESKS
from tests.doors import CASE

UNITS = {handle: DESKS[handle][0] for handle in ("school", "bup", "clinic", "social", "ward")}
WARD = UNITS["ward"]  # which holds no questions
KINDS = st.sampled_from(list(UNITS.values()))
OFTEN, SELDOM = ["accept", "hand_over"], ["consult", "call_meeting", "meeting_held", "ask_once"]
STEPS = st.lists(st.tuples(st.sampled_from(list(UNITS)), st.sampled_from([*OFTEN, *OFTEN, *SELDOM]), KINDS,
                           st.booleans()), min_size=4, max_size=14)


def play(service, opening, steps):
    """Where the question stood after each step that was taken: pairs of its kind and the holder."""
    case = {**CASE, "area": "hudiksvall", "sender": opening[0], "to": opening[1]}
    answer = service.post("/receipts", case, desk=next(desk for desk, unit in UNITS.items() if unit == opening[0]))
    receipt, given, seen = answer.get_json(), "", [("opened", opening[0])]
    for desk, kind, to, with_code in steps:
        said = {"kind": kind, "to": to, "confirm": given if with_code else "ACD-EFG"}
        answer = service.post(f"/receipts/{receipt['code']}/steps", said, desk=desk)
        assert answer.status_code in (200, 403, 409, 422)
        if answer.status_code == 200:
            receipt, given = answer.get_json()["receipt"], answer.get_json()["confirm"] or given
            seen.append((kind, receipt["standing"]["holder"]))
    return seen


def turns(seen):
    """The holders since each meeting, each once for as long as it held the question, with the one that held the
    meeting: it holds the question on until whom the meeting named has confirmed.
    """
    stretch = []
    for kind, holder in seen:
        if kind == "meeting_held":
            yield stretch
            stretch = [holder]
        elif not stretch or stretch[-1] != holder:
            stretch.append(holder)
    yield stretch


@settings(max_examples=40)
@given(st.tuples(KINDS, KINDS).filter(lambda pair: pair[0] not in (pair[1], WARD)), STEPS)
def test_no_unit_holds_a_question_twice_without_a_meeting_between(service, opening, steps):
    for stretch in turns(play(service, opening, steps)):
        assert len(stretch) == len(set(stretch)) and {None, WARD}.isdisjoint(stretch)


def test_the_question_that_goes_round_is_stopped_before_its_second_return(service):
    to_bup, back = ("school", "hand_over", "bup", True), ("bup", "hand_over", "elevhalsa", True)
    taken = ("bup", "accept", "bup", True)

    seen = play(service, ("elevhalsa", "bup"), [to_bup, taken, back, ("bup", "call_meeting", "bup", True), back,
                                                ("bup", "meeting_held", "elevhalsa", True)])

    assert seen == [("opened", "elevhalsa"), ("hand_over", "elevhalsa"), ("accept", "bup"), ("call_meeting", "bup"),
                    ("meeting_held", "bup")]


def test_a_return_would_be_found():
    went_round = [("opened", "elevhalsa"), ("accept", "bup"), ("accept", "elevhalsa")]
    met_between = [("opened", "elevhalsa"), ("accept", "bup"), ("meeting_held", "elevhalsa"), ("accept", "bup")]

    assert list(turns(went_round)) == [["elevhalsa", "bup", "elevhalsa"]]
    assert list(turns(met_between)) == [["elevhalsa", "bup"], ["elevhalsa", "bup"]]


def test_whoever_held_the_meeting_does_not_get_back_what_it_gave_to_another(service):
    seen = play(service, ("elevhalsa", "bup"), [
        ("bup", "call_meeting", "bup", True), ("bup", "meeting_held", "elevhalsa", True),
        ("school", "accept", "bup", True), ("school", "hand_over", "bup", True), ("bup", "accept", "bup", True)])

    assert seen[-1] == ("accept", "elevhalsa")
