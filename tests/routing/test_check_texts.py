"""Texts of a check to copy: each says who holds the question, as a receipt of it does, and none tells of a child."""

import pytest

from directory.i18n import LANGUAGES
from directory.journal.question import (
    ACCEPT, ASK_ONCE, CALL_MEETING, CONSULT, ENDS, HAND_OVER, Step, StepRefused, opened, standing_after)
from directory.routing import same_desk
from directory.routing.check_steps import steps_told
from directory.routing.check_texts import copy_texts
from directory.routing.check_words import NO_CONSENT, consent_of, holder_of, short_name, verdict_line
from directory.routing.receipt_of import draft_of
from tests.routing.referred import DAY, DONE, FIRST, REPORTED, checker

MEETING_DAY = "2026-12-14"
SENT = {  # by verdict: the case, the unit that it came to, and what it holds
    "right": (FIRST | {"from": "guardian"}, "elevhalsa", ()), "incomplete": (DONE, "bup", ()),
    "wrong": (DONE, "hab", ()),
    "acute": (FIRST | {"acute": "now"}, "bup", ()), "meeting": (FIRST | {"facts": {"returned": "2"}}, "bup", ()),
    "unsure": (FIRST | {"age": "unknown", "area": "generic"}, "bup", ()),
    "ask": (FIRST, "bup", ("elevhalsa",)), "returns": (FIRST, "bup", ("elevhalsa", "vardcentral")),
    "from_18": ({"area": "uppsala", "need": "nedstamdhet", "level": "specialist", "age": "17y11m", "from": "bup"},
                "vuxenpsykiatri", ("bup",)),
    "from_18:other": ({"area": "uppsala", "need": "oro_angest", "level": "specialist", "age": "17y8m",
                       "from": "vardcentral"}, "vuxenpsykiatri", ("vardcentral",)),
    "ask:advice": ({"area": "stockholm", "need": "autism", "level": "specialist", "age": "4", "from": "bvc"}, "bup",
                   ("bvc",)),
    "wrong:number": (DONE, "1177", ()), "returns:back": (DONE, "bup", ("bup",)),
    "also": ({"area": "vgr", "need": "oro_angest", "level": "forsta_linjen", "age": "16", "from": "youth"}, "um", ()),
    "unsure:family": (FIRST | {"age": "unknown", "area": "generic", "from": "guardian"}, "bup", ())}
TOLD = {  # by the same the steps that the texts tell of
    "right": [ACCEPT], "incomplete": [ASK_ONCE], "wrong": [ASK_ONCE, HAND_OVER], "acute": [],
    "meeting": [CALL_MEETING], "unsure": [ACCEPT], "ask": [ASK_ONCE], "returns": [CALL_MEETING], "from_18": [],
    "from_18:other": [ASK_ONCE, HAND_OVER],
    "ask:advice": [CONSULT], "wrong:number": [], "returns:back": [CALL_MEETING], "also": [ACCEPT],
    "unsure:family": [ACCEPT]}


@pytest.fixture
def ask(edition):
    return checker(edition)


def texts_of(edition, ask, verdict, language="en"):
    case, to, held = SENT[verdict]
    checked, referral = ask(case, to, held, language)
    assert checked.verdict == verdict.partition(":")[0]
    return copy_texts(edition, checked, referral, day=DAY), checked, referral


def receipt_of(edition, checked, referral, held):
    """The standing with which a receipt of a check begins, kept by the unit that sends or was asked."""
    draft = draft_of(edition, {"en": checked.advice}, sender=checked.standing.holder, to=referral.to, before=held)
    return opened(draft.sender, draft.to, draft.before, meets=draft.meets)


@pytest.mark.parametrize("verdict", SENT)
def test_every_text_says_who_holds_the_question(edition, ask, verdict):
    texts, _, _ = texts_of(edition, ask, verdict)

    assert all("holds the question" in one for one in (texts.to_sender, texts.to_next) if one)
    assert "When this was checked, " in texts.journal and "held the question" in texts.journal
    assert texts.to_sender


