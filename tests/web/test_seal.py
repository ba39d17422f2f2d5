"""Tokens of answers: nothing can be read in them, none is believed that is not ours."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from hashlib import sha512

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESSIV
from hypothesis import given
from hypothesis import strategies as st

from directory.routing import Answers
from directory.web.public.seal import Seal

ANSWERS = Answers("hudiksvall", "youth", {"urgency": "wait", "matter": "ma_daligt"}, ("age", "teen"))
SECRET = "a secret of the installation"
SEAL = Seal(SECRET)
TOKEN = SEAL.seal(ANSWERS)


def test_what_was_sealed_is_opened_again():
    assert SEAL.open(TOKEN) == ANSWERS


def test_nothing_of_the_answers_can_be_read_in_a_token():
    raw = urlsafe_b64decode(TOKEN + "=" * (-len(TOKEN) % 4))

    assert not any(word in raw or word in TOKEN.encode() for word in (b"hudiksvall", b"urgency", b"ma_daligt", b"["))


def test_the_length_of_a_token_tells_little():
    tokens = {len(SEAL.seal(Answers(place, "youth", {}))) for place in ("ale", "hudiksvall", "ange", "upplands-bro")}

    assert len(tokens) == 1


@pytest.mark.parametrize("at", range(len(TOKEN)))
def test_a_token_that_was_altered_anywhere_is_not_opened_as_something_else(at):
    altered = TOKEN[:at] + ("A" if TOKEN[at] != "A" else "B") + TOKEN[at + 1:]

    assert SEAL.open(altered) in (None, ANSWERS)  # the last character has bits that mean nothing


@given(st.text(max_size=60))
def test_no_text_breaks_anything(text):
    assert SEAL.open(text) is None
    assert SEAL.open(TOKEN + text) in (None, ANSWERS)


def test_an_endless_token_is_not_even_looked_at():
    assert SEAL.open("A" * 1_000_000) is None


def test_after_a_change_of_the_secret_the_one_before_still_opens_and_an_older_one_does_not():
    assert Seal("a new secret", SECRET).open(TOKEN) == ANSWERS
    assert Seal("a new secret").open(TOKEN) is None


def test_a_token_of_another_version_is_not_believed():
    key = AESSIV(sha512(b"answers\0" + SECRET.encode()).digest())

    for said in (b'[2,"ale","youth",{},null]', b'[0]', b'[1,"ale","youth",{},null]'):
        token = urlsafe_b64encode(key.encrypt(said, None)).decode()
        assert (SEAL.open(token) is None) is (said[1:2] != b"1")
