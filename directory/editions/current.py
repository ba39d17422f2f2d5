"""What a process answers from: one reference, swapped at once. A thread of the process looks for what was published.

Whoever answers takes the reference once and asks that alone, so that no answer mixes two editions.
"""

import logging
import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from threading import Event, Lock, Thread

from directory import clock
from directory.editions.build import Edition
from directory.editions.store import PUBLISH, Published
from directory.findings import Say

log = logging.getLogger("envagin")


@dataclass(frozen=True, slots=True)
class Problem:
    """Why something newer does not answer: `code` is stable."""

    code: str
    text: Say


@dataclass(frozen=True, slots=True)
class State:
    """The edition that answers, in force `since` by the publication `number`; when it was last `checked`, and why not
    something newer answers. `publications` are all there were, the newest first."""

    edition: Edition
    number: int
    since: datetime
    checked: datetime
    problems: tuple[Problem, ...] = ()
    publications: tuple[Published, ...] = ()


class Current:
    """Holds the state of a process.

    :param look: given the state, the state after a look at what was published; it raises nothing
    :param seconds: between two looks
    """

    def __init__(self, state: State, look: Callable[[], Callable[[State], State]] | None = None, *, seconds=1.0):
        self.state = state
        self._make_look, self._seconds = look, seconds
        self._follows_in: int | None = None  # the process whose thread follows: threads do not survive a fork
        self._starting, self.stop = Lock(), Event()

    def follow(self):
        """From now on follow what is published, in a thread of this process; asked again, it does nothing."""
        if self._make_look is None or self._follows_in == os.getpid():
            return
        with self._starting:
            if self._follows_in != os.getpid():
                self._follows_in = os.getpid()
                Thread(target=self._follow, args=(self._make_look(),), name="editions", daemon=True).start()

    def _follow(self, look):
        while not self.stop.is_set():
            before, self.state = self.state, look(self.state)
            _tell(before, self.state)
            self.stop.wait(self._seconds)


def fixed(edition: Edition):
    """A holder of one edition that follows nothing."""
    now = clock.now()
    return Current(State(edition, 0, now, now, publications=(Published(0, edition.id, now, PUBLISH),)))


def checked(state: State, problems=()):
    """The state after a look that found nothing newer."""
    return replace(state, checked=clock.now(), problems=tuple(problems))


def _tell(before, after):
    if after.edition is not before.edition:
        log.warning("Edition %s answers.", after.edition.id)
    for one in after.problems:
        if one not in before.problems:
            log.warning("%s: %s", one.code, one.text)
    if before.problems and not after.problems:
        log.warning("No problem is left.")
