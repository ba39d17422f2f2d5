"""Keeping an answer, opening what was kept, taking a step with it, and the list of a desk."""

from dataclasses import dataclass, replace

from flask import current_app, g, redirect, render_template, request

from directory import clock, journal
from directory.access import open_to_all
from directory.config import settings
from directory.db import keep_writers_out
from directory.personal_numbers import holds_personal_number
from directory.routing import acts_for, kept_draft, possible_senders, same_desk
from directory.web.desk.check import asked_now, check_page
from directory.web.desk.door import desk, needs_desk, page, signed_in, the_desk
from directory.web.desk.keeping import CHOSEN_SENDER, chosen_sender, keep_page, kinds_to_name, must_choose
from directory.web.desk.list import PAGE, areas_of, kinds_of, list_page, page_in, supplies_of
from directory.web.desk.meeting import kept_meeting_page
from directory.web.desk.receipt import Acting, Copy, form_for, receipt_page
from directory.web.desk.steps import CHANGED, CONFIRM, FULL, faults_of, read_step, step_of
from directory.web.frame import address, language, service_address
from directory.web.paper import paper

EMPTY, WRONG, PERSON, GONE, ALTERED, CROWDED = "empty", "wrong", "person", "gone", "altered", "crowded"
TOLD: dict[type[Exception], str] = {
    journal.CodeRefused: WRONG, journal.NoSuchReceipt: GONE, journal.ReceiptAltered: ALTERED,
    journal.TooManyKept: CROWDED}
STATUS = {"": 200, GONE: 404, ALTERED: 409, CROWDED: 429}  # else 422
CODE = "code"


@desk.context_processor
def _kept_for():
    return {"receipt_days": settings().receipt_days}


@dataclass(frozen=True, slots=True)
class OpenPage:
    """Where a code is typed. `typed`: what is no code; `told`: why none was opened, or ""; `days` that one is kept."""

    typed: str
    told: str
    days: int


@page("/remiss/kod", "keep", ("GET", "POST"))
@open_to_all("It keeps nothing of a person, and a day has room for so many alone.")
def keep():
    """Keep the answer to a check, and go where it is kept."""
    if request.method != "POST":
        return redirect(address("desk.open"), 303)
    asked = asked_now()
    if asked.referral is None:
        return render_template("desk_check.html", page=check_page(g.edition, asked)), 422
    case = asked.referral.case
    kinds = kinds_to_name(g.edition, signed_in(), asked, possible_senders(g.edition, case))
    chosen = request.form.get(CHOSEN_SENDER, "")
    if must_choose(kinds, chosen, same_desk(g.edition, case.area)):
        return render_template("desk_keep.html", page=keep_page(g.edition, asked, kinds, language())), 422
    draft = kept_draft(g.edition, case, sender=chosen_sender(kinds, chosen), to=asked.referral.to, before=asked.held,
                       place=asked.place)
    if draft is None:
        return render_template("desk_check.html", page=check_page(g.edition, asked)), 422
    return _with_journal(lambda session: _at(_kept(session, draft).code))


def _kept(session, draft):
    by = the_desk().handle if draft.sender != journal.NOBODY else ""
    return journal.keep(session, draft, now=clock.now(), signer=_signer(), days=settings().receipt_days, by=by)


@page("/remiss/oppna", "open", ("GET", "POST"))
@open_to_all("A code is read, and nothing is changed.")
def open_code():
    """Where a code is typed."""
    typed = request.form.get(CODE, "").strip()
    if request.method != "POST":
        return _open()
    if holds_personal_number(typed) or not typed:
        return _open(PERSON if typed else EMPTY)
    return _with_journal(lambda session: _at(_opened(session, typed).code), typed=typed)


@page("/remiss/lista", "list")
@needs_desk
def list_receipts():
    """The open receipts of the desk that is signed in."""
    desk = the_desk()
    areas = areas_of(g.edition, desk)
    kinds, number = kinds_of(g.edition, desk, areas) if desk.kind else (), page_in(request.args.get(PAGE, ""))

    def shown(session):
        skip = (number - 1) * journal.MOST_LISTED
        found = journal.receipts_at(session, kinds=kinds, areas=areas, day=clock.today(), skip=skip)
        asking = journal.receipts_asking(session, areas=areas, day=clock.today()) if kinds else ()
        listed = list_page(g.edition, desk, found, language(), day=clock.today(), number=number)
        supplies = supplies_of(g.edition, desk, asking, language())
        return render_template("desk_list.html", page=replace(listed, supplies=supplies))
    return _with_journal(shown)


