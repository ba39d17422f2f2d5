"""Every text for people stands in every language, and no language holds a text that nobody shows."""

import re
from functools import cache

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_keywords, parse_mapping_cfg
from babel.messages.pofile import read_po

from directory.i18n import FAMILY_LANGUAGES
from tests.house.project_files import ROOT

STAFF = ("sv",)  # the languages of every page; the others are those of the way in
TRANSLATIONS = ROOT / "directory" / "translations"
LANGUAGES = sorted({"sv"} | {path.parts[-3] for path in TRANSLATIONS.glob("*/LC_MESSAGES/messages.po")})


@cache
def texts_in_use(mapping="babel.cfg"):
    """The texts in code, templates and files, found in the way that `make texts` finds them."""
    calls = re.findall(r"-k (\w+)", (ROOT / "Makefile").read_text("utf-8"))
    with (ROOT / mapping).open(encoding="utf-8") as written:
        methods, options = parse_mapping_cfg(written)
    keywords = {**DEFAULT_KEYWORDS, **parse_keywords(calls)}
    used = Catalog()
    for _, _, text, comments, context in extract_from_dir(ROOT, methods, options, keywords, comment_tags=["sv:"]):
        used.add(text, context=context, auto_comments=comments)
    return used


def keys_of(catalogue):
    return {(message.id, message.context) for message in catalogue if message.id}


def lacks_words(message):
    forms = message.string if isinstance(message.string, (list, tuple)) else [message.string]
    return not all(forms)


def numbers_in(text):
    """The numbers of a text: whom to ring, how old, how many days."""
    return set(re.findall(r"\d+", text if isinstance(text, str) else " ".join(text)))


def faults_of(catalogue, used):
    """What is wrong with one language: kind of fault → its texts."""
    said = [message for message in catalogue if message.id]
    faults = {
        "missing": keys_of(used) - keys_of(catalogue),
        "unused": keys_of(catalogue) - keys_of(used),
        "empty": {message.id for message in said if lacks_words(message)},
        "fuzzy": {message.id for message in said if message.fuzzy},
        "put aside": {message.id for message in catalogue.obsolete.values()},
        "other placeholders": {message.id for message, errors in catalogue.check() if errors},
        "other numbers": {message.id for message in said if numbers_in(message.id) != numbers_in(message.string)},
    }
    return {kind: texts for kind, texts in faults.items() if texts}


def catalogue_of(*pairs):
    made = Catalog(locale="sv")
    for text, words in pairs:
        made.add(text, words, flags={"python-format"} if "%" in str(text) else set())
    return made


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_says_everything_and_nothing_else(language):
    with (TRANSLATIONS / language / "LC_MESSAGES" / "messages.po").open("rb") as file:
        catalogue = read_po(file)

    assert faults_of(catalogue, texts_in_use("babel.cfg" if language in STAFF else "babel-families.cfg")) == {}


def test_every_language_that_is_offered_has_its_texts():
    assert set(LANGUAGES) == set(FAMILY_LANGUAGES) - {"en"}


def test_the_swedish_of_rules_and_catalogue_has_the_numbers_of_its_english():
    beside = [(one.id, text) for one in texts_in_use("babel-families.cfg") for text in one.auto_comments if one.id]

    assert len(beside) > 2_000
    assert [pair for pair in beside if numbers_in(pair[0]) != numbers_in(pair[1])] == []


def test_texts_are_found_in_code():
    assert "The file is empty." in texts_in_use()


def test_each_kind_of_fault_in_a_language_is_found():
    used = catalogue_of(("here", ""), ("blank", ""), ("to %(name)s", ""), (("one", "many"), ("", "")))
    catalogue = catalogue_of(
        ("blank", ""), ("gone", "borta"), ("to %(name)s", "till %(namn)s"), (("one", "many"), ("en", "")),
        ("call 112", "ring 1177"))
    catalogue["gone"].flags.add("fuzzy")

    faults = faults_of(catalogue, used)

    assert faults["missing"] == {("here", None)}
    assert faults["unused"] == {("gone", None), ("call 112", None)}
    assert faults["empty"] == {"blank", ("one", "many")}
    assert faults["fuzzy"] == {"gone"}
    assert faults["other placeholders"] == {"to %(name)s"}
    assert faults["other numbers"] == {"call 112"}


def test_a_complete_language_has_no_faults():
    used = catalogue_of(("to %(name)s", ""), (("one", "many"), ("", "")))

    assert faults_of(catalogue_of(("to %(name)s", "till %(name)s"), (("one", "many"), ("en", "flera"))), used) == {}
