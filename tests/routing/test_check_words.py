"""What a check says in words: every text says who holds the question now, and none says anything of a child."""

from datetime import date

import pytest

from directory.i18n import LANGUAGES
from directory.routing import Referral, check, ends_of
from directory.routing.check_words import (
    CONSENT, CONSENT_UNKNOWN_AGE, HELP_FIRST, NO_CONSENT, consent_of, copy_texts, holder_of, unit_name,
    verdict_line)
from directory.routing.receipt_of import draft_of
from directory.rules import read_case

DAY = date(2026, 11, 23)
MEETING_DAY = "2026-12-14"
FIRST = {"area": "hudiksvall", "need": "koncentration_adhd", "level": "specialist", "age": "9", "from": "skolskoterska"}
DONE = FIRST | {"tried": {"school_measures": "yes"}}
SENT = {  # by verdict: the case, the unit that it came to, and what it holds
    "right": (FIRST | {"from": "guardian"}, "elevhalsa", ()), "incomplete": (DONE, "bup", ()),
    "wrong": (DONE, "hab", ()),
    "acute": (FIRST | {"acute": "now"}, "bup", ()), "meeting": (FIRST | {"facts": {"returned": "2"}}, "bup", ()),
    "unsure": (FIRST | {"age": "unknown", "area": "generic"}, "bup", ()),
    "ask": (FIRST, "bup", ("elevhalsa",)), "returns": (FIRST, "bup", ("elevhalsa", "vardcentral")),
    "from_18": ({"area": "gavleborg", "need": "nedstamdhet", "level": "specialist", "age": "17y11m", "from": "bup"},
                "vuxenpsykiatri", ("bup",))}
REPORTED = FIRST | {"need": "far_illa"}


@pytest.fixture
def ask(edition):
    def checked(raw, to="", held=(), language="en"):
        case = read_case(raw, edition.inputs, areas=edition.ruleset.areas, today=DAY)
        return check(edition, Referral(case, to), language=language, held=held), Referral(case, to)
    return checked


def texts_of(edition, ask, verdict, language="en"):
    case, to, held = SENT[verdict]
    checked, referral = ask(case, to, held, language)
    assert checked.verdict == verdict
    return copy_texts(edition, checked, referral, day=DAY), checked, referral


@pytest.mark.parametrize("verdict", SENT)
def test_every_text_says_who_holds_the_question(edition, ask, verdict):
    texts, _, _ = texts_of(edition, ask, verdict)

    shown = [one for one in (texts.to_sender, texts.to_next, texts.journal) if one]
    assert len(shown) >= 2
    assert all("holds the question" in one for one in shown)


@pytest.mark.parametrize("verdict", SENT)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_whole_in_every_language(edition, ask, verdict, language):
    texts, checked, referral = texts_of(edition, ask, verdict, language)

    for one in (texts.to_sender, texts.to_next, texts.journal, verdict_line(checked, referral)):
        assert "%(" not in one


@pytest.mark.parametrize(("verdict", "until"), [
    ("incomplete", "until BUP has confirmed"), ("wrong", "until another unit has taken it on"), ("ask", ""),
    ("returns", "until the meeting has named who takes it"), ("unsure", "until another unit has taken it on")])
def test_whoever_sends_holds_the_question_until_another_has_taken_it_on(edition, ask, verdict, until):
    texts, checked, referral = texts_of(edition, ask, verdict)

    assert holder_of(checked, referral) == "elevhalsa"
    said = " ".join(filter(None, ("Pupil health holds the question", until)))
    assert all(f"{said}." in one for one in (texts.journal, texts.to_sender))


def test_until_the_birthday_the_present_unit_holds_it_and_lets_go_when_the_next_has_confirmed(edition, ask):
    texts, _, _ = texts_of(edition, ask, "from_18")

    assert "BUP holds the question until Adult psychiatry has confirmed." in texts.to_sender
    assert "18th birthday" in texts.to_sender and texts.to_next == ""


@pytest.mark.parametrize("raw", [
    FIRST, DONE, FIRST | {"need": "oro_angest"}, FIRST | {"facts": {"returned": "2"}}, FIRST | {"age": "17y11m"},
    FIRST | {"need": "autism", "area": "stockholm", "age": "4"}])
@pytest.mark.parametrize("sender", ["elevhalsa", "bvc", "bup", "vardcentral", "skola", "guardian"])
@pytest.mark.parametrize("to", ["", "bup", "vardcentral", "elevhalsa", "hab"])
def test_a_check_names_the_holder_that_a_receipt_of_it_names(edition, ask, raw, sender, to):
    checked, referral = ask(raw | {"from": sender}, to)

    sent_by = "" if sender == "guardian" else sender
    draft = draft_of(edition, {"en": checked.advice}, sender=sent_by, to=to)

    assert holder_of(checked, referral) == (draft.sender or draft.to)


