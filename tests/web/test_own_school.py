"""The child's own school among several: those that cannot be it are not shown."""

import pytest

from tests.doors import Page, ask

UPPER_SECONDARY, COMPULSORY = "Gymnasieskolan i Hudiksvall", "Hudiksvalls kommuns grundskolor"
BULLIED = {"place": "hudiksvall", "matter": "skolan", "school": "mobbning", "development": None, "everyday": None,
           "tried": None}


@pytest.mark.parametrize(("age", "is_shown"), [("school", False), ("teen", True), ("young", True)])
@pytest.mark.parametrize("who", ["guardian", "youth", "other"])
def test_upper_secondary_school_is_shown_to_who_may_go_there_and_to_nobody_else(client, who, age, is_shown):
    page = Page(ask(client, **BULLIED, age=age, who=who))

    assert page.words_of("h1").startswith("Kontakta först: Skola")
    assert (UPPER_SECONDARY in page.text, COMPULSORY in page.text) == (is_shown, True)


@pytest.mark.parametrize(("who", "which"), [
    ("guardian", "den skola eller förskola där barnet eller den unga går"), ("youth", "den skola som du går i")])
def test_where_no_school_is_loaded_it_is_still_the_one_that_the_child_goes_to(client, who, which):
    page = Page(ask(client, **{**BULLIED, "place": "kiruna"}, age="school", who=who))

    assert which in page.text
    assert "vilket ställe det är där du bor" not in page.text


def test_an_age_that_is_told_more_exactly_is_the_one_that_counts(client):
    older, younger = (Page(ask(client, **BULLIED, age="teen", age_teen=one)).text for one in ("y15", "y13"))

    assert UPPER_SECONDARY in older and UPPER_SECONDARY in younger
    assert UPPER_SECONDARY not in Page(ask(client, **BULLIED, age="school", age_school="y12")).text
