"""Questions in words of their own to a child or young person who asks for themselves: read, refused, never lacking."""

import re

import pytest

from directory.rules import load
from tests.build import make_base, ruleset_of, the_error

THIRD_PERSON = re.compile(r"\b(barnet|eleven|den unga)\b", re.IGNORECASE)
MOST_LIX, MOST_WORDS = 30, 20  # of a sentence; a LIX below 30 is very easy to read


def with_question(folder, row):
    return make_base(folder, family={"layer": "questions", "questions": {"life": row}})


def asked_in(folder):
    return load(folder).base.questions[0]


@pytest.fixture(scope="module")
def own():
    """Pairs of what a question or an option is called and itself, of our own questions."""
    questions = ruleset_of("routing_rules").base.questions
    return [(f"{one.id} {record.id}", record) for one in questions for record in (one, *one.options)]


def swedish(own):
    return [record.youth.read("sv") for _, record in own if record.youth]


def words_in(text):
    return re.findall(r"[^\W\d_]+", text)


def test_the_words_to_the_young_are_read_beside_those_to_everybody(tmp_path):
    asked = asked_in(with_question(
        tmp_path, "text: How does the child sleep?, youth: {sv: Hur sover du?, en: How do you sleep?},"
        " options: [{id: well, text: It sleeps well, youth: {sv: Jag sover gott, en: I sleep well}}]"))

    assert asked.text.read("en") == "How does the child sleep?"
    assert asked.youth.by_language == {"sv": "Hur sover du?", "en": "How do you sleep?"}
    assert asked.options[0].youth.read("sv") == "Jag sover gott"


def test_words_to_the_young_may_be_left_out(tmp_path):
    asked = asked_in(with_question(tmp_path, "text: Sleep?, options: [{id: well, text: Well}]"))

    assert (asked.youth, asked.options[0].youth) == (None, None)


@pytest.mark.parametrize("value", ["[Jag]", "''", "{sv: [Jag]}", "{Svenska: Jag}", "{sv: 'Jag, 19121212-1212'}"])
@pytest.mark.parametrize(("row", "key"), [
    ("text: Sleep?, youth: %s, options: [{id: well, text: Well}]", "youth"),
    ("text: Sleep?, options: [{id: well, text: Well, youth: %s}]", "options.0.youth"),
])
def test_words_to_the_young_that_are_no_sentence_are_refused_with_their_place(tmp_path, row, key, value):
    folder = with_question(tmp_path, row % value)

    found = the_error(folder)

    assert (found.check, found.ids) == ("shape", ("life",))
    assert (found.file, found.line) == (f"{folder}/family.yaml", 5)
    assert f": {key}" in str(found.message)


def test_a_key_that_is_nearly_the_right_one_is_named(tmp_path):
    found = the_error(with_question(tmp_path, "text: Sleep?, yuth: You?, options: [{id: well, text: Well}]"))

    assert "yuth" in str(found.message) and "youth" in str(found.hint)


def test_whatever_speaks_of_the_child_has_other_words_to_the_child(own):
    assert [name for name, one in own if THIRD_PERSON.search(one.text.read("sv")) and not one.youth] == []


def test_words_to_the_young_speak_to_them_in_both_languages(own):
    spoken = [(name, one.youth) for name, one in own if one.youth]

    assert [name for name, one in spoken if set(one.by_language) != {"sv", "en"}] == []
    assert [name for name, one in spoken if THIRD_PERSON.search(one.read("sv"))] == []
    assert [name for name, one in spoken if re.search(r"\b(child's|the child|hen|sig)\b", " ".join(
        one.by_language.values()), re.IGNORECASE)] == []


def test_words_to_the_young_are_easy_to_read(own):
    sentences = [one for text in swedish(own) for one in re.split(r"(?<=[.?])\s+", text)]

    words = [word for one in sentences for word in words_in(one)]

    assert [one for one in sentences if len(words_in(one)) > MOST_WORDS] == []
    assert len(words) / len(sentences) + 100 * sum(len(word) > 6 for word in words) / len(words) <= MOST_LIX
