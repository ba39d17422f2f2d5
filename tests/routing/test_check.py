"""A referral checked: right or wrong receiver, what is missing and who has it, and what would be a return."""

from datetime import date

import pytest

from directory.journal.question import ACCEPT, ASK_ONCE, CALL_MEETING, CONSULT, HAND_OVER
from directory.routing import Referral, check, inputs_said
from directory.routing.check import receivers_for
from directory.routing.check_words import holder_of
from directory.routing.holds import holding_kinds
from directory.routing.senders import kinds_of_sender
from directory.routing.shown_by_items import shown_by_items
from directory.rules import read_case

DAY = date(2026, 11, 23)  # a Monday
FIRST = {"area": "hudiksvall", "need": "koncentration_adhd", "level": "specialist", "age": "9", "from": "forskola"}
DONE = FIRST | {"tried": {"school_measures": "yes"}}
NEEDED = ["four-views", "support-evaluated", "consent", "pedagogical-statement", "school-findings", "own-views"]


@pytest.fixture
def ask(edition):
    """The check of a case, as it is written for the API."""
    def checked(raw, to="", *, has=(), held=()):
        case = read_case(raw, edition.inputs, areas=edition.ruleset.areas, today=DAY)
        return check(edition, Referral(case, to, frozenset(has), inputs_said(raw)), language="en", held=held)
    return checked


@pytest.mark.parametrize(("to", "has", "verdict"), [
    ("bup", NEEDED, "right"), ("bup", NEEDED[1:], "incomplete"), ("", NEEDED, "right"), ("", (), "incomplete"),
    ("vardcentral", NEEDED, "wrong"), ("hab", (), "wrong")])
def test_the_verdict_says_whether_it_is_the_right_unit_and_whether_anything_is_missing(ask, to, has, verdict):
    assert ask(DONE, to, has=has).verdict == verdict


def test_what_is_there_and_what_is_missing_are_all_that_the_rule_asks_for(ask):
    checked = ask(DONE, "bup", has=["consent", "something-else"])

    assert [one.id for one in checked.present] == ["consent"]
    assert [one.item.id for one in checked.missing] == [one for one in NEEDED if one != "consent"]


def test_the_sender_is_asked_first_for_what_they_have_themselves(ask):
    by_school, by_psychologist = (
        {one.item.id: (one.by, one.others) for one in ask(DONE | {"from": sender}, "bup").missing}
        for sender in ("forskola", "skolpsykolog"))

    assert by_school["pedagogical-statement"] == ("skola", ("elevhalsa",))
    assert by_psychologist["pedagogical-statement"] == ("elevhalsa", ("skola",))


def test_a_supplier_that_does_not_take_the_age_is_not_asked(ask):
    case = FIRST | {"age": "4", "tried": {"entry_assessed": "yes"}, "area": "generic"}

    suppliers = {one.by for one in ask(case).missing} | {each for one in ask(case).missing for each in one.others}

    assert "skola" not in suppliers and suppliers


def test_a_question_that_goes_to_a_unit_that_has_held_it_would_be_a_return(ask):
    assert ask(FIRST, "bup", held=["elevhalsa", "vardcentral"]).verdict == "returns"
    assert ask(FIRST, "bup", held=["bvc"]).verdict == "wrong"


def test_a_sender_who_has_something_to_do_first_is_asked_for_it_once_and_is_right_when_all_is_there(ask):
    case = FIRST | {"from": "skolskoterska"}
    first = ask(case, "bup", held=["elevhalsa"])
    again = ask(case, "bup", held=["elevhalsa"], has=[one.item.id for one in first.missing])

    assert (first.verdict, again.verdict) == ("ask", "right")
    assert "four-views" in {one.item.id for one in first.missing}


def test_an_item_that_is_there_never_makes_the_verdict_worse(ask):
    case, order = FIRST | {"from": "elevhalsa"}, ("returns", "ask", "incomplete", "right")

    found = [ask(case, "bup", held=["elevhalsa"], has=NEEDED[:count]).verdict for count in range(len(NEEDED) + 1)]

    assert found == sorted(found, key=order.index)
    assert (found[0], found[1], found[2], found[-1]) == ("ask", "ask", "incomplete", "right")


