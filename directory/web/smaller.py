"""Answers made smaller on their way to whoever can read them so: a page of the way in is read on poor connections."""

import gzip
from functools import lru_cache

from flask import Response, request

SMALLEST = 1_000  # bytes; below, nothing is won
KINDS = ("text/html", "text/css", "text/javascript", "application/json", "application/problem+json", "image/svg+xml")
LEVEL = 4  # of 9: more costs time and wins little


def made_smaller(response: Response):
    """The same answer compressed, where it is text, is not small, and the caller can read it."""
    if response.mimetype not in KINDS or response.status_code != 200 or "Content-Encoding" in response.headers:
        return response
    if response.cache_control.no_transform:  # a page that is sent piece by piece, as it is made
        return response
    response.vary.add("Accept-Encoding")
    if not request.accept_encodings["gzip"] or request.method == "HEAD":
        return response
    response.direct_passthrough = False  # a static file: it is small
    raw = response.get_data()
    if len(raw) >= SMALLEST:
        response.set_data(_smaller(raw))
        response.headers["Content-Encoding"] = "gzip"
        tag, _ = response.get_etag()
        if tag:
            response.set_etag(tag, weak=True)  # the same page, in other bytes
    return response


@lru_cache(256)
def _smaller(raw):
    return gzip.compress(raw, LEVEL, mtime=0)
