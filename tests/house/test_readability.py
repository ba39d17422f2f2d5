"""What families read is easy: LIX at most 30, in easy Swedish 25, and no sentence of more than 20 words."""

import re

import pytest
from babel.messages.pofile import read_po

from tests.house.test_translations import TRANSLATIONS, texts_in_use

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
LONG = 6  # letters of a word that is not yet long (Björnsson, Läsbarhet, 1968)
MOST_WORDS = 20  # of a sentence
LIMITS = {"sv": 30, "ll": 25}


def sentences(text):
    return [one for one in re.split(r"(?<=[.!?:])\s+", text) if WORD.search(one)]


def lix(texts):
    words = [word for text in texts for word in WORD.findall(text)]
    count = sum(len(sentences(text)) for text in texts)
    return len(words) / count + 100 * sum(len(word.replace("-", "")) > LONG for word in words) / len(words)


def said_in(language):
    """Every text of the way in, as it stands in the language; Swedish of rules and catalogue stands in their files."""
    with (TRANSLATIONS / language / "LC_MESSAGES" / "messages.po").open("rb") as file:
        written = {one.id: one.string for one in read_po(file) if one.id}
    used = texts_in_use("babel-families.cfg")
    texts = [written.get(one.id) or " ".join(one.auto_comments) for one in used if one.id]
    return [part for text in texts for part in re.split(r"(?:^|\s)sv: ", text) if part]


@pytest.mark.parametrize("language", LIMITS)
def test_what_families_read_is_easy(language):
    texts = said_in(language)

    assert len(texts) > 2_000
    assert lix(texts) <= LIMITS[language]


@pytest.mark.parametrize("language", LIMITS)
def test_no_sentence_is_long(language):
    every = [one for text in said_in(language) for one in sentences(text)]

    assert [one for one in every if len(WORD.findall(one)) > MOST_WORDS] == []


def test_a_hard_text_and_a_long_sentence_are_found():
    hard = ["Förvaltningsövergripande samverkansöverenskommelser reglerar ansvarsfördelningen."]

    assert lix(hard) > 30
    assert len(WORD.findall(sentences("Kort. " + "ett " * 21)[1])) > MOST_WORDS
