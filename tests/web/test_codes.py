"""Codes for families: an answer is kept on request, opened again in any language, and a no that they get is counted."""

import pytest

from directory import clock, journal
from directory.i18n import FAMILY_LANGUAGES
from directory.journal import models
from tests.doors import Page, token_of
from tests.receipts import Caller, opened

DANGER = {"urgency": "now", "matter": None, "development": None, "everyday": None, "tried": None}


@pytest.fixture
def caller(service):
    return service.app.test_client(use_cookies=False)


@pytest.fixture
def where(caller):
    """The English page of a code of a family in Hudiksvall whose child of school age cannot sit still."""
    token = token_of(caller, place="hudiksvall")
    return "/en" + caller.post(f"/vag/{token}/kod").headers["Location"]


def say_no(caller, where, *, seen):
    return Page(caller.post(f"{where}/nej", data={"seen": seen}, follow_redirects=True))


def test_an_answer_offers_to_be_kept_and_says_before_what_is_kept_and_how_long(caller):
    page = Page(caller.get(f"/en/vag/{token_of(caller)}"))

    assert "We save no name, no exact age and nothing that you wrote. It is gone after 90 days." in page.text
    assert [one for one in page.all("form", "action") if one.endswith("/kod")]


def test_where_somebody_may_be_in_danger_nothing_is_offered_and_nothing_is_kept(caller):
    token = token_of(caller, **DANGER)

    assert "/kod" not in caller.get(f"/vag/{token}").text
    assert caller.post(f"/vag/{token}/kod").headers["Location"] == f"/vag/{token}"


def test_answers_that_still_have_a_question_lead_to_it_and_are_not_kept(caller):
    token = token_of(caller, matter=None)

    assert caller.post(f"/vag/{token}/kod").headers["Location"] == f"/vag/{token}"


def test_an_answer_with_a_question_beside_it_is_kept_as_that_of_who_does_not_know(service, caller):
    given = {"place": "hudiksvall", "age": "teen", "matter": "ma_daligt", "development": None, "feeling": "oro_angest",
             "everyday": "partly"}

    before, after = (caller.post(f"/vag/{token_of(caller, **given, tried=one)}/kod") for one in (None, "unknown"))

    assert 'class="further"' in caller.get(f"/vag/{token_of(caller, **given, tried=None)}").text
    kept = [opened(service, one.headers["Location"]) for one in (before, after)]
    assert kept[0].answer == kept[1].answer and kept[0].receiver == "en_vag_in"


@pytest.mark.parametrize("language", FAMILY_LANGUAGES)
def test_a_code_opens_what_was_said_in_every_language(caller, edition, where, language):
    page = Page(caller.get(f"/{language}{where.removeprefix('/en')}"))

    assert journal.shown_code(where[-10:]) in page.text
    assert "Hudiksvall" in page.text and "<svg" in page.html


def test_nothing_that_the_family_answered_is_kept(service, where):
    kept = opened(service, where)

    assert kept.opening == ("", "elevhalsa", ()) and kept.ages == "6-17"
    assert "9y6m" not in str(kept) and "'why'" not in str(kept.answer)


@pytest.mark.parametrize("typed", ["", "moon", "ACDE-FGHJ-K3", "x" * 50, "<b>"])
def test_a_code_that_is_none_is_asked_for_again_and_what_is_wrong_is_named(caller, typed):
    answer = caller.post("/en/kod", data={"code": typed})
    page = Page(answer)

    assert answer.status_code == 422
    assert 'href="#code"' in page.html and 'id="code-fault"' in page.html and "<b>" not in page.html
    assert ("wrong letter" in page.text) is bool(typed)


def test_a_personal_number_in_place_of_a_code_is_not_repeated(caller):
    answer = caller.post("/en/kod", data={"code": "19121212-1212"})

    assert answer.status_code == 422
    assert "1212" not in answer.text and "We have thrown it away." in answer.text


def test_a_code_is_read_as_people_write_it(caller, where):
    typed = journal.shown_code(where[-10:]).lower().replace("-", " ")

    assert caller.post("/en/kod", data={"code": typed}).headers["Location"] == where


def test_who_is_told_no_learns_what_to_answer_and_who_must_act(caller, where):
    page = say_no(caller, where, seen=0)

    assert page.words_of("h1") == "You have been told no"
    assert "Pupil health service must help you on" in page.text
    assert "keep the question until they have taken it. Here is our code.”" in page.text


def test_the_second_no_ends_the_asking_and_names_who_calls_the_meeting(caller, where):
    say_no(caller, where, seen=0)

    page = say_no(caller, where, seen=1)

    assert page.words_of("h1") == "Now all must meet"
    assert "Ask Pupil health service to call all to a meeting." in page.text
    assert f"{where}/nej" not in page.html


def test_a_page_that_is_sent_twice_counts_one_no(service, caller, where):
    before = refusals_counted(service)

    say_no(caller, where, seen=0)
    say_no(caller, where, seen=0)

    assert opened(service, where).standing.refusals == 1
    assert refusals_counted(service) == before + 1


def test_a_second_no_of_the_same_holder_is_counted_no_more_and_lets_all_meet(service, caller, where):
    before, school = refusals_counted(service), Caller(service, "school")

    for seen in (0, 1):
        school.step(where.replace("/en/kod/", "/remiss/"), "accept")
        say_no(caller, where, seen=seen)

    standing = opened(service, where).standing
    assert (standing.settled, standing.refusals) == (False, 2)
    assert refusals_counted(service) == before + 1


def refusals_counted(service):
    with service.database.transaction() as session:
        rows = session.query(models.Count).filter_by(measure="refused", quarter=journal.quarter_of(clock.today()))
        return sum(one.count for one in rows)


def test_a_unit_that_is_read_the_code_takes_the_question_on_and_the_family_sees_it(service, caller, where):
    Caller(service, "school").step(where.replace("/kod/", "/remiss/"), "accept")

    page = Page(caller.get(where))
    assert page.words_of("h1") == "Pupil health service has the question now"
    assert "Pupil health service has taken it on and holds it." in page.text


@pytest.mark.parametrize("path", ["/kod/{}/nej", "/vag/{}/kod"])
def test_a_page_of_another_site_neither_keeps_nor_counts(caller, where, path):
    part = where[-10:] if "nej" in path else token_of(caller)

    for said in ({"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}, {"Origin": "https://evil.example"}):
        assert caller.post(path.format(part), headers=said).status_code == 403
    assert caller.post(path.format(part), headers={"Origin": "http://localhost"}).status_code == 303


def test_without_a_database_the_answer_stands_and_the_page_of_codes_says_so(client):
    token = token_of(client)

    answer = client.post(f"/en/vag/{token}/kod")

    assert client.get(f"/vag/{token}").status_code == 200
    assert answer.status_code == 503 and "Try again in a while" in answer.text


def test_after_the_exit_a_code_shows_nothing_of_ours(service, where):
    client = service.client()
    client.get("/ut")

    assert "ACDE" not in client.get(where).text and "Hudiksvall" not in client.get(where).text