@pytest.mark.parametrize(("has", "said", "verdict", "against"), [
    (["four-views"], {}, "ask", ()), (["support-evaluated"], {}, "ask", ()),
    (["four-views", "support-evaluated"], {}, "incomplete", ()),
    (["four-views", "support-evaluated"], {"school_measures": "no"}, "ask", ("tried.school_measures",)),
    (["support-evaluated"], {"school_measures": "no"}, "ask", ())])
def test_items_show_what_was_tried_only_when_all_that_the_rule_asks_for_are_there_and_never_against_an_answer(
        ask, has, said, verdict, against):
    checked = ask(FIRST | {"from": "elevhalsa", "tried": said}, "bup", held=["elevhalsa"], has=has)

    assert (checked.verdict, checked.against) == (verdict, against)


@pytest.mark.parametrize("sender", ["bum", "guardian"])
def test_a_question_that_has_come_back_to_a_unit_that_had_it_is_a_return_whoever_receives(ask, sender):
    case = FIRST | {"need": "oro_angest", "age": "14", "from": sender}

    checked = ask(case, "vardcentral", held=["vardcentral"])

    assert (checked.verdict, checked.came_back, checked.ends) == ("returns", True, (CALL_MEETING,))
    assert ask(case | {"from": "vardcentral"}, "vardcentral", held=["vardcentral"]).verdict != "returns"


@pytest.mark.parametrize(("case", "to"), [
    (FIRST | {"from": "praest", "acute": "now"}, ""), (FIRST | {"from": "guardian", "acute": "now"}, "1177"),
    (FIRST | {"from": "polis", "acute": "now"}, "sos_112")])
def test_what_cannot_hold_a_question_never_does(ask, case, to):
    assert holder_of(ask(case, to), Referral(None, to)) == ""


def test_what_a_family_puts_to_a_number_is_held_by_nobody_yet(ask):
    checked = ask(FIRST | {"from": "guardian"}, "1177")

    assert holder_of(checked, Referral(None, "1177")) == ""
    assert checked.ends == ()


@pytest.mark.parametrize("facts", [{}, {"returned": "2"}])
def test_a_report_that_has_reached_social_services_is_taken_on_and_not_reported_again(ask, facts):
    checked = ask(FIRST | {"need": "vald", "from": "mentor", "facts": facts}, "soc_mottag")

    assert (checked.verdict, checked.ends, checked.is_reported) == ("reported", (ACCEPT,), True)
    assert ask(FIRST | {"need": "vald", "from": "mentor", "acute": "today"}, "soc_mottag").ends == (ACCEPT,)


def test_no_birthday_is_told_of_where_no_rule_decides_from_then(ask):
    case = {"area": "gavleborg", "need": "nedstamdhet", "level": "unknown", "age": "17y7m", "from": "bup"}
    at_18 = ask(case | {"age": "18"}).advice.decision

    assert at_18.gate == "unsure"
    assert ask(case).birthday is None


def test_what_a_family_puts_too_early_to_the_unit_from_18_is_held_by_nobody_yet(ask):
    case = {"area": "gavleborg", "need": "nedstamdhet", "level": "specialist", "age": "17y7m", "from": "guardian"}

    checked = ask(case, "vuxenpsykiatri")

    assert checked.verdict == "from_18"
    assert (holder_of(checked, Referral(None, "vuxenpsykiatri")), checked.advice.decision.receiver) == ("", "en_vag_in")


def test_a_family_is_not_asked_for_what_whoever_writes_the_referral_does(ask):
    case = {"area": "vasterbotten", "need": "sjalvskada", "level": "specialist", "age": "15", "from": "guardian"}
    checked = ask(case, "bup")

    assert (checked.by_referral, checked.asks) == (True, ())
    assert {one.by for one in checked.missing} == {"vardcentral"}
    assert not ask(case | {"from": "vardcentral"}, "bup").by_referral


@pytest.mark.parametrize("case", [{"need": "intellektuell", "age": "7", "from": "elevhalsa"},
                                  {"need": "autism", "age": "0", "from": "bvc"}])
