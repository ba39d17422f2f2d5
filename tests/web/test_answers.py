"""The public page with a family's answers: what it shows, what it keeps and what it does not believe."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.app import create_app
from directory.i18n import translator
from tests.doors import FORM, Page, send

ASKED = ("area", "need", "age", "level", "acute")
NASTY = ["", " ", "\x00", "x" * 20_000, "<script>alert(1)</script>", "' or 1=1", "%s%(x)s{0}", "٩", "-1", "21",
         "\u202e", "ja"]
LOCAL = {"area": "hudiksvall", "need": "koncentration_adhd"}  # its pupil health has samples for contact details


def chosen(page):
    return {attrs["value"] for tag, attrs in page.tags if "selected" in attrs or "checked" in attrs}


@pytest.mark.parametrize("field", ASKED)
def test_a_question_without_an_answer_is_asked_again_and_the_others_are_kept(client, field):
    page = Page(send(client, **{field: None}))

    assert chosen(page) == {value for name, value in FORM.items() if name != field}
    assert f'href="#{field}"' in page.html and f'id="{field}-fault"' in page.html


def test_the_summary_of_what_is_missing_comes_first_in_main(client):
    answer = send(client, need=None, age=None)

    main = Page(answer).html.partition("<main")[2]
    assert answer.status_code == 422
    assert main.index('class="summary"') < main.index("<h1") < main.index('id="need-fault"')


def test_each_link_of_the_summary_leads_to_its_question(client):
    page = Page(client.post("/vag/svar"))

    ids = {attrs.get("id"): tag for tag, attrs in page.tags}
    links = [one for one in page.all("a", "href") if one.startswith("#") and one != "#main"]
    assert links == [f"#{field}" for field in ASKED]
    assert {ids[one[1:]] for one in links} == {"select", "input"}


@pytest.mark.parametrize("field", ASKED)
@pytest.mark.parametrize("value", NASTY)
def test_a_value_that_is_not_among_the_choices_counts_as_no_answer(client, field, value):
    answer = send(client, **{field: value})

    assert answer.status_code == 422
    assert value.strip("\x00 ") not in chosen(Page(answer)) - {""}
    assert "<script" not in answer.get_data(as_text=True)


@pytest.mark.parametrize("changes", [{"from": "ghost"}, {"fits": "tried.nothing"}, {"fits": ["x", "facts.placed"]},
                                     {"facts.returned": "2"}, {"need": ["autism", "vald"]}, {"extra": "x"}])
def test_what_the_page_did_not_offer_is_passed_over(client, changes):
    assert send(client, **changes).status_code == 200


@given(st.dictionaries(st.sampled_from([*FORM, "fits", "other"]), st.text()))
def test_no_form_breaks_anything(client, changes):
    assert send(client, **changes).status_code in (200, 422)


@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "multipart/form-data; boundary=b",
                                  "multipart/form-data", "application/json", "x", ""])
def test_no_body_breaks_anything(client, kind):
    for body in (b"", b"\xff\xfe=%ff", b"--b\r\n\r\n", b"a=" * 2_000, b"&" * 5_000):
        assert client.post("/vag/svar", data=body, content_type=kind).status_code < 500


def test_changing_the_answers_shows_the_same_questions_with_all_of_them(client):
    page = Page(send(client, to="/", fits=["facts.placed"], **{"from": "youth"}))

    assert chosen(page) == {*FORM.values(), "facts.placed", "youth"} - {"guardian"}
    assert "summary" not in page.html


def test_the_answer_carries_the_answers_back_and_to_the_other_language(client):
    page = Page(send(client, fits=["facts.placed"]))

    sent = [(attrs["name"], attrs["value"]) for _, attrs in page.tags if attrs.get("type") == "hidden"]
    assert page.all("form", "action") == ["/en/vag/svar", "/"]
    assert sorted(sent) == sorted([*FORM.items(), ("fits", "facts.placed")] * 2)


def test_nothing_of_the_answers_stands_in_an_address_or_the_title(client):
    page = Page(send(client, need="vald", fits=["facts.placed"]))

    addresses = [value for _, attrs in page.tags for key, value in attrs.items() if key in ("href", "action")]
    assert [one for one in addresses if "vald" in one or "?" in one or "placed" in one] == []
    assert page.words_of("title") == f"{translator('sv')('Answer')} – En väg in"


def test_the_address_of_the_answer_alone_leads_to_the_questions(client):
    answer = client.get("/en/vag/svar")

    assert (answer.status_code, answer.headers["Location"]) == (303, "/en/")


def test_the_answer_names_the_receiver_in_its_heading_and_the_edition(client, edition):
    page = Page(send(client, to="/en/vag/svar"))

    assert page.words_of("h1") == "Contact first: Pupil health service"
    assert edition.id in page.text


def test_each_answer_that_was_given_is_repeated(client, edition):
    page = Page(send(client, to="/en/vag/svar", level="unknown", fits=["facts.placed"]))

    words = page.html.partition("<dl>")[2]
    for text in ("The whole country", edition.catalogue.needs[FORM["need"]].name["en"], "9 years", "I do not know",
                 edition.catalogue.inputs["facts.placed"].name["en"], "A parent or somebody close"):
        assert text.replace("'", "&#39;") in words


def test_a_contact_detail_that_nobody_has_confirmed_is_marked_and_no_link(client):
    page = Page(send(client, to="/en/vag/svar", **LOCAL))

    links = [one for one in page.all("a", "href") if one.startswith(("tel:", "mailto:"))]
    assert set(links) == {"tel:112", "tel:1177"}
    assert page.html.count("not confirmed") >= page.html.count("0980-") >= 1
    assert page.html.count("@hudiksvall.example") >= 1


def test_a_number_that_its_owner_has_confirmed_can_be_rung_until_it_is_old(edition):
    today, old = date.today(), date(2020, 1, 1)

    assert "tel:0980319235" in _page_confirmed(edition, today).all("a", "href")
    assert "0980-319235" not in _page_confirmed(edition, old).text


def _page_confirmed(edition, day):
    """The answer of an edition whose units were all confirmed on a day."""
    def by_owner(unit):
        return replace(unit, assured_date=day, phones=tuple(replace(one, confirmed=True) for one in unit.phones))

    units = {one.id: by_owner(one) for one in edition.catalogue.units.values()}
    other = replace(edition, catalogue=replace(edition.catalogue, units=units))
    return Page(send(create_app(other).test_client(), **LOCAL))


def test_where_harm_is_suspected_or_life_in_danger_the_page_leads_with_112(client):
    for changes in ({"need": "vald"}, {"fits": "facts.harm_suspected"}, {"acute": "now"}, {"acute": "today"}):
        main = Page(send(client, **changes)).html.partition("<main")[2]

        places = [main.index(one) for one in ("<h1", 'class="urgent"', 'href="tel:112"', 'class="card"')]
        assert places == sorted(places)


def test_an_answer_that_is_not_urgent_does_not_cry_wolf(client):
    assert 'class="urgent"' not in Page(send(client)).html


def test_where_a_meeting_is_needed_the_page_says_who_calls_it_and_how_to_reach_them(client, edition):
    case = {"area": "hudiksvall", "need": "foraldrastod", "age": "15", "level": "forsta_linjen"}

    page = Page(send(client, to="/en/vag/svar", **case))

    assert page.words_of("h1") == "Here a joint meeting is needed"
    assert "calls the meeting and holds the question" in page.text
    assert edition.catalogue.units["hudiksvall-rad-och-stod"].name["en"] in page.text


def test_where_no_unit_is_known_the_page_says_who_knows(client):
    municipal, regional = (Page(send(client, to="/en/vag/svar", **changes)).text for changes in
                           ({}, {"need": "oro_angest", "level": "specialist"}))

    assert "Call the municipality and ask for them." in municipal
    assert "Call 1177, they can tell you." in regional


def test_an_answer_that_depends_on_what_is_not_known_says_on_what_and_where_to_ask(client):
    page = Page(send(client, to="/en/vag/svar", age="unknown", level="unknown"))

    assert "1177" in page.words_of("h1")
    assert "The answer depends on how serious it is, age." in page.text


def test_swedish_words_on_an_english_page_say_that_they_are_swedish(edition):
    units = {one.id: replace(one, name={"sv": "Elevhälsan i Norr"}) for one in edition.catalogue.units.values()}
    other = replace(edition, catalogue=replace(edition.catalogue, units=units))

    page = Page(send(create_app(other).test_client(), to="/en/vag/svar", **LOCAL))

    assert '<span lang="sv">Elevhälsan i Norr</span>' in page.html


def test_where_there_is_danger_no_number_is_shown_that_nobody_has_confirmed(client):
    calm = Page(send(client, **LOCAL))
    urgent = Page(send(client, area="hudiksvall", need="vald", acute="today"))

    assert "0980-" in calm.text
    assert "0980-" not in urgent.text
    assert "tel:1177" in urgent.html


def test_thoughts_of_dying_are_urgent_also_where_the_age_is_not_known(client):
    page = Page(send(client, need="suicidtankar", age="unknown", level="unknown"))

    assert "tel:112" in page.html.partition("<main")[2]
