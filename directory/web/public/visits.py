"""Counts the pages of the way in that are shown, in the memory of a worker, and hands the sums on now and then.

Nothing is counted of who sees a page, when, or what stands on it; and nobody waits for the counting.
"""

from collections import Counter
from http import HTTPStatus
from threading import Lock

from flask import current_app, g, request
from sqlalchemy.exc import SQLAlchemyError

from directory import clock
from directory.journal import count_shown, in_fives
from directory.web.frame import language
from directory.web.public.door import public
from directory.web.public.leave import COOKIE

START, QUESTION, ANSWER_SHOWN, URGENT = "start", "question", "answer", "urgent"  # the kinds that are told apart
MOST_WAITING = 25  # pages shown that a worker keeps to itself
LONGEST_WAIT = 60  # seconds


class Visits:
    """The pages that a worker has shown and not handed on yet."""

    def __init__(self, now):
        self._lock, self._shown, self._since, self._new = Lock(), Counter[tuple[str, str]](), now, 0

    def note(self, page, shown_in, now):
        """Count a page; whether it is time to hand on what is counted."""
        with self._lock:
            self._shown[page, shown_in] += 1
            self._new += 1
            return self._new >= MOST_WAITING or now - self._since >= LONGEST_WAIT

    def take(self, now):
        """What can be handed on, in fives; the rest stays."""
        with self._lock:
            counted, waiting = in_fives(self._shown)
            self._shown, self._since, self._new = Counter(waiting), now, 0
            return counted

    def give_back(self, counted):
        """Count once more what could not be handed on."""
        with self._lock:
            self._shown.update(counted)


@public.record_once
def _begin(setup):
    setup.app.extensions["visits"] = Visits(clock.now().timestamp())


def shown_as(page):
    """Say which kind of page answers this request."""
    g.shown_as = page


@public.after_request
def _note(response):
    if _is_seen(response) and "shown_as" in g:
        visits, database = current_app.extensions["visits"], current_app.extensions["database"]
        if visits.note(g.shown_as, language(), clock.now().timestamp()):
            response.call_on_close(lambda: _hand_on(visits, database))
    return response


def _is_seen(response):
    """Whether somebody reads the page: it is no look ahead of a browser, and not hidden behind the neutral one."""
    is_asked = request.method == "GET" and "prefetch" not in request.headers.get("Sec-Purpose", "")
    return is_asked and response.status_code == HTTPStatus.OK and not request.cookies.get(COOKIE)


def _hand_on(visits, database):
    counted = visits.take(clock.now().timestamp())
    if not counted:
        return
    try:
        with database.transaction() as session:
            count_shown(session, counted, day=clock.today())
    except SQLAlchemyError:
        visits.give_back(counted)  # until the database answers; visitors notice nothing of it