@pytest.mark.parametrize("verdict", SENT)
def test_a_text_names_the_holder_that_a_receipt_names_after_the_steps_that_it_tells_of(edition, ask, verdict):
    texts, checked, referral = texts_of(edition, ask, verdict)
    alike, before = same_desk(edition, referral.case.area), receipt_of(edition, checked, referral, SENT[verdict][2])

    told = steps_told(edition, checked, referral, day=DAY)
    now = standing_after(before, told, alike)

    assert (bool(told), [one.kind for one in told]) == (bool(TOLD[verdict]), TOLD[verdict])
    name = short_name(checked.advice.words, now.holder or now.asked)
    assert all(f"{name} holds the question" in one for one in (texts.to_sender, texts.to_next) if one)
    assert holder_of(checked, referral) == (before.holder or before.asked)


@pytest.mark.parametrize("verdict", SENT)
@pytest.mark.parametrize("end", ENDS)
def test_every_end_of_a_check_is_a_step_that_its_receipt_takes(edition, ask, verdict, end):
    _, checked, referral = texts_of(edition, ask, verdict)
    alike, before = same_desk(edition, referral.case.area), receipt_of(edition, checked, referral, SENT[verdict][2])
    to = checked.advice.decision.receiver if end == HAND_OVER else ""
    item = checked.missing[0].item.id if end == ASK_ONCE and checked.missing else ""

    step = Step(end, referral.to, DAY, to, item)

    if end in checked.ends:
        now = standing_after(before, (step,), alike)
        assert now.holder == (before.holder if end == CONSULT else referral.to)
    elif checked.verdict not in ("right", "incomplete", "acute", "unsure", "from_18"):
        with pytest.raises(StepRefused):
            standing_after(before, (step,), alike)


@pytest.mark.parametrize("verdict", SENT)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_whole_in_every_language(edition, ask, verdict, language):
    texts, checked, referral = texts_of(edition, ask, verdict, language)

    for one in (texts.to_sender, texts.to_next, texts.journal, verdict_line(checked, referral)):
        assert "%(" not in one


@pytest.mark.parametrize(("verdict", "holds"), [
    ("right", "Pupil health holds the question."), ("incomplete", "BUP holds the question."),
    ("wrong", "Habilitation holds the question until BUP has confirmed."), ("ask", "BUP holds the question."),
    ("returns", "BUP holds the question until the meeting has named who takes it."),
    ("unsure", "BUP holds the question."), ("acute", "Pupil health holds the question."),
    ("ask:advice", "Child health centre holds the question."),
    ("wrong:number", "Pupil health holds the question.")])
def test_a_text_to_the_sender_says_who_holds_the_question_after_its_step(edition, ask, verdict, holds):
    texts, _, _ = texts_of(edition, ask, verdict)

    assert texts.to_sender.endswith(holds)


def test_until_the_birthday_the_present_unit_holds_it_and_lets_go_when_the_next_has_confirmed(edition, ask):
    texts, _, _ = texts_of(edition, ask, "from_18")

    assert "BUP holds the question until Adult psychiatry has confirmed." in texts.to_sender
    assert "18th birthday" in texts.to_sender and texts.to_next == ""


def test_what_came_too_early_from_another_unit_is_passed_on_to_who_receives_until_18(edition, ask):
    texts, checked, _ = texts_of(edition, ask, "from_18:other")

    assert "Until then it belongs to BUP. We pass it on." in texts.to_sender
    assert "until BUP has confirmed" in texts.to_sender and "This question is yours" in texts.to_next
    assert checked.until_18 == "bup"


@pytest.mark.parametrize("held", [("um", "mvc"), ("um", "mvc", "bvc")])
def test_where_it_is_not_known_which_unit_sends_nothing_is_said_to_be_so(edition, ask, held):
    case = {"area": "generic", "need": "sexuell_halsa", "level": "bas", "age": "16", "from": "barnmorska"}
    checked, referral = ask(case, "bup", held)
    texts = copy_texts(edition, checked, referral, day=DAY)

    assert set(checked.from_one_of) == {"um", "mvc"} and texts.to_next == ""
    assert "may have had it already" in texts.to_sender and "may have had the question" in texts.journal
    assert "meeting" not in texts.to_sender + texts.journal


