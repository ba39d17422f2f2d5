"""Which numbers an answer shows and how: a sample never as one to ring, who answers always with a number."""

import re
from datetime import datetime

import pytest

from directory import clock
from directory.clock import HOME
from directory.routing import Words, place_of
from directory.web.desk_card import called
from directory.web.public.answer import desk_of
from tests.doors import Page, ask

SPEECH = {"place": "hudiksvall", "age": "small", "development": "sprak_tal", "trouble": "little",
          "tried": None}
ADVICE = {"matter": "annat", "development": None, "everyday": None, "tried": None, "other": "radgivning"}
NOTHING = {"matter": "unknown", "development": None, "everyday": None, "tried": None}
POISON = {**NOTHING, "age": "teen", "matter": "annat", "other": "forgiftning"}
HARMED = {**NOTHING, "urgency": "harm", "matter": "hemma_vald", "home": "harmed", "harmed": "vald"}
EXAMPLES = "bara exempel. Ring inte dem."
NOT_SURE = "Vet du inte om det är bråttom?"


def part(page, start, end):
    return page.html.partition(start)[2].partition(end)[0]


def test_a_number_that_nobody_has_confirmed_is_said_to_be_an_example_where_1177_can_be_rung_too(client):
    page = Page(ask(client, **SPEECH))

    card = part(page, 'aria-labelledby="reach"', "</section>")
    assert card.index(EXAMPLES) < card.index("0980-") < card.index("tel:1177")


def test_a_number_that_nobody_has_confirmed_is_never_as_large_as_one_to_ring(client):
    html = Page(ask(client, **SPEECH)).html

    assert re.findall(r'class="(\w+)"><bdi>0980-', html) == ["small"]


@pytest.mark.parametrize(("age", "is_shown"), [("teen", True), ("unknown", True), ("adult", False)])
def test_who_is_under_18_and_asks_for_themselves_can_ring_bris_from_the_page(client, age, is_shown):
    page = Page(ask(client, who="youth", age=age, **NOTHING))

    assert ("tel:116111" in page.all("a", "href")) is is_shown


def test_who_may_also_help_in_the_whole_country_has_their_number(client):
    also = part(Page(ask(client, age="teen", **ADVICE)), "De här kan också hjälpa", "</ul>")

    assert "tel:116111" in also and "Vårdcentral" in also


@pytest.mark.parametrize("who", ["youth", "guardian", "other"])
@pytest.mark.parametrize("danger", [POISON, HARMED, {"urgency": "now"}])
def test_in_danger_nobody_is_named_whom_one_cannot_ring(client, who, danger):
    also = part(Page(ask(client, who=who, **danger)), "De här kan också hjälpa", "</ul>")

    assert also.count("<strong>") == also.count('href="tel:') == also.count("<li>")


def test_no_number_stands_twice_on_the_page_of_who_knows_nothing(client):
    main = Page(ask(client, urgency="unknown", age="unknown", **NOTHING)).html.partition("<main")[2]

    assert main.count('href="tel:1177"') == main.count(NOT_SURE) == 1
    assert NOT_SURE in main.partition('aria-labelledby="reach"')[2].partition("</section>")[0]


@pytest.mark.parametrize(("time", "by_day"), [("2026-11-24T10:00", True), ("2026-11-24T23:00", False)])
def test_a_desk_knows_whether_offices_are_open(edition, time, by_day):
    nation = edition.ruleset.nation
    place, words = (place_of(nation, "soc_mottag", edition.catalogue, day=clock.today()),
                    Words(edition.catalogue, "sv", nation.units))

    desk = desk_of("soc_mottag", place, words, danger=True, now=datetime.fromisoformat(time).replace(tzinfo=HOME))

    assert (desk.ring, desk.by_day) == ("municipality", by_day)


def test_whom_to_ring_for_social_services_now_is_one_on_the_screen_and_both_on_paper(client):
    ring = part(Page(ask(client, **HARMED)), '<p class="ring">', "</p>")

    screen, paper = ring.split('class="on-paper"')
    assert "På dagen" not in screen and "tel:112" in screen
    assert "På dagen" in paper and "Kväll, natt och helg" in paper


@pytest.mark.parametrize(("kind", "name"), [
    ("skola", "Skola"), ("elevhalsa", "Elevhälsa"), ("1177", "1177"), ("bup", "Barn- och ungdomspsykiatri (BUP)"),
    ("bvc", "Barnavårdscentral (BVC)"), ("um", "Ungdomsmottagning"), ("nobody", "nobody")])
def test_a_heading_says_what_a_unit_is_called_and_not_what_the_register_adds(edition, kind, name):
    assert called(kind, Words(edition.catalogue, "sv", edition.ruleset.nation.units)).text == name


def test_a_family_that_expects_a_child_says_so_and_no_age(client):
    expecting = {"age": "small", "matter": "kropp", "development": None, "body": "graviditet", "everyday": None,
                 "tried": None}

    parent, staff, daughter = (Page(ask(client, prefix="/en", **{**expecting, **more})).words_of("blockquote")
                               for more in ({}, {"who": "other"}, {"age": "teen"}))

    assert "we are expecting a child" in parent and "0–5" not in parent
    assert "a family that is expecting a child" in staff and "Are you the ones" in staff
    assert "a young person" in daughter


@pytest.mark.parametrize("place", ["mariestad", "essunga"])
def test_ids_files_and_the_name_of_a_municipality_keep_their_order_in_arabic(client, edition, place):
    crime = {"matter": "droger_brott", "development": None, "everyday": "mostly", "risk": "kriminalitet"}

    why = Page(ask(client, prefix="/ar", place=place, age="teen", **crime)).html.rpartition("<details>")[2]

    assert f'<bdi lang="sv">{edition.catalogue.areas[place].name["sv"]}</bdi>' in why
    assert f"<bdi>routing_rules/{place}/" in why and f"<bdi>{edition.id}</bdi>" in why


@pytest.mark.parametrize("who", ["guardian", "youth"])
def test_after_a_crime_the_police_can_be_rung_from_the_answer(client, who):
    crime = {"matter": "hemma_vald", "development": None, "home": "brottsoffer", "everyday": None, "tried": None}

    page = Page(ask(client, who=who, age="teen", **crime))

    assert page.words_of("h1") == "Kontakta först: Brottsofferjouren"
    assert 'href="tel:11414"' in part(page, 'class="do"', "</p>")
