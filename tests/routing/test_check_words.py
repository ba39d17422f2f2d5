"""What a check says in words: its verdict, who holds the question, and the consent that is needed."""

import pytest

from directory.i18n import LANGUAGES
from directory.routing.check_texts import copy_texts
from directory.routing.check_words import (
    CONSENT, CONSENT_UNKNOWN_AGE, HELP_FIRST, NO_CONSENT, REPORT_CAME, consent_of, holder_of, unit_name,
    verdict_line)
from directory.routing.receipt_of import draft_of
from tests.routing.referred import DAY, DONE, FIRST, REPORTED, checker


@pytest.fixture
def ask(edition):
    return checker(edition)


@pytest.mark.parametrize("raw", [
    FIRST, DONE, FIRST | {"need": "oro_angest"}, FIRST | {"facts": {"returned": "2"}}, FIRST | {"age": "17y11m"},
    FIRST | {"need": "autism", "area": "stockholm", "age": "4"}])
@pytest.mark.parametrize("sender", ["elevhalsa", "bvc", "bup", "vardcentral", "skola", "guardian"])
@pytest.mark.parametrize("to", ["", "bup", "vardcentral", "elevhalsa", "hab"])
def test_a_check_names_the_holder_that_a_receipt_of_it_names(edition, ask, raw, sender, to):
    checked, referral = ask(raw | {"from": sender}, to)

    sent_by = "" if sender == "guardian" else sender
    draft = draft_of(edition, {"en": checked.advice}, sender=sent_by, to=to)

    assert holder_of(checked, referral) == (draft.sender or (to if draft.to == to else ""))


def test_nobody_reports_for_somebody_of_age_who_says_yes_and_whose_family_is_not_told(edition, ask):
    checked, referral = ask(REPORTED | {"age": "18", "from": "skola"}, "bup")
    by_family = copy_texts(edition, *ask(REPORTED | {"age": "18", "from": "guardian"}, "bup"), day=DAY)

    assert (checked.verdict, checked.ends) == ("acute", ())
    assert consent_of(checked) == CONSENT[2][1]
    assert by_family.to_sender == "" and "report" not in copy_texts(edition, checked, referral, day=DAY).to_sender


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


@pytest.mark.parametrize(("raw", "to", "line"), [
    (FIRST, "", "The question is yours already"), (DONE, "hab", "Wrong receiver: pass it on to BUP"),
    (DONE | {"from": "guardian"}, "1177", "Wrong receiver: it belongs to BUP"),
    (DONE | {"from": "guardian"}, "bup", "Right receiver, but a referral is needed"),
    (DONE | {"from": "guardian"}, "", "A referral to BUP is needed"),
    (FIRST | {"need": "suicidtankar", "facts": {"out_of_hours": "no"}}, "bup", "Right receiver, and urgent"),
    (FIRST | {"need": "suicidtankar", "facts": {"out_of_hours": "no"}}, "hab", "Urgent: call BUP now"),
    (FIRST | {"need": "vald"}, "soc_mottag", "Right receiver: a report of concern. Assess the protection at once"),
    (FIRST | {"need": "vald"}, "bup", "Report at once to Social services")])
def test_the_line_of_the_verdict_says_no_more_than_is_so(ask, raw, to, line):
    assert verdict_line(*ask(raw, to)).startswith(line)


def test_a_unit_that_had_it_is_told_that_it_has_come_back(ask):
    assert verdict_line(*ask(DONE, "bup", ("bup",))) == "The question has come back: call a joint meeting"


def test_whom_a_report_has_reached_decides_what_is_told_at_home(ask):
    checked, _ = ask(FIRST | {"need": "vald"}, "soc_mottag")

    assert consent_of(checked) == REPORT_CAME