def test_a_child_that_is_to_be_assessed_is_not_asked_for_its_diagnosis(ask, case):
    checked = ask(FIRST | case, "hab", held=[case["from"]])
    known = ask(FIRST | case | {"facts": {"diagnosis_set": "yes"}}, "hab")

    assert (checked.verdict, checked.missing) == ("ask", ()) and CONSULT in checked.ends
    assert known.is_right and "diagnosis-known" in {one.item.id for one in known.missing}


@pytest.mark.parametrize(("case", "to", "is_right"), [
    (DONE, "bup", True), (DONE, "hab", False), (DONE, "", None), (FIRST | {"facts": {"returned": "2"}}, "bup", None),
    (FIRST | {"need": "suicidtankar", "age": "15"}, "bup", True),
    (FIRST | {"age": "unknown", "area": "generic"}, "bup", None)])
def test_whether_it_came_to_who_receives_is_said_of_what_is_urgent_too(ask, case, to, is_right):
    assert ask(case | {"facts": {"out_of_hours": "no", **case.get("facts", {})}}, to).is_right is is_right


def test_a_question_that_its_own_receiver_has_not_sent_is_theirs_already(ask):
    assert ask(FIRST | {"from": "skolskoterska"}).is_own
    assert not ask(FIRST | {"from": "skolskoterska"}, "elevhalsa").is_own
    assert not ask(FIRST | {"from": "guardian"}).is_own


def test_a_unit_that_the_rule_names_beside_the_receiver_can_receive_it_too(ask):
    case = {"area": "vgr", "need": "oro_angest", "level": "forsta_linjen", "age": "16", "from": "youth"}

    checked = ask(case, "um")

    assert (checked.verdict, checked.ends) == ("also", (ACCEPT, HAND_OVER, CALL_MEETING))
    assert ask(case, "bris").verdict == "wrong"  # named too, and can hold nothing


@pytest.mark.parametrize(("item", "flags"), [("four-views", {"tried.school_measures"}), ("consent", set())])
def test_an_item_that_is_required_only_of_what_has_been_tried_says_that_it_has(edition, item, flags):
    found = shown_by_items(edition.ruleset.areas["hudiksvall"])

    assert set(found.get(item, ())) == flags


def test_a_first_referral_is_no_return_though_its_sender_does_its_part_first_and_nothing_is_missing(ask, edition):
    case = {"area": "stockholm", "need": "autism", "level": "specialist", "age": "4", "from": "bvc"}

    checked = ask(case, "bup", held=["bvc"])

    assert (checked.verdict, checked.missing) == ("ask", ())
    assert checked.ends == (ACCEPT, CONSULT, CALL_MEETING)


@pytest.mark.parametrize("need", ["far_illa", "vald", "omsorgssvikt", "sexuella_overgrepp", "hedersvald"])
@pytest.mark.parametrize(("to", "held"), [("bup", ()), ("", ()), ("bup", ("soc_mottag",))])
@pytest.mark.parametrize("more", [{}, {"facts": {"returned": "2"}}])
def test_what_is_to_be_reported_has_one_verdict_and_one_end_wherever_else_it_was_sent(ask, need, to, held, more):
    checked = ask(FIRST | {"need": need, "from": "skola"} | more, to, held=held)

    assert checked.verdict == "report"
    assert checked.ends == ("report",)


def test_a_unit_that_is_the_same_desk_as_one_that_has_held_it_makes_a_return_too(ask):
    case = {"area": "ange", "need": "oro_angest", "level": "forsta_linjen", "age": "10",
            "tried": {"school_measures": "yes"}}
    receiver = ask(case, "bup").advice.decision.receiver
    other = {"forsta_linjen": "vardcentral", "vardcentral": "forsta_linjen"}[receiver]

    assert ask(case, "bup", held=[other]).verdict == "returns"
    assert ask(case, other).verdict in ("right", "incomplete")


def test_what_may_be_asked_for_once_where_it_would_return_is_what_the_unit_needs_that_it_came_to(ask):
    asked = {one.item.id for one in ask(FIRST, "bup", held=["elevhalsa"]).missing}

    assert set(NEEDED) <= asked


@pytest.mark.parametrize(("changes", "verdict", "receiver"), [
    ({"acute": "now"}, "acute", "sos_112"), ({"facts": {"medically_unstable": "yes"}}, "acute", None),
    ({"facts": {"returned": "2"}}, "meeting", "sip")])
