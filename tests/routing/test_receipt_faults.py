"""A receipt against rule files alone: what is altered, what the rules say otherwise, steps that cannot be."""

from copy import deepcopy
from datetime import timedelta

import pytest

from directory import clock
from directory.editions import build
from directory.journal import Signer, Step, receipt_file
from directory.journal.codes import new_code
from directory.journal.document import first_document, next_document, receipt_of
from directory.journal.question import after
from directory.routing import advise, draft_of, receipt_faults, same_desk
from directory.rules import read_case
from tests.small import make_small, send_to

TODAY = clock.today()
FORGET_ON = TODAY + timedelta(90)
SIGNER = Signer("the secret of the tests")
ACCEPTED = {"kind": "accept", "by": "clinic", "day": TODAY.isoformat(), "to": "", "item": ""}
HELD_BY_CLINIC = {"holder": "clinic", "asked": "", "held": ["school", "clinic"], "handed": False, "advisers": [],
                  "asked_for": "", "meeting": None, "refusals": 0, "settled": True}


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    return make_small(tmp_path_factory.mktemp("faults") / "small")


@pytest.fixture(scope="module")
def made(small):
    return build(small.rules, small.seed, day=TODAY)


@pytest.fixture
def file(made):
    """The file of a receipt: a school's question to the clinic."""
    case = read_case({"area": "land", "need": "focus", "level": "bas", "age": "9"}, made.inputs,
                     areas=made.ruleset.areas, today=TODAY)
    advice = {"sv": advise(made.ruleset, case, catalogue=made.catalogue, edition=made.id)}
    draft = draft_of(made, advice, sender="school", to="clinic")
    document = first_document(draft, new_code(), day=TODAY, forget_on=FORGET_ON)
    return receipt_file(receipt_of(document, SIGNER.sign(document), draft.answer))


def faults(made, file, *, day=TODAY, signer=SIGNER):
    return [one.check for one in receipt_faults(made.ruleset, file, signed=signer.is_signed, day=day)]


def signed_with(file, **changes):
    """The file with another document that is signed all the same."""
    document = {**file["document"], **changes}
    return {**file, "document": document, "signature": SIGNER.sign(document)}


def test_a_receipt_that_is_whole_has_no_fault(made, file):
    assert faults(made, file) == []
    assert faults(made, {**file, "answer": None}) == ["answer"]
    assert faults(made, {name: file[name] for name in ("document", "signature")}) == []


def test_what_no_receipt_holds_is_refused_though_nothing_else_is_wrong(made, file):
    assert faults(made, {**file, "answered": "yes"}) == ["format"]


@pytest.mark.parametrize(("part", "value"), [
    ("week", "2026-W01"), ("ages", "0-19"), ("edition", "0000"), ("due", "2026-01-01"),
    ("opening", {"sender": "", "to": "clinic", "before": []})])
def test_a_part_that_is_altered_shows_in_the_signature(made, file, part, value):
    altered = {**file, "document": {**file["document"], part: value}}

    assert "signature" in faults(made, altered)


def test_every_altered_letter_of_a_signature_shows(made, file):
    signature = file["signature"]
    for at in range(len(signature) - 3):  # the last letters before == hold bits that base64 leaves unused
        other = "A" if signature[at] != "A" else "B"
        assert faults(made, {**file, "signature": signature[:at] + other + signature[at + 1:]}) == ["signature"]


def test_a_receipt_of_another_service_is_refused(made, file):
    assert faults(made, file, signer=Signer("another")) == ["signature"]


@pytest.mark.parametrize(("changes", "found"), [
    ({"ruled": "elsewhere"}, "area"), ({"rule": "A9"}, "rule"),
    ({"receiver": "school", "holder": "school"}, "receiver"), ({"ages": "6-12"}, "ages"),
    ({"code": "ACDEFGHJK4"}, "code"), ({"format": "one-way-in-receipt/9"}, "format"),
    ({"week": "2026-W60"}, "format"), ({"steps": [{}]}, "format"), ({"area": []}, "format"),
    ({"forget_on": "9999-12-31"}, "format"), ({"steps": [ACCEPTED]}, "standing"),
    ({"steps": [{**ACCEPTED, "by": "ward"}]}, "steps"), ({"answer": "0" * 32}, "answer")])
