"""Codes for families: an answer is kept when somebody asks for it, opened by its code; a no that they got counts."""

from flask import current_app, g, redirect, render_template, request
from sqlalchemy.exc import SQLAlchemyError

from directory import clock, journal
from directory.access import open_to_all
from directory.config import settings
from directory.personal_numbers import holds_personal_number
from directory.routing import advise, case_of, kept_draft, next_step
from directory.rules.model import SELF
from directory.web.frame import address, language, refuse_other_sites, service_address
from directory.web.kept import group_of
from directory.web.public.carried import known_now, opened
from directory.web.public.code import (
    ALTERED, AWAY, EMPTY, FULL, GONE, PERSON, WRONG, CodeStartPage, code_page)
from directory.web.paper import paper
from directory.web.public.door import page

CODE, SEEN = "code", "seen"  # fields of the forms
STATUS = {"": 200, GONE: 404, ALTERED: 409, AWAY: 503, FULL: 429}  # of what is told where a code is typed; else 422
TOLD: dict[type[Exception], str] = {
    journal.CodeRefused: WRONG, journal.NoSuchReceipt: GONE, journal.ReceiptAltered: ALTERED,
    journal.TooManyKept: FULL}


@page("/vag/<token>/kod", "keep", ("GET", "POST"))
@open_to_all("It keeps nothing of a person, and a day has room for so many alone.")
def keep(token):
    """Keep the answer; where somebody may be in danger it is not kept but shown."""
    answers, known = opened(token), known_now()
    here = next_step(g.edition, answers, **known)
    if request.method != "POST" or here.question is not None or here.danger:
        return redirect(address("public.step", token=token), 303)
    refuse_other_sites()
    case = case_of(g.edition, answers, **known)
    draft = kept_draft(g.edition, case, sender=journal.NOBODY, to=_first(case), place=answers.place)
    if draft is None:
        return redirect(address("public.step", token=token), 303)
    return _with_journal(lambda session: _open_at(journal.keep(
        session, draft, now=clock.now(), signer=_signer(), days=settings().receipt_days).code))


@page("/kod", "code_start", ("GET", "POST"))
@open_to_all("A code is read, and nothing is changed.")
def code_start():
    """Where a code is typed."""
    typed = request.form.get(CODE, "").strip() if request.method == "POST" else None
    if typed is None:
        return _start()
    if holds_personal_number(typed):
        return _start(PERSON)
    if not typed:
        return _start(EMPTY)
    return _with_journal(lambda session: _open_at(_receipt(session, typed).code), typed=typed[:40])


@page("/kod/<code>", "code")
def code(code):
    """What was kept with a code."""
    return _with_journal(lambda session: _shown(_receipt(session, code)))


@page("/kod/<code>/nej", "refused", ("GET", "POST"))
@open_to_all("Whoever has the code may say so, and no more than two are kept.")
def refused(code):
    """Count that a family was turned away, once for each time that the page was shown."""
    if request.method != "POST":
        return redirect(address("public.code", code=code), 303)
    refuse_other_sites()
    return _with_journal(lambda session: _open_at(_told_no(session, code).code))


def _told_no(session, code):
    """The receipt after one more no; as it is, where somebody has said so since the page was shown."""
    receipt = _receipt(session, code)
    if request.form.get(SEEN) != str(receipt.standing.refusals):
        return receipt
    after = journal.say_no(session, receipt.code, day=clock.today(), signer=_signer())
    if len(after.steps) > len(receipt.steps) and receipt.standing.told_no != receipt.standing.holder:
        journal.count_refusal(session, after.area, group_of(after.answer, g.edition.catalogue), day=clock.today())
    return after


def _receipt(session, code):
    return journal.open_receipt(session, journal.read_code(code), day=clock.today(), signer=_signer())


def _with_journal(answer, *, typed=""):
    """What a function of a session answers; the page where a code is typed, which says why, where it cannot."""
    try:
        with current_app.extensions["database"].transaction() as session:
            return answer(session)
    except tuple(TOLD) as error:
        return _start(TOLD[type(error)], typed if isinstance(error, journal.CodeRefused) else "")
    except SQLAlchemyError:
        return _start(AWAY, typed)


def _start(told="", typed=""):
    shown = CodeStartPage(typed, told, settings().receipt_days)
    return render_template("code_start.html", page=shown), STATUS.get(told, 422)


def _shown(receipt):
    own = paper(service_address(), address("public.code", code=receipt.code), clock.today())
    shown = code_page(g.edition, receipt, language(), now=clock.now(), paper=own)
    return render_template("code.html", page=shown)


def _open_at(code):
    return redirect(address("public.code", code=code), 303)


def _first(case):
    """The kind of unit that a family is to contact first."""
    advice = advise(g.edition.ruleset, case, catalogue=g.edition.catalogue, edition=g.edition.id, language=language(),
                    explain=False)
    return advice.how.via if advice.how.via and advice.how.way != SELF else advice.decision.holder


def _signer():
    return current_app.extensions["signer"]