def test_danger_and_deadlock_go_before_right_and_wrong(ask, changes, verdict, receiver):
    checked = ask(FIRST | changes, "bup", held=["elevhalsa"])

    assert checked.verdict == verdict
    assert receiver in (None, checked.advice.decision.receiver)


def test_a_case_whose_answer_depends_on_what_is_not_known_is_unsure(ask):
    checked = ask(FIRST | {"age": "unknown", "area": "generic"}, "bup")

    assert checked.verdict == "unsure"
    assert "age" in checked.matters


@pytest.mark.parametrize(("age", "receiver"), [("17y5m", None), ("17y6m", "vuxenpsykiatri"),
                                               ("17y11m", "vuxenpsykiatri"), ("18", None)])
def test_half_a_year_before_18_it_is_told_who_receives_from_then_on(ask, age, receiver):
    birthday = ask(DONE | {"age": age}).birthday

    assert (birthday and birthday.receiver) == receiver


@pytest.mark.parametrize(("age", "verdict"), [("17y11m", "from_18"), ("17y6m", "from_18"), ("17y5m", "wrong")])
def test_the_unit_that_receives_from_18_is_not_wrong_in_the_half_year_before(ask, age, verdict):
    case = {"area": "gavleborg", "need": "nedstamdhet", "level": "specialist", "age": age, "from": "bup"}

    assert ask(case, "vuxenpsykiatri").verdict == verdict


def test_from_18_the_young_person_supplies_what_guardians_did(ask):
    stuck = FIRST | {"facts": {"returned": "2"}}
    child, grown = ({one.item.id: (one.by, one.others) for one in ask(stuck | {"age": age}).missing}
                    for age in ("9", "18"))

    assert child["samtycke"] == ("guardian", ("youth",))
    assert grown["samtycke"] == ("youth", ())


@pytest.mark.parametrize(("sender", "may"), [("skolskoterska", False), ("skolpsykolog", True), ("elevhalsa", True)])
def test_a_profession_that_may_not_sign_is_told_apart(ask, sender, may):
    assert ask(DONE | {"from": sender}, "bup").may_sign is may


def test_only_inputs_that_are_not_given_and_can_change_the_receiver_matter(ask):
    assert "tried.school_measures" in ask(FIRST).matters
    assert "tried.school_measures" not in ask(DONE).matters
    assert ask(FIRST | {"acute": "now"}).matters == ()


@pytest.mark.parametrize(("case", "to", "held", "ends"), [
    (DONE, "vardcentral", (), (ACCEPT, CONSULT, HAND_OVER, ASK_ONCE, CALL_MEETING)),
    (FIRST, "bup", ("elevhalsa",), (ACCEPT, CONSULT, ASK_ONCE, CALL_MEETING)),
    (FIRST, "bup", ("bup",), (CALL_MEETING,)),
    (FIRST | {"from": "elevhalsa"}, "bup", ("elevhalsa",), (ACCEPT, CONSULT, ASK_ONCE, CALL_MEETING)),
    (FIRST | {"facts": {"returned": "2"}}, "bup", (), (CALL_MEETING,)),
    (DONE, "bup", (), (ACCEPT, ASK_ONCE)), (DONE, "", (), ()), (FIRST | {"acute": "now"}, "bup", (), ())])
def test_a_unit_that_is_not_the_right_one_has_valid_ends_alone_and_no_hand_over_that_would_return(
        ask, edition, case, to, held, ends):
    checked = ask(case, to, held=held)

    assert checked.ends == ends


@pytest.mark.parametrize(("sender", "kinds"), [("skolskoterska", ("elevhalsa",)), ("bvc", ("bvc",)), ("guardian", ())])
def test_a_profession_belongs_to_the_units_where_it_works_and_a_family_to_none(ask, edition, sender, kinds):
    case = ask(FIRST | {"from": sender}).advice.decision.case

    assert kinds_of_sender(edition, case) == kinds


def test_units_that_may_have_held_a_question_are_those_that_the_ordinary_rules_name(ask, edition):
    found = receivers_for(edition, ask(FIRST).advice.decision.case)

    assert {"bup", "elevhalsa"} <= set(found)
    assert "sip" not in found and "sos_112" not in found


