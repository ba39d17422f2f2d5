"""What it is about in own words."""

import pytest

from directory.i18n import translator
from tests.doors import Page, token_of


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("urgency", ["now", "today", "body"])
def test_who_has_said_that_somebody_is_in_danger_is_led_to_the_numbers_and_not_asked_for_words(client, method, urgency):
    token = token_of(client, urgency=urgency, matter=None, development=None)

    answer = client.open(f"/en/vag/{token}/ord", method=method, data={"words": "sad"})

    assert (answer.status_code, answer.headers["Location"]) == (303, f"/en/vag/{token}")


@pytest.mark.parametrize("language", ["", "/ll", "/en"])
@pytest.mark.parametrize("words", ["jag vill dö", "vill dö", "I want to die"])
def test_who_writes_that_they_want_to_die_is_shown_112_and_that_need(client, language, words):
    token = token_of(client, urgency="wait", matter=None, development=None)

    page = client.post(f"{language}/vag/{token}/ord", data={"words": words}).text

    assert 'value="suicidtankar"' in page and 'class="urgent"' in page


def test_words_that_nobody_understands_are_answered_with_112_too(client):
    token = token_of(client, urgency="wait", matter=None, development=None)

    page = client.post(f"/ar/vag/{token}/ord", data={"words": "xyzzy qwerty"}).text

    assert 'class="urgent"' in page.partition("<main")[2]


@pytest.mark.parametrize("words", [
    "våldtagen", "han tafsar", "könsstympning", "rädd för pappa", "han tar på mig", "daddy hits me", "svimmar"])
def test_who_writes_of_harm_is_shown_112_first(client, words):
    token = token_of(client, urgency="wait", matter=None, development=None)

    page = client.post(f"/en/vag/{token}/ord", data={"words": words}).text

    urgent = page.partition('class="urgent"')[2].partition("</div>")[0]
    assert "tel:112" in urgent
    assert ("Tell social services" in urgent) == (words != "svimmar")


def test_who_puts_on_shoes_is_not_told_of_danger(client):
    token = token_of(client, urgency="wait", matter=None, development=None)

    page = client.post(f"/en/vag/{token}/ord", data={"words": "tar på mig skor"}).text

    assert 'class="urgent"' not in page.partition("<main")[2] and 'name="need"' in page


def test_nothing_is_chosen_for_anybody_and_who_chooses_nothing_is_asked_again(client):
    token = token_of(client, urgency="wait", matter=None, development=None)
    path = f"/en/vag/{token}/ord"

    shown = client.post(path, data={"words": "school"})
    form = {attrs["name"]: attrs["value"] for tag, attrs in Page(shown).tags if attrs.get("type") == "hidden"}
    again = client.post(path, data=form)

    assert (shown.status_code, again.status_code) == (200, 422)
    assert " checked" not in shown.text + again.text
    assert "Choose an answer." in again.text and form["words"] == "school"


def test_words_that_are_too_many_are_refused_and_not_lost(client):
    token = token_of(client, urgency="wait", matter=None, development=None)

    answer = client.post(f"/en/vag/{token}/ord", data={"words": "sad " * 60})

    assert answer.status_code == 422
    assert "Write at most 200 letters." in answer.text and 'value="sad sad' in answer.text


@pytest.mark.parametrize(("language", "is_told"), [("", 0), ("/ll", 0), ("/en", 0), ("/ar", 1), ("/so", 1), ("/fi", 1)])
def test_who_reads_another_language_is_told_which_words_are_understood(client, language, is_told):
    token = token_of(client, urgency="wait", matter=None, development=None)
    hint = Page(client.get(f"{language}/vag/{token}/ord")).html.partition('id="words-hint">')[2].partition("</p>")[0]
    sentence = translator(language.strip("/") or "sv")(
        "Write in Swedish or English: words in other languages are not understood here.")

    assert (sentence in hint) == bool(is_told)
