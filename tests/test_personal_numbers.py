"""What looks like a personal identity number is found, whatever way it is written; other long numbers are not."""

import pytest

from directory.personal_numbers import holds_personal_number


@pytest.mark.parametrize("text", [
    "19121212-1212", "121212-1212", "1212121212", "gäller 121212 1212 igen", "20010101-2383", "701063-2391",
    "19121212–1212", "121212\u20111212", "121212 - 1212", "19121212--1212", "1912-12-12-1212", "12.12.12 1212",
    "121212_1212", "1912/12/12-1212", "1912\u200b1212-1212", "１９１２１２１２-１２１２", "klass 12 19121212-1212", "121212+1212",
])
def test_a_number_with_a_date_and_a_right_check_digit_is_found(text):
    assert holds_personal_number(text)


@pytest.mark.parametrize("text", [
    "", "0980-319252", "212000-1355", "19121212-1213", "20260231-1234", "notan 2026-11-22 kl 12.12", "1212121212121212",
    "070-1740605", "08-46500400", "08-12 12 12 12", "020-50 50 50", "2026-11-22 08.00", "",
])
def test_telephones_organizations_days_and_wrong_check_digits_pass(text):
    assert not holds_personal_number(text)