def test_whoever_reports_reports_alone_and_nothing_of_it_goes_home(edition, ask):
    texts = copy_texts(edition, *ask(REPORTED, "bup"), day=DAY)

    assert all("duty to report is each one's own" in one for one in (texts.to_sender, texts.to_next, texts.journal))
    assert "Do not call home first." in texts.to_sender
    assert not any("meeting" in one or "holds the question" in one for one in (texts.to_sender, texts.to_next))


@pytest.mark.parametrize("acute", ["today", "now"])
def test_a_concern_that_is_urgent_too_is_reported_all_the_same(edition, ask, acute):
    checked, referral = ask(REPORTED | {"acute": acute}, "bup")
    texts = copy_texts(edition, checked, referral, day=DAY)

    assert (checked.verdict, ends_of(checked, referral), consent_of(checked)) == ("acute", ("report",), NO_CONSENT)
    assert "Do not call home first." in texts.to_sender and "reports at once" in texts.journal
    assert copy_texts(edition, *ask(REPORTED | {"acute": acute, "from": "youth"}, "bup"), day=DAY).to_sender == ""


def test_nobody_reports_for_somebody_of_age_who_says_yes_and_whose_family_is_not_told(edition, ask):
    checked, referral = ask(REPORTED | {"age": "18", "from": "skola"}, "bup")
    by_family = copy_texts(edition, *ask(REPORTED | {"age": "18", "from": "guardian"}, "bup"), day=DAY)

    assert (checked.verdict, ends_of(checked, referral)) == ("acute", ())
    assert consent_of(checked) == CONSENT[2][1]
    assert by_family.to_sender == "" and "report" not in copy_texts(edition, checked, referral, day=DAY).to_sender


@pytest.mark.parametrize("sender", ["guardian", "youth", "soc_mottag"])
def test_a_family_is_not_told_of_a_report_and_social_services_need_not_report_to_themselves(edition, ask, sender):
    assert copy_texts(edition, *ask(REPORTED | {"from": sender}, "bup"), day=DAY).to_sender == ""


def test_before_it_is_sent_the_sender_holds_it_and_nobody_is_written_to_but_the_receiver(edition, ask):
    checked, referral = ask(DONE)

    texts = copy_texts(edition, checked, referral, day=DAY)

    assert holder_of(checked, referral) == "elevhalsa"
    assert texts.to_sender == "" and "yours by the rule adhd-school-done" in texts.to_next


@pytest.mark.parametrize(("verdict", "caller"), [("meeting", "Pupil health calls"), ("returns", "BUP calls")])
def test_a_text_says_who_calls_the_meeting_and_that_the_present_holder_holds_until_then(edition, ask, verdict, caller):
    texts, _, _ = texts_of(edition, ask, verdict)

    assert all(caller in one for one in (texts.to_sender, texts.to_next))
    assert all("until the meeting has named who takes it" in one for one in (texts.to_sender, texts.to_next))
    assert MEETING_DAY in texts.to_sender and MEETING_DAY in texts.to_next


def test_what_is_missing_is_asked_for_in_one_text_with_who_has_it(edition, ask):
    texts, _, _ = texts_of(edition, ask, "wrong")

    assert texts.to_sender.count("We ask once for what is missing") == 1
    assert "(from " in texts.to_sender


def test_a_journal_text_names_day_rule_and_edition(edition, ask):
    texts, _, _ = texts_of(edition, ask, "wrong")

    assert all(one in texts.journal for one in ("2026-11-23", "adhd-school-done", edition.id))


@pytest.mark.parametrize(("age", "text"), [("9", CONSENT[0][1]), ("14y11m", CONSENT[0][1]), ("15", CONSENT[1][1]),
                                           ("18", CONSENT[2][1]), ("unknown", CONSENT_UNKNOWN_AGE)])
def test_whose_yes_is_needed_depends_on_the_age(ask, age, text):
    checked, _ = ask(DONE | {"age": age})

    assert consent_of(checked) == text


def test_a_report_of_concern_and_danger_wait_for_nobodys_yes(ask):
    concern, _ = ask(FIRST | {"facts": {"harm_suspected": "yes"}})
    danger, _ = ask(FIRST | {"acute": "now"})

    assert (consent_of(concern), consent_of(danger)) == (NO_CONSENT, HELP_FIRST)


def test_a_family_has_a_name_as_sender_in_every_language(ask):
    for language in LANGUAGES:
        checked, _ = ask(FIRST | {"from": "guardian"}, language=language)

        assert unit_name(checked.advice.words, "guardian") != "guardian"
