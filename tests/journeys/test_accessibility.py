"""The accessibility matrix: every page and kind of answer, narrow and wide, judged by axe and by its width."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from directory import clock
from directory.routing import coverage_page, heat_map
from tests.journeys.test_first_contact import fill, show

ADDRESSES = ["/", "/en/", "/nu", "/en/nu", "/nowhere", "/en/nowhere",
             "/regler", "/en/regler?area=stockholm", "/regler/tackning?area=stockholm", "/en/regler/tackning",
             "/regler/foraldrastod?area=hudiksvall", "/en/regler/koncentration_adhd?area=stockholm",
             "/api/v1/docs",
             "/regler/suicidtankar", "/regler/vinjetter?area=stockholm", "/en/regler/vinjetter?area=hudiksvall",
             "/katalog", "/en/katalog", "/katalog?q=loggoped&area=hudiksvall", "/en/katalog?q=pizza",
             "/katalog?q=191212121212", "/katalog?level=x", "/en/katalog?kind=need", "/katalog?kind=unit&area=ange",
             "/katalog/roller/skolskoterska", "/en/katalog/verksamheter/bup?area=vgr", "/katalog/processer/sip",
             "/katalog/behov/skolfranvaro?area=hudiksvall", "/en/katalog/enheter/hudiksvall-elevhalsa",
             "/katalog/enheter/sos-112", "/kontaktvagar", "/en/kontaktvagar?area=falkoping", "/katalog/brister",
             "/en/katalog/brister", "/katalog/stammer-inte/unit/hudiksvall-elevhalsa"]
ANSWERS = {  # what each shows: one's own school, units to choose among, danger, a report, a meeting, no unit known
    "school": ("hudiksvall", "koncentration_adhd", "9", "bas", "no"),
    "choice": ("danderyd", "alkohol_droger", "16", "forsta_linjen", "no"),
    "danger": ("hudiksvall", "akut_fara_liv", "9", "bas", "now"),
    "report": ("danderyd", "vald", "9", "bas", "no"),
    "meeting": ("hudiksvall", "foraldrastod", "15", "forsta_linjen", "no"),
    "unknown": ("generic", "nedstamdhet", "unknown", "unknown", "no"),
}
WIDTHS = [320, 1280]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(params=WIDTHS)
def view(request, page):
    page.set_viewport_size({"width": request.param, "height": 800})
    return page


def faults_of(page):
    """What axe finds, as rule and place, and whether the page is wider than its window."""
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}}).response["violations"]
    wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    return [(one["id"], node["target"]) for one in found for node in one["nodes"]] + ["wider than the window"] * wide


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_has_no_fault(view, site, address):
    view.goto(site + address)

    assert faults_of(view) == []


@pytest.mark.parametrize("case", ANSWERS.values(), ids=ANSWERS)
@pytest.mark.parametrize("language", ["", "en/"])
def test_an_answer_has_no_fault(view, site, language, case):
    area, need, age, level, acute = case
    view.goto(f"{site}/{language}")
    fill(view, {"area": area, "need": need, "age": age}, [("level", level), ("acute", acute), ("from", "guardian")])

    show(view)

    assert view.locator("h1").count() == 1
    assert faults_of(view) == []


def test_questions_without_answers_have_no_fault(view, site):
    view.goto(f"{site}/")

    show(view)

    assert faults_of(view) == []


@pytest.mark.parametrize("area", ["generic", "hudiksvall"])
def test_the_heat_map_in_a_file_has_no_fault(view, edition, area):
    drawn = heat_map(edition.ruleset, area, catalogue=edition.catalogue, language="sv", day=clock.today())

    view.set_content(coverage_page([drawn], "sv"))

    assert faults_of(view) == []


def test_a_fault_is_found(view, site):
    view.goto(f"{site}/")
    view.evaluate("document.querySelector('label[for=need]').remove()")

    assert [fault[0] for fault in faults_of(view)] == ["select-name"]
