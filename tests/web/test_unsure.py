"""Somebody who does not know whether it is urgent: asked on, told whom to contact, and whom to call to be sure."""

import random

import pytest

from tests.doors import Page, ask, token_of
from tests.web.test_way_in import AGES, is_answer, options, walk

ASKED_ON = {"urgency": "unknown", "matter": None, "development": None, "everyday": None, "tried": None}
IN_DANGER = [("ma_daligt", "feeling", "suicidtankar"), ("ma_daligt", "feeling", "psykos_mani"),
             ("kropp", "body", "tand_akut"), ("annat", "other", "forgiftning"), ("annat", "other", "forsvunnen")]
SURE = "Vet du inte om det är bråttom?"


def main_of(page):
    return page.html.partition("<main")[2]


@pytest.mark.parametrize("seed", range(30))
def test_who_does_not_know_how_urgent_it_is_comes_to_the_unit_of_who_can_wait_within_four_loads(client, edition, seed):
    place = random.Random(seed).choice(list(edition.ruleset.areas))
    age = random.Random(seed).choice(AGES)

    unsure, waits = (walk(client, random.Random(seed).choice, place=place, age=age, urgency=one)
                     for one in ("unknown", "wait"))

    assert next(number for number, (_, page) in enumerate(unsure, 1) if is_answer(page)) <= 4
    assert [page.words_of("h1") for _, page in unsure] == [page.words_of("h1") for _, page in waits]


def test_who_does_not_know_how_urgent_it_is_has_1177_beside_the_answer_and_is_told_when_to_call_112(client):
    unsure, waits = (Page(ask(client, urgency=one)) for one in ("unknown", "wait"))

    assert unsure.words_of("h1") == waits.words_of("h1") != "Kontakta först: 1177"
    assert SURE in unsure.text and 'href="tel:1177"' in main_of(unsure)
    assert "Ring 112 genast vid fara för livet" in unsure.text
    assert SURE not in waits.text and 'href="tel:1177"' not in main_of(waits)


@pytest.mark.parametrize("language", ["ar", "so", "fi"])
def test_whom_to_call_to_be_sure_has_the_swedish_beside_it_where_nobody_has_reviewed_the_language(client, language):
    main = main_of(Page(ask(client, prefix=f"/{language}", urgency="unknown")))

    times, in_swedish = main.count(SURE), main.count(f'lang="sv">{SURE}')
    assert (times, in_swedish) == (1, 1)


@pytest.mark.parametrize(("matter", "question", "danger"), IN_DANGER)
def test_danger_that_shows_on_the_way_is_not_missed_where_somebody_did_not_know(client, matter, question, danger):
    where = f"/vag/{token_of(client, **{**ASKED_ON, 'matter': matter})}"
    asked = Page(client.get(where))

    page = Page(client.get(client.post(where, data={"answer": danger}).headers["Location"]))

    assert danger in options(asked), question
    assert main_of(page).index('href="tel:112"') < main_of(page).index('class="card"')
    assert options(page) == [] and SURE not in page.text


def test_only_who_knows_nothing_all_the_way_is_led_to_1177(client):
    knows_all = Page(ask(client, **{**ASKED_ON, "age": "unknown", "matter": "unknown"}))

    assert knows_all.words_of("h1") == "Kontakta först: 1177"
    assert options(Page(ask(client, **{**ASKED_ON, "age": "unknown"})))


def test_no_answer_of_not_knowing_on_the_start_page_says_what_it_is_about_or_how_urgent(edition):
    opening = [one for one in edition.ruleset.base.questions if one.id in ("urgency", "age")]

    assert [(one.options[-1].needs, dict(one.options[-1].sets)) for one in opening] == [((), {}), ((), {})]
    assert all(duty.unit in edition.catalogue.national
               for one in edition.ruleset.base.questions for option in one.options for duty in option.alongside)


def test_a_child_for_whom_an_age_cannot_be_true_is_asked_once_more_and_never_taken_not_to_know(client):
    page = Page(ask(client, who="youth", age="small", matter="kropp", development=None, body="graviditet"))

    assert options(page) == ["school", "teen", "young", "adult", "unknown"]
    assert "Hur gammal är du?" in page.words_of("h1")


@pytest.mark.parametrize("trouble", ["little", "some", "much", "unknown"])
@pytest.mark.parametrize("development", ["sprak_tal", "stamning"])
def test_who_does_not_know_the_age_is_sent_through_no_unit_that_takes_only_some_ages(client, development, trouble):
    page = Page(ask(client, place="ale", age="unknown", development=development, trouble=trouble, everyday=None,
                    tried=None))

    assert page.words_of("h1") == "Kontakta först: 1177"


@pytest.mark.parametrize("place", ["hudiksvall", "nordanstig"])
def test_a_child_who_says_that_it_is_about_home_and_knows_no_more_is_sent_to_no_meeting(client, place):
    unsure = {"place": place, "age": "teen", "who": "youth", "matter": "hemma_vald", "development": None,
              "home": "unknown", "everyday": None, "tried": None}

    page = Page(ask(client, **unsure, at_home="unknown"))

    assert page.words_of("h1").startswith("Kontakta först: Socialtjänstens råd och stöd")
