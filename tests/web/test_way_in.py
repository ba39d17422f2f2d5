"""The way in by forms alone: start, a few questions, one a page, the answer; wrong input, and what old addresses do."""

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory import clock
from directory.routing import Answers, Words, case_of
from directory.routing import by_the_clock
from directory.web.desk_card import called
from directory.web.public.forms import still_holds
from tests.doors import GIVEN, START, Page, ask, begin, post_case, token_of

NASTY = ["", " ", "\x00", "x" * 20_000, "<script>alert(1)</script>", "' or 1=1", "%s%(x)s{0}", "٩", "\u202e", "ja"]
MEETING = "Här behövs ett gemensamt möte"
AGES = ["small", "school", "teen", "young", "adult", "unknown"]
SLEEP = {"matter": "ma_daligt", "development": None, "feeling": "somn", "everyday": None, "tried": None}
WORRY = {"place": "hudiksvall", "age": "teen", "matter": "ma_daligt", "development": None, "feeling": "oro_angest",
         "everyday": "partly", "tried": None}  # three answers after the start, and not enough
HELPED = ["nothing", "school", "entry", "care", "both", "care_and_entry", "unknown"]


def chosen(page):
    return {attrs["value"] for tag, attrs in page.tags if "selected" in attrs or "checked" in attrs}


def options(page):
    return [attrs["value"] for tag, attrs in page.tags if attrs.get("name") == "answer"]


def walk(client, choose, **start):
    """The pages from the start to the end, each with its address; `choose` picks among the options of each question."""
    where = begin(client, **start).headers["Location"]
    pages = [(where, Page(client.get(where)))]
    while options(pages[-1][1]):
        where = client.post(where, data={"answer": choose(options(pages[-1][1]))}).headers["Location"]
        pages.append((where, Page(client.get(where))))
    return pages


def is_answer(page):
    return 'class="card"' in page.html


def answers_at(client, where):
    return client.application.extensions["seal"].open(where.rpartition("/")[2])


@pytest.mark.parametrize("field", ["urgency", "place", "age"])
@pytest.mark.parametrize("value", [None, *NASTY])
def test_the_start_asks_again_for_what_has_no_answer_and_keeps_the_rest(client, field, value):
    answer = begin(client, **{field: value})
    page = Page(answer)

    assert answer.status_code == 422
    assert chosen(page) == {other for name, other in START.items() if name != field}
    assert f'href="#{field}"' in page.html and f'id="{field}-fault"' in page.html
    assert "<script>" not in page.html


@pytest.mark.parametrize("urgency", ["now", "body", "today"])
@pytest.mark.parametrize("who", ["guardian", "youth", "other"])
def test_danger_on_the_start_page_leads_at_once_to_the_acute_answer_whatever_else_is_missing(client, urgency, who):
    where = begin(client, urgency=urgency, who=who, place=None, age=None).headers["Location"]
    main = client.get(where).get_data(as_text=True).partition("<main")[2]

    assert 'name="answer"' not in main
    assert main.index('href="tel:112"') < main.index('class="card"')


def test_who_says_only_that_there_is_danger_is_called_nobody_and_is_asked_once_there_is_none(client):
    where = begin(client, urgency="now", who=None, place=None, age=None).headers["Location"]
    page = Page(client.get(where))
    links = [one for one in page.all("a", "href") if one and one.startswith("/vag/")]
    change = next(one for one in links if not one.endswith("/start"))

    assert "Inte besvarat" in page.text and "Jag är förälder" not in page.text
    calm = client.post(change, data={"answer": "wait"})
    assert client.get(calm.headers["Location"]).headers["Location"].endswith("/start")


def test_the_start_puts_the_gravest_first_and_chooses_nothing_for_anybody(client):
    page = Page(client.get("/"))

    assert [attrs["value"] for _, attrs in page.tags if attrs.get("name") == "urgency"] == [
        "now", "body", "today", "harm", "wait", "unknown"]
    assert chosen(page) == set()


def test_who_has_not_said_who_they_are_is_asked_and_taken_for_nobody(client):
    page = Page(begin(client, who=None))

    assert "#who" in page.all("a", "href") and "who" in page.all("input", "id")
    assert chosen(page) == {"wait", "generic", "school"}


@pytest.mark.parametrize(("matter", "danger"), [
    ("ma_daligt", ["suicidtankar", "psykos_mani"]), ("kropp", ["tand_akut"]),
    ("annat", ["akut_fara_liv", "akut_hot", "forgiftning"])])
