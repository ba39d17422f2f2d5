"""The public pages: start, answer, acute."""

from flask import Blueprint, g, redirect, render_template, request
from flask_babel import gettext as _

from directory import clock
from directory.routing import advise
from directory.rules import read_case
from directory.web.frame import address, language, pages_of
from directory.web.public.answer import answer_page
from directory.web.public.forms import raw_case, read_answers
from directory.web.public.pages import now_page, start_page
from directory.web.public.repeat import askers, given_answers

public = Blueprint("public", __name__, template_folder="../templates")
page = pages_of(public)


def _edition():
    return g.edition


def _asked(by):
    return [name for name, words in _edition().catalogue.inputs.items() if words.asked == by]


def _answers():
    return read_answers(request.form, _edition(), asked=_asked("family"))


def _start(answers, **more):
    words = _("I do not know"), askers()
    return render_template("start.html", page=start_page(_edition(), answers, language(), words=words, **more))


@page("/", "start", ("GET", "POST"))
def start():
    """The questions; sent back here, the answers are kept for changing."""
    return _start(_answers())


@page("/vag/svar", "answer", ("GET", "POST"))
def answer():
    """The one receiver for the answers, or the questions again with what is missing."""
    if request.method != "POST":  # the address alone holds no answers: they are asked for again
        return redirect(address("public.start"), 303)
    answers, edition = _answers(), _edition()
    if answers.missing:
        return _start(answers, told=True), 422
    case = read_case(raw_case(answers, now=clock.now(), clock_inputs=_asked("clock")), edition.inputs,
                     areas=edition.ruleset.areas, today=clock.today())
    advice = advise(edition.ruleset, case, catalogue=edition.catalogue, edition=edition.id, language=language())
    shown = answer_page(advice, given_answers(advice.words, answers), answers.fields())
    return render_template("answer.html", page=shown)


@page("/nu", "now")
def now():
    """Where to turn when it is urgent."""
    return render_template("now.html", page=now_page(_edition(), language()))
