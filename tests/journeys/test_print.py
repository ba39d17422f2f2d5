"""An answer on paper: one A4, with what one needs on it and nothing that is only of use on a screen."""

import re

import pytest

from tests.doors import token_of

ANSWERS = {  # one's own school, the same with many signs of danger, a way in and three steps ahead, danger, all numbers
    "school": {},
    "signs": {"age": "teen", "matter": "skolan", "development": None, "school": "skolfranvaro"},
    "onward": {"age": "teen", "matter": "ma_daligt", "development": None,
               "feeling": "oro_angest", "everyday": "partly"},
    "danger": {"urgency": "now"},
}

LONGEST = [  # of 96 drawn by chance, in the languages in which they took two pages
    ("skane", "youth", "fi", {"urgency": "harm", "age": "young", "matter": "ma_daligt", "development": None,
                              "feeling": "psykos_mani"}),
    ("danderyd", "other", "so", {"urgency": "unknown", "everyday": "mostly", "tried": "both"}),
    ("nordanstig", "other", "so", {"age": "teen", "matter": "hemma_vald", "development": None,
                                   "home": "barn_som_anhorig", "at_home": "partly"}),
    ("ange", "other", "so", {"urgency": "unknown", "age": "teen", "development": "slow", "slow": "utveckling",
                             "everyday": "broken"}),
    ("danderyd", "other", "so", {"age": "teen", "matter": "ma_daligt", "development": None, "feeling": "sjalvskada",
                                 "everyday": "partly"}),
]


@pytest.mark.parametrize("language", ["ar", "so"])  # mirrored, and the longest
@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_prints_on_one_page(page, site, client, name, language):
    page.goto(f"{site}/{language}/vag/{token_of(client, place='hudiksvall', **ANSWERS[name])}")

    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))) == 1


@pytest.mark.parametrize(("place", "who", "language", "given"), LONGEST)
def test_the_longest_answers_print_on_one_page_too(page, site, client, place, who, language, given):
    token = token_of(client, place=place, who=who, **{"everyday": None, "tried": None, **given})
    page.goto(f"{site}/{language}/vag/{token}")

    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))) == 1


def test_on_paper_there_is_the_code_of_the_answer_and_neither_menus_nor_what_was_answered(page, site, client):
    page.goto(f"{site}/vag/{token_of(client, place='hudiksvall')}")

    page.emulate_media(media="print")

    parts = ".paper svg", ".do", ".mine", ".languages", "footer"
    assert [page.locator(one).first.is_visible() for one in parts] == [True, True, False, False, False]
