"""The quick exit, which works without script, and what is shown instead of our pages once somebody has left.

For five minutes a cookie that says nothing of the person makes a neutral page stand for every page that there is, those
for staff and those of errors too, so that the Back button shows nothing of what was read.
"""

from urllib.parse import urlsplit

from flask import Response, make_response, redirect, render_template, request

from directory.access import open_to_all
from directory.config import settings
from directory.web.frame import refuse_other_sites
from directory.web.public.door import page, public
from directory.web.public.pages import AwayPage, SafePage

COOKIE = "u"
GONE_FOR = 300  # seconds
PAGE = "text/html"


@public.after_app_request
def _hidden(response: Response):
    """The neutral page instead of any other, for somebody who has just left."""
    if response.mimetype != PAGE or response.location or not request.cookies.get(COOKIE):
        return response
    return make_response(render_template("away.html", page=AwayPage(request.path)))


@page("/ut", "leave", ("GET", "POST"))
@open_to_all("It takes nothing but the sender's own cookie.")
def leave():
    """Away from here at once; sent back, on to where somebody was going."""
    if request.method == "POST":
        refuse_other_sites()
        response = redirect(_own(request.form.get("to", "")), 303)
        response.delete_cookie(COOKIE)
        return response
    response = redirect(settings().leave_to, 303)
    if not _is_looked_at():
        response.set_cookie(COOKIE, "1", max_age=GONE_FOR, httponly=True, samesite="Lax", secure=_is_over_tls())
    return response


@page("/trygg", "safe")
def safe():
    """What the exit hides, and what not."""
    return render_template("safe.html", page=SafePage(urlsplit(settings().leave_to).hostname or ""))


def _is_looked_at():
    """Whether nobody has left: a browser or a program looks at the link before somebody follows it."""
    return request.method == "HEAD" or "prefetch" in request.headers.get("Sec-Purpose", "")


def _is_over_tls():
    """Whether people reach the service over TLS; behind a proxy the configured address alone tells."""
    return request.is_secure or settings().address.startswith("https:")


def _own(path):
    """The path where it is one of ours, else the start. Browsers read a backslash as a slash, and leave out tabs."""
    parts = urlsplit(path)
    is_plain = path.startswith("/") and not path.startswith("//") and path.isprintable() and "\\" not in path
    return path if is_plain and not parts.scheme and not parts.netloc else "/"
