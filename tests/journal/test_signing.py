"""Signatures: whoever has the public key can tell that nothing was altered; nobody else can make one."""

from dataclasses import replace

import pytest

from directory.config import Settings
from directory.journal import Signer, own_signer, verify

DOCUMENT = {"code": "ACDEFGHJK3", "week": "2026-W47", "steps": [{"kind": "accept"}]}
SIGNER = Signer("a secret")


def test_a_signature_holds_for_the_document_whatever_the_order_of_its_keys():
    signature = SIGNER.sign(DOCUMENT)

    assert SIGNER.is_signed(dict(reversed(DOCUMENT.items())), signature)
    assert verify(DOCUMENT, signature, SIGNER.public_key)


@pytest.mark.parametrize("changes", [{"week": "2026-W48"}, {"steps": []}, {"code": "ACDEFGHJK4"}, {"more": 1}])
def test_an_altered_document_is_not_signed(changes):
    assert not SIGNER.is_signed({**DOCUMENT, **changes}, SIGNER.sign(DOCUMENT))


@pytest.mark.parametrize("signature", ["", "?", "AAAA", None, 5, SIGNER.sign({})])
def test_what_is_no_signature_of_it_is_refused(signature):
    assert not verify(DOCUMENT, signature, SIGNER.public_key)


@pytest.mark.parametrize("key", ["", "?", "AAAA", Signer("another").public_key, "å"])
def test_what_is_no_key_of_ours_verifies_nothing(key):
    assert not verify(DOCUMENT, SIGNER.sign(DOCUMENT), key)


def test_after_a_change_of_secrets_what_was_signed_before_holds():
    changed = Signer("a new secret", "a secret")
    proof = SIGNER.proof("ACDEFGHJK3", "ACDEFG")

    assert changed.is_signed(DOCUMENT, SIGNER.sign(DOCUMENT))
    assert changed.is_proved("ACDEFGHJK3", "ACDEFG", proof)
    assert not SIGNER.is_signed(DOCUMENT, changed.sign(DOCUMENT))


def test_a_proof_is_of_one_code_and_one_confirmation():
    proof = SIGNER.proof("ACDEFGHJK3", "ACDEFG")

    assert SIGNER.is_proved("ACDEFGHJK3", "ACDEFG", proof)
    assert not SIGNER.is_proved("ACDEFGHJK3", "ACDEFH", proof)
    assert not SIGNER.is_proved("ACDEFGHJK4", "ACDEFG", proof)
    assert "ACDEFG" not in proof


def test_hosts_that_share_a_secret_know_each_others_signatures(tmp_path):
    here, there = (own_signer(Settings(home=tmp_path / name, secret="shared")) for name in ("one", "other"))
    own = own_signer(replace(Settings(), home=tmp_path / "one"))

    assert here.is_signed(DOCUMENT, there.sign(DOCUMENT))
    assert not own.is_signed(DOCUMENT, there.sign(DOCUMENT))
    assert own.public_key == own_signer(Settings(home=tmp_path / "one")).public_key
