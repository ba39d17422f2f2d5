"""Another language in the middle of a form: what was chosen or written and not sent yet is not lost, without script."""

import re

import pytest

from directory.i18n import FAMILY_LANGUAGES, tag
from tests.doors import START, Page, token_of
from tests.web.test_way_in import WORRY, is_answer

CODES = [one for one in FAMILY_LANGUAGES if one != "sv"]
ASKED = {"urgency": "wait", "matter": None, "development": None, "everyday": None, "tried": None}


def chosen(page):
    return {attrs["value"] for _, attrs in page.tags if "selected" in attrs or "checked" in attrs}


def button_of(page, language):
    """Where the button of a language sends the form that it belongs to."""
    return next(attrs["formaction"] for name, attrs in page.tags
                if name == "button" and attrs.get("name") == "switch" and attrs["lang"] == tag(language))


def switch(client, where, language, **fields):
    """The page in another language after its button was pressed, with the address it has then, "" where none is new."""
    answer = client.post(button_of(Page(client.get(where)), language), data={**fields, "switch": "1"})
    to = answer.headers.get("Location", "")
    return Page(client.get(to) if to else answer), to


@pytest.mark.parametrize("language", CODES)
def test_the_start_in_another_language_has_everything_that_was_chosen(client, language):
    page, where = switch(client, "/", language, urgency="harm", place="ale", age="teen", who="youth")

    assert page.all("html", "lang") == [tag(language)]
    assert chosen(page) == {"harm", "ale", "teen", "youth"}
    assert where.endswith("/start") and not re.search("harm|ale|teen|youth", where)


@pytest.mark.parametrize("fields", [{"urgency": "now"}, {"place": "ale"}, {"age": "small", "who": "other"}])
def test_a_start_that_is_half_filled_in_is_so_in_another_language_and_nothing_is_called_missing(client, fields):
    page, _ = switch(client, "/", "en", **fields)

    assert chosen(page) == set(fields.values())
    assert 'class="summary"' not in page.html


def test_a_start_in_which_nothing_was_chosen_is_the_start_in_another_language(client):
    assert switch(client, "/", "fi")[1] == "/fi/"


def test_the_start_can_be_sent_from_the_other_language_and_from_there_to_a_third(client):
    _, there = switch(client, "/", "ar", place="ale", age="teen")
    page, again = switch(client, there, "en", place="ale", age="teen", urgency="wait", who="guardian")

    sent = client.post(again, data={"place": "ale", "age": "teen", "urgency": "wait", "who": "guardian"})

    assert chosen(page) == {"ale", "teen", "wait", "guardian"}
    assert "Question 1" in Page(client.get(sent.headers["Location"])).text


def test_a_start_that_is_not_whole_is_never_taken_for_answers(client):
    _, where = switch(client, "/", "en", age="teen")

    answer = client.get(where.removesuffix("/start"))

    assert (answer.status_code, answer.headers["Location"]) == (303, where)


def test_the_start_with_faults_keeps_what_was_chosen_in_another_language(client):
    faults = Page(client.post("/vag", data={"age": "teen"}))

    answer = client.post(button_of(faults, "en"), data={"age": "teen", "urgency": "wait", "switch": "1"})

    assert chosen(Page(client.get(answer.headers["Location"]))) == {"teen", "wait"}


def test_answers_that_were_given_after_the_start_are_kept_when_the_start_is_changed_in_another_language(client):
    _, where = switch(client, f"/vag/{token_of(client)}/start", "en", **{**START, "place": "hudiksvall"})

    answers = client.application.extensions["seal"].open(where.split("/")[3])
    assert (answers.place, answers.given["everyday"]) == ("hudiksvall", "mostly")


def test_a_question_in_another_language_keeps_the_choice_that_was_not_sent(client):
    page, _ = switch(client, f"/vag/{token_of(client, **ASKED)}", "en", answer="skolan")

    assert chosen(page) == {"skolan"} and page.words_of("h1") == "What is it mostly about?"


@pytest.mark.parametrize("path", ["", "/ord"])
def test_own_words_are_kept_in_another_language_and_stand_in_no_address(client, path):
    page, where = switch(client, f"/vag/{token_of(client, **ASKED)}{path}", "en", words="ont i magen")

    assert 'value="ont i magen"' in page.html and page.all("html", "lang") == ["en"]
    assert where == "" and not any("magen" in one for one in page.all("a", "href") + page.all("form", "action"))


@pytest.mark.parametrize("path", ["", "/ord"])
def test_a_personal_number_is_thrown_away_when_the_language_is_changed(client, path):
    page, _ = switch(client, f"/vag/{token_of(client, **ASKED)}{path}", "en", words="19121212-1212 ledsen")

    assert "1212" not in page.html


def test_what_was_found_keeps_the_choice_that_was_not_sent_in_another_language(client):
    where = client.post(f"/vag/{token_of(client, **ASKED)}/ord", data={"words": "mobbad"}).headers["Location"]

    page, _ = switch(client, where, "en", need="mobbning")

    assert chosen(page) == {"mobbning"} and "Is it about this?" in page.text


@pytest.mark.parametrize("path", ["", "/ord"])
def test_a_form_in_which_nothing_stands_is_only_shown_in_another_language(client, path):
    where = f"/vag/{token_of(client, **ASKED)}{path}"

    assert switch(client, where, "so")[1] == f"/so{where}"


@pytest.mark.parametrize("path", ["/", "/vag/{}/start", "/vag/{}", "/vag/{}/ord"])
def test_enter_in_a_field_sends_the_form_and_changes_no_language(client, path):
    page = Page(client.get(path.format(token_of(client, **ASKED))))

    first = next(attrs for name, attrs in page.tags if name == "button" and attrs.get("form", "way") == "way")
    assert "formaction" not in first and "name" not in first


@pytest.mark.parametrize("sent", ["", "entry"])
def test_a_question_beside_the_answer_that_was_sent_without_one_is_still_asked_in_another_language(client, sent):
    where = f"/vag/{token_of(client, **WORRY)}"
    unsent = Page(client.post(where))

    page = Page(client.post(button_of(unsent, "en"), data={"answer": sent, "switch": "1"}))

    assert page.all("html", "lang") == ["en"] and 'name="answer"' in page.html and not is_answer(page)
    assert ('role="alert"' in page.html, chosen(page)) == (not sent, {sent} - {""})
