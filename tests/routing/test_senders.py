"""Who sends a question: the units that it may come from, and that have had it when it comes to the next."""

from datetime import date

import pytest

from directory.routing import Referral, check, held_before, inputs_said, kept_draft, same_desk
from directory.routing.senders import possible_senders
from directory.rules import read_case

DAY = date(2026, 11, 23)
ADHD = {"area": "hudiksvall", "need": "koncentration_adhd", "level": "specialist", "age": "9"}


def case_from(edition, sender, **more):
    return read_case({**ADHD, "from": sender, **more}, edition.inputs, areas=edition.ruleset.areas, today=DAY)


def checked_with_its_sender(edition, case, to):
    referral = Referral(case, to, frozenset(), inputs_said(ADHD))
    return check(edition, referral, language="en", held=held_before(edition, referral), explain=False)


def with_units(edition):
    """The professions, and what else asks, that belong to some unit which holds questions there."""
    return [one for one in sorted(edition.inputs.askers) if possible_senders(edition, case_from(edition, one))]


def test_a_headmaster_of_a_nine_year_old_is_of_the_school_and_not_of_the_preschool(edition):
    assert possible_senders(edition, case_from(edition, "rektor")) == ("skola",)
    assert "forskola" in possible_senders(edition, case_from(edition, "rektor", age="4"))


@pytest.mark.parametrize("to", ["bup", "vardcentral"])
def test_the_headmasters_question_is_asked_for_once_and_not_handed_back(edition, to):
    checked = checked_with_its_sender(edition, case_from(edition, "rektor"), to)

    assert checked.verdict == "ask"
    assert "hand_over" not in checked.ends


@pytest.mark.parametrize("to", ["bup", "vardcentral", "hab"])
def test_no_question_is_handed_over_to_a_desk_that_its_sender_may_be(edition, to):
    alike = same_desk(edition, ADHD["area"])

    for sender in with_units(edition):
        case = case_from(edition, sender)
        checked, senders = checked_with_its_sender(edition, case, to), possible_senders(edition, case)
        assert "hand_over" not in checked.ends or not any(
            alike(checked.advice.decision.receiver, one) for one in senders)


@pytest.mark.parametrize("to", ["bup", "vardcentral", ""])
def test_what_a_visitor_keeps_has_been_at_every_desk_that_its_sender_may_be(edition, to):
    alike = same_desk(edition, ADHD["area"])

    for sender in with_units(edition):
        case = case_from(edition, sender)
        draft = kept_draft(edition, case, sender="", to=to)
        known = (draft.to, *draft.before)
        assert all(any(alike(one, each) for each in known) for one in possible_senders(edition, case))
