"""What is made of an edition once, since it takes long and is the same for everybody; it goes with the edition."""

from collections.abc import Callable
from typing import TypeVar
from weakref import WeakKeyDictionary

from directory.editions import Edition

T = TypeVar("T")
_made: WeakKeyDictionary[Edition, dict] = WeakKeyDictionary()


def once(edition: Edition, key, make: Callable[[], T]) -> T:
    """What `make` made when it was first asked for.

    :param key: there must not be many: what is made is kept
    """
    made = _made.setdefault(edition, {})
    if key not in made:
        made[key] = make()
    return made[key]
