"""Puts the rooms together: the only module that knows them all."""

from flask import Flask, g, request
from gunicorn.http.errors import ParseException
from sqlalchemy.exc import SQLAlchemyError
from werkzeug.exceptions import BadRequest, HTTPException, ServiceUnavailable

from directory import api, web
from directory.config import settings
from directory.db import connect
from directory.editions import Current, Edition, fixed, open_current
from directory.journal import own_signer

AWAY_FOR = 30  # seconds after which to ask again for what the database did not answer
MOST_BYTES = 64 * 1024  # of a request's body; a case is under 2 kB


def create_app(edition: Edition | None = None):
    """The application, answering from what is published, or from one edition where it is handed one.

    :raises DirectoryError: there is nothing to answer from: files with errors, an edition that is damaged
    :raises sqlalchemy.exc.SQLAlchemyError: there is nothing to answer from, since the database is away
    """
    app = Flask(__name__, static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = MOST_BYTES
    app.extensions["current"] = current = fixed(edition) if edition else open_current(settings())
    app.extensions["database"] = connect(settings().database, must_exist=True)  # opened by whoever asks it first
    app.extensions["signer"] = own_signer(settings())
    app.before_request(lambda: _take(current))
    api.attach(app)
    web.attach(app)
    app.register_error_handler(HTTPException, _of_http)
    app.register_error_handler(ParseException, lambda _: _of_http(BadRequest()))  # a malformed chunked body
    app.register_error_handler(SQLAlchemyError, lambda error: _of_database(app, error))
    return app


def _take(current: Current):
    """What one answer is made from: taken once, so that none mixes two editions."""
    current.follow()
    g.state = current.state
    g.edition = g.state.edition


def _of_http(error):
    """An error of the web, told by the door that was knocked on."""
    door = api if request.path.startswith(api.PREFIX) else web
    return door.of_http(error)


def _of_database(app, error):
    """That the database is away, for who asked; its words, which may tell what was asked, are written nowhere."""
    app.logger.error("the database does not answer: %s", type(error).__name__)
    return _of_http(ServiceUnavailable(retry_after=AWAY_FOR))
