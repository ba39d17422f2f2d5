"""What it is about in own words."""

import pytest

from tests.doors import token_of


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("urgency", ["now", "today", "body"])
def test_who_has_said_that_somebody_is_in_danger_is_led_to_the_numbers_and_not_asked_for_words(client, method, urgency):
    token = token_of(client, urgency=urgency, matter=None, development=None)

    answer = client.open(f"/en/vag/{token}/ord", method=method, data={"words": "sad"})

    assert (answer.status_code, answer.headers["Location"]) == (303, f"/en/vag/{token}")
