"""Answers made smaller on their way to whoever can read them so: a page of the way in is read on poor connections."""

import gzip
from functools import lru_cache

from flask import Response, request

SMALLEST = 1_000  # bytes; below, nothing is won
KINDS = ("text/html", "text/css", "text/javascript", "application/json", "application/problem+json", "image/svg+xml")
LEVEL = 4  # of 9: more costs time and wins little


def made_smaller(response: Response):
    """The same answer compressed, where it is text, is not small, and the caller can read it."""
    headers = response.headers
    if response.mimetype not in KINDS or response.status_code != 200 or "Content-Encoding" in headers:
        return response
    if "no-transform" in headers.get("Cache-Control", ""):  # a page that is sent piece by piece, as it is made
        return response
    others = headers.get("Vary")
    headers["Vary"] = f"{others}, Accept-Encoding" if others else "Accept-Encoding"
    if not _can_be_read_so() or request.method == "HEAD":
        return response
    response.direct_passthrough = False  # a static file: it is small
    raw = response.get_data()
    if len(raw) >= SMALLEST:
        response.set_data(_smaller(raw))
        headers["Content-Encoding"] = "gzip"
        tag, _ = response.get_etag()
        if tag:
            response.set_etag(tag, weak=True)  # the same page, in other bytes
    return response


def _can_be_read_so():
    """Whether the caller reads gzip; most machines do not speak of it, and then nothing is parsed."""
    return "Accept-Encoding" in request.headers and bool(request.accept_encodings["gzip"])


@lru_cache(256)
def _smaller(raw):
    return gzip.compress(raw, LEVEL, mtime=0)
