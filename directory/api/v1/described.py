"""`/api/v1/openapi.json` and `/api/v1/docs`: the description for programs, and as a page; made once of an edition."""

from hashlib import sha256
from pathlib import Path
from typing import Any

import orjson
from flask import Blueprint, g, render_template, send_from_directory

from directory.api.answers import JSON, kept
from directory.api.v1.docs import docs_page
from directory.api.v1.openapi import description
from directory.api.v1.operations import Operation, operation
from directory.editions import Memory

TAG = "Description"
HTML = "text/html"
SPEAKS = "en"  # the one language of the description, as of all documentation for developers
STATIC = Path(__file__).parents[1] / "static"
SHEET = "api_docs.css"
VERSION = sha256((STATIC / SHEET).read_bytes()).hexdigest()[:10]
static = Blueprint("api_static", __name__)
_DESCRIBED = Memory()


@static.get(f"/static/{VERSION}/{SHEET}")
def style():
    """The sheet of the page; its address changes with its content, so it may be kept for ever."""
    response = send_from_directory(STATIC, SHEET)
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    return response


@operation("openapi", Operation("GET", "/openapi.json", TAG, "This description, as OpenAPI 3.1.", dict[str, Any],
                                kept=True, spoken=False))
def openapi(_asked):
    return _kept(JSON, lambda: orjson.dumps(description(g.state)))


@operation("docs", Operation("GET", "/docs", TAG, "This description, as a page.", str, kept=True, spoken=False,
                             media=HTML))
def docs(_asked):
    return _kept(HTML, lambda: render_template("api_docs.html", page=docs_page(description(g.state), g.edition.id)))


def _kept(media, make):
    return kept(lambda: _DESCRIBED.of(g.edition, media, make), language=SPEAKS, of=(g.edition.id,), media=media)
