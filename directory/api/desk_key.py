"""The key with which a desk asks: `Authorization: Bearer desk-…`. No cookie is taken, so no page of others asks."""

from flask import current_app, g, request

from directory.access import DeskAccount, desk_of_key
from directory.errors import DirectoryError

SCHEME = "bearer"
LONGEST = 100  # characters of what may be a key


class DeskKeyNeeded(DirectoryError):
    """What was asked is for desks, and no key came along, or one that no open desk has."""

    code, status = "desk_key_needed", 401


def the_desk() -> DeskAccount:
    """The desk whose key came along; asked of the database once a request.

    :raises DeskKeyNeeded: there is none
    :raises sqlalchemy.exc.SQLAlchemyError: the database is away
    """
    if "desk" not in g:
        g.desk = _desk(request.authorization)
    return g.desk


def _desk(said):
    key = said.token if said and said.type == SCHEME else None
    if not key or len(key) > LONGEST:
        raise DeskKeyNeeded
    with current_app.extensions["database"].transaction() as session:
        found = desk_of_key(session, key)
    if found is None:
        raise DeskKeyNeeded
    return found
