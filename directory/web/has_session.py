"""Whether a reader's browser keeps the session of a desk: enough to show or spare it a link, and for nothing else.

Nothing is believed of the session here, and the database is not asked; `web/desk/door.py` does both.
"""

from flask import request

from directory.access import handle_in

COOKIE = "desk"


def has_session():
    return handle_in(request.cookies.get(COOKIE, "")) is not None
