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
NOTHING_MORE = {"development": None, "everyday": None, "tried": None}
TOOTH = {"age": "teen", "matter": "kropp", "body": "tand_akut", **NOTHING_MORE}
SUICIDAL = {"age": "teen", "matter": "ma_daligt", "feeling": "suicidtankar", **NOTHING_MORE}
POISON = {"age": "teen", "matter": "annat", "other": "forgiftning", **NOTHING_MORE}
MISSING = {"age": "teen", "matter": "annat", "other": "forsvunnen", **NOTHING_MORE}
LINES = {"tel:90101", "tel:020505050"}
SOCIAL_SERVICES = "ask for social services"


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


@pytest.mark.parametrize("answers", [TOOTH, SUICIDAL])
@pytest.mark.parametrize(("who", "words"), [
    ("youth", "Does somebody hurt you? Call social services too."),
    ("guardian", "Is somebody hurt or treated badly? Call social services too."),
    ("other", "Report it to social services too, at once.")])
def test_where_harm_is_told_and_another_danger_comes_first_the_card_names_protection_too(client, answers, who, words):
    harmed, other = (card_of(client, prefix="/en", who=who, urgency=one, **answers) for one in ("harm", "today"))

    assert words in harmed and SOCIAL_SERVICES in harmed and 'href="tel:112"' in harmed
    assert words not in other and SOCIAL_SERVICES not in other


def test_social_services_are_not_named_twice_where_they_are_whom_to_contact_first(client):
    card = card_of(client, prefix="/en", who="youth", **HARMED)

    assert card.count('class="ring"') == 1 and SOCIAL_SERVICES in card
    assert "Call social services too" not in card


@pytest.mark.parametrize(("who", "words"), [
    ("youth", ["Tell an adult that you trust, and do not stay alone.", "Bris, 116 111", "call 90101"]),
    ("guardian", ["Do not leave the child or young person alone.", "Bris, 116 111", "call 90101"]),
    ("other", ["Do not leave the child or young person alone.", "Bris, 116 111", "call 90101"])])
def test_danger_at_an_age_that_nobody_knows_is_answered_as_fully_as_at_a_known_one(client, who, words):
    page = Page(ask(client, prefix="/en", who=who, **{**SUICIDAL, "age": "unknown"}))

    said = re.sub(r"<[^>]+>", "", page.html.partition('class="do">')[2].partition("</p>")[0])
    assert page.words_of("h1").startswith("Contact first: 1177")
    assert [one for one in words if one not in said] == []


def numbers_of(client, **answers):
    """The addresses of all numbers below the top of the page."""
    return set(re.findall(r'href="(tel:\d+)"', ask(client, **answers).get_data(as_text=True).partition("<main")[2]))


@pytest.mark.parametrize("answers", [TOOTH, POISON, MISSING])
def test_lines_for_suicide_and_violence_do_not_stand_where_it_is_about_neither(client, answers):
    assert numbers_of(client, **answers) & LINES == set()
    assert {"tel:112", "tel:1177", "tel:116111"} <= numbers_of(client, **answers)


@pytest.mark.parametrize("answers", [HARMED, {**TOOTH, "urgency": "harm"},
                                     {"urgency": "now", "matter": "unknown", **NOTHING_MORE}])
def test_those_lines_stand_where_it_is_about_violence_or_nobody_knows_what(client, answers):
    assert LINES | {"tel:112", "tel:116111"} <= numbers_of(client, **answers)


def test_who_thinks_of_dying_has_the_line_for_that_and_none_for_violence_that_nobody_spoke_of(client):
    assert numbers_of(client, **SUICIDAL) & LINES == {"tel:90101"}


@pytest.mark.parametrize("answers", [HARMED, {"urgency": "now", "matter": "unknown", **NOTHING_MORE}])
def test_the_line_against_violence_says_for_whom_it_is(client, answers):
    page = Page(ask(client, **answers))

    assert "Kvinnofridslinjen 020-50 50 50 Dygnet runt" in page.text
    assert "För dig som lever med hot, våld eller sexuellt våld." in page.text


def test_in_danger_the_answers_say_that_it_holds_until_that_very_one_is_changed(client):
    given = ask(client, **SUICIDAL).get_data(as_text=True).partition("Dina svar")[2].partition("<dl")[0]

    assert "Ett av dina svar betyder fara." in given


def test_what_nobody_has_confirmed_is_not_spoken_of_in_danger(client):
    card = card_of(client, place="danderyd", who="other", urgency="harm", age="school", matter="hemma_vald")

    assert "bekräftad" not in card and "bekräftat" not in card and 'class="hint"' not in card


def test_bris_is_for_those_who_are_under_18(client):
    assert "tel:116111" not in numbers_of(client, **{**SUICIDAL, "age": "adult"})
    assert "tel:90101" in numbers_of(client, **{**SUICIDAL, "age": "adult"})
    assert "tel:116111" not in numbers_of(client, urgency="harm", age="adult", matter="unknown")


@pytest.mark.parametrize("answers", [TOOTH, SUICIDAL, POISON, MISSING, HARMED, TODAY])
def test_who_has_a_number_on_the_page_is_not_named_once_more_without_it(client, edition, answers):
    main = ask(client, **answers).get_data(as_text=True).partition("<main")[2]

    also = main.partition("De här kan också hjälpa")[2].partition("<h2")[0]
    agencies = edition.catalogue.agencies
    names = [agencies[one].name["sv"] for one in edition.catalogue.national]
    assert [one for one in names if one in also] == []


def test_the_reasons_do_not_say_that_it_can_wait_where_the_answer_is_that_it_cannot(client):
    why = ask(client, urgency="wait", **SUICIDAL).get_data(as_text=True).rpartition("<details>")[2]

    assert "Det kan vänta" not in why
    assert "Vad det gäller:" in why


@pytest.mark.parametrize(("who", "is_said"), [("youth", True), ("guardian", False)])
def test_somebody_young_reads_of_harm_in_words_to_them(client, who, is_said):
    worry = {"urgency": "harm", "age": "teen", "matter": "ma_daligt", "feeling": "oro_angest", **NOTHING_MORE}

    why = ask(client, prefix="/en", who=who, **worry).get_data(as_text=True).rpartition("<details>")[2]

    assert ("Somebody hurts you" in why, "the child is being harmed" in why) == (is_said, not is_said)


def test_who_cannot_call_is_told_to_have_somebody_else_call(client):
    assert "Can you not call? Ask somebody that you trust to call now." in card_of(client, prefix="/en", **SUICIDAL)


def test_who_cannot_hear_or_speak_learns_how_to_reach_112(client):
    relay = "Text relay and sign language relay reach 112 and 1177."

    assert relay in card_of(client, prefix="/en", **SUICIDAL) and relay in Page(client.get("/en/nu")).text


def test_staff_who_ask_of_harm_are_told_to_report_and_what_to_say_when_they_do(client):
    page = Page(ask(client, prefix="/en", who="other", **HARMED))
    mine = page.html.partition('class="do">')[2].partition("</p>")[0]

    assert "Report to the social services at once." in mine and "Say what worries you" not in page.text
    assert "I work with children and want to report concern for one of them." in page.text


def test_a_child_whom_somebody_harms_reads_why_what_they_have_a_right_to(client):
    whys = {who: ask(client, prefix="/en", who=who, **HARMED).get_data(as_text=True).rpartition("<details>")[2]
            for who in ("youth", "guardian")}

    right = "You have the right to be safe."
    assert right in whys["youth"] and "The rule is written for" not in whys["youth"]
    assert right not in whys["guardian"]
