"""The sheet of a joint meeting: who comes, by when, what the plan must hold, and room to write by hand."""

from datetime import timedelta

import pytest

from directory import clock
from tests.doors import Page
from tests.web.test_desk_check import BACK, SENT


@pytest.fixture
def sheet(client):
    def shown(sent=BACK, **changes):
        return Page(client.post("/en/remiss/mote", data={**sent, **changes}))
    return shown


def test_the_meeting_is_held_within_three_weeks_by_date(sheet):
    assert f"by {(clock.today() + timedelta(21)).isoformat()} at the latest" in sheet().text


def test_whoever_calls_sends_receives_or_goes_on_meanwhile_must_come_each_once(sheet):
    page = sheet(sent=SENT, **{"from": "läkare på vårdcentral"})

    for one in ("(BUP) – calls the meeting", "Health centre", "goes on with its part"):
        assert one in page.text
    assert page.text.count("Pupil health service –") + page.text.count("School (compulsory and upper secondary) –") == 1


def test_a_meeting_that_the_rules_call_is_called_by_whom_they_name(sheet):
    page = sheet(sent=SENT, **{"facts.returned": "2"})

    assert "Pupil health service calls." in page.text
    assert "By the rules" not in page.text


def test_the_sheet_says_what_the_plan_must_hold_and_who_chooses_the_coordinator(sheet):
    page = sheet()

    assert "Which efforts each one answers for" in page.text and "Who of them holds the whole together" in page.text
    assert "Chosen at the meeting" in page.text and "16 kap. 4 §" in page.text


def test_a_sheet_has_room_to_write_and_no_field_that_anything_could_be_typed_into(sheet):
    page = sheet()

    assert page.html.count('class="line"') >= 8
    assert page.all("textarea", "id") == [] and [one for one in page.all("input", "type") if one != "hidden"] == []


def test_without_enough_told_the_form_is_shown(client):
    answer = client.post("/en/remiss/mote", data={"need": "adhd"})

    assert answer.status_code == 422 and "Say where the child lives." in answer.text
    assert client.get("/en/remiss/mote").status_code == 200


def test_the_sheet_takes_one_page_of_paper(site, page):
    page.goto(f"{site}/remiss/mote?area=hudiksvall&need=adhd&from=skolskoterska&to=bup&age=9&level=specialist")

    assert page.pdf(format="A4", prefer_css_page_size=True).count(b"/Type /Page\n") == 1


def test_where_nobody_is_named_to_call_the_sheet_says_to_decide_who(sheet):
    text = sheet(sent={"area": "hudiksvall", "from": "youth", "need": "brottsoffer", "age": "18", "level": "bas"}).text

    assert "Decide who calls." in text


def test_who_answers_until_more_is_known_is_not_called_as_a_receiver(sheet):
    text = sheet(sent=SENT, level="unknown", age="unknown").text

    assert "By the rules" not in text and "1177 –" not in text


def test_who_is_of_age_decides_who_else_comes(sheet):
    grown, child = sheet(sent=SENT, age="19", need="oro_angest").text, sheet().text

    assert "decides who else comes" in grown and "The family and the child" not in grown
    assert "whom the young person trusts" in grown and "The family and the child take part" in child


def test_a_national_number_and_who_takes_nobody_of_the_age_are_not_called(sheet):
    text = sheet(sent={"area": "generic", "from": "um", "to": "vardcentral", "need": "sexuell_halsa", "age": "16"}).text

    assert "Midwife clinic (antenatal care) – may be of help" in text and "1177 (advice on care)" not in text


def test_each_law_stands_with_its_own_section(sheet):
    text = sheet().text

    assert "Hälso- och sjukvårdslag (2017:30) 16 kap. 4 §" in text
    assert "Socialtjänstlag (2025:400) 10 kap. 8–9 §§" in text


@pytest.mark.parametrize(("area", "agreed"), [("hudiksvall", True), ("nordanstig", True), ("essunga", False),
                                              ("skane", False), ("generic", False)])
def test_an_agreement_of_two_municipalities_is_cited_there_alone(sheet, area, agreed):
    assert ("Hudiksvall och Nordanstig" in sheet(sent=SENT, area=area).text) == agreed
