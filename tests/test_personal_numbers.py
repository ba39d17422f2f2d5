"""What looks like a personal identity number is found, whatever way it is written; other long numbers are not."""

import pytest

from directory.personal_numbers import holds_personal_number


@pytest.mark.parametrize("text", [
    "19121212-1212", "121212-1212", "1212121212", "gäller 121212 1212 igen", "20010101-2383", "701063-2391",
    "19121212–1212", "121212\u20111212", "121212 - 1212", "19121212--1212", "1912-12-12-1212", "12.12.12 1212",
    "121212_1212", "1912/12/12-1212", "1912\u200b1212-1212", "１９１２１２１２-１２１２", "klass 12 19121212-1212", "121212+1212",
    "19121212:1212", "191212,121212", "19121212*1212", "1912 12 12 12 12", "19121212 -- -1212",
    "1 9 1 2 1 2 1 2 1 2 1 2",
    "1-2-1-2-1-2-1-2-1-2", "19 12 12 12 12-12", "1912121212 12", "121212 (1212)", "19 1212:12,12 12", "191 212 121 212",
])
def test_a_number_with_a_date_and_a_right_check_digit_is_found(text):
    assert holds_personal_number(text)


@pytest.mark.parametrize("text", [
    "", "0980-319252", "212000-1355", "19121212-1213", "20260231-1234", "notan 2026-11-22 kl 12.12", "1212121212121212",
    "070-1740605", "08-46500400", "08-12 12 12 12", "020-50 50 50", "2026-11-22 08.00", "",
    "08-121 212 12 12", "1912-12-12 12:12", "1912-12-12 kl. 12.12", "12 12 12 12 12", "121-212 12 12",
    "1 2 1 2 1 2 1 2 1 2 3",
    "191212, 19121213, 1212", "1, 2, 3, 4, 5, 6, 7, 8, 9, 10", "2012, 2013, 2014",
    "2026-11-22 08:05 – 2026-11-23 09:00",
])
def test_telephones_organizations_days_and_wrong_check_digits_pass(text):
    assert not holds_personal_number(text)
