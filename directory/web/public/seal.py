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
from directory.web.public.own_words import Found

VERSION = 1
BLOCK = 64  # bytes; the length of a token tells no more than how many of them it takes
LONGEST = 2_000  # characters
FOUND = [b"found"]  # what is sealed beside, so that a token of one kind is none of another


class Seal:
    """Seals with the secret, opens what was sealed with it or with the one before.

    :param before: the secret before, or ""
    :source: RFC 5297
    """

    def __init__(self, secret, before=""):
        self._keys = [_key(one) for one in (secret, before) if one]

    def seal(self, answers: Answers):
        """The token of some answers."""
        return self._sealed([answers.place, answers.who, answers.given, answers.before])

    def open(self, token):
        """The answers of a token; None where it is none of ours, altered, or of another version."""
        said = self._opened(token)
        if said is None:
            return None
        place, who, given, before = said
        return Answers(place, who, given, tuple(before) if before else None)

    def seal_found(self, found: Found):
        """The token of what own words were found to mean."""
        return self._sealed([found.needs, found.told], FOUND)

    def open_found(self, token):
        """What own words were found to mean, by a token; None as in `open`."""
        said = self._opened(token, FOUND)
        return Found(tuple(said[0]), said[1]) if said else None

    def _sealed(self, said, kind=None):
        written = orjson.dumps([VERSION, *said], option=orjson.OPT_SORT_KEYS)
        sealed = self._keys[0].encrypt(written + b" " * (-len(written) % BLOCK), kind)
        return urlsafe_b64encode(sealed).decode().rstrip("=")

    def _opened(self, token, kind=None):
        if len(token) > LONGEST:
            return None
        try:
            sealed = urlsafe_b64decode(token.encode() + b"=" * (-len(token) % 4))
        except ValueError:
            return None
        for key in self._keys:
            try:
                version, *said = orjson.loads(key.decrypt(sealed, kind))
            except (InvalidTag, ValueError):
                continue
            return said if version == VERSION else None
        return None


def _key(secret):
    return AESSIV(sha512(b"answers\0" + secret.encode()).digest())
