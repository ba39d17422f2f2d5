"""Every template shows its page dataclass and nothing beside it: `start.html` shows a StartPage."""

from dataclasses import fields

import pytest
from jinja2 import Environment, nodes

from directory.web.desk.batch import BatchPage, DonePage, RunPage
from directory.web.desk.bounce_page import ReportBouncePage
from directory.web.desk.bounces_examples import ExamplesPage
from directory.web.desk.bounces_page import BouncesPage
from directory.web.desk.check import CheckPage
from directory.web.desk.keeping import KeepPage
from directory.web.desk.list import ListPage
from directory.web.desk.meeting import MeetingPage
from directory.web.desk.receipt import ReceiptPage
from directory.web.desk.receipts import OpenPage
from directory.web.desk.sign_in import SignInPage
from directory.web.errors import ErrorPage
from directory.web.public.answer import AnswerPage
from directory.web.public.code import CodePage, CodeStartPage
from directory.web.public.own_words import OwnWordsPage
from directory.web.public.pages import (
    AboutPage, AwayPage, NowPage, PrivacyPage, QuestionPage, SafePage, StartPage)
from directory.web.public.statement import StatementPage
from directory.web.rules.coverage import CoveragePage
from directory.web.rules.index import RulesPage
from directory.web.rules.need import NeedPage
from directory.web.rules.vignettes import VignettesPage
from directory.web.staff.agency import AgencyPage
from directory.web.staff.faults import FaultsPage
from directory.web.staff.index import CataloguePage, HitsPage
from directory.web.staff.need import NeedRecordPage
from directory.web.staff.paths import ContactPathsPage
from directory.web.staff.process import ProcessPage
from directory.web.staff.reports import ReportPage
from directory.web.staff.role import RolePage
from directory.web.staff.unit import UnitPage
from tests.house.project_files import ROOT

TEMPLATES = ROOT / "directory" / "web" / "templates"
PAGES = {"answer.html": AnswerPage, "error.html": ErrorPage, "now.html": NowPage, "start.html": StartPage,
         "about.html": AboutPage, "away.html": AwayPage, "privacy.html": PrivacyPage,
         "own_words.html": OwnWordsPage, "question.html": QuestionPage,
         "safe.html": SafePage, "statement.html": StatementPage,
         "rules_coverage.html": CoveragePage, "rules_index.html": RulesPage, "rules_need.html": NeedPage,
         "rules_vignettes.html": VignettesPage, "catalogue_agency.html": AgencyPage,
         "catalogue_faults.html": FaultsPage, "catalogue_hits.html": HitsPage, "catalogue_index.html": CataloguePage,
         "catalogue_need.html": NeedRecordPage, "catalogue_process.html": ProcessPage,
         "catalogue_report.html": ReportPage, "catalogue_role.html": RolePage, "catalogue_unit.html": UnitPage,
         "desk_sign_in.html": SignInPage, "desk_receipt.html": ReceiptPage, "desk_open.html": OpenPage,
         "desk_keep.html": KeepPage, "desk_list.html": ListPage, "code.html": CodePage,
         "desk_check.html": CheckPage, "desk_meeting.html": MeetingPage, "desk_batch.html": BatchPage,
         "desk_batch_run.html": RunPage, "desk_batch_done.html": DonePage,
         "desk_bounces.html": BouncesPage, "desk_bounces_examples.html": ExamplesPage,
         "desk_report_bounce.html": ReportBouncePage,
         "code_start.html": CodeStartPage, "contact_paths.html": ContactPathsPage}
SHARED = {"base.html", "macros.html", "staff_macros.html", "rules_macros.html", "catalogue_macros.html",
          "desk_bounces_macros.html", "desk_form_macros.html"}  # parts, which read no page


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
