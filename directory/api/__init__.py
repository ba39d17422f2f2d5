"""The API: cases in, decisions out, and every error as problem+json."""

from directory.api.problems import of_case, of_http
from directory.api.v1 import v1
from directory.errors import CaseRefused

PREFIX = "/api/"

__all__ = ["PREFIX", "attach", "of_http"]


def attach(app):
    """Give the application its API."""
    app.register_blueprint(v1)
    app.register_error_handler(CaseRefused, of_case)
