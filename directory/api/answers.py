"""Answers as JSON; those that an edition gives carry its id as `ETag`, so that a reader need not fetch them twice."""

from hashlib import sha256
from pathlib import Path

import orjson
from flask import Response, request

JSON = "application/json"
PACKAGE = Path(__file__).parents[1]
# What is said of an edition follows from the program too: another version's answer is another answer.
PROGRAM = sha256(b"".join(path.read_bytes() for kind in ("py", "mo") for path in sorted(PACKAGE.rglob(f"*.{kind}")))
                 ).hexdigest()[:8]


def answer(value, *, language, media=JSON, status=200):
    """A value as JSON, or text and bytes as they are, in the language that it speaks."""
    raw = value if isinstance(value, (str, bytes)) else orjson.dumps(value)
    return Response(raw, status, mimetype=media, headers=_spoken(language))


def kept(make, *, language, of, media=JSON):
    """What `make` makes, which a reader may keep if they ask each time whether it still holds; then it is not made.

    :param of: what it follows from, beside the language: an edition's id first
    """
    tag = "-".join((*map(str, of), language, PROGRAM))
    if request.if_none_match.contains_weak(tag):
        response = Response(status=304, headers=_spoken(language))
    else:
        response = answer(make(), language=language, media=media)
    response.headers["Cache-Control"] = "no-cache"
    response.set_etag(tag)
    return response


def _spoken(language):
    return {"Content-Language": language, "Vary": "Accept-Language"}
