"""The public pages: start, answer, acute."""

from flask import Blueprint, current_app, render_template, request
from flask_babel import gettext as _

from directory import clock
from directory.routing import advise, place_of
from directory.rules import read_case
from directory.web.frame import language
from directory.web.public.forms import FIELDS, WHO, raw_case, read_answers
from directory.web.public.pages import AnswerPage, start_page
from directory.web.public.repeat import given_answers

public = Blueprint("public", __name__, template_folder="../templates")


def page(rule, endpoint, methods=("GET",)):
    """Register a view under its address in Swedish and in every other language."""
    def register(view):
        def in_language(language):
            return view()

        public.add_url_rule(rule, endpoint, view, methods=methods)
        public.add_url_rule(f"/<any(sv, en):language>{rule}", f"{endpoint}_in", in_language, methods=methods)
        return view
    return register


def _edition():
    return current_app.extensions["edition"]


def _asked(by):
    return [name for name, words in _edition().catalogue.inputs.items() if words.asked == by]


def _answers():
    return read_answers(request.form, _edition().ruleset, asked=_asked("family"))


def _start(answers):
    askers = {"guardian": _("A parent or somebody close"), "youth": _("I am young and ask for myself"), "other": _("Somebody else")}
    return start_page(_edition(), answers, language(), unknown=_("I do not know"), askers=askers)


@page("/", "start", ("GET", "POST"))
def start():
    """The questions; sent back here, the answers are kept for changing."""
    shown = _start(_answers())
    return render_template("start.html", page=shown, told=False)


@page("/vag/svar", "answer", ("POST",))
def answer():
    """The one receiver for the answers, or the questions again with what is missing."""
    answers, edition = _answers(), _edition()
    if answers.missing:
        return render_template("start.html", page=_start(answers), told=True), 422
    ruleset = edition.ruleset
    case = read_case(raw_case(answers, now=clock.now(), clock_inputs=_asked("clock")), ruleset.base.inputs,
                     areas=ruleset.areas, today=clock.today())
    advice = advise(ruleset, case, catalogue=edition.catalogue, edition=edition.id, language=language())
    return render_template("answer.html", page=_answer_page(advice, answers, edition))


def _answer_page(advice, answers, edition):
    area = edition.ruleset.areas[advice.decision.case.area]
    via = advice.how.via
    hidden = [(name, answers.given[name]) for name in (*FIELDS, WHO) if name in answers.given]
    return AnswerPage(
        advice, advice.words.unit(advice.decision.receiver), advice.words.area(area.id), advice.place.units,
        advice.words.unit(advice.decision.holder), advice.words.unit(via) if via else None,
        place_of(area, via, edition.catalogue).units if via else (), given_answers(advice, answers, edition),
        (*hidden, *(("fits", name) for name in sorted(answers.checked))),
    )


@page("/nu", "now")
def now():
    """Where to turn when it is urgent."""
    return render_template("now.html")
