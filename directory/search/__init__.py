"""Finding: whom to contact, in people's own words. An index is made with the edition; nothing is kept of a query."""

from directory.search.filters import passes
from directory.search.find import find
from directory.search.hits import Found, Hit, Led, Told
from directory.search.index import ALL, TECHNIQUES, Index, index_of
from directory.search.query import (
    KINDS, Choices, HoldsPersonalNumber, QueryRefused, SearchQuery, address_values, choices_of, read_query)
from directory.search.standing import Standing, as_spelt, standing, tell_all
from directory.search.understand import Understood

__all__ = [
    "ALL", "KINDS", "TECHNIQUES", "Choices", "Found", "Hit", "HoldsPersonalNumber", "Index", "Led", "QueryRefused",
    "SearchQuery", "Standing", "Told", "Understood", "address_values", "as_spelt", "choices_of", "find", "index_of",
    "passes", "read_query", "standing", "tell_all",
]
