"""An answer without a number that somebody has confirmed: it says who knows it, with a number that can be rung."""

import re

import pytest

from directory.routing import Words
from directory.web.public.answer import who_knows
from tests.doors import Page, ask

NOTHING_MORE = {"development": None, "everyday": None, "tried": None}
RIGHTS = {"age": "teen", "matter": "annat", "other": "rattigheter", **NOTHING_MORE}
WORRY = {"age": "teen", "matter": "ma_daligt", "development": None, "feeling": "oro_angest", "everyday": "broken",
         "tried": "care"}
SWITCHBOARD = "Call the municipality's switchboard and ask for them."
NURSES = "Call 1177, day and night. They can tell you where to call."
ONLY_EXAMPLES = "Numbers marked “not confirmed” are only examples. Do not call them."
PHONE = re.compile(r'<(?:a|span) class="phone"[^>]*>')


def card_of(client, **answers):
    """The card that says whom to contact first, as HTML."""
    html = ask(client, prefix="/en", **answers).get_data(as_text=True)
    return html.partition('aria-labelledby="reach"')[2].partition("</section>")[0]


@pytest.mark.parametrize("place", ["falkoping", "ange", "hudiksvall"])
@pytest.mark.parametrize(("answers", "whom"), [({}, SWITCHBOARD), (WORRY, NURSES)])
def test_whom_to_call_instead_stands_before_a_number_that_is_only_an_example(client, place, answers, whom):
    card = card_of(client, place=place, **answers)

    folded = card.index('<details class="samples">')
    assert card.index(whom) < folded < card.index(ONLY_EXAMPLES) < card.index('class="unconfirmed"')
    assert all('href="tel:1177"' in one for one in PHONE.findall(card) if one.startswith("<a"))


@pytest.mark.parametrize("answers", [{}, WORRY, RIGHTS])
def test_an_answer_has_a_number_to_ring_or_says_where_to_look_for_it_wherever_one_lives(client, edition, answers):
    cards = {area: card_of(client, place=area, **answers) for area in edition.ruleset.areas}

    helped = ('href="tel:', "municipality's website", "Look on their own website.")
    assert [area for area, card in cards.items() if not any(one in card for one in helped)] == []


def test_1177_is_a_link_where_it_is_told_to_call_there(client):
    assert 'href="tel:1177"' in card_of(client, **WORRY).partition(NURSES)[2]


def test_1177_is_not_told_to_know_what_is_no_health_care(client):
    card = card_of(client, **RIGHTS)

    assert "Look on their own website." in card
    assert "1177" not in card


@pytest.mark.parametrize(("kind", "knows"), [
    ("skola", "municipality"), ("soc_mottag", "municipality"), ("bup", "1177"), ("um", "1177"), ("bo", "website"),
    ("brottsofferjour", "website"), ("fk", "website")])
def test_who_knows_a_number_follows_from_whose_desk_it_is(edition, kind, knows):
    assert who_knows(kind, Words(edition.catalogue, "sv", edition.ruleset.nation.units)) == knows


def test_a_number_that_nobody_has_confirmed_is_marked_once_and_not_described(client):
    card = card_of(client, place="falkoping")

    assert card.count('class="unconfirmed"') == 1 and 'class="phone"' not in card
    assert "Sample number" not in card


@pytest.mark.parametrize(("age", "words"), [
    ("small", "help for a child."), ("school", "help for a child."), ("teen", "help for a young person."),
    ("adult", "help for a young person."), ("unknown", "help for a child.")])
def test_what_to_say_calls_nobody_from_13_on_a_child(client, age, words):
    said = Page(ask(client, prefix="/en", **{**RIGHTS, "age": age})).words_of("blockquote")

    assert words in said
    assert ("a child" in said) is ("young person" not in said)


def test_who_cannot_call_a_region_is_told_of_writing_and_others_of_nothing_that_is_not_known(client):
    region, municipality = card_of(client, **WORRY), card_of(client)

    assert "Can you not call?" in region and "1177.se" in region
    assert "Can you not call?" in municipality and "1177.se" not in municipality
