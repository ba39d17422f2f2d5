"""What words say beside whom to contact: area, age, how serious it is."""

import pytest

from directory.search import ALL
from directory.search.areas import area_words
from directory.search.understand import understand
from tests.records import make_catalogue
from tests.search.build import AREAS

NAMES = area_words(make_catalogue(areas=AREAS))


def read(text):
    return understand(text, NAMES, techniques=ALL)


@pytest.mark.parametrize(("text", "months"), [
    ("femåring", 60), ("en 14-åring", 168), ("14 år", 168), ("14åring", 168), ("1,5 år", 18), ("18 månader", 18),
    ("åk 7", 156), ("årskurs tre", 108), ("tonåring", 180), ("en gymnasieelev", 204), ("bebis", 0), ("5 year old", 60),
    ("five-year-old boy", 60), ("a toddler", 24), ("sjuttonårig", 204), ("nio år gammal", 108), ("åtta månader", 8),
])
def test_an_age_is_read_as_people_write_it(text, months):
    assert read(text).months == months


@pytest.mark.parametrize("text", ["1177", "112", "4-årskontroll", "90 år", "paragraf 12", "ett problem", "sex"])
def test_what_is_no_age_of_a_child_is_not_read_as_one(text):
    assert read(text).months is None


@pytest.mark.parametrize(("text", "area"), [
    ("bup Almby", "almby"), ("i almby kommun", "almby"), ("Almbys skolor", "almby"), ("bup i Vara", "vara"),
    ("region norr", "norr"),
])
def test_an_area_is_read_in_the_forms_people_write(text, area):
    assert read(text).area == area


def test_a_name_that_is_also_a_little_word_is_an_area_only_after_a_word_that_says_where():
    assert read("ska det vara så").area is None


def test_what_was_understood_is_not_looked_for_too():
    assert read("adhd femåring i Almby").rest == ("adhd", "i")


def test_how_serious_it_is_is_read():
    levels = [read(text).level for text in ("lindrig ångest", "svår ångest", "ångest")]

    assert levels == ["bas", "specialist", None]


def test_a_long_query_is_cut_and_says_so():
    long = read("ord " * 40)

    assert (long.cut, len(long.words)) == (True, 12)
    assert not read("ord").cut
