"""What travels sealed in an address: opened with what still holds, sealed again on the way to the next page."""

from flask import abort, current_app, g, redirect

from directory import clock
from directory.config import settings
from directory.own_secret import own_secret
from directory.routing import Answers, by_the_clock, next_step
from directory.web.frame import address
from directory.web.public.door import public
from directory.web.public.forms import still_holds
from directory.web.public.seal import Seal


@public.record_once
def _take_the_secret(setup):
    known = settings()
    setup.app.extensions["seal"] = Seal(known.secret or own_secret(known.home), known.secret_before)


def seal() -> Seal:
    return current_app.extensions["seal"]


def begun(token):
    """The answers of a token that still hold, perhaps not whole; one that cannot be read leads to the start."""
    answers = seal().open(token)
    return still_holds(g.edition, answers) if answers else abort(redirect(address("public.start"), 303))


def opened(token):
    """As `begun`, of who has said where and who they are; others are asked for that, but in danger for neither."""
    answers = begun(token)
    is_whole = answers.place and (answers.who or next_step(g.edition, answers, **known_now()).danger)
    return answers if is_whole else abort(redirect(address("public.again", token=token), 303))


def known_now():
    """The day, and the inputs that the clock sets."""
    return {"day": clock.today(), "known": by_the_clock(g.edition, clock.now())}


def on(answers: Answers):
    """To the step after some answers."""
    return redirect(address("public.step", token=seal().seal(answers)), 303)
