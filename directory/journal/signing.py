"""Signatures of receipts (Ed25519), and proofs of the codes that questions are handed over with.

The keys follow from the secret of the installation, so that all hosts which share it can open each other's receipts.
A receipt that the secret before signed holds on.
"""

from base64 import b64decode, b64encode
from hashlib import sha256, sha512
from hmac import compare_digest
from hmac import digest as keyed

import orjson
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from directory.config import Settings
from directory.own_secret import own_secret

PROOF_LETTERS = 40  # of 16: 160 bits
KEY_BYTES = 32


class Signer:
    """Signs with the secret; knows what was signed with it, or with the one before.

    :param before: the secret before, or ""
    """

    def __init__(self, secret, before=""):
        secrets = [one for one in (secret, before) if one]
        self._private = [Ed25519PrivateKey.from_private_bytes(_bytes(b"receipts", one)[:KEY_BYTES]) for one in secrets]
        self._proving = [_bytes(b"confirmations", one) for one in secrets]

    @property
    def public_keys(self):
        """What anybody may check signatures with, in base64: that of the secret, then that of the one before."""
        return tuple(b64encode(one.public_key().public_bytes_raw()).decode() for one in self._private)

    @property
    def public_key(self):
        return self.public_keys[0]

    def sign(self, document):
        """The signature of a document, in base64."""
        return b64encode(self._private[0].sign(as_signed(document))).decode()

    def is_signed(self, document, signature):
        """Whether this installation signed the document as it is."""
        return any(verify(document, signature, key) for key in self.public_keys)

    def proof(self, code, confirmation):
        """What is kept of the code that a receipt's question was handed over with: it does not tell it."""
        return _proof(self._proving[0], code, confirmation)

    def is_proved(self, code, confirmation, proof):
        """Whether it is the code that the proof was made of."""
        return any([compare_digest(_proof(key, code, confirmation), proof) for key in self._proving])


def own_signer(settings: Settings):
    """The signer of this installation.

    :raises OSError: it was given no secret, has none of its own and cannot write one
    """
    return Signer(settings.secret or own_secret(settings.home), settings.secret_before)


def verify(document, signature, public_key):
    """Whether a signature is that of a document; what is no signature, or no key, is not.

    :param public_key: in base64
    """
    try:
        key = Ed25519PublicKey.from_public_bytes(b64decode(public_key, validate=True))
        key.verify(b64decode(signature, validate=True), as_signed(document))
    except (InvalidSignature, ValueError, TypeError):
        return False
    return True


def as_signed(document):
    """The bytes that are signed: JSON with its keys in order.

    :raises TypeError: it holds what JSON cannot
    """
    return orjson.dumps(document, option=orjson.OPT_SORT_KEYS)


def hash_of(value):
    """What a value is known by."""
    return sha256(as_signed(value)).hexdigest()[:32]


def _bytes(purpose, secret):
    return sha512(purpose + b"\0" + secret.encode()).digest()


def _proof(key, code, confirmation):
    return keyed(key, f"{code}\0{confirmation}".encode(), sha256).hex()[:PROOF_LETTERS]
