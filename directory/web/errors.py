"""Errors as pages in the reader's language."""

from dataclasses import dataclass

from flask import current_app, render_template
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.exceptions import HTTPException

_TEXTS = {
    400: _l("The request could not be read."),
    403: _l("Another site may not send anything here."),
    404: _l("The page does not exist."),
    405: _l("The page cannot be used in that way."),
    413: _l("What was sent is too large."),
    503: _l("The page cannot be shown just now. Nothing was kept. Try again in a while."),
}


@dataclass(frozen=True, slots=True)
class ErrorPage:
    text: str


def of_http(error: HTTPException):
    """The page for an error of the web, with its status."""
    status = error.code or 500
    text = _TEXTS.get(status) or _("Something went wrong. Nothing that you wrote has been kept.")
    headers = {name: value for name, value in error.get_headers() if name.lower() in ("allow", "retry-after")}
    try:
        return render_template("error.html", page=ErrorPage(str(text))), status, headers
    except Exception as fault:  # whatever broke the page may break this one too
        current_app.logger.error("the page of an error cannot be shown: %s", type(fault).__name__)
        return str(text), status, {**headers, "Content-Type": "text/plain; charset=utf-8"}
