"""What every page has."""

import re

import pytest

from directory.i18n import translator

TWIN = re.compile(r'([^<>]+) <bdi class="twin" lang="sv">([^<]+)</bdi>')


@pytest.mark.parametrize("path", ["/ll/", "/ll/nu", "/ll/finns-inte"])
def test_easy_swedish_never_says_the_same_sentence_twice(client, path):
    assert [own for own, twin in TWIN.findall(client.get(path).text) if own.strip() == twin] == []


def test_beside_a_language_that_nobody_has_reviewed_stands_the_swedish_of_what_must_not_be_misread(client):
    page = client.get("/ar/nu").text

    assert (translator("ar")("Danger to life?"), translator("sv")("Danger to life?")) in \
        [(own.strip(), twin) for own, twin in TWIN.findall(page)]
