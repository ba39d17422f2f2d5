"""A query as a value: read from an address or a form, and its filters written back."""

import pytest

from directory.search import (
    HoldsPersonalNumber, QueryRefused, SearchQuery, address_values, choices_of, read_query)
from tests.search.build import INDEX

CHOICES = choices_of(INDEX.catalogue)


def read(**values):
    return read_query(values, choices=CHOICES)


def test_what_is_left_out_or_empty_filters_nothing():
    assert read(q="bup", area="", kind=None) == SearchQuery("bup")


def test_filters_go_to_an_address_and_come_back_without_the_words():
    query = read(q="sover inte", area="almby", kind="agency", age="9y6m", limit="5", need="sleep")

    assert address_values(query) == {"area": "almby", "kind": "agency", "age": "9y6m", "limit": "5", "need": "sleep"}
    assert read(**address_values(query)) == SearchQuery("", "almby", "agency", age=114, need="sleep", limit=5)


def test_every_filter_that_is_not_known_is_named_with_what_is_allowed():
    with pytest.raises(QueryRefused) as refused:
        read(q="bup", area="atlantis", kind="person", age="gammal", limit="många", level="x", need="y", access="z")

    faults = {fault.field: fault for fault in refused.value.faults}
    assert set(faults) == {"area", "kind", "age", "limit", "level", "need", "access"}
    assert str(faults["kind"]) == "kind: person is not a known kind."
    assert faults["area"].allowed == ("land", "norr", "almby", "vara")


@pytest.mark.parametrize("limit", ["0", "-1", "101", "1e3", "٣", "9" * 5000, " 5"])
def test_a_number_of_hits_is_a_small_whole_number(limit):
    with pytest.raises(QueryRefused):
        read(q="bup", limit=limit)


@pytest.mark.parametrize("words", [
    "121212-1212", "20121212 1212 vägrar skolan", "12\u200b1212-1212", "１２１２１２-１２１２", "son 201212121212",
    "x" * 10_000 + " 121212-1212",
])
def test_a_personal_number_is_refused_and_stands_nowhere_in_the_refusal(words):
    with pytest.raises(HoldsPersonalNumber) as refused:
        read(q=words)

    assert "1212" not in f"{refused.value} {refused.value.message} {vars(refused.value)}"


@pytest.mark.parametrize("field", ["area", "age", "limit", "need"])
def test_a_personal_number_in_a_filter_is_not_repeated(field):
    with pytest.raises(QueryRefused) as refused:
        read(q="bup", **{field: "121212-1212"})

    assert "1212" not in str(refused.value)


@pytest.mark.parametrize("words", ["0650-12345", "0701 23 45 67", "202100-5489", "1177", "121212-1213"])
def test_other_numbers_are_words(words):
    assert read(q=words).words == words
