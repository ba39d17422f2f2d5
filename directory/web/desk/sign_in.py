"""The page on which a desk signs in, also shown in place of one that is for desks alone."""

from dataclasses import dataclass

from flask import current_app, render_template, url_for
from werkzeug.exceptions import HTTPException

from directory.personal_numbers import holds_personal_number

LONGEST = 200  # characters of where somebody wants to go
STATUS = {"": 200, "needed": 401, "wrong": 401}
ASKS = {"WWW-Authenticate": 'Bearer realm="desk"'}


@dataclass(frozen=True, slots=True)
class SignInPage:
    """`told`: why the page is shown: "needed", since what was asked for is for desks; "wrong", of a key; or "".

    `to`: the page that is shown after; `handle` of the desk that is signed in already, or "".
    """

    told: str
    to: str
    handle: str


def show_sign_in(*, told="", to="", handle=""):
    """The page as an answer, with its status.

    :param to: where somebody wants to go, as it was said; no more than the pages of desks is followed
    """
    shown = render_template("desk_sign_in.html", page=SignInPage(told, page_at(to) or "", handle))
    return shown, STATUS[told], ASKS if told else {}


def page_at(path):
    """The address of the page of desks that a path is of, or that it lies below; None where it is of no such page."""
    if len(path) > LONGEST or holds_personal_number(path):
        return None
    adapter = current_app.url_map.bind("")
    while path.startswith("/") and path.strip("/"):
        try:
            endpoint, values = adapter.match(path, method="GET")
        except HTTPException:
            endpoint, values = "", {}
        if endpoint.startswith("desk."):
            return url_for(endpoint, **values)
        path = path.rpartition("/")[0]
    return None
