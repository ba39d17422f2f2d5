"""What comes back: the statistics, open to all, their file, the documented examples, and the form of a report."""

import csv
from io import StringIO

from flask import Response, abort, current_app, g, redirect, render_template, request
from sqlalchemy.exc import SQLAlchemyError

from directory import clock, journal
from directory.config import settings
from directory.editions import Memory
from directory.web.desk.bounce_form import RECEIPT, Report, read_receipt, read_report, within_reach
from directory.web.desk.bounce_page import CODES, KNOWN_TOLD, blank_report, report_of, report_page
from directory.web.desk.bounces_examples import examples_page
from directory.web.desk.bounces_page import bounces_page
from directory.web.desk.door import needs_desk, page, the_desk
from directory.web.frame import address, language
from directory.web.has_session import has_session
from directory.web.once import once
from directory.web.returned import NEVER, state_of

COLUMNS = ("quarter", "area", "need_group", "reason", "count")
READ = {"area", "quarter"}
_PAGES = Memory(most=128)  # of some 60 kB
ALL = "all"  # in the file: of every need group, for every reason


@page("/aterstudsar", "bounces")
def bounces():
    """The statistics of an area and a quarter."""
    area = _area()
    state, published = state_of(request.args.get("quarter", ""), day=clock.today())
    if g.state.problems or not set(request.args) <= READ:  # what passes, and what its links would hold of an address
        shown = _shown(area, state, published)
    else:
        shown = _PAGES.of(g.edition, (area, state, language(), has_session()), lambda: _shown(area, state, published))
    return shown, 503 if state is NEVER else 200


@page("/aterstudsar.csv", "bounces_file")
def bounces_file():
    """The published table of a quarter: every cell that is told of one area, or of all."""
    state, published = state_of(request.args.get("quarter", ""), day=clock.today())
    if state is NEVER:
        abort(503)
    if state.stands_in:
        return Response(f"{journal.QuarterRefused.code}\n", 404, mimetype="text/plain")
    area = _area() if request.args.get("area") else None
    cells = published.get(state.quarter, {}).get("cells", {})
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for one in cells if area is None else (area,):
        for group, reason, count in cells.get(one, ()):
            named = (ALL if name == journal.TOTAL else name for name in (group, reason))
            writer.writerow((state.quarter, one, *named, count))
    return Response(text.getvalue(), mimetype="text/csv", headers={
        "Content-Disposition": f'attachment; filename="aterstudsar-{state.quarter or "inget"}.csv"'})


@page("/aterstudsar/exempel", "bounce_examples")
def bounce_examples():
    """The documented cases. They are counted nowhere."""
    cases = once("documented", lambda _day: journal.read_documented(settings().seed)[0])
    return render_template("desk_bounces_examples.html", page=examples_page(g.edition, cases, language=language()))


@page("/aterstudsar/rapportera", "report_bounce", ("GET", "POST"))
@needs_desk
def report_bounce():
    """Report a referral that came back, or show what is missing."""
    desk, told = the_desk(), request.args.get("told", "")
    if request.method != "POST":
        return _form(desk, blank_report(desk), told=told if told in KNOWN_TOLD else "")
    report = within_reach(g.edition, desk, read_report(g.edition, request.form, receipt_of=_receipt))
    if report.bounce is None:
        return _form(desk, report), 422
    told = _counted(report, desk)
    if told:
        return _form(desk, report, told=told), CODES[told]
    return redirect(address("desk.report_bounce", told="noted"), 303)


@page("/aterstudsar/rapportera/<code>", "report_kept")
@needs_desk
def report_kept(code):
    """The form of a report, with what the receipt of a code says."""
    desk = the_desk()
    shown, kept, troubles = read_receipt(code, _receipt)
    if kept is None:
        blank = blank_report(desk)
        return _form(desk, Report({**blank.given, RECEIPT: shown}, {}, troubles)), 404
    return _form(desk, report_of(g.edition, desk, kept, journal.shown_code(kept.code)))


def _shown(area, state, published):
    """The statistics of an area, which follow from what is published."""
    page_shown = bounces_page(g.edition, area, state, published, language=language())
    return render_template("desk_bounces.html", page=page_shown)


def _form(desk, report, told=""):
    shown = report_page(g.edition, desk, language(), report=report, told=told)
    return render_template("desk_report_bounce.html", page=shown)


def _counted(report, desk):
    """Why a report was not counted; "" where it was."""
    code, signer = report.kept.code if report.kept else "", current_app.extensions["signer"]
    try:
        with current_app.extensions["database"].transaction() as session:
            journal.count_return(session, code, report.bounce, day=clock.today(), by=desk.handle, signer=signer)
    except journal.AlreadyCounted:
        return "already"
    except journal.TooManyReported:
        return "enough"
    except SQLAlchemyError:
        return "away"
    return ""


def _receipt(code):
    """The receipt of a code that was typed.

    :raises CodeRefused, NoSuchReceipt, ReceiptAltered: there is none
    """
    with current_app.extensions["database"].transaction() as session:
        return journal.open_receipt(session, journal.read_code(code), day=clock.today(),
                                    signer=current_app.extensions["signer"])


def _area():
    """The area that the address names, the nation where it names none."""
    catalogue = g.edition.catalogue
    asked = request.args.get("area", "") or g.edition.ruleset.nation.id
    return asked if asked in catalogue.areas else abort(404)
