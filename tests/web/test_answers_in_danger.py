"""The answer where somebody may be in danger: whoever asks, wherever, can ring somebody at once and understand it."""

import re

import pytest

from directory import clock
from directory.i18n import translator
from directory.routing import Words, place_of
from directory.web.public.answer import desk_of, whom_to_ring
from tests.doors import Page, ask

TODAY = {"urgency": "today", "age": "teen"}
HARMED = {"urgency": "harm", "age": "school", "matter": "hemma_vald", "development": None, "home": "harmed",
          "harmed": "vald"}
NATIONAL = {"tel:112", "tel:1177", "tel:11414"}


def card_of(client, **answers):
    """The card that says whom to contact first, as a page."""
    html = ask(client, **answers).get_data(as_text=True)
    return html.partition('aria-labelledby="reach"')[2].partition("</section>")[0]


def test_wherever_and_whatever_the_desk_somebody_who_answers_can_be_rung(edition):
    for area in edition.ruleset.areas.values():
        words = Words(edition.catalogue, "sv", area.units)
        for kind in {*area.units, *edition.catalogue.agencies}:
            place = place_of(area, kind, edition.catalogue, day=clock.today())

            desk = desk_of(kind, place, words, danger=True)

            cards = [one for one in (*desk.units, desk.lost) if one]
            assert desk.ring or any(phone.dial for one in cards for phone in one.phones), (area.id, kind)


@pytest.mark.parametrize("changes", [TODAY, HARMED])
@pytest.mark.parametrize("who", ["youth", "guardian", "other"])
def test_the_card_of_an_answer_in_danger_has_a_link_to_ring_everywhere(client, edition, changes, who):
    cards = {area: card_of(client, place=area, who=who, **changes) for area in edition.ruleset.areas}

    assert [area for area, card in cards.items() if 'href="tel:' not in card] == []


@pytest.mark.parametrize(("kind", "whom"), [
    ("soc_mottag", "municipality"), ("socialjour", "municipality"), ("bup", "1177"), ("en_vag_in", "1177"),
    ("barnakut", "1177"), ("polis", "police")])
def test_whom_to_ring_instead_follows_from_whose_desk_it_is(edition, kind, whom):
    words = Words(edition.catalogue, "sv", edition.ruleset.nation.units)

    assert whom_to_ring(kind, words) == whom


def test_a_desk_that_can_be_rung_names_nobody_else(edition):
    nation = edition.ruleset.nation
    words = Words(edition.catalogue, "sv", nation.units)

    desk = desk_of("sos_112", place_of(nation, "sos_112", edition.catalogue, day=clock.today()), words, danger=True)

    assert desk.ring is None


@pytest.mark.parametrize("words", ["called the wrong place", "We know of no promise"])
def test_no_promise_and_no_wrong_place_is_spoken_of_in_danger(client, words):
    calm = {"matter": "unknown", "development": None, "everyday": None, "tried": None}

    said = {one: words in Page(ask(client, prefix="/en", urgency=one, **calm)).text for one in ("wait", "now")}

    assert said == {"wait": True, "now": False}


@pytest.mark.parametrize("prefix", ["/ar", "/so", "/fi", "/en"])
def test_what_to_do_and_whom_to_contact_have_their_swedish_beside_them_in_danger(client, prefix):
    page = Page(ask(client, prefix=prefix, **TODAY))

    main = page.html.partition("<main")[2]
    swedish = set(re.findall(r'<bdi class="twin" lang="sv">([^<]+)</bdi>', main))
    assert any(text.startswith("Kontakta först:") for text in swedish)
    assert {translator("sv")(one) for one in ("Do this", "More numbers")} <= swedish
    assert re.search(r'<p class="do">.*?<bdi class="twin" lang="sv">[^<]+</bdi></p>', main)


def test_in_swedish_nothing_stands_twice_in_danger(client):
    assert 'class="twin"' not in Page(ask(client, **TODAY)).html
