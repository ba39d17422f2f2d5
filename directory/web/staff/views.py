"""The pages for staff: the catalogue, its records, how parties reach each other, and what is missing."""

from flask import Blueprint, Response, abort, current_app, g, redirect, render_template, request

from directory import clock, journal
from directory.access import open_to_all
from directory.web.areas import area_asked
from directory.web.frame import address, language, pages_of, refuse_other_sites, service_address
from directory.web.has_session import has_session
from directory.web.once import once
from directory.web.staff.agency import agency_page
from directory.web.staff.asked import is_elsewhere, read_asked
from directory.web.staff.card import qr_svg, vcard
from directory.web.staff.faults import faults_page
from directory.web.staff.index import HitsPage, answer_of, catalogue_page
from directory.web.staff.need import need_record_page
from directory.web.staff.paths import contact_paths_page
from directory.web.staff.process import process_page
from directory.web.staff.records import COLLECTIONS, Link, name_of
from directory.web.staff.reports import KNOWN, NOTED, NOTHING_CHOSEN, STATUS, note, report_page, reported
from directory.web.staff.role import role_page
from directory.web.staff.unit import unit_page
from directory.web.unpublished import unpublished

staff = Blueprint("staff", __name__)
page = pages_of(staff)


@staff.context_processor
def _told():
    return {"unpublished": unpublished}


def _area():
    """The area that the address names: a place that everybody may know, so that a page can be linked to."""
    return area_asked(g.edition.ruleset, request.args.get("area", "")) or abort(404)


def _record(collection, one):
    return getattr(g.edition.catalogue, collection).get(one) or abort(404)


def _show(template, shown):
    return render_template(template, page=shown)


def _show_record(template, make, record):
    return _show(template, make(g.edition, record, _area(), language=language(), now=clock.now()))


@page("/katalog", "index", ("GET", "POST"))
@open_to_all("It answers, and keeps nothing.")
def index():
    """The search. A form sends the words, so that no address and no log ever holds them; the filters it may hold."""
    asked = read_asked(request.args, request.form, g.edition, language())
    part = request.form.get("part") == "hits"
    if request.method == "POST" and not part and is_elsewhere(asked, request.args):
        return redirect(address("staff.index", **asked.filters), 307)  # the same form once more, to where it belongs
    if request.method == "GET" and not request.args and not g.state.problems:  # the page tells of them, and they pass
        return once(("catalogue", language(), has_session()), lambda _day: _searched(asked))
    return _searched(asked, part=part), 200 if asked.query else 422


def _searched(asked, *, part=False):
    """The page of a search, or the answer alone for a page that is shown already."""
    answer = answer_of(g.edition, asked, now=clock.now())
    if part:
        return render_template("catalogue_hits.html", page=HitsPage(answer))
    return render_template("catalogue_index.html", page=catalogue_page(
        g.edition, asked, answer, language=language(), linked="q" in request.args))


@page("/katalog/roller/<role>", "role")
def role(role):
    """What a role does, and where it works in the area that is asked for."""
    return _show_record("catalogue_role.html", role_page, _record("roles", role))


@page("/katalog/verksamheter/<agency>", "agency")
def agency(agency):
    """A kind of agency."""
    return _show_record("catalogue_agency.html", agency_page, _record("agencies", agency))


@page("/katalog/processer/<process>", "process")
def process(process):
    """A way of working together."""
    return _show_record("catalogue_process.html", process_page, _record("processes", process))


@page("/katalog/behov/<need>", "need")
def need(need):
    """What a need is, and who receives it."""
    return _show_record("catalogue_need.html", need_record_page, _record("needs", need))


@page("/katalog/enheter/<unit>", "unit")
def unit(unit):
    """A real unit."""
    found = _unit(unit)
    return _show("catalogue_unit.html", unit_page(g.edition, found, language=language(), now=clock.now(),
                                                  here=_here(found)))


@page("/katalog/enheter/<unit>.vcf", "card")
def card(unit):
    """A real unit as a card for a telephone's or a mail program's address book."""
    found = _unit(unit)
    text = vcard(found, language(), day=clock.today(), here=_here(found))
    return Response(text, mimetype="text/vcard", headers={
        "Content-Disposition": f'attachment; filename="{found.id}.vcf"', "Cache-Control": "no-cache"})


@page("/katalog/enheter/<unit>.svg", "code")
def code(unit):
    """The address of a unit's page as a QR code."""
    return Response(qr_svg(_here(_unit(unit))), mimetype="image/svg+xml", headers={"Cache-Control": "no-cache"})


def _unit(one):
    return g.edition.catalogue.unit(one) or abort(404)


def _here(unit):
    """The whole address of a unit's page, in the language that is read."""
    return service_address() + address("staff.unit", unit=unit.id)


@page("/kontaktvagar", "paths")
def paths():
    """How parties reach each other."""
    return _show("contact_paths.html", contact_paths_page(g.edition, _area(), language=language(), day=clock.today()))


@page("/katalog/brister", "faults")
def faults():
    """What is missing or doubtful in the catalogue."""
    reports = reported(_database())
    return _show("catalogue_faults.html", faults_page(g.edition, reports, language=language(), day=clock.today()))


@page(f"/katalog/stammer-inte/<any({', '.join(COLLECTIONS)}):kind>/<one>", "report", ("GET", "POST"))
@open_to_all("It counts a code and nothing of the sender, and no more than a day has room for.")
def report(kind, one):
    """Tell that something of a record is wrong."""
    link = _link(kind, one)
    if request.method == "POST":
        return _report(link, request.form.get("code", ""))
    told = request.args.get("told", "")
    return render_template("catalogue_report.html", page=report_page(link, told=told if told in (NOTED, KNOWN) else ""))


def _report(link, code):
    """The answer to a report, which is counted where it is one."""
    refuse_other_sites()
    told = NOTHING_CHOSEN
    if code in journal.CODES[link.kind]:
        told = note(_database(), journal.Reported(link.kind, link.id, code, g.edition.id), day=clock.today())
    if told in (NOTED, KNOWN):
        return redirect(address("staff.report", kind=link.kind, one=link.id, told=told), 303)
    shown = render_template("catalogue_report.html", page=report_page(link, chosen=code, told=told))
    return shown, STATUS[told]


def _database():
    return current_app.extensions["database"]


def _link(kind, one):
    record = _unit(one) if kind == "unit" else _record(COLLECTIONS[kind], one)
    return Link(kind, record.id, name_of(record, language()))
