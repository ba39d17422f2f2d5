"""The page of the description: whole, at home, and readable without a script."""

import pytest

from directory.api.v1 import OPERATIONS
from directory.api.v1.docs import words_of
from tests.doors import Page


@pytest.fixture
def shown(client):
    return Page(client.get("/api/v1/docs"))


def test_every_address_and_every_type_stands_on_the_page(client, shown):
    described = client.get("/api/v1/openapi.json").get_json()

    ids = set(shown.all("section", "id"))
    assert set(OPERATIONS) <= ids
    assert {f"type-{name}" for name in described["components"]["schemas"]} <= ids


def test_every_link_within_the_page_leads_somewhere(shown):
    ids = {attrs["id"] for _, attrs in shown.tags if "id" in attrs}

    links = {link[1:] for link in shown.all("a", "href") if link.startswith("#")}
    assert len(links) > 40
    assert links <= ids


def test_no_two_parts_have_the_same_id(shown):
    ids = [attrs["id"] for _, attrs in shown.tags if "id" in attrs]

    assert len(ids) == len(set(ids))


def test_the_page_fetches_its_two_sheets_and_nothing_else(client, shown):
    fetched = [attrs[key] for tag, attrs in shown.tags for key in ("src", "href") if key in attrs and tag != "a"]

    assert len(fetched) == 2
    for one in fetched:
        with client.get(one) as answer:
            assert (answer.status_code, answer.mimetype) == (200, "text/css")
    assert "<script" not in shown.html and "style=" not in shown.html


@pytest.mark.parametrize(("schema", "words"), [
    ({"type": "string"}, "text"), ({"type": "array", "items": {"$ref": "#/components/schemas/Area"}}, "list of Area"),
    ({"anyOf": [{"type": "string", "format": "date"}, {"type": "null"}]}, "date or null"),
    ({"enum": ["a", None]}, "a, null"), ({"enum": list(range(20))}, "0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 … (+8)"),
    ({"type": "integer", "minimum": 1, "maximum": 9}, "1 to 9"), ({}, "anything"),
])
def test_a_schema_is_told_in_a_few_words(schema, words):
    assert "".join(piece.text for piece in words_of(schema)) == words