def test_options_that_mean_danger_stand_before_all_others(client, matter, danger):
    page = Page(ask(client, matter=matter, development=None, everyday=None, tried=None))

    assert options(page)[:len(danger)] == danger and options(page)[-1] == "unknown"


def test_every_municipality_of_the_country_can_be_chosen(client, edition):
    places = [attrs["value"] for tag, attrs in Page(client.get("/")).tags if tag == "option"]

    municipalities = {one.id for one in edition.catalogue.areas.values() if one.kind == "municipality"}
    assert len(municipalities) == 290 and municipalities <= set(places)


@pytest.mark.parametrize("value", [None, *NASTY])
def test_a_question_without_an_answer_of_its_own_is_asked_again(client, value):
    token = token_of(client, matter=None)

    answer = client.post(f"/vag/{token}", data={} if value is None else {"answer": value})
    page = Page(answer)

    assert answer.status_code == 422
    assert page.html.index('class="summary"') < page.html.index("<h1")
    assert options(page) and 'href="#answer"' in page.html and 'id="answer"' in page.html


@pytest.mark.parametrize("token", ["svar", "A", "x" * 3_000, "%00", "å", "..", token_of])
def test_an_address_that_cannot_be_read_leads_to_the_start(client, token):
    token = token_of(client)[:-8] + "AAAAAAAA" if callable(token) else token

    for answer in (client.get(f"/en/vag/{token}"), client.post(f"/en/vag/{token}", data={"answer": "wait"})):
        assert answer.status_code in (303, 404)
        assert answer.headers.get("Location", "/en/") == "/en/"


def test_an_old_answer_that_no_question_has_any_more_is_asked_for_again(client):
    page = Page(ask(client, matter="what_once_was"))

    assert "utveckling_larande" in options(page)


def test_an_answer_to_what_is_not_asked_changes_nothing(client):
    page = Page(ask(client, ghost="x", feeling="stress"))

    assert page.words_of("h1") == Page(ask(client)).words_of("h1")


@pytest.mark.parametrize("urgency", ["now", "today", "body"])
def test_an_answer_that_means_danger_ends_the_questions_at_once(client, urgency):
    page = Page(ask(client, urgency=urgency, matter=None, development=None, everyday=None, tried=None))

    main = page.html.partition("<main")[2]
    assert is_answer(page)
    assert main.index('href="tel:112"') < main.index('class="card"')
    assert "116 111" in page.text and "90101" in page.text


@pytest.mark.parametrize(("age", "offered"), [("small", False), ("school", False), ("teen", True), ("adult", True)])
def test_nobody_is_offered_what_cannot_be_true_at_their_age(client, age, offered):
    where = begin(client, age=age).headers["Location"]
    where = client.post(where, data={"answer": "skolan"}).headers["Location"]

    assert ("avhopp_gymnasium" in options(Page(client.get(where)))) is offered


def test_what_cannot_be_true_any_more_after_another_age_is_asked_again(client):
    where = begin(client, age="young").headers["Location"]
    for one in ("skolan", "avhopp_gymnasium"):
        where = client.post(where, data={"answer": one}).headers["Location"]

    younger = Answers("hudiksvall", "guardian", {**answers_at(client, where).given, "age": "school"})
    page = Page(client.get(f"/vag/{client.application.extensions['seal'].seal(younger)}"))
    assert "avhopp_gymnasium" not in options(page) and "mobbning" in options(page)


def test_i_do_not_know_all_the_way_ends_with_somebody_to_call(client):
    def unknown(options):
        return "unknown" if "unknown" in options else options[-1]

    for urgency in ("wait", "unknown"):
        pages = walk(client, unknown, urgency=urgency, age="unknown")

        assert 'href="tel:' in pages[-1][1].html.partition("<main")[2]
        assert len(pages) <= 3


@pytest.mark.parametrize(("who", "question", "answer", "not_said"), [
    ("youth", "Hur fungerar din vardag?", "Jag sover, äter", "Barnet"),
    ("guardian", "Hur fungerar vardagen?", "Barnet eller den unga sover", "Jag sover"),
    ("other", "Hur fungerar vardagen?", "Barnet eller den unga sover", "Jag sover"),
])
def test_a_child_who_asks_for_themselves_is_met_as_one(client, who, question, answer, not_said):
    page = Page(ask(client, who=who, **SLEEP))

    main = page.html.partition("<main")[2]
    assert page.words_of("h1") == question
    assert answer in main and not_said not in main


