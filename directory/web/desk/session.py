"""Signing in and out: a key is traded for a session, which the browser keeps in a cookie for some hours."""

from flask import current_app, redirect, request

from directory import clock
from directory.access import LASTS, desk_of_key, hash_of, open_to_all
from directory.config import settings
from directory.web.desk.door import page, signed_in
from directory.web.desk.sign_in import page_at, show_sign_in
from directory.web.frame import address
from directory.web.has_session import COOKIE

LONGEST = 100  # characters of what may be a key


@page("/remiss/nyckel", "key", ("GET", "POST"))
@open_to_all("A key is looked up, and nothing is changed.")
def sign_in():
    """The form for the key, and what comes of it."""
    if request.method != "POST":
        here = signed_in()
        return show_sign_in(to=request.args.get("to", ""), handle=here.handle if here else "")
    key, to = request.form.get("key", "").strip(), request.form.get("to", "")
    with current_app.extensions["database"].transaction() as asked:
        found = desk_of_key(asked, key[:LONGEST])
    return _begin(found.handle, hash_of(key), to) if found else show_sign_in(told="wrong", to=to)


@page("/remiss/nyckel/ut", "out", ("POST",))
@open_to_all("It takes nothing but the sender's own cookie.")
def sign_out():
    """Away with the session."""
    response = redirect(address("desk.key"), 303)
    response.delete_cookie(COOKIE, **_kept())
    return response


def _begin(handle, key_hash, to):
    response = redirect(page_at(to) or address("desk.key"), 303)
    session = current_app.extensions["sessions"].begin(handle, key_hash, now=clock.now())
    response.set_cookie(COOKIE, session, max_age=LASTS, **_kept())
    return response


def _kept():
    """How a browser keeps the cookie: from scripts, from other sites, and over TLS from everything else."""
    secure = request.is_secure or settings().address.startswith("https:")
    return {"httponly": True, "samesite": "Strict", "secure": secure, "path": "/"}
