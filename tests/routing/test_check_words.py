"""What a check says in words: every text says who holds the question now, and none says anything of a child."""

from datetime import date

import pytest

from directory.i18n import LANGUAGES
from directory.routing import Referral, check
from directory.routing.check_words import (
    CONSENT, CONSENT_UNKNOWN_AGE, HELP_FIRST, NO_CONSENT, consent_of, copy_texts, holder_of, unit_name, verdict_line)
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
    "ask": (FIRST, "bup", ("elevhalsa",)), "returns": (FIRST, "bup", ("elevhalsa", "vardcentral"))}


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


@pytest.mark.parametrize(("verdict", "holder"), [
    ("right", "elevhalsa"), ("wrong", "hab"), ("returns", "bup"), ("ask", "bup"), ("unsure", "bup"), ("acute", "bup")])
def test_the_unit_that_it_came_to_holds_the_question_until_another_has_confirmed(edition, ask, verdict, holder):
    texts, checked, referral = texts_of(edition, ask, verdict)

    assert holder_of(checked, referral, ("elevhalsa",)) == holder
    assert ("until" in texts.journal) == (verdict in ("wrong", "returns", "acute"))


def test_before_it_is_sent_the_sender_holds_it_and_nobody_is_written_to_but_the_receiver(edition, ask):
    checked, referral = ask(DONE)

    texts = copy_texts(edition, checked, referral, day=DAY)

    assert holder_of(checked, referral, ("elevhalsa",)) == "elevhalsa"
    assert texts.to_sender == "" and "yours by the rule adhd-school-done" in texts.to_next


def test_whoever_calls_the_meeting_holds_the_question_until_then(edition, ask):
    texts, checked, referral = texts_of(edition, ask, "meeting")

    assert holder_of(checked, referral, ()) == checked.advice.decision.holder
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