def test_what_the_rules_do_not_say_is_named_though_it_is_signed(made, file, changes, found):
    assert faults(made, signed_with(file, **changes)) == [found]


def test_steps_that_could_follow_are_fine(made, file):
    assert faults(made, signed_with(file, steps=[ACCEPTED], standing=HELD_BY_CLINIC)) == []


def test_a_school_and_its_pupil_health_are_one_desk_offline_too(edition):
    case = read_case({"area": "hudiksvall", "need": "koncentration_adhd", "level": "specialist", "age": "9"},
                     edition.inputs, areas=edition.ruleset.areas, today=TODAY)
    advice = {"sv": advise(edition.ruleset, case, catalogue=edition.catalogue, edition=edition.id)}
    draft = draft_of(edition, advice, sender="vardcentral", to="elevhalsa")
    kept = receipt_of(first_document(draft, new_code(), day=TODAY, forget_on=FORGET_ON), "", draft.answer)
    step = Step("accept", "skola", TODAY)
    standing = after(kept.standing, step, same_desk(edition, "hudiksvall"))
    document = next_document(kept, step, standing, hand_over_days=7)

    file = receipt_file(receipt_of(document, SIGNER.sign(document), draft.answer))

    assert faults(edition, file) == []


def test_the_receipt_of_a_place_without_rules_of_its_own_is_whole_by_the_rules_above_it(made, file):
    assert faults(made, signed_with(file, area="a village")) == []


def test_a_receipt_from_before_the_place_was_kept_is_whole(made, file):
    document = {name: said for name, said in file["document"].items() if name != "ruled"}

    assert faults(made, {**file, "document": document, "signature": SIGNER.sign(document)}) == []


def test_a_receipt_that_was_to_be_forgotten_says_so(made, file):
    assert faults(made, file, day=FORGET_ON - timedelta(1)) == []
    assert faults(made, file, day=FORGET_ON) == ["forget"]


def test_rules_that_send_elsewhere_are_told_from_those_of_the_receipt(small, file):
    send_to(small, "school")

    after = build(small.rules, small.seed, day=TODAY).ruleset
    (fault,) = receipt_faults(after, file, signed=SIGNER.is_signed, day=TODAY)

    assert str(fault.message) == "The rule A1 sends to school, not to clinic."
    assert file["document"]["edition"] in str(fault.hint)
    send_to(small, "clinic")


@pytest.mark.parametrize("junk", [
    {}, {"document": None}, {"document": []}, {"document": {"format": "one-way-in-receipt/1"}},
    {"document": "text", "signature": 7}])
def test_what_is_no_receipt_is_refused(made, junk):
    assert faults(made, deepcopy(junk)) == ["signature", "format"]


def asked_early(file, *, second=()):
    """The file with its first asking, from before a standing said who had asked and what was still to come."""
    asked = {**ACCEPTED, "kind": "ask_once", "item": "four-views"}
    standing = {**HELD_BY_CLINIC, "settled": False, "asked_for": "four-views"}
    return signed_with(file, steps=[asked, *second], standing=standing)


def test_an_asking_from_before_the_standing_named_it_is_whole_and_known(made, file):
    early = asked_early(file)

    found = receipt_of(early["document"], "", early["answer"]).standing

    assert faults(made, early) == []
    assert (found.askers, found.awaited) == (("clinic",), "four-views")


def test_a_meeting_from_when_it_ended_what_was_awaited_leaves_a_receipt_whole(made, file):
    met = [{**ACCEPTED, "kind": "call_meeting"}, {**ACCEPTED, "kind": "meeting_held", "to": "clinic"}]
    early = asked_early(file, second=met)
    written = {**early["document"]["standing"], "settled": True, "held": ["clinic"], "awaited": "",
               "askers": ["clinic"]}

    assert faults(made, signed_with(early, standing=written)) == []
    assert faults(made, signed_with(early, standing={**written, "awaited": "moon"})) == ["standing"]
