"""The answer page: whom to contact first, what it shows, what it keeps to itself and what it does not claim."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest

from directory import clock
from directory.app import create_app
from directory.i18n import END, FROM_THE_LEFT, translator
from directory.web.public.pages import words_to
from tests.doors import GIVEN, Page, ask

ORDER = ["Do this", "Say this", "What happens then", "Interpreter",
         "If they say that you have called the wrong place", "Save this with a code",
         "One more question can change the answer", "If it is not enough",
         "This goes on in the meantime", "These may also help",
         "Call 112 at once if life is in danger", "Your answers, to look at or change", "Why this answer?"]
WORRY = {"place": "hudiksvall", "age": "teen", "matter": "ma_daligt", "development": None,
         "feeling": "oro_angest", "everyday": "partly", "tried": None}
LOCAL = {"place": "hudiksvall"}  # its pupil health has samples for contact details
HARMED = {"urgency": "harm", "matter": "hemma_vald", "development": None, "home": "harmed", "harmed": "vald"}
MEETING = {"place": "hudiksvall", "age": "teen", "matter": "hemma_vald", "development": None, "home": "foraldrastod",
           "parents": "foraldrastod", "at_home": "partly"}


def test_nothing_of_the_answers_stands_in_an_address_or_the_title(client):
    page = Page(ask(client, **HARMED))

    addresses = [value for _, attrs in page.tags for key, value in attrs.items() if key in ("href", "action")]
    assert [one for one in addresses if "vald" in one or "?" in one or "harm" in one] == []
    assert page.words_of("title") == f"{translator('sv')('Answer')} – En väg in"


def test_the_answer_names_the_receiver_in_its_heading_and_the_edition(client, edition):
    page = Page(ask(client, prefix="/en"))

    assert page.words_of("h1") == "Contact first: Pupil health service Elevhälsa"
    assert edition.id in page.text


@pytest.mark.parametrize(("language", "words"), [
    ("sv", "Kontakta först: Elevhälsa"), ("ll", "Kontakta först: Elevhälsa"),
    ("fi", "Ota ensin yhteyttä: Elevhälsa ( elevhälsoteam , oppilashuolto)"),
])
def test_the_swedish_name_of_the_receiver_stands_in_the_heading_once_in_every_language(client, language, words):
    page = Page(ask(client, prefix="" if language == "sv" else f"/{language}"))

    assert page.words_of("h1") == words


def test_the_parts_of_an_answer_stand_in_the_order_in_which_they_are_needed(client):
    main = Page(ask(client, prefix="/en", **WORRY)).html.partition("<main")[2]

    found = re.findall(r"<(?:h2|summary|strong)[^>]*>(.*?)(?: <bdi|</|:)", main)
    assert [one for one in found if one in ORDER] == ORDER


def test_within_how_many_days_and_by_whom_one_is_taken_on_is_said_of_the_receiver_and_not_of_the_way_there(client):
    sent_on = {"place": "danderyd", "age": "teen", "development": "koncentration_adhd", "tried": "both"}

    page = Page(ask(client, prefix="/en", **sent_on))

    (name,) = re.findall(r"They send the question on to (.*?)\. You do not", page.text)
    assert page.words_of("h1").startswith("Contact first: Pupil health") and name.startswith("Paediatric clinic")
    assert f"{name} is to take you on within 90 days of getting the question. The law says so." in page.text


def test_only_whom_the_public_runs_is_said_to_owe_an_interpreter(client):
    crime = {"place": "goteborg", "age": "teen", "matter": "hemma_vald", "home": "brottsoffer", "development": None}
    owed = "You have the right to an interpreter."

    helped, public = Page(ask(client, prefix="/en", **crime)), Page(ask(client, prefix="/en"))

    assert owed in public.text and owed not in helped.text and "Ask for an interpreter" in helped.text


@pytest.mark.parametrize(("who", "words"), [
    ("guardian", "Good to have ready: What you have noticed"), ("youth", "Good to have ready: What is hard")])
def test_where_the_rule_names_nothing_to_have_ready_one_reads_what_helps_in_any_call(client, who, words):
    text = Page(ask(client, prefix="/en", who=who, **WORRY)).text

    assert words in " ".join(text.split()) and text.count("Good to have ready") == 1


def test_where_nobody_promises_to_help_on_the_page_still_says_what_to_answer(client):
    nothing = {"matter": "unknown", "development": None, "everyday": None, "tried": None}

    page = Page(ask(client, prefix="/en", place="hudiksvall", **nothing))

    assert page.words_of("h1").startswith("Contact first: 1177")
    assert "You can answer: “Then I ask you to help me on" in page.text


@pytest.mark.parametrize("who", ["other", "guardian"])
def test_who_suspects_harm_at_work_reads_what_they_must_do_and_not_do_before_anything_but_the_contact(client, who):
    main = Page(ask(client, prefix="/en", who=who, **HARMED)).html.partition("<main")[2]

    assert ("do not call home first" in main.partition("More numbers")[0]) is (who == "other")
    assert main.index('class="card"') < main.index("More numbers") < main.index("What happens then")


def test_each_answer_that_was_given_is_repeated_with_a_way_to_change_it(client, edition):
    page = Page(ask(client, prefix="/en", who="youth"))

    questions = {one.id: one for one in edition.ruleset.base.questions}
    words = page.html.partition('<dl class="given" id="mine">')[2]
    given = [words_to("youth", option).read("en") for one, chosen in GIVEN.items() if one != "tried"
             for option in questions[one].options if option.id == chosen]
    for text in (*given, "The whole country", "I am a child or young person", "6–12 years"):
        assert text in words
    assert words.count("Change") >= len(given)


@pytest.mark.parametrize(("who", "question", "answer"), [
    ("youth", "Hur gammal är du?", "Jag blir slagen eller hotad"),
    ("guardian", "Hur gammalt är barnet eller den unga?", "Blir slagen eller hotad"),
    ("other", "Hur gammalt är barnet eller den unga?", "Blir slagen eller hotad"),
])
def test_the_answers_are_repeated_in_the_words_that_were_chosen(client, who, question, answer):
    words = Page(ask(client, who=who, **HARMED)).html.partition('<dl class="given" id="mine">')[2]

    assert f"<dt>{question}</dt>" in words
    assert f"<dd>{answer} " in words


def test_a_contact_detail_that_nobody_has_confirmed_is_marked_and_no_link(client):
    page = Page(ask(client, prefix="/en", **LOCAL))

    links = [one for one in page.all("a", "href") if one.startswith(("tel:", "mailto:"))]
    assert set(links) == {"tel:112", "tel:1177"}
    assert page.html.count("not confirmed") >= page.html.count("0980-") >= 1


@pytest.mark.parametrize(("who", "is_shown"), [("guardian", False), ("youth", False), ("other", True)])
def test_the_mailbox_of_a_unit_is_shown_to_staff_alone(client, who, is_shown):
    assert ("@hudiksvall.example" in ask(client, who=who, **LOCAL).get_data(as_text=True)) is is_shown


def test_no_family_is_told_to_send_an_invitation(edition):
    notes = [one.note.get("en", "") for one in edition.catalogue.units.values()]

    assert [one for one in notes if re.search("Send an invitation|Invite|Call it anyway|Call them anyway", one)] == []


@pytest.mark.parametrize(("who", "is_shown"), [("guardian", True), ("youth", False)])
def test_what_adults_must_do_is_not_said_to_a_child(client, who, is_shown):
    page = Page(ask(client, prefix="/en", who=who, **{one: said for one, said in WORRY.items() if one != "who"}))

    assert ("The school's support goes on all the time." in page.text) is is_shown
    assert ("when you hang up." in page.html.partition('class="unit"')[2].partition("</section>")[0]) is is_shown


def test_why_says_nothing_that_nobody_has_told(client):
    nothing = {one: None for one in GIVEN if one != "urgency"}

    why = Page(ask(client, urgency="today", age="small", **nothing)).html.rpartition("<details>")[2]

    assert "Hur bråttom det är: Någon måste bedöma det i dag." in why
    for untold in ("Orolig eller har ångest", "Åldern är 0;", "kan vänta"):
        assert untold not in why


def test_the_age_in_the_reasons_is_the_one_that_was_chosen(client):
    why = Page(ask(client, prefix="/en")).html.partition("<details>")[2]

    assert "The age is 6–12 years;" in why


def test_that_somebody_does_not_know_is_not_what_it_is_about(client):
    page = Page(ask(client, urgency="wait", matter="unknown", development=None, everyday=None, tried=None))

    assert "Det handlar om" not in page.text


@pytest.mark.parametrize(("who", "words"), [("guardian", "help you on to the right place"), ("other", "give no name")])
def test_where_the_answer_depends_on_what_is_not_known_it_says_what_to_do(client, who, words):
    page = Page(ask(client, prefix="/en", who=who, age="unknown", **{
        one: said for one, said in WORRY.items() if one not in ("who", "age", "everyday")}, everyday=None))

    assert words in page.html.partition('class="do"')[2].partition("</p>")[0]


def test_a_number_that_its_owner_has_confirmed_can_be_rung_until_it_is_old(edition):
    today, old = clock.today(), date(2020, 1, 1)

    assert "tel:0980319235" in _page_confirmed(edition, today).all("a", "href")
    assert "0980-319235" not in _page_confirmed(edition, old).text


def test_a_number_whose_owner_confirms_it_on_a_day_that_has_not_come_is_no_link(edition):
    page = _page_confirmed(edition, clock.today() + timedelta(days=1))

    assert "tel:0980319235" not in page.all("a", "href")
    assert "0980-319235 inte bekräftat" in page.text


def test_a_number_of_a_unit_that_has_closed_is_not_shown(edition):
    today = clock.today()

    assert "0980-319235" not in _page_confirmed(edition, today, closes_on=today - timedelta(days=1)).text
    assert "0980-319235" in _page_confirmed(edition, today, closes_on=today).text


def test_what_is_confirmed_says_when_and_when_that_must_be_done_again(edition):
    today = clock.today()

    html = _page_confirmed(edition, today).html

    assert f"<bdi>{today}</bdi>" in html and f"<bdi>{today + timedelta(days=365)}</bdi>" in html


@pytest.mark.parametrize(("url", "leads"), [("https://norr.example/stod", True), ("javascript:alert(1)", False)])
def test_a_web_address_is_a_link_once_it_is_confirmed_and_one_that_a_browser_opens(edition, url, leads):
    confirmed, sample = (_page_confirmed(edition, day, url=url) for day in (clock.today(), None))

    assert (url in confirmed.all("a", "href")) is leads
    assert url in confirmed.text and url in sample.text
    assert url not in sample.all("a", "href")


def _page_confirmed(edition, day, **said):
    """The answer of an edition whose units were all confirmed on a day."""
    def by_owner(unit):
        phones = tuple(replace(one, confirmed=day is not None) for one in unit.phones)
        return replace(unit, assured_date=day, phones=phones, **said)

    units = {one.id: by_owner(one) for one in edition.catalogue.units.values()}
    other = replace(edition, catalogue=replace(edition.catalogue, units=units))
    return Page(ask(create_app(other).test_client(), **LOCAL))


@pytest.mark.parametrize("changes", [HARMED, {"urgency": "harm"}, {"urgency": "now"}, {"urgency": "today"}])
def test_where_harm_is_suspected_or_life_in_danger_the_page_leads_with_112(client, changes):
    main = Page(ask(client, **changes)).html.partition("<main")[2]

    places = [main.index(one) for one in ("<h1", 'class="urgent"', 'href="tel:112"', 'class="card"')]
    assert places == sorted(places)


def test_an_answer_that_is_not_urgent_says_when_it_would_be_only_after_what_to_do(client):
    main = Page(ask(client)).html.partition("<main")[2]

    assert main.index('class="card"') < main.index('class="urgent"')


@pytest.mark.parametrize(("changes", "group"), [
    ({}, "utveckling_larande"), ({"matter": "skolan", "development": None, "school": "mobbning"}, "skolan")])
def test_when_it_cannot_wait_is_said_for_what_the_question_is_about(client, edition, changes, group):
    card = Page(ask(client, prefix="/en", **changes)).html.partition('id="worse"')[2]

    signs = edition.catalogue.groups[group]
    assert signs.call_112["en"] in card and signs.same_day["en"] in card
    for text in (signs.call_112, signs.same_day):
        assert f'<bdi class="twin" lang="sv">{text["sv"]}</bdi>' in card


def test_where_nothing_is_written_of_when_it_cannot_wait_it_is_said_in_general(edition):
    groups = {one.id: replace(one, call_112={}, same_day={}) for one in edition.catalogue.groups.values()}
    other = replace(edition, catalogue=replace(edition.catalogue, groups=groups))

    page = Page(ask(create_app(other).test_client(), prefix="/en"))

    assert "Call 1177 the same day if it gets worse or you do not dare to wait." in page.text
    assert translator("sv")("Call 1177 the same day if it gets worse or you do not dare to wait.") in page.text


def test_where_a_meeting_is_needed_the_page_says_who_calls_it_and_how_to_reach_them(client, edition):
    page = Page(ask(client, prefix="/en", **MEETING))

    assert page.words_of("h1") == "Here a joint meeting is needed"
    assert "calls the meeting and holds the question" in page.text
    assert edition.catalogue.units["hudiksvall-rad-och-stod"].name["en"] in page.text


def test_where_no_unit_is_known_the_page_says_who_knows(client):
    specialist = {"matter": "ma_daligt", "development": None, "feeling": "oro_angest",
                  "everyday": "broken", "tried": "care"}

    municipal, regional = (Page(ask(client, prefix="/en", **changes)) for changes in ({}, specialist))

    assert "Call the municipality's switchboard and ask for them." in municipal.text
    assert "Call 1177, day and night. They can tell you where to call." in regional.text
    assert "tel:1177" in regional.html.partition("<main")[2]


def test_swedish_words_on_an_english_page_say_that_they_are_swedish(edition):
    units = {one.id: replace(one, name={"sv": "Elevhälsan i Norr"}) for one in edition.catalogue.units.values()}
    other = replace(edition, catalogue=replace(edition.catalogue, units=units))

    page = Page(ask(create_app(other).test_client(), prefix="/en", **LOCAL))

    assert '<bdi lang="sv">Elevhälsan i Norr</bdi>' in page.html


def test_where_there_is_danger_no_number_is_shown_that_nobody_has_confirmed(client):
    calm = Page(ask(client, **LOCAL))
    urgent = Page(ask(client, **LOCAL, urgency="now"))

    assert "0980-" in calm.text
    assert "0980-" not in urgent.text
    assert "tel:1177" in urgent.html


def test_thoughts_of_dying_are_urgent_and_show_whom_to_talk_to(client):
    page = Page(ask(client, age="teen", who="youth", matter="ma_daligt", development=None, feeling="suicidtankar"))

    main = page.html.partition("<main")[2]
    assert {"tel:112", "tel:116111", "tel:90101"} <= {one for one in page.all("a", "href")}
    assert main.index("tel:112") < main.index("tel:90101")


@pytest.mark.parametrize(("age", "is_told"), [("school", False), ("teen", True), ("young", True), ("adult", False)])
def test_from_13_to_17_the_page_says_what_parents_get_to_know(client, age, is_told):
    assert ("Det här får föräldrar veta" in Page(ask(client, age=age, who="youth")).text) is is_told
    assert "Det här får föräldrar veta" not in Page(ask(client, age=age)).text


def test_who_works_with_children_is_told_of_the_duty_to_report_and_no_family_is(client):
    texts = {who: Page(ask(client, who=who)).text for who in ("guardian", "youth", "other")}

    assert [who for who, text in texts.items() if "genast anmäla det till socialtjänsten" in text] == ["other"]


@pytest.mark.parametrize(("who", "age"), [("guardian", "The child is … (say the age)."),
                                          ("youth", "I am … (say your age).")])
def test_what_to_say_is_in_words_that_people_say_and_leaves_the_age_to_them(client, who, age):
    said = Page(ask(client, prefix="/en", who=who)).words_of("blockquote")

    assert f"It is about trouble with focus or sitting still. {age}" in said
    assert "years" not in said


def test_every_answer_on_what_it_is_about_has_words_to_say_aloud_that_fit_whoever_asks(edition):
    asked = [(question.id, option) for question in edition.ruleset.base.questions for option in question.options
             if option.needs and option.id != "unknown"]

    assert [(one, option.id) for one, option in asked if not option.spoken] == [("matter", "annat")]
    for _, option in asked:
        said = option.spoken.by_language if option.spoken else {}
        assert not re.search(r"\bbarnets?\b|\bjag\b|\bmin\b", said.get("sv", ""), re.IGNORECASE), option.id


def test_where_there_is_danger_no_address_is_shown_that_nobody_has_confirmed(client):
    page = Page(ask(client, **LOCAL, matter="kropp", development=None, body="tand_akut"))

    assert page.words_of("h1") == "Kontakta först: Folktandvård"
    assert 'class="unconfirmed"' not in page.html


def test_ages_in_the_reasons_keep_their_order_in_arabic(client):
    why = Page(ask(client, prefix="/ar")).html.partition("<details>")[2]

    assert f"{FROM_THE_LEFT}6–17{END}" in why


@pytest.mark.parametrize(("prefix", "has_rooms"), [("", True), ("/en", True), ("/ar", False), ("/so", False)])
def test_rooms_of_staff_are_linked_only_in_languages_that_they_are_in(client, prefix, has_rooms):
    links = Page(ask(client, prefix=prefix)).all("a", "href")

    assert any(one.endswith("/katalog") for one in links) is has_rooms


def test_days_and_addresses_on_paper_keep_their_order_in_arabic(client):
    paper = Page(ask(client, prefix="/ar")).html.partition('class="paper"')[2]

    assert f"<bdi>{clock.today()}</bdi>" in paper and "<bdi>localhost</bdi>" in paper
