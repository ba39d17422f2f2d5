"""Every template shows its page dataclass and nothing beside it: `start.html` shows a StartPage."""

from dataclasses import fields

import pytest
from jinja2 import Environment, nodes

from directory.web.errors import ErrorPage
from directory.web.public.answer import AnswerPage
from directory.web.public.pages import NowPage, StartPage
from directory.web.rules.coverage import CoveragePage
from directory.web.rules.index import RulesPage
from directory.web.rules.need import NeedPage
from directory.web.rules.vignettes import VignettesPage
from tests.house.project_files import ROOT

TEMPLATES = ROOT / "directory" / "web" / "templates"
PAGES = {"answer.html": AnswerPage, "error.html": ErrorPage, "now.html": NowPage, "start.html": StartPage,
         "rules_coverage.html": CoveragePage, "rules_index.html": RulesPage, "rules_need.html": NeedPage,
         "rules_vignettes.html": VignettesPage}
SHARED = {"base.html", "macros.html", "rules_macros.html"}  # what all pages have; they read no page


def read_of_page(source):
    """The fields of `page` that a template reads."""
    tree = Environment(autoescape=True, extensions=["jinja2.ext.i18n"]).parse(source)
    read = [one for one in tree.find_all(nodes.Getattr) if isinstance(one.node, nodes.Name)]
    return {one.attr for one in read if one.node.name == "page"}


def test_every_template_is_a_page_or_shared():
    assert {path.name for path in TEMPLATES.rglob("*.html")} == {*PAGES, *SHARED}


@pytest.mark.parametrize("name", PAGES)
def test_a_template_shows_every_field_of_its_page_and_no_other(name):
    assert read_of_page((TEMPLATES / name).read_text("utf-8")) == {one.name for one in fields(PAGES[name])}


@pytest.mark.parametrize("name", sorted(SHARED))
def test_what_all_pages_share_reads_no_page(name):
    assert read_of_page((TEMPLATES / name).read_text("utf-8")) == set()


def test_a_field_that_a_template_reads_is_found():
    assert read_of_page("{% if page.a %}{{ other.b }}{{ page.c.d | upper }}{% endif %}") == {"a", "c"}
