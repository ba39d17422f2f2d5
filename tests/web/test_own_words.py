"""What it is about in own words."""

import pytest

from tests.doors import token_of


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