def test_a_young_person_who_sends_no_answer_is_asked_again_in_the_same_words(client):
    page = Page(client.post(f"/vag/{token_of(client, who='youth', **SLEEP)}"))

    assert page.html.count("Hur fungerar din vardag?") == 2


def test_the_start_asks_for_the_age_in_the_same_words_whoever_asks(client):
    first, changed = Page(client.get("/")), Page(client.get(f"/vag/{token_of(client, who='youth')}/start"))

    assert all("Hur gammalt är barnet eller den unga?" in page.text for page in (first, changed))


def test_changing_one_answer_keeps_the_rest_and_shows_what_was_chosen(client):
    page = Page(ask(client))
    change = [one for one in page.all("a", "href") if one.startswith("/vag/") and not one.endswith("/start")]

    asked = [Page(client.get(one)) for one in change]
    was = {answer for one in asked for answer in chosen(one)}
    assert was >= {GIVEN["urgency"], GIVEN["matter"], GIVEN["development"], GIVEN["everyday"]}
    again = client.post(change[0], data={"answer": chosen(asked[0]).pop()})
    assert Page(client.get(again.headers["Location"])).words_of("h1") == page.words_of("h1")


def test_changing_where_one_lives_keeps_the_answers(client):
    again = f"/vag/{token_of(client)}/start"

    assert chosen(Page(client.get(again))) == set(START.values())
    moved = client.post(again, data={**START, "place": "hudiksvall"})
    answers = answers_at(client, moved.headers["Location"])
    assert (answers.place, dict(answers.given)) == ("hudiksvall", {"age": "school", **GIVEN})


@pytest.mark.parametrize(("answers", "told"), [
    ({"matter": None, "development": None}, "Question 1"), ({"development": None}, "Question 2"),
    ({}, "Question 3 of 3"), ({**WORRY, "everyday": None}, "Question 3"),
    ({"before": ("everyday", "mostly")}, "Question 3")])
def test_how_many_questions_there_are_is_said_on_the_page_where_it_is_sure_and_never_in_the_title(
        client, answers, told):
    page = Page(ask(client, prefix="/en", **{"everyday": None, "tried": None, **answers}))

    assert f">{told}<" in page.html.partition("<main")[2].partition("<form")[0]
    assert page.words_of("title").startswith(told.partition(" of")[0] + " –")


def test_where_no_agreement_is_loaded_the_page_says_so_and_whom_to_call(client):
    elsewhere, here = (Page(ask(client, prefix="/en", place=place)).text for place in ("ale", "hudiksvall"))

    assert "We have no agreement from Ale municipality yet." in elsewhere
    assert "switchboard or 1177" in elsewhere
    assert "We have no agreement" not in here


@pytest.mark.parametrize("seed", range(60))
def test_every_way_is_answered_within_four_loads_and_as_the_api_says_of_the_same_case(client, edition, seed):
    chance = random.Random(seed)
    place = chance.choice(list(edition.ruleset.areas))

    who = chance.choice(["guardian", "youth", "other"])

    pages = walk(client, chance.choice, place=place, urgency=chance.choice(["wait", "wait", "harm", "today"]), who=who,
                 age=chance.choice(AGES if who != "youth" else AGES[1:]))  # no child of 0-5 asks: they are asked again

    first = next(number for number, (_, page) in enumerate(pages, 1) if is_answer(page))
    assert first <= 4
    for where, page in pages[first - 1:]:
        decided = decision_on(client, edition, still_holds(edition, answers_at(client, where)))
        assert is_answer(page)
        assert told_first(page) in names_first(edition, place, decided)


def told_first(page):
    """Whom a page says to contact first, "meeting" where it is a joint meeting."""
    heading = page.words_of("h1")
    return "meeting" if heading == MEETING else heading.partition(": ")[2]


def names_first(edition, place, decided):
    """The names that an answer page may have in its heading, for a decision of the API."""
    words = Words(edition.catalogue, "sv", edition.ruleset.areas[place].units)
    via = decided["how"]["via"]
    names = {called(one, words).text for one in (decided["receiver"]["id"], via) if one}
    return {"meeting"} if decided["receiver"]["id"] == "sip" else names


