"""What is made of an edition once a day, since it takes long and is the same for everybody; gone with the edition."""

from flask import g

from directory import clock
from directory.editions import Memory

_MADE = Memory()


def once(key, make):
    """What `make` makes of the day for the edition that answers.

    :param key: there must not be many: what is made is kept
    """
    today = clock.today()
    return _MADE.of(g.edition, key, lambda: make(today), when=today)
