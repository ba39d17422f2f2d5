"""Who asks on the pages for families."""

from flask_babel import gettext as _

ASKERS = ("guardian", "youth", "other")  # a guardian, a child or young person, somebody who works with them
YOUTH, STAFF = ASKERS[1:]


def askers():
    """The words for each kind of asker, by id."""
    return {"guardian": _("I am a parent or close to the child"), YOUTH: _("I am a child or young person"),
            STAFF: _("I work with children")}
