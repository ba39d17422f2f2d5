"""What is worked out of an edition and kept in memory: it is the same for everybody, and goes with the edition."""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from directory.editions.build import Edition

T = TypeVar("T")


class Memory:
    """Results by edition and key.

    :param most: how many there may be of an edition, past which all are dropped; None where the keys are few
    """

    def __init__(self, most: int | None = None):
        self._most = most
        self._made: WeakKeyDictionary[Edition, tuple[Any, dict]] = WeakKeyDictionary()

    def kept(self, edition: Edition):
        """What is kept of an edition, by key."""
        return self._made.get(edition, (None, {}))[1]

    def of(self, edition: Edition, key: Hashable, make: Callable[[], T], *, when=None) -> T:
        """What `make` made when it was first asked for; what it raises is not kept.

        :param when: that for which results hold, such as a day; at another one all of the edition are dropped
        """
        then, made = self._made.get(edition, (when, None))
        if made is not None and then == when and key in made:
            return made[key]
        result = make()
        if made is None or then != when or (self._most and len(made) >= self._most):
            made = {}
            self._made[edition] = when, made
        made[key] = result
        return result
