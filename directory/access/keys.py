"""Keys of desks: made by chance, shown once, known again by their hash.

What protects them is their length: nobody finds one among 2**160 by trying. So no wrong key is counted or slowed down,
which would only let anybody shut a desk out, and a plain hash is enough, since there is no dictionary to try.
"""

import re
import secrets
from base64 import b32encode
from hashlib import sha256

BYTES = 20
SIGN = "desk-"  # so that a key is known for what it is wherever it was left lying
_KEY = re.compile(rf"{SIGN}[a-z2-7]{{32}}")


def new_key():
    """A key that nobody has."""
    return SIGN + b32encode(secrets.token_bytes(BYTES)).decode().lower()


def hash_of(key):
    """What is kept of a key; None for a text that is none, which nothing needs to be asked about."""
    return sha256(key.encode()).hexdigest() if _KEY.fullmatch(key) else None
