"""The way in: start, a few questions, one a page, the answer. What is answered travels sealed in the address alone."""

from flask import abort, current_app, g, redirect, render_template, request

from directory import clock
from directory.access import open_to_all
from directory.config import settings
from directory.editions import Memory
from directory.own_secret import own_secret
from directory.routing import Answers, advise, answers_for_need, by_the_clock, case_of, may_be_kept, next_step
from directory.web.frame import address, language, service_address
from directory.web.public.answer import Keeping, answer_page
from directory.web.public.asked import asker_of
from directory.web.public.door import page, public
from directory.web.public.forms import ANSWER, PLACE, WHO, Start, read_start, still_holds
from directory.web.public.own_words import CHOOSING, FAULTS, NEED, WORDS, own_words_page
from directory.web.public.paper import paper
from directory.web.public.pages import AboutPage, PrivacyPage, further, now_page, question_page, start_page
from directory.web.public.seal import Seal
from directory.web.public.statement import statement_page
from directory.web.public.visits import ANSWER_SHOWN, QUESTION, START, URGENT, shown_as

MINUTE = 60  # seconds; as long holds what a page says of opening hours
_PAGES = Memory(most=512)  # some 10 kB each; the same for everybody who gives the same answers


@public.record_once
def _take_the_secret(setup):
    known = settings()
    setup.app.extensions["seal"] = Seal(known.secret or own_secret(known.home), known.secret_before)


def _seal() -> Seal:
    return current_app.extensions["seal"]


def opened(token):
    """The answers of a token that still hold; an address that cannot be read leads to the start."""
    answers = _seal().open(token)
    return still_holds(g.edition, answers) if answers else abort(redirect(address("public.start"), 303))


def known_now():
    """The day, and the inputs that the clock sets."""
    return {"day": clock.today(), "known": by_the_clock(g.edition, clock.now())}


def _on(answers: Answers):
    """To the step after some answers."""
    return redirect(address("public.step", token=_seal().seal(answers)), 303)


@page("/", "start")
def start():
    """The start of the way in."""
    nothing = Start({}, ())
    shown_as(START)
    return render_template("start.html", page=start_page(g.edition, nothing, language()))


@page("/vag", "begin", ("GET", "POST"))
@open_to_all("It answers, and keeps nothing.")
def begin():
    """The first answers."""
    if request.method != "POST":
        return redirect(address("public.start"), 303)
    sent = read_start(request.form, g.edition)
    if sent.missing:
        return render_template("start.html", page=start_page(g.edition, sent, language(), told=True)), 422
    return _on(sent.answers())


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
    return QUESTION, _question(answers, here, token)


def _answered(token):
    """On with one more answer; without it, or with one that the question has not, the question again."""
    answers = opened(token)
    here = next_step(g.edition, answers, **known_now())
    if here.asked is None:
        return redirect(address("public.step", token=token), 303)
    if request.form.get(ANSWER) not in {one.id for one in here.asked.options}:
        return _question(answers, here, token, told=True), 422
    return _on(answers.and_then(here.asked.id, request.form[ANSWER]))


def _question(answers, here, token, *, told=False):
    shown = question_page(here, answers, language(), token=token, back=_back(answers, here), told=told)
    return render_template("question.html", page=shown)


@page("/vag/<token>/start", "again", ("GET", "POST"))
@open_to_all("It answers, and keeps nothing.")
def again(token):
    """The start once more, to change where or who, with all other answers kept."""
    answers = opened(token)
    if request.method == "POST":
        sent = read_start(request.form, g.edition)
        if not sent.missing:
            return _on(Answers(sent.chosen[PLACE], sent.chosen[WHO], {**answers.given, **sent.answers().given}))
        return render_template("start.html", page=start_page(g.edition, sent, language(), told=True, token=token)), 422
    chosen = {PLACE: answers.place, WHO: answers.who, **answers.given}
    return render_template("start.html", page=start_page(g.edition, Start(chosen, ()), language(), token=token))


@page("/vag/<token>/ord", "words", ("GET", "POST"))
@open_to_all("It answers, and keeps nothing.")
def words(token):
    """What it is about in own words instead of by questions."""
    answers = opened(token)
    if next_step(g.edition, answers, **known_now()).danger:
        return redirect(address("public.step", token=token), 303)
    if request.form.get(NEED) in g.edition.catalogue.needs:
        return _on(answers_for_need(g.edition, answers, request.form[NEED]))
    written = (request.form.get(WORDS, "").strip() or None) if request.method == "POST" else ""
    back = address("public.step", token=token)
    shown = own_words_page(g.edition, written, language(), token=token, back=back, is_choosing=CHOOSING in request.form)
    return render_template("own_words.html", page=shown), 422 if shown.told in FAULTS else 200


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


def _answer(answers, here):
    case = case_of(g.edition, answers, **known_now())
    advice = advise(g.edition.ruleset, case, catalogue=g.edition.catalogue, edition=g.edition.id, language=language())
    asker = asker_of(g.edition, answers, here, language=language(), change=lambda one: _change(answers, one))
    token = _seal().seal(answers)
    own = paper(service_address(), address("public.step", token=token), clock.today())
    keep = Keeping(address("public.keep", token=token), settings().receipt_days) if may_be_kept(advice) else None
    shown = answer_page(advice, asker, further=further(here, answers, language(), token=token), keeping=keep, paper=own,
                        now=clock.now())
    return render_template("answer.html", page=shown)


def _change(answers, question):
    """The address where one answer can be changed; the others are kept."""
    if question in (PLACE, WHO):
        return address("public.again", token=_seal().seal(answers))
    return address("public.step", token=_seal().seal(answers.without(question)))


def _back(answers, here):
    """The address of the question before, or of the answer; an answer that was being changed stays as it was."""
    if here.further:
        return address("public.step", token=_seal().seal(answers))
    unchanged = answers.and_then(*answers.before) if answers.before else answers
    return _change(unchanged, here.before[-1] if here.before else PLACE)
