"""Answers ↔ the opaque token that stands in an address. Nothing of it can be read without the key, and none is kept.

The same answers have the same token, so that a page can be made once for everybody who gives them. Whoever has an
address can open it; a token of its own for everybody would hide nothing more.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from hashlib import sha512

import orjson
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESSIV

from directory.routing import Answers

VERSION = 1
BLOCK = 64  # bytes; the length of a token tells no more than how many of them it takes
LONGEST = 2_000  # characters


class Seal:
    """Seals with the secret, opens what was sealed with it or with the one before.

    :param before: the secret before, or ""
    :source: RFC 5297
    """

    def __init__(self, secret, before=""):
        self._keys = [_key(one) for one in (secret, before) if one]

    def seal(self, answers: Answers):
        """The token of some answers."""
        written = orjson.dumps([VERSION, answers.place, answers.who, answers.given, answers.before],
                               option=orjson.OPT_SORT_KEYS)
        sealed = self._keys[0].encrypt(written + b" " * (-len(written) % BLOCK), None)
        return urlsafe_b64encode(sealed).decode().rstrip("=")

    def open(self, token):
        """The answers of a token; None where it is none of ours, altered, or of another version."""
        if len(token) > LONGEST:
            return None
        try:
            sealed = urlsafe_b64decode(token.encode() + b"=" * (-len(token) % 4))
        except ValueError:
            return None
        for key in self._keys:
            try:
                return _answers(orjson.loads(key.decrypt(sealed, None)))
            except (InvalidTag, ValueError):
                pass
        return None


def _answers(said):
    if said[0] != VERSION:
        return None
    _version, place, who, given, before = said
    return Answers(place, who, given, tuple(before) if before else None)


def _key(secret):
    return AESSIV(sha512(b"answers\0" + secret.encode()).digest())
