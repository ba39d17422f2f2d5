"""No number that could be somebody's stands where people may read and ring it.

What may stand there: the national numbers of NATIONAL, and the series that Post- och telestyrelsen (PTS) keeps free for
books, films and tests. A real local number has to be confirmed by its owner first, and then this test has to be told.
"""

import re

import pytest

from tests.house.project_files import ROOT, files_below

NATIONAL = {"112", "1177", "11414", "116111", "90101", "020505050"}
# First and last number of each series kept free. Source: PTS, "Telefonnummer till böcker och filmer", read 2024-05-14.
FICTION = [
    ("0701740605", "0701740699"),  # mobile
    ("0846500400", "0846500499"),  # Stockholm
    ("0313900600", "0313900699"),  # Göteborg
    ("0406280400", "0406280499"),  # Malmö
    ("0980319200", "0980319299"),  # Kiruna
]
FOLDERS = ("seed", "routing_rules", "directory")
SUFFIXES = (".yaml", ".yml", ".html", ".txt", ".po", ".json", ".js", ".tsv", ".csv", ".md")
LONG = r"(?:\+46|0046|0)[ -]?(?:\(0\))?\d(?:[ -]{0,3}\d){5,11}"
SHORT = r"(?:11[2-9][ -]?\d{2,3}|90[ -]?\d{3})\b(?! [A-ZÅÄÖ])"  # a postcode is followed by its town
PHONE = re.compile(rf"(?<![\w.:/-])(?:{LONG}|{SHORT})|(?<=tel:)[+\d -]+")
DASHES_AND_BLANKS = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2010": "-", "\u2011": "-", "\u2013": "-"})


def national_form(number):
    return re.sub(r"\D", "", re.sub(r"^(\+46|0046)[ -]?(\(0\))?", "0", number))


def is_free_to_print(number):
    digits = national_form(number)
    return digits in NATIONAL or any(len(digits) == len(low) and low <= digits <= high for low, high in FICTION)


def numbers_in(text):
    return [match[0] for match in PHONE.finditer(text.translate(DASHES_AND_BLANKS))]


def test_every_number_that_people_may_ring_is_national_or_kept_free():
    texts = {path: path.read_text("utf-8") for path in files_below(*FOLDERS, suffixes=SUFFIXES)}

    assert texts
    assert [f"{path.relative_to(ROOT)}: {number}" for path, text in texts.items() for number in numbers_in(text)
            if not is_free_to_print(number)] == []


@pytest.mark.parametrize("text", [
    "Ring 0771-12 34 56.", "number: '+46 8 123 456 78'", "tel:+4681234567", "08\u2011123\u00a0456\u00a078",
    "010-123 45 67", "0046 60 12 34 56", "phones: [0701740700]", "ring 116 000", "ring 113 13 nu", "+46 (0)60-12 34 56",
])
def test_a_number_that_may_be_real_is_found(text):
    assert [number for number in numbers_in(text) if not is_free_to_print(number)]


@pytest.mark.parametrize("text", [
    "Ring 112.", "tel:112", "1177 eller 116 111", "114 14", "90101", "020-50 50 50", "070-174 06 05",
    "+46 8 465 004 99", "tel:+46313900600", "2026-11-01", "SFS 2025:400", "öppet 08:00-16:30 och 08.00-12.00",
    "113 30 Stockholm", "0-20", "HSLF-FS 2019:19", "4.1.1", "id-0123456789", "https://plats.example/0123456789",
])
def test_other_numbers_are_let_through(text):
    assert [number for number in numbers_in(text) if not is_free_to_print(number)] == []


def test_the_series_hold_as_many_numbers_as_are_kept_free():
    assert sum(int(high) - int(low) + 1 for low, high in FICTION) == 495
