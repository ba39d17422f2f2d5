"""The pages. They show; they decide nothing and remember nothing."""

from functools import cache

from babel.support import Translations
from flask_babel import Babel, Domain

from directory.i18n import FOLDER, FROM_THE_RIGHT, in_order, tag
from directory.web import edges, frame
from directory.web.desk import desk
from directory.web.errors import of_http
from directory.web.health import health
from directory.web.public import public
from directory.web.rules.views import rules
from directory.web.staff.views import staff

__all__ = ["attach", "of_http"]


def attach(app):
    """Give the application its pages, their language and their headers."""
    Babel(app, locale_selector=lambda: tag(frame.language())).domain_instance = Words()
    app.register_blueprint(public)
    app.register_blueprint(rules)
    app.register_blueprint(staff)
    app.register_blueprint(desk)
    app.register_blueprint(health)
    frame.attach(app)
    edges.attach(app)


class Words(Domain):
    """The texts of the page's language. Easy Swedish is a language here, though no standard has a name for it."""

    def get_translations(self):
        return _texts_of(frame.language())


class FromTheRight(Translations):
    """Texts that are read from the right, their numbers in order."""

    def ugettext(self, message):
        return in_order(super().ugettext(message))


@cache
def _texts_of(language):
    kind = FromTheRight if language in FROM_THE_RIGHT else Translations
    return kind.load(FOLDER, [language], "messages")
