"""How many pages somebody loads from the start to the first answer, whichever way they go: at most four."""

import random

import pytest

from directory.i18n import FAMILY_LANGUAGES
from tests.doors import Page, begin

MOST = 4
WORDS = ["mobbad", "kan inte sova", "svårt att läsa", "går inte till skolan", "bråkar hemma", "vill dö", "orolig",
         "xyzzy", "slår andra", "adhd", "röker på", "pengarna räcker inte", "ont i tanden", "ledsen", "autism"]


class Loads:
    """A visitor who counts the pages that they are shown; a redirect is none."""

    def __init__(self, client, prefix=""):
        self.client, self.prefix, self.count = client, prefix, 0

    def load(self, answer):
        """The page that an answer ends at, and its address."""
        while answer.status_code == 303:
            where = answer.headers["Location"]
            answer = self.client.get(where)
        self.count += 1
        return Page(answer), where


def is_answer(page):
    return 'class="card"' in page.html


def choices(page, name):
    return [attrs["value"] for _, attrs in page.tags if attrs.get("name") == name]


def first_answer(visitor, choose, *, words=None, **start):
    """Go on until the first answer: own words are written once, where they can be."""
    page, where = visitor.load(begin(visitor.client, to=f"{visitor.prefix}/vag", **start))
    while not is_answer(page):
        if needs := choices(page, "need"):
            sent = {"need": choose(needs)}
        elif words and choices(page, "words") == [""]:
            sent, words = {"words": words}, None
        else:
            sent = {"answer": choose(choices(page, "answer"))}
        page, where = visitor.load(visitor.client.post(where, data=sent))
    return page


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("urgency", ["wait", "harm", "unknown"])
def test_by_questions_nobody_loads_more_than_four_pages(client, edition, urgency, seed):
    chance = random.Random(seed)
    visitor = Loads(client, chance.choice(["", *(f"/{one}" for one in FAMILY_LANGUAGES)]))

    first_answer(visitor, chance.choice, urgency=urgency, place=chance.choice(list(edition.ruleset.areas)),
                 age=chance.choice(["small", "school", "teen", "young", "adult", "unknown"]))

    assert visitor.count <= MOST


@pytest.mark.parametrize("words", [one for one in WORDS if one != "xyzzy"])
@pytest.mark.parametrize("urgency", ["wait", "unknown"])
def test_with_own_words_that_are_understood_nobody_loads_more_than_four_pages(client, edition, urgency, words):
    chance = random.Random(words)
    visitor = Loads(client)

    first_answer(visitor, chance.choice, words=words, urgency=urgency,
                 place=chance.choice(list(edition.ruleset.areas)), age=chance.choice(["small", "school", "teen"]))

    assert visitor.count <= MOST


def test_who_knows_nothing_all_the_way_has_somebody_to_call_on_the_second_page(client):
    visitor = Loads(client)

    first_answer(visitor, lambda options: options[-1], urgency="unknown", age="unknown")

    assert visitor.count == 2


@pytest.mark.parametrize("urgency", ["now", "body", "today"])
def test_danger_is_one_page_away(client, urgency):
    visitor = Loads(client)

    first_answer(visitor, None, urgency=urgency, place=None, age=None)

    assert visitor.count == 1
