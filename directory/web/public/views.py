"""The way in: start, a few questions, one a page, the answer. What is answered travels sealed in the address alone."""

from dataclasses import replace

from flask import g, redirect, render_template, request

from directory import clock
from directory.access import open_to_all
from directory.config import settings
from directory.editions import Memory
from directory.routing import (
    Answers, advise, answers_for_need, case_of, for_ages, leads_to_needs, may_be_kept, next_step)
from directory.web.askers import ASKERS
from directory.web.frame import address, language, service_address
from directory.web.paper import paper
from directory.web.public.answer import Keeping, answer_page
from directory.web.public.asked import asker_of
from directory.web.public.carried import begun, known_now, on, opened, seal
from directory.web.public.door import page
from directory.web.public.forms import PLACE, SWITCH, WHO, Sent, Start, chosen_on_start, read_sent, read_start
from directory.web.public.own_words import UNCHOSEN
from directory.web.public.own_words_read import words_read
from directory.web.public.own_words_views import searched
from directory.web.public.pages import AboutPage, PrivacyPage, further, now_page, question_page, start_page
from directory.web.public.statement import statement_page
from directory.web.public.visits import ANSWER_SHOWN, QUESTION, START, URGENT, shown_as

MINUTE = 60  # seconds; as long holds what a page says of opening hours
_PAGES = Memory(most=512)  # some 10 kB each; the same for everybody who gives the same answers


@page("/", "start", ("GET", "POST"))
@open_to_all("It answers, and keeps nothing.")
def start():
    """The start of the way in."""
    if request.method == "POST":
        return begin()
    nothing = Start({}, ())
    shown_as(START)
    return render_template("start.html", page=start_page(g.edition, nothing, language()))


@page("/vag", "begin", ("GET", "POST"))
@open_to_all("It answers, and keeps nothing.")
def begin():
    """The first answers."""
    if request.method != "POST":
        return redirect(address("public.start"), 303)
    if SWITCH in request.form:
        return _in_other_words(None)
    sent = read_start(request.form, g.edition)
    if sent.missing:
        return render_template("start.html", page=start_page(g.edition, sent, language())), 422
    return on(sent.answers())


def _in_other_words(before):
    """The start in the language of this address with what has been chosen, sealed as answers that are not whole.

    :param before: the answers that are being changed, or None
    """
    chosen = Start(chosen_on_start(request.form, g.edition), ()).answers()
    answers = replace(chosen, given={**before.given, **chosen.given}) if before else chosen
    if answers == Answers("", "", {}):
        return redirect(address("public.start"), 303)
    return redirect(address("public.again", token=seal().seal(answers)), 303)


@page("/vag/<token>", "step", ("GET", "POST"))
@open_to_all("It answers, and keeps nothing.")
def step(token):
    """The next question, or the answer."""
    if request.method == "POST":
        return _answered(token)
    minute = clock.now().timestamp() // MINUTE
    kind, shown = _PAGES.of(g.edition, (token, language(), service_address()), lambda: _shown(token), when=minute)
    shown_as(kind)
    return shown


def _shown(token):
    """The kind of page that a token leads to, and the page."""
    answers = opened(token)
    here = next_step(g.edition, answers, **known_now())
    if here.question is None:
        return ANSWER_SHOWN, _answer(answers, here)
    return QUESTION, _question(answers, here, token, Sent())


@page("/vag/<token>/last/<before>", "read_so")
@open_to_all("It answers, and keeps nothing.")
def read_so(token, before):
    """The answer to own words that said danger plainly, with how they were read and the way back to them."""
    answers = opened(token)
    here = next_step(g.edition, answers, **known_now())
    need = case_of(g.edition, answers, **known_now()).need
    if not here.danger or seal().open(before) is None or answers_for_need(g.edition, answers, need) != answers:
        return redirect(address("public.step", token=token), 303)
    shown_as(ANSWER_SHOWN)
    return _answer(answers, here, before)


def _answered(token):
    """On with one more answer or with own words; without them, or with none of the options, the question again."""
    answers, sent = opened(token), read_sent(request.form)
    here = next_step(g.edition, answers, **known_now())
    if here.asked is None:
        return redirect(address("public.step", token=token), 303)
    if SWITCH in request.form:
        return _asked_in_other_words(answers, here, token, sent)
    if sent.words and here.question and leads_to_needs(here.question) and not here.danger:
        return searched(answers, token, sent)
    if sent.answer not in {one.id for one in here.asked.options}:
        return _question(answers, here, token, Sent(told=UNCHOSEN)), 422
    return on(answers.and_then(here.asked.id, sent.answer))


