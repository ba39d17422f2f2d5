"""Codes: read as people write them, and refused where one symbol is wrong or two changed places."""

from itertools import combinations

import pytest

from directory.journal.codes import (
    ALPHABET, CONFIRMING, LENGTH, CodeRefused, new_code, new_confirmation, read_code, shown_code, shown_confirmation)

ALIKE = ("0OQD"[:3], "1IL", "2Z", "5S", "8B", "UV"[1:])  # what is taken for another, on paper or over the telephone


def is_code(text):
    try:
        return read_code(text) == text
    except CodeRefused:
        return False


def test_a_new_code_is_a_code_and_no_two_are_alike():
    codes = [new_code() for _ in range(1_000)]

    assert all(map(is_code, codes))
    assert len(set(codes)) == 1_000


def test_a_code_has_no_sign_that_is_taken_for_another():
    assert set(ALPHABET).isdisjoint("".join(ALIKE))
    assert len(set(ALPHABET)) == 23


@pytest.mark.parametrize("sample", range(40))
def test_every_wrong_symbol_is_noticed(sample):
    code = new_code()
    wrong = [code[:at] + symbol + code[at + 1:] for at in range(LENGTH) for symbol in ALPHABET if symbol != code[at]]

    assert len(wrong) == 220
    assert not any(map(is_code, wrong))


@pytest.mark.parametrize("sample", range(40))
def test_every_two_symbols_that_changed_places_are_noticed(sample):
    code = new_code()
    pairs = [(one, other) for one, other in combinations(range(LENGTH), 2) if code[one] != code[other]]
    swapped = [code[:a] + code[b] + code[a + 1:b] + code[a] + code[b + 1:] for a, b in pairs]

    assert swapped
    assert not any(map(is_code, swapped))


def test_a_code_is_read_as_people_write_it():
    code = new_code()

    assert len(shown_code(code).split("-")) == 3
    for written in (shown_code(code), shown_code(code).lower(), shown_code(code).replace("-", " "),
                    f" {shown_code(code)} ".replace("-", "–")):
        assert read_code(written) == code


@pytest.mark.parametrize("text", ["", "ACDE", "A" * 11, "A" * 5_000, "ßßßßßßßßßß", "０" * 10, "ACDE-FGHJ-K\x00"])
def test_what_is_no_code_is_refused(text):
    with pytest.raises(CodeRefused) as refused:
        read_code(text)
    assert refused.value.status == 422
    assert not text or text not in str(refused.value)


def test_a_confirmation_is_read_aloud_in_two_groups():
    confirmation = new_confirmation()

    assert len(confirmation) == CONFIRMING
    assert shown_confirmation(confirmation) == f"{confirmation[:3]}-{confirmation[3:]}"
