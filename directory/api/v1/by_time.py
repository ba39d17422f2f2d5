"""What the time adds to a case that came in: where it is of now, and does not say itself what the clock knows."""

from flask import g

from directory import clock
from directory.routing import by_the_clock
from directory.rules.model import FACTS


def known_by_time(raw, case):
    """The inputs that follow from the time, and their values; none for another day than today.

    :param raw: the case as it was sent
    """
    said = [FACTS + name for name in raw.get("facts") or ()]
    known = by_the_clock(g.edition, clock.now()) if case.on == clock.today() else {}
    return {name: value for name, value in known.items() if name not in said}
