"""The blueprint of the pages for desks, and who is signed in. A view that a desk alone may use is marked so.

    @page("/remiss/<code>/steg", "take_step", ("POST",))
    @needs_desk                      # or @open_to_all("why that is harmless"): every view that takes a POST has one
    def take_step(code): ...         # within, signed_in() is the desk

A form of such a view holds `{{ form_token() }}`, which is the hidden field.
"""

from functools import wraps

from flask import Blueprint, abort, current_app, g, request
from markupsafe import Markup

from directory import clock
from directory.access import DESK, MARK, DeskAccount, Sessions, desk_of_handle, handle_in, key_hash_of
from directory.config import settings
from directory.own_secret import own_secret
from directory.web.desk.sign_in import show_sign_in
from directory.web.frame import is_from_here, pages_of
from directory.web.has_session import COOKIE
from directory.web.unpublished import unpublished

TOKEN = "token"
READING = ("GET", "HEAD", "OPTIONS")

desk = Blueprint("desk", __name__)
page = pages_of(desk)


@desk.record_once
def _take_the_secret(setup):
    known = settings()
    setup.app.extensions["sessions"] = Sessions(known.secret or own_secret(known.home))


@desk.context_processor
def _told():
    return {"unpublished": unpublished, "form_token": form_token, "signed_in": signed_in}


@desk.before_request
def _refuse_other_sites():
    if request.method not in READING and not is_from_here():
        abort(403)


def signed_in() -> DeskAccount | None:
    """The desk that the request is sent from, or None. Asked of the database once a request, and only with a cookie.

    :raises sqlalchemy.exc.SQLAlchemyError: the database is away
    """
    if "desk_account" not in g:
        g.desk_account = _account(request.cookies.get(COOKIE, ""))
    return g.desk_account


def the_desk() -> DeskAccount:
    """The desk that a view for desks alone is sent from."""
    desk = signed_in()
    assert desk is not None
    return desk


def needs_desk(view):
    """The view for whoever is signed in; others get the form to sign in, and what they sent is not looked at."""
    @wraps(view)
    def guarded(**values):
        if signed_in() is None:
            return show_sign_in(told="needed", to=request.path)
        if request.method not in READING and not _sessions().is_form_token(
                request.form.get(TOKEN, ""), request.cookies[COOKIE]):
            abort(403)
        return view(**values)

    setattr(guarded, MARK, DESK)
    return guarded


def form_token():
    """The hidden field that a form of a desk holds; nothing where nobody is signed in."""
    if signed_in() is None:
        return ""
    token = _sessions().form_token(request.cookies[COOKIE])
    return Markup('<input type="hidden" name="{}" value="{}">').format(TOKEN, token)


def _account(session):
    handle = handle_in(session)
    if handle is None:
        return None
    with current_app.extensions["database"].transaction() as asked:
        key_hash = key_hash_of(asked, handle)
        is_valid = key_hash and _sessions().is_valid(session, key_hash, now=clock.now())
        return desk_of_handle(asked, handle) if is_valid else None


def _sessions() -> Sessions:
    return current_app.extensions["sessions"]