def test_a_family_that_has_come_right_is_not_thanked_for_a_referral(edition, ask):
    case = {"area": "stockholm", "need": "sjalvskada", "level": "specialist", "age": "15", "from": "youth"}

    texts = copy_texts(edition, *ask(case, "bup"), day=DAY)

    assert "You have come to the right place." in texts.to_sender and "referral" not in texts.to_sender


def test_whoever_reports_reports_alone_and_nothing_of_it_goes_home(edition, ask):
    texts = copy_texts(edition, *ask(REPORTED, "bup"), day=DAY)

    assert all("duty to report is each one's own" in one for one in (texts.to_sender, texts.to_next, texts.journal))
    assert "Do not call home first." in texts.to_sender
    assert not any("meeting" in one or "holds the question" in one for one in (texts.to_sender, texts.to_next))


@pytest.mark.parametrize("acute", ["today", "now"])
def test_a_concern_that_is_urgent_too_is_reported_all_the_same(edition, ask, acute):
    checked, referral = ask(REPORTED | {"acute": acute}, "bup")
    texts = copy_texts(edition, checked, referral, day=DAY)

    assert (checked.verdict, checked.ends, consent_of(checked)) == ("acute", ("report",), NO_CONSENT)
    assert "Do not call home first." in texts.to_sender and "reports at once" in texts.journal
    assert copy_texts(edition, *ask(REPORTED | {"acute": acute, "from": "youth"}, "bup"), day=DAY).to_sender == ""


@pytest.mark.parametrize("sender", ["guardian", "youth"])
def test_a_family_is_not_told_of_a_report(edition, ask, sender):
    assert copy_texts(edition, *ask(REPORTED | {"from": sender}, "bup"), day=DAY).to_sender == ""


@pytest.mark.parametrize("hours", ["yes", "no"])
@pytest.mark.parametrize("sender", ["soc_mottag", "socialjour"])
def test_social_services_need_not_report_to_themselves_at_any_hour(edition, ask, sender, hours):
    case = REPORTED | {"from": sender, "facts": {"out_of_hours": hours}}
    checked, referral = ask(case, "bup")
    texts = copy_texts(edition, checked, referral, day=DAY)

    assert checked.is_protected and "report" not in checked.ends and "accept" in checked.ends
    assert texts.to_sender and "Report" not in texts.to_sender and "we tell you at once" in texts.to_sender
    assert ask(case)[0].is_own and not ask(case)[0].ends


@pytest.mark.parametrize("hours", ["yes", "no"])
def test_what_only_protection_decides_is_said_to_stay_with_those_of_social_services_who_sent_it(edition, ask, hours):
    case = {**REPORTED, "need": "vald", "from": "soc_mottag", "facts": {"out_of_hours": hours}}
    checked, referral = ask(case, "bup")
    texts = copy_texts(edition, checked, referral, day=DAY)

    assert checked.verdict == "ask" and checked.senders[0] == "soc_mottag"
    assert all("Social services has its part" in one for one in (verdict_line(checked, referral), texts.journal))


@pytest.mark.parametrize("hours", ["yes", "no"])
def test_who_receives_reports_thanks_another_that_does_at_any_hour(edition, ask, hours):
    case = REPORTED | {"from": "socialjour", "facts": {"out_of_hours": hours}}

    texts = copy_texts(edition, *ask(case, "soc_mottag"), day=DAY)

    assert texts.to_sender.startswith("Thank you for your report.")


def test_before_it_is_sent_the_sender_holds_it_and_nobody_is_written_to_but_the_receiver(edition, ask):
    checked, referral = ask(DONE)

    texts = copy_texts(edition, checked, referral, day=DAY)

    assert holder_of(checked, referral) == "elevhalsa"
    assert texts.to_sender == "" and "yours by the rule adhd-school-done" in texts.to_next


