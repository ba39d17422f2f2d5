"""Sessions of desks: what a browser keeps instead of the key, and the token of a form that was shown in one.

A session says its handle and when it ends. It is signed with the secret of the installation and what is kept of the
desk's key, so that a desk that is closed or has another key is out at once.
"""

import hmac
import re
from datetime import datetime, timedelta
from hashlib import sha512

from itsdangerous import BadSignature, Signer

LASTS = timedelta(hours=8)
_SESSION = re.compile(r"([a-z0-9_-]{2,40}):[0-9]{1,12}\.[A-Za-z0-9_-]{1,100}")


class Sessions:
    """Begins sessions, and tells whose one is.

    :param secret: of the installation; another one ends every session
    """

    def __init__(self, secret):
        self._secret = secret

    def begin(self, handle, key_hash, *, now: datetime):
        """The session of a desk from a moment on."""
        return self._signer(key_hash).sign(f"{handle}:{int((now + LASTS).timestamp())}").decode()

    def is_valid(self, session, key_hash, *, now: datetime):
        """Whether a session is of the desk of this key, and has not ended."""
        try:
            said = self._signer(key_hash).unsign(session).decode()
        except BadSignature:
            return False
        return now.timestamp() < int(said.rpartition(":")[2])

    def form_token(self, session):
        """What a form says to show that it was shown in a session."""
        return Signer(self._secret, salt="desk-form", digest_method=sha512).get_signature(session).decode()

    def is_form_token(self, token, session):
        return hmac.compare_digest(token.encode(), self.form_token(session).encode())

    def _signer(self, key_hash):
        return Signer(self._secret, salt=f"desk-session:{key_hash}", digest_method=sha512)


def handle_in(session):
    """The handle that a session says, which nothing is believed of yet; None where it cannot be one."""
    found = _SESSION.fullmatch(session)
    return found and found[1]