def decision_on(client, edition, answers: Answers):
    """What the API says of the case that answers come to."""
    case = case_of(edition, answers, day=clock.today(), known=by_the_clock(edition, clock.now()))
    values = dict(case.values)
    age = "unknown" if case.months is None else f"{case.months // 12}y{case.months % 12}m"
    raw = {"area": case.area, "need": case.need, "level": values["level"], "from": case.asker, "age": age,
           "acute": values["acute"],
           "tried": {name[6:]: value for name, value in values.items() if name.startswith("tried.")},
           "facts": {name[6:]: value for name, value in values.items() if name.startswith("facts.")}}
    return post_case(client, accept="sv", **raw).get_json()


def test_a_question_that_can_still_change_the_answer_stands_beside_it_and_leads_on_from_there(client):
    token = token_of(client, **WORRY)
    page = Page(client.get(f"/en/vag/{token}"))

    assert is_answer(page) and "One more question can change the answer" in page.text
    assert options(page) == HELPED and not chosen(page)
    on = client.post(f"/en/vag/{token}", data={"answer": "entry"}).headers["Location"]
    assert answers_at(client, on).given["tried"] == "entry"
    assert "tried" not in answers_at(client, f"/vag/{token}").given


def test_a_question_beside_the_answer_that_is_sent_without_one_is_asked_on_a_page_that_leads_back(client):
    token = token_of(client, **WORRY)

    answer = client.post(f"/vag/{token}")
    page = Page(answer)

    assert answer.status_code == 422
    assert not is_answer(page) and options(page) == HELPED
    assert back_of(page) == f"/vag/{token}#further"


def test_who_does_not_know_the_answer_to_what_stands_beside_theirs_keeps_it(client):
    before, after = (Page(ask(client, **{**WORRY, "tried": one})) for one in (None, "unknown"))

    assert before.words_of("h1") == after.words_of("h1")


def test_who_needs_help_today_gets_a_number_that_takes_everything_until_they_say_what_it_is_about(client):
    given = {"urgency": "today", "development": None, "everyday": None, "tried": None}

    unsaid, teeth = (Page(ask(client, **given, matter=matter)) for matter in (None, "kropp"))

    assert (unsaid.words_of("h1"), "kropp" in options(unsaid)) == (
        "Kontakta först: 1177", True)
    assert teeth.words_of("h1") == "Kontakta först: Barnakuten" and "tand_akut" in options(teeth)


@pytest.mark.parametrize("urgency", ["now", "body"])
def test_beside_an_answer_of_danger_that_is_known_nothing_is_asked(client, urgency):
    page = Page(ask(client, urgency=urgency, matter=None, development=None, everyday=None, tried=None))

    assert is_answer(page) and options(page) == []


@pytest.mark.parametrize("urgency", ["now", "body", "today"])
def test_beside_an_urgent_answer_nothing_is_asked(client, urgency):
    page = Page(ask(client, urgency=urgency, **WORRY))

    assert is_answer(page) and options(page) == []


@given(st.dictionaries(st.sampled_from([*START, "answer", "x"]), st.text()))
def test_no_form_breaks_anything(client, form):
    assert client.post("/vag", data=form).status_code in (303, 422)
    assert client.post(f"/vag/{token_of(client, matter=None)}", data=form).status_code in (303, 422)
    assert client.post(f"/vag/{token_of(client)}/start", data=form).status_code in (303, 422)


def test_back_leads_to_the_question_before_and_not_to_the_age_that_the_start_asked_for(client):
    page = Page(ask(client, development=None, everyday=None, tried=None))

    assert chosen(Page(client.get(back_of(page)))) == {GIVEN["matter"]}


def test_back_from_the_first_question_leads_to_the_start_as_it_was_filled_in(client):
    page = Page(ask(client, matter=None, development=None, everyday=None, tried=None))

    assert chosen(Page(client.get(back_of(page)))) == set(START.values())


def test_back_from_an_answer_that_is_being_changed_keeps_it(client):
    given = {"development": None, "everyday": None, "tried": None}

    back = back_of(Page(ask(client, **given, before=("development", "autism"))))

    assert chosen(Page(client.get(back))) == {GIVEN["matter"]}
    assert answers_at(client, back).given["development"] == "autism"


def back_of(page):
    """The address of the link to the page before."""
    return re.search(r'class="back"><a href="([^"]+)"', page.html)[1]


def test_an_asker_that_there_is_not_is_asked_again_and_taken_for_nobody_else(client):
    answer = begin(client, who="xx")
    page = Page(answer)

    assert answer.status_code == 422
    assert 'href="#who"' in page.html and 'id="who"' in page.html
