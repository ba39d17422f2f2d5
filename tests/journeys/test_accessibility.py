"""The accessibility matrix: every page and kind of answer, narrow and wide, with script and without, judged by axe and
by its width.

What families press is measured on the same pages. `make check` and `make statement` judge it whole (FULL_MATRIX=1),
`make test` each kind of page once on a narrow screen, some in Arabic, and a few views without script. The judge is a
script itself: without means that those of the page never come.
"""

import os
from itertools import product

import pytest
from axe_playwright_python.sync_playwright import Axe

from directory import clock
from directory.i18n import FAMILY_LANGUAGES
from directory.routing import coverage_page, heat_map
from tests.journeys.targets import low
from tests.journeys.way_in import answer, begin, go_on, to_the_end

REFERRAL = "area=hudiksvall&need=koncentration_adhd&level=specialist&age=9&from=skolskoterska&to=bup"
FULL = bool(os.environ.get("FULL_MATRIX"))
ADDRESSES = ["/nowhere", "/regler", "/regler/tackning?area=stockholm", "/regler/foraldrastod?area=hudiksvall",
             "/regler/vinjetter?area=stockholm", "/katalog", "/katalog?q=loggoped&area=hudiksvall",
             "/katalog?q=191212121212", "/katalog?kind=unit&area=ange", "/katalog/roller/skolskoterska",
             "/en/katalog/verksamheter/bup?area=vgr", "/katalog/processer/sip",
             "/katalog/behov/skolfranvaro?area=hudiksvall", "/katalog/enheter/hudiksvall-elevhalsa", "/kontaktvagar",
             "/katalog/brister", "/katalog/stammer-inte/unit/hudiksvall-elevhalsa",
             "/remiss", f"/remiss?{REFERRAL}", "/remiss?need=x&from=y&area=z", f"/remiss/mote?{REFERRAL}",
             "/remiss/oppna", "/remiss/nyckel", "/en/remiss/fil", "/aterstudsar", "/en/aterstudsar/exempel"]
OTHER_VIEWS = ["/en/nowhere", "/en/regler?area=stockholm", "/en/regler/tackning", "/api/v1/docs",
               "/en/regler/koncentration_adhd?area=stockholm", "/regler/suicidtankar",
               "/en/regler/vinjetter?area=hudiksvall", "/en/katalog", "/en/katalog?q=pizza", "/katalog?level=x",
               "/en/katalog?kind=need", "/en/katalog/enheter/hudiksvall-elevhalsa", "/katalog/enheter/sos-112",
               "/en/kontaktvagar?area=falkoping", "/en/katalog/brister", f"/en/remiss?{REFERRAL}&held=vardcentral"]
ANSWERS = {  # what each shows: one's own school, units to choose among, danger, a report, a meeting, no unit known
    "school": ({}, ["utveckling_larande", "koncentration_adhd"]),
    "choice": ({"place": "danderyd", "age": "young"}, ["droger_brott", "alkohol_droger"]),
    "danger": ({"urgency": "now"}, []),
    "report": ({"urgency": "harm", "place": "danderyd"}, []),
    "meeting": ({"age": "teen"}, ["hemma_vald", "foraldrastod"]),
    "unknown": ({"urgency": "unknown", "place": "ale", "age": "unknown", "who": "other"}, []),
}
WAY_IN = ["/", "/nu", "/trygg", "/om", "/integritet", "/tillganglighet", "/kod"]
LANGUAGES = list(FAMILY_LANGUAGES) if FULL else ["sv"]
MIRRORED = [] if FULL else ["ar"]  # of which `make test` takes a few views
VIEWS = list(product([320, 1280], ["script", "no-script"])) if FULL else [(320, "script")]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(params=VIEWS, ids=lambda view: "-".join(map(str, view)))
def view(request, page):
    width, script = request.param
    page.set_viewport_size({"width": width, "height": 800})
    return page if script == "script" else without_script(page)


def without_script(page):
    """The same page, whose own scripts never come."""
    page.route(lambda url: url.split("?")[0].endswith(".js"), lambda route: route.abort())
    return page


def faults_of(page):
    """What axe finds with everything unfolded, as rule and place, and whether the page is wider than its window."""
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}}).response["violations"]
    wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    return [(one["id"], node["target"]) for one in found for node in one["nodes"]] + ["wider than the window"] * wide


@pytest.mark.parametrize("language,address", [*product(LANGUAGES, WAY_IN), *product(MIRRORED, ["/", "/nu"])])
def test_a_page_of_the_way_in_has_no_fault(view, site, address, language):
    view.goto(f"{site}/{language}{address}")

    assert faults_of(view) == []
    assert low(view) == []


@pytest.mark.parametrize("address", [*ADDRESSES, *(OTHER_VIEWS if FULL else ())])
def test_a_page_has_no_fault(view, site, address):
    view.goto(site + address)

    assert faults_of(view) == []


@pytest.mark.parametrize("language,case", [*product(LANGUAGES, ANSWERS), *product(MIRRORED, ["meeting"])])
def test_an_answer_and_the_questions_to_it_have_no_fault(view, site, language, case):
    start, options = ANSWERS[case]
    begin(view, site, language=f"{language}/", **start)
    assert faults_of(view) == []

    answer(view, *options)
    to_the_end(view)

    assert view.locator("h1").count() == 1
    assert faults_of(view) == []
    assert low(view) == []


def test_an_answer_with_a_question_beside_it_has_no_fault(view, site):
    begin(view, site, age="teen")
    answer(view, "ma_daligt", "oro_angest", "partly")

    assert view.locator(".further summary").is_visible()
    assert faults_of(view) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_found_for_own_words_has_no_fault(view, site, language):
    begin(view, site, language=f"{language}/", age="teen")
    view.fill("#words", "mobbning")
    with view.expect_navigation():
        view.press("#words", "Enter")

    assert view.is_visible("input[value=mobbning]")
    assert faults_of(view) == []
    assert low(view) == []


def test_a_start_and_a_question_without_answers_have_no_fault(view, site):
    view.goto(f"{site}/")
    go_on(view)
    assert faults_of(view) == []

    begin(view, site)
    go_on(view)
    assert faults_of(view) == []


@pytest.mark.parametrize("address", ["/", "/ar/nu", "/katalog?q=loggoped", "/remiss"])
def test_a_page_whose_scripts_never_came_has_no_fault(page, site, address):
    lost = []
    page.on("requestfailed", lambda request: lost.append(request.resource_type))
    without_script(page).goto(site + address)

    assert faults_of(page) == []
    assert set(lost) == {"script"}


def test_the_page_after_leaving_has_no_fault(view, site):
    view.context.add_cookies([{"name": "u", "value": "1", "url": site}])
    view.goto(f"{site}/")

    assert faults_of(view) == []


@pytest.mark.parametrize("area", ["hudiksvall", *(["generic"] if FULL else ())])
def test_the_heat_map_in_a_file_has_no_fault(view, edition, area):
    drawn = heat_map(edition.ruleset, area, catalogue=edition.catalogue, language="sv", day=clock.today())

    view.set_content(coverage_page([drawn], "sv"))

    assert faults_of(view) == []


def test_a_fault_is_found(view, site):
    view.goto(f"{site}/")
    view.evaluate("document.querySelector('label[for=place]').remove()")

    assert "select-name" in [fault[0] for fault in faults_of(view)]