@pytest.mark.parametrize(("verdict", "caller"), [("meeting", "Pupil health calls"), ("returns", "We call")])
def test_a_text_says_who_calls_the_meeting_and_that_the_present_holder_holds_until_then(edition, ask, verdict, caller):
    texts, _, _ = texts_of(edition, ask, verdict)

    assert caller in texts.to_sender
    assert f"{caller.replace('We call', 'BUP calls')} the meeting." in texts.to_next
    assert all("until the meeting has named who takes it" in one for one in (texts.to_sender, texts.to_next))
    assert MEETING_DAY in texts.to_sender and MEETING_DAY in texts.to_next


def test_what_is_missing_is_asked_for_in_one_text_with_who_has_it(edition, ask):
    texts, _, _ = texts_of(edition, ask, "wrong")

    assert texts.to_sender.count("We ask once for what is missing") == 1
    assert "(from " in texts.to_sender


@pytest.mark.parametrize(("raw", "to", "asked"), [
    (DONE, "bup", "We ask once for what is missing. Send it to us:"), (DONE, "1177", "Still missing:")])
def test_each_item_stands_on_a_line_of_its_own_without_a_full_stop(edition, ask, raw, to, asked):
    checked, referral = ask(raw, to)
    lines = copy_texts(edition, checked, referral, day=DAY).to_sender.split("\n")

    items = lines[lines.index(asked) + 1:-1]

    assert len(items) == len(checked.missing) and all(one.startswith("- ") and one[-1] != "." for one in items)
    assert lines[-1].endswith(" holds the question.")


def test_a_text_that_tells_of_advice_says_so(edition, ask):
    texts, _, _ = texts_of(edition, ask, "ask:advice")

    assert texts.to_sender.startswith("We do not send the question back.") and "We give advice." in texts.to_sender


@pytest.mark.parametrize(("raw", "to"), [
    (FIRST | {"level": "bas", "from": "elevhalsa"}, "skola"),
    ({"area": "ange", "need": "oro_angest", "level": "forsta_linjen", "age": "10", "from": "vardcentral",
      "tried": {"school_measures": "yes"}}, "forsta_linjen")])
def test_within_one_desk_a_text_names_one_holder_alone(edition, ask, raw, to):
    checked, referral = ask(raw, to)

    name = short_name(checked.advice.words, raw["from"])
    assert copy_texts(edition, checked, referral, day=DAY).to_sender == (
        f"The question is yours already: you are the same desk. {name} holds the question.")


@pytest.mark.parametrize(("raw", "to"), [
    (FIRST | {"need": "tandvardsradsla", "level": "bas", "age": "12", "from": "guardian"}, "1177"),
    (FIRST | {"need": "intellektuell", "level": "forsta_linjen", "age": "7", "from": "1177"}, "bup_akut"),
    ({"area": "gavleborg", "need": "nedstamdhet", "level": "specialist", "age": "17y7m", "from": "guardian"},
     "vuxenpsykiatri"),
    (FIRST | {"need": "enures", "level": "bas", "age": "6", "from": "guardian"}, "")])
def test_nobody_is_said_to_hold_what_was_put_to_nobody_that_can(edition, ask, raw, to):
    checked, referral = ask(raw, to)
    texts = copy_texts(edition, checked, referral, day=DAY)

    assert holder_of(checked, referral) == "" and texts.journal.endswith("nobody held the question yet.")
    for one in filter(None, (texts.to_sender, texts.to_next)):
        assert "Nobody holds the question until " in one and one.count("holds the question") == 1


def test_what_is_urgent_and_came_right_asks_the_sender_to_call_here(edition, ask):
    case = FIRST | {"need": "suicidtankar", "age": "15", "facts": {"out_of_hours": "no"}}
    here, elsewhere = (copy_texts(edition, *ask(case, to), day=DAY) for to in ("bup", "hab"))

    assert here.to_sender.startswith("This is urgent. Call us now") and here.to_next == ""
    assert elsewhere.to_sender.startswith("This is urgent. Call BUP now") and elsewhere.to_next


def test_a_family_is_told_who_writes_the_referral_and_whoever_does_what_belongs_in_it(edition, ask):
    case = {"area": "vasterbotten", "need": "sjalvskada", "level": "specialist", "age": "15", "from": "guardian"}
    texts = copy_texts(edition, *ask(case, "bup"), day=DAY)

    assert "it comes with a referral" in texts.to_sender and "missing" not in texts.to_sender
    assert texts.to_next.startswith("A question needs a referral to BUP") and "(from Health centre)" in texts.to_next


