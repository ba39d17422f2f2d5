"""What is settled before and after any page: hosts that cannot be, redirects without a host, a log without paths."""

import logging
import re
from urllib.parse import urlsplit

from flask import abort, request

# A name as DNS has it, or an IPv6 address, and a port. With any other, no address of ours could be written.
_HOST = re.compile(r"(?:\[[\da-f:.]+\]|[\w-]{1,63}(?:\.[\w-]{1,63})*\.?)?(?::\d{1,5})?", re.ASCII | re.IGNORECASE)
LONGEST_HOST = 255  # letters
NO_HOST = "host.invalid"  # stands for a host that cannot be; nobody can have this name (RFC 2606)

LOGGERS = ("gunicorn.error", "gunicorn.access", "werkzeug")  # and the application's own
# What would tell where somebody was: an address of an answer, a code or a referral, what was asked for in an address,
# and what only looks like a token. Gunicorn repeats addresses as they were sent, in signs that hide them, and says who.
_TELLING = (
    (re.compile(r"(Error handling request|Invalid request from)[\s\S]*"), r"\1 …"),
    (re.compile(r"(/(?:vag|kod|remiss))[/?][^\s\]'\"]*"), r"\1/…"),
    (re.compile(r"\?[^\s\]'\"=]*=[^\s\]'\"]*"), "?…"),
    (re.compile(r"[\w%-]{40,}"), "…"),
)


class NoAddresses(logging.Filter):
    """Takes out of what is logged, and of its traceback, what would tell where somebody was."""

    def filter(self, record):
        record.msg, record.args = without_addresses(record.getMessage()), ()
        if record.exc_info and not record.exc_text:
            record.exc_text = without_addresses(logging.Formatter().formatException(record.exc_info))
        return True


def without_addresses(text):
    """A text of a log without what would tell where somebody was."""
    for pattern, instead in _TELLING:
        text = pattern.sub(instead, text)
    return text


def attach(app):
    """Give the application its edges."""
    app.before_request(_refuse_no_host)
    app.after_request(_without_host)
    app.wsgi_app = _with_a_host(app.wsgi_app)
    for logger in (app.logger, *map(logging.getLogger, LOGGERS)):
        logger.filters = [one for one in logger.filters if not isinstance(one, NoAddresses)]
        logger.addFilter(NoAddresses())


def _with_a_host(answer):
    """Put a host that can be in the place of one that cannot, so that a page can be shown that says so."""
    def serve(environ, start_response):
        host = environ.get("HTTP_HOST", "")
        if len(host) > LONGEST_HOST or not _HOST.fullmatch(host):
            environ["HTTP_HOST"] = NO_HOST
        return answer(environ, start_response)
    return serve


def _refuse_no_host():
    if request.headers.get("Host") == NO_HOST:
        abort(400)


def _without_host(response):
    """A redirect of ours without scheme and host: behind a proxy that ends TLS we know neither."""
    if "Location" not in response.headers:
        return response
    parts = urlsplit(response.location)
    if parts.netloc and parts.netloc == request.host:
        response.location = f"/{parts.path.lstrip('/')}{'?' if parts.query else ''}{parts.query}"
    return response
