"""Puts the rooms together: the only module that knows them all."""

from flask import Flask, g, request
from gunicorn.http.errors import ParseException
from werkzeug.exceptions import BadRequest, HTTPException

from directory import api, clock, web
from directory.config import settings
from directory.editions import Edition, build

MOST_BYTES = 64 * 1024  # of a request's body; a case is under 2 kB


def create_app(edition: Edition | None = None):
    """The application, answering from one edition.

    :param edition: the edition to answer from; left out, it is built from the folders that the settings name
    :raises RulesNotProved: the files have errors, so there is nothing to answer from
    """
    app = Flask(__name__, static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = MOST_BYTES
    answering = edition or build(settings().rules, settings().seed, day=clock.today())
    app.before_request(lambda: setattr(g, "edition", answering))
    api.attach(app)
    web.attach(app)
    app.register_error_handler(HTTPException, _of_http)
    app.register_error_handler(ParseException, lambda _: _of_http(BadRequest()))  # a malformed chunked body
    return app


def _of_http(error):
    """An error of the web, told by the door that was knocked on."""
    door = api if request.path.startswith(api.PREFIX) else web
    return door.of_http(error)
