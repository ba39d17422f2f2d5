"""The pages of the rules: needs, a need as a table, the heat map, the vignettes. Nothing of it is personal."""

from hashlib import sha256

from flask import Blueprint, abort, g, render_template, request, send_from_directory

from directory import clock
from directory.routing import TEMPLATES
from directory.rules import answered
from directory.web.areas import area_asked
from directory.web.frame import language, pages_of
from directory.web.once import once
from directory.web.returned import returns_of_rules
from directory.web.rules.coverage import coverage_shown
from directory.web.rules.index import rules_page
from directory.web.rules.need import need_page, with_returns
from directory.web.rules.vignettes import vignettes_page
from directory.web.unpublished import unpublished

rules = Blueprint("rules", __name__, template_folder=str(TEMPLATES))
page = pages_of(rules)
VERSION = sha256((TEMPLATES / "heat_map.css").read_bytes()).hexdigest()[:10]


@rules.context_processor
def _told():
    return {"unpublished": unpublished}


def _edition():
    return g.edition


def _area():
    """The area that the address names: a place that everybody may know, so that a page can be linked to."""
    return area_asked(_edition().ruleset, request.args.get("area", "")) or abort(404)


def _answers():
    return once("vignettes", lambda day: answered(_edition().ruleset, day=day))


def _show(template, shown):
    return render_template(template, page=shown)


def _show_once(template, make):
    """A page that takes long to make; the area has been looked up, so there are not many of them."""
    if g.state.problems:  # the page tells of them, and they pass
        return _show(template, make(clock.today()))
    key = template, language(), request.args.get("area", "")
    return once(key, lambda day: render_template(template, page=make(day)))


@page("/regler", "index")
def index():
    """Every need with what the rules say of it, and every area with what it says of its own."""
    return _show("rules_index.html", rules_page(_edition(), _area(), language=language(), day=clock.today()))


@page("/regler/tackning", "coverage")
def coverage():
    """The heat map of an area."""
    edition, area = _edition(), _area()
    return _show_once("rules_coverage.html",
                      lambda day: coverage_shown(edition, area, language=language(), day=day))


@page("/regler/vinjetter", "vignettes")
def vignettes():
    """Every vignette, or those of one area, and what the rules answer."""
    edition, area = _edition(), _area() if request.args.get("area") else None
    return _show_once("rules_vignettes.html", lambda day: vignettes_page(
        edition, area, language=language(), day=day, answers=_answers()))


@page("/regler/<need>", "need")
def need(need):
    """A need as a decision table."""
    area = _area()
    if need not in area.needs:
        abort(404)
    edition, day = _edition(), clock.today()
    shown = need_page(edition, area, need, language=language(), day=day, answers=_answers())
    returns = returns_of_rules(edition, area.id, day=day)
    return _show("rules_need.html", with_returns(shown, returns, edition=edition, language=language()))


@rules.get(f"/static/{VERSION}/heat_map.css", endpoint="style")
def style():
    """The colours and signs of the heat map; the command's page has the same inside."""
    response = send_from_directory(TEMPLATES, "heat_map.css")
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    return response
