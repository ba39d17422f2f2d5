"""An answer names one contact, the right one, and says nothing beside it that sends a family elsewhere."""

import pytest

from tests.doors import Page, ask

BODY = {"matter": "kropp", "development": None, "everyday": None, "tried": None}
STUCK = {"matter": "annat", "other": "samverkan_fastnat", "development": None, "everyday": None, "tried": None}
HARMED = {"matter": "hemma_vald", "home": "placerad", "development": None, "everyday": None, "tried": None}
BY_SCHOOL = {"age": "teen", "everyday": "broken", "tried": "school"}


@pytest.mark.parametrize("place", ["generic", "hudiksvall", "stockholm", "danderyd"])
@pytest.mark.parametrize("who", ["guardian", "other"])
def test_who_is_expecting_a_child_is_led_to_the_midwife_and_not_frightened(client, who, place):
    page = Page(ask(client, **BODY, body="graviditet", age="small", who=who, place=place))

    assert page.words_of("h1").startswith("Kontakta först: Barnmorskemottagning")
    assert "gjort barnet illa" not in page.text and "i dag" not in page.words_of("main")


def test_a_child_who_is_pregnant_keeps_its_protection(client):
    page = Page(ask(client, **BODY, body="graviditet", age="school", age_school="y9"))

    assert page.words_of("h1").startswith("Kontakta först: Vårdcentral")
    assert "Tror ni att någon har gjort barnet illa, ring också socialtjänsten." in page.text


@pytest.mark.parametrize(("place", "centre"), [("generic", "vårdcentral"), ("hudiksvall", "hälsocentral"),
                                               ("nordanstig", "hälsocentral"), ("mariestad", "vårdcentral")])
def test_who_is_sent_around_has_one_to_call(client, place, centre):
    page = Page(ask(client, **STUCK, age="teen", place=place))
    card = page.html.partition('aria-labelledby="reach"')[2].partition("</section>")[0]

    assert page.words_of("h1").startswith("Kontakta först: Vårdcentral")
    assert f"Ring er {centre}. Be dem kalla till ett gemensamt möte, en SIP." in page.text
    assert card and "BVC" not in card and "litar mest" not in page.text


@pytest.mark.parametrize(("who", "one"), [("guardian", "barnet"), ("youth", "dig")])
@pytest.mark.parametrize("place", ["generic", "hudiksvall", "halland"])
def test_who_lives_in_foster_care_is_told_which_municipality(client, place, who, one):
    page = Page(ask(client, **HARMED, age="teen", who=who, place=place))

    assert f"Ring socialtjänsten i den kommun som har placerat {one}." in page.text


@pytest.mark.parametrize("place", ["generic", "hudiksvall", "jonkoping"])
def test_nobody_is_told_not_to_turn_there_and_then_that_they_often_can(client, place):
    page = Page(ask(client, **BY_SCHOOL, place=place))

    assert "Be elevhälsan skicka en remiss." in page.text
    assert "många regioner" not in page.text


def test_who_misses_a_child_is_not_told_to_stay_with_it(client):
    page = Page(ask(client, matter="annat", other="forsvunnen", urgency="now", development=None, everyday=None))

    assert "Är du hos barnet? Stanna om du inte själv är i fara." in page.text


@pytest.mark.parametrize("who", ["guardian", "youth", "other"])
def test_why_this_answer_has_no_words_of_the_staff_and_no_age_as_a_rule_file_writes_it(client, who):
    page = Page(ask(client, matter="ma_daligt", feeling="somn", everyday="partly", age="teen", who=who,
                    development=None, tried="school"))
    why = page.html.partition("<details>")[2].partition("<dl>")[0]

    assert "Hur stort det är: Ganska svårt. En del av vardagen fungerar inte." in why
    assert "regeln gäller åldern 6–17." in why


def test_who_does_not_know_the_age_gets_somebody_to_call_and_no_fright(client):
    page = Page(ask(client, **BODY, body="graviditet", age="unknown"))

    assert page.words_of("h1").startswith("Kontakta först: ")
    assert "gjort barnet illa" not in page.text
