"""What is made of an edition once a day, since it takes long and is the same for everybody; gone with the edition."""

from weakref import WeakKeyDictionary

from flask import g

from directory import clock

_MADE: WeakKeyDictionary = WeakKeyDictionary()  # by edition: the day, and what was made on it by key


def once(key, make):
    """What `make` makes of the day for the edition that answers.

    :param key: there must not be many: what is made is kept
    """
    today = clock.today()
    day, made = _MADE.get(g.edition, (None, {}))
    if day != today:
        made = {}
        _MADE[g.edition] = today, made
    if key not in made:
        made[key] = make(today)
    return made[key]