def _asked_in_other_words(answers, here, token, sent):
    """The question in the language of this address, with what was chosen or written and not sent yet."""
    if here.question is None:  # what stands beside an answer has a page of its own only once it was sent without one
        return _question(answers, here, token, replace(sent, told=None if sent.answer else UNCHOSEN))
    if not (sent.answer or sent.words):
        return redirect(address("public.step", token=token), 303)
    return _question(answers, here, token, sent.to_show())


def _question(answers, here, token, sent):
    shown = question_page(here, answers, language(), token=token, back=_back(answers, here), sent=sent)
    return render_template("question.html", page=shown)


@page("/vag/<token>/start", "again", ("GET", "POST"))
@open_to_all("It answers, and keeps nothing.")
def again(token):
    """The start once more, to change where or who, with all other answers kept."""
    answers = begun(token)
    if request.method == "POST":
        return _changed(answers, token)
    chosen = {name: value for name, value in ((PLACE, answers.place), (WHO, answers.who)) if value}
    return _start_again(answers, Start({**chosen, **answers.given}, ()), token)


def _start_again(answers, filled_in, token):
    here = next_step(g.edition, answers, **known_now()) if answers.place else None
    back = _to_the_answer(answers) if here and (here.danger or here.question is None) else None
    shown = start_page(g.edition, filled_in, language(), token=token, back=back, danger=bool(here and here.danger))
    return render_template("start.html", page=shown)


def _to_the_answer(answers):
    """The address of the answer, as it was before one of them was to be changed."""
    return address("public.step", token=seal().seal(answers.unchanged()))


def _changed(answers, token):
    """On with what the start was filled in with, and with what had been answered after it."""
    if SWITCH in request.form:
        return _in_other_words(answers)
    sent = read_start(request.form, g.edition)
    if sent.missing:
        return _start_again(answers, sent, token), 422
    given = sent.answers()
    return on(replace(given, given={**answers.given, **given.given}))


@page("/nu", "now")
def now():
    """Where to turn when it is urgent."""
    shown_as(URGENT)
    return render_template("now.html", page=now_page(g.edition, language()))


@page("/om", "about")
def about():
    """What the service is, and what it is not."""
    return render_template("about.html", page=AboutPage(g.edition.id))


@page("/integritet", "privacy")
def privacy():
    """What is kept of a visit: nothing."""
    return render_template("privacy.html", page=PrivacyPage())


@page("/tillganglighet", "accessibility")
def accessibility():
    """The accessibility statement."""
    return render_template("statement.html", page=statement_page(settings(), language()))


def _answer(answers, here, before=None):
    """The answer's page.

    :param before: the token of the answers beside which own words were written that led here at once
    """
    case = case_of(g.edition, replace(answers, who=answers.who or ASKERS[0]), **known_now())
    advice = advise(g.edition.ruleset, case, catalogue=g.edition.catalogue, edition=g.edition.id, language=language())
    advice = for_ages(advice, here.ages)
    asker = asker_of(g.edition, answers, here, advice=advice, change=lambda one: _change(answers, one))
    token = seal().seal(answers)
    own = paper(service_address(), address("public.step", token=token), clock.today())
    keep = Keeping(address("public.keep", token=token), settings().receipt_days) if may_be_kept(advice) else None
    shown = answer_page(advice, asker, further=further(here, answers, language(), token=token), keeping=keep, paper=own,
                        now=clock.now())
    if before:
        shown = replace(shown, read=words_read(g.edition, case.need, language(), address("public.words", token=before)))
    return render_template("answer.html", page=shown)


def _change(answers, question):
    """The address where one answer can be changed; the others are kept."""
    if question in (PLACE, WHO):
        return address("public.again", token=seal().seal(answers))
    return address("public.step", token=seal().seal(answers.without(question)))


def _back(answers, here):
    """The address of the question before, or of the answer; an answer that was being changed stays as it was."""
    unchanged = answers.unchanged()
    if here.danger:
        return _to_the_answer(answers)
    if here.further or next_step(g.edition, unchanged, **known_now()).question is None:
        return f"{_to_the_answer(answers)}#{'further' if here.further else 'mine'}"
    return _change(unchanged, here.before[-1] if here.before else PLACE)