@page("/remiss/<code>", "receipt")
def receipt(code):
    """What was kept with a code, for whoever has it; for a desk that may act, what it may do."""
    return _with_journal(lambda session: _shown(_opened(session, code)))


@page("/remiss/<code>/mote", "kept_meeting")
def kept_meeting(code):
    """The sheet of the joint meeting on what was kept with a code, as it stands by now."""
    def shown(session):
        known = _opened(session, code)
        return render_template("desk_meeting.html", page=kept_meeting_page(g.edition, known, language(),
                                                                           day=clock.today()))
    return _with_journal(shown)


@page("/remiss/<code>/steg", "take_step", ("GET", "POST"))
@needs_desk
def take_step(code):
    """Take a step with a question, or say why it cannot follow; what was chosen is kept in the form."""
    if request.method != "POST":
        return redirect(address("desk.receipt", code=code), 303)
    sent = read_step(request.form)
    try:
        stepped = _with_journal(lambda session: _stepped(session, code, sent))
        if not isinstance(stepped, journal.WrongConfirmation):
            return stepped
        return _again(code, sent, told=(CONFIRM,), left=stepped.left), stepped.status
    except journal.StepRefused as error:
        return _again(code, sent, why=error.why), error.status
    except journal.ReceiptFull as error:
        return _again(code, sent, why=FULL), error.status


def _stepped(session, code, sent):
    """What comes of a step, taken on the receipt as nobody else can change it meanwhile: an answer, or the refusal of a
    code, which has been counted by then.
    """
    keep_writers_out(session)
    known, desk = _opened(session, code), the_desk()
    if not acts_for(g.edition, desk, known):
        return _shown(known), 403
    form = _form(known, desk)
    if sent.seen != str(len(known.steps)):
        return _shown(known, form=replace(form, sent=sent, why=CHANGED)), 409
    faults = faults_of(sent, form)
    if faults:
        return _shown(known, form=replace(form, sent=sent, told=faults)), 422
    terms = _terms(known)
    taken = journal.take_step(session, known.code, step_of(sent, desk.kind, clock.today()), terms=terms,
                              confirm=sent.confirm)
    if taken.refused:
        return taken.refused
    journal.count_step(session, taken.receipt, days=settings().receipt_days, same_desk=terms.same_desk)
    return _shown(taken.receipt, given=taken.given) if taken.given else _at(known.code)


def _again(code, sent, **told):
    """The page with what was chosen and what is wrong with it."""
    def shown(session):
        known = _opened(session, code)
        return _shown(known, form=replace(_form(known, the_desk()), sent=sent, **told))
    return _with_journal(shown)


def _shown(known, *, form=None, given=""):
    desk = signed_in()
    may = bool(desk and acts_for(g.edition, desk, known))
    base, path = service_address(), address("desk.receipt", code=known.code)
    copy = Copy(journal.shown_code(known.code), base + path, paper(base, path, clock.today()).code,
                known.forget_on.isoformat())
    acting = Acting(desk, (form or _form(known, desk)) if may else None, given and journal.shown_confirmation(given))
    shown = receipt_page(g.edition, known, language(), day=clock.today(), copy=copy, acting=acting)
    return render_template("desk_receipt.html", page=shown)


def _form(known, desk):
    return form_for(g.edition, known, language(), desk=desk, day=clock.today())


def _with_journal(answer, *, typed=""):
    """What a function of a session answers; the page where a code is typed, which says why, where it cannot."""
    try:
        with current_app.extensions["database"].transaction() as session:
            return answer(session)
    except tuple(TOLD) as error:
        return _open(TOLD[type(error)], typed if isinstance(error, journal.CodeRefused) else "")


def _open(told="", typed=""):
    shown = render_template("desk_open.html", page=OpenPage(typed[:40], told, settings().receipt_days))
    return shown, STATUS.get(told, 422)


def _opened(session, code):
    return journal.open_receipt(session, journal.read_code(code), day=clock.today(), signer=_signer())


def _at(code):
    return redirect(address("desk.receipt", code=code), 303)


def _terms(known):
    return journal.Terms(_signer(), same_desk(g.edition, known.area), settings().hand_over_days)


def _signer():
    return current_app.extensions["signer"]
