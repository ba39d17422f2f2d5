"""Who sends a question: the units that it may come from, and that have had it when it comes to the next."""

import random
from datetime import date

import pytest

from directory.routing import Referral, check, held_before, holding_kinds, inputs_said, kept_draft, same_desk
from directory.routing.senders import possible_senders
from directory.rules import read_case

DAY = date(2026, 11, 23)
ADHD = {"area": "hudiksvall", "need": "koncentration_adhd", "level": "specialist", "age": "9"}


def case_from(edition, sender, **more):
    return read_case({**ADHD, "from": sender, **more}, edition.inputs, areas=edition.ruleset.areas, today=DAY)


def checked_with_its_sender(edition, case, to):
    referral = Referral(case, to, frozenset(), inputs_said(ADHD))
    return check(edition, referral, language="en", held=held_before(edition, referral), explain=False)


def test_a_headmaster_of_a_nine_year_old_is_of_the_school_and_not_of_the_preschool(edition):
    assert possible_senders(edition, case_from(edition, "rektor")) == ("skola",)
    assert "forskola" in possible_senders(edition, case_from(edition, "rektor", age="4"))


@pytest.mark.parametrize("to", ["bup", "vardcentral"])
def test_the_headmasters_question_is_asked_for_once_and_not_handed_back(edition, to):
    checked = checked_with_its_sender(edition, case_from(edition, "rektor"), to)

    assert checked.verdict == "ask"
    assert "hand_over" not in checked.ends


def any_referrals(edition, count):
    """Referrals of any profession or unit, from anywhere and about anything: pairs of case and receiver."""
    chance, inputs = random.Random(23), edition.inputs
    for _ in range(count):
        raw = {"area": chance.choice(sorted(edition.ruleset.areas)), "need": chance.choice(inputs.values["need"]),
               "level": chance.choice(inputs.values["level"]), "age": chance.choice([*range(21), "17y8m"]),
               "from": chance.choice(sorted(inputs.askers))}
        case = read_case(raw, inputs, areas=edition.ruleset.areas, today=DAY)
        yield case, chance.choice(sorted(holding_kinds(edition, case.area)))


def test_no_question_is_handed_over_to_a_desk_that_its_sender_may_be(edition):
    offered = 0
    for case, to in any_referrals(edition, 1_500):
        checked, alike = checked_with_its_sender(edition, case, to), same_desk(edition, case.area)
        if "hand_over" in checked.ends:
            offered += 1
            receiver = checked.advice.decision.receiver
            assert not any(alike(receiver, one) for one in possible_senders(edition, case)), (case, to)
    assert offered > 100


def test_what_a_visitor_keeps_has_been_at_every_desk_that_its_sender_may_be(edition):
    kept = 0
    for case, to in any_referrals(edition, 600):
        draft, alike = kept_draft(edition, case, sender="", to=to), same_desk(edition, case.area)
        if draft and draft.to:  # what was put to nobody has been nowhere
            kept, known = kept + 1, (draft.to, *draft.before)
            for one in possible_senders(edition, case):
                assert any(alike(one, each) for each in known), (case, to, one)
    assert kept > 100