@pytest.mark.parametrize(("to", "held", "words"), [
    ("1177", (), "The question stays there. Pupil health holds the question."),
    ("1177", ("vardcentral",), "Pupil health calls a joint meeting, by 2026-12-14 at the latest.")])
def test_who_can_take_no_step_promises_none(edition, ask, to, held, words):
    checked, referral = ask(FIRST, to, ("elevhalsa", *held))

    assert checked.ends == ()
    text = copy_texts(edition, checked, referral, day=DAY).to_sender
    assert words in text and " We " not in text


@pytest.mark.parametrize(("raw", "to", "held"), [
    (FIRST | {"facts": {"returned": "2"}}, "", ()), (FIRST, "1177", ("elevhalsa", "vardcentral"))])
def test_whoever_is_to_call_a_meeting_does_not_hold_the_question_before_it_has(edition, ask, raw, to, held):
    checked, referral = ask(raw | {"from": "guardian"}, to, held)
    texts = copy_texts(edition, checked, referral, day=DAY)

    assert "Pupil health calls the meeting." in texts.to_next
    for one in filter(None, (texts.to_sender, texts.to_next)):
        assert one.endswith(" Nobody holds the question until Pupil health has called the meeting.")


def test_the_record_names_the_rule_that_receives_from_the_birthday(edition, ask):
    texts, checked, _ = texts_of(edition, ask, "from_18")

    assert f"Rule {checked.birthday.row.rule.id} from the birthday on" in texts.journal
    assert f"until then {checked.advice.rule.id}." in texts.journal


def test_a_journal_text_names_day_rule_and_edition(edition, ask):
    texts, _, _ = texts_of(edition, ask, "wrong")

    assert all(one in texts.journal for one in ("2026-11-23", "adhd-school-done", edition.id))


def test_a_report_that_has_come_is_thanked_for_and_its_sender_is_told_to_report_nothing(edition, ask):
    texts = copy_texts(edition, *ask(REPORTED, "soc_mottag"), day=DAY)

    assert texts.to_sender.startswith("Thank you for your report.") and texts.to_next == ""
    assert texts.to_sender.endswith("Social services holds the question.")
    assert "reports at once" not in texts.journal


@pytest.mark.parametrize("asker", ["guardian", "praest"])
def test_nobody_is_said_to_hold_what_is_put_to_a_number_in_danger(edition, ask, asker):
    texts = copy_texts(edition, *ask(FIRST | {"acute": "now", "from": asker}), day=DAY)

    assert "holds the question" not in texts.to_next and "confirmed" not in texts.to_next
    assert texts.journal.endswith("When this was checked, nobody held the question yet.")


def test_what_belongs_to_its_sender_and_is_not_sent_has_a_text_for_the_record_alone(edition, ask):
    texts = copy_texts(edition, *ask(FIRST), day=DAY)

    assert (texts.to_sender, texts.to_next) == ("", "")
    assert "Pupil health held the question" in texts.journal


def test_nobody_is_said_to_have_been_asked_for_what_is_missing_before_it_is_sent(edition, ask):
    texts = copy_texts(edition, *ask(DONE), day=DAY)

    assert "We have asked" not in texts.to_next and "Still missing:\n- " in texts.to_next


def test_whoever_asks_too_early_is_told_whose_the_question_is_until_the_birthday(edition, ask):
    raw, to, _ = SENT["from_18"]
    texts = copy_texts(edition, *ask(raw | {"from": "guardian"}, to), day=DAY)

    assert "Until then it belongs to" in texts.to_sender
    assert "Adult psychiatry holds" not in texts.to_sender


def test_an_answer_without_a_rule_names_none_and_families_stand_in_plain_words(edition, ask):
    unsure, _, _ = texts_of(edition, ask, "unsure")
    lacking, _, _ = texts_of(edition, ask, "incomplete")

    assert "No rule decides yet." in unsure.journal and "Rule" not in unsure.journal
    assert "(from the guardians)" in lacking.to_sender and "((" not in lacking.to_sender
