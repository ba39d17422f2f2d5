"""The pages. They show; they decide nothing and remember nothing."""

from flask_babel import Babel

from directory.web import frame
from directory.web.errors import of_http
from directory.web.health import health
from directory.web.public.views import public
from directory.web.rules.views import rules
from directory.web.staff.views import staff

__all__ = ["attach", "of_http"]


def attach(app):
    """Give the application its pages, their language and their headers."""
    Babel(app, locale_selector=frame.language)
    app.register_blueprint(public)
    app.register_blueprint(rules)
    app.register_blueprint(staff)
    app.register_blueprint(health)
    frame.attach(app)