def test_a_check_in_short_has_the_same_verdict_and_looks_for_nothing_more(edition):
    case = read_case(DONE, edition.inputs, areas=edition.ruleset.areas, today=DAY)

    short = check(edition, Referral(case, "bup"), language="en", explain=False)

    assert (short.verdict, short.matters, short.advice.would_change) == ("incomplete", (), ())


@pytest.mark.parametrize("to", ["soc_mottag", "socialjour"])
@pytest.mark.parametrize("hours", ["yes", "no"])
def test_a_report_that_has_reached_who_receives_reports_is_not_sent_away_by_the_clock(ask, to, hours):
    checked = ask(FIRST | {"need": "far_illa", "from": "skolskoterska", "facts": {"out_of_hours": hours}}, to)

    assert (checked.verdict, checked.is_right, checked.ends) == ("reported", True, (ACCEPT,))


def test_a_family_that_may_apply_itself_is_not_asked_for_what_a_referral_holds(ask):
    case = {"area": "stockholm", "need": "nedstamdhet", "level": "specialist", "age": "16", "from": "guardian"}

    checked = ask(case, "bup")

    assert "provat-hittills" not in {one.item.id for one in checked.missing}


def test_what_came_to_the_unit_from_18_on_can_be_handed_to_who_receives_until_then(ask):
    case = {"area": "hudiksvall", "need": "nedstamdhet", "level": "specialist", "age": "17y6m",
            "from": "distriktslakare"}

    checked = ask(case, "vuxenpsykiatri")

    assert checked.verdict == "from_18" and HAND_OVER in checked.ends


@pytest.mark.parametrize(("case", "to", "ends"), [
    ({"area": "hudiksvall", "need": "oro_angest", "level": "specialist", "age": "15", "from": "skola"}, "bvc",
     (CONSULT, HAND_OVER, CALL_MEETING)),
    ({"area": "skane", "need": "nyanland", "level": "bas", "age": "16", "from": "skola"}, "bvc",
     (CONSULT, HAND_OVER, CALL_MEETING))])
def test_a_unit_that_takes_nobody_of_the_childs_age_takes_no_question_on(ask, case, to, ends):
    checked = ask(case, to)

    assert (checked.verdict, checked.standing.passes, checked.ends) == ("wrong", True, ends)


def test_half_a_year_before_18_the_unit_from_then_on_can_take_a_question_on(ask):
    case = {"area": "hudiksvall", "need": "nedstamdhet", "level": "specialist", "age": "17y6m", "from": "skola"}

    assert ACCEPT in ask(case, "vuxenpsykiatri").ends
    assert ACCEPT not in ask(case | {"age": "17y5m"}, "vuxenpsykiatri").ends


def test_a_family_that_needs_a_referral_is_not_asked_once_for_what_is_the_writers(ask):
    case = {"area": "vasterbotten", "need": "oro_angest", "level": "specialist", "age": "12", "from": "guardian"}

    checked = ask(case, "bup")

    assert checked.by_referral and checked.missing and checked.ends == (ACCEPT,)


def test_what_is_unsure_can_be_handed_over_as_its_receipt_lets_it(ask):
    case = {"area": "hudiksvall", "need": "oro_angest", "level": "unknown", "age": "12", "from": "elevhalsa"}

    assert HAND_OVER in ask(case, "bup").ends


def test_what_social_services_send_on_is_judged_by_the_ordinary_rules(ask):
    case = {"area": "stockholm", "need": "trauma", "level": "bas", "age": "8", "from": "soc_mottag",
            "facts": {"harm_suspected": "yes"}}

    checked = ask(case, "bup")

    assert (checked.verdict, checked.advice.decision.gate) == ("wrong", "rules")
    assert checked.is_protected and not checked.is_concern and HAND_OVER in checked.ends
    assert ask(case | {"from": "skola"}, "bup").verdict == "report"
    assert "facts.harm_suspected" not in {one.input for one in checked.advice.would_change}


def test_a_group_of_managers_holds_no_question(edition):
    assert "samordning_lokal" not in holding_kinds(edition, "hudiksvall")
