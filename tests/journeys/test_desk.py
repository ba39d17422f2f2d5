"""Whole stories of desks in a real browser: a circle that is broken, a hand-over, a receipt that outlives its rule."""

from datetime import date, timedelta

import pytest

from directory import clock, journal
from directory.app import create_app
from directory.editions.opening import open_database
from directory.i18n import LANGUAGES
from directory.journal import Step, Terms, models
from directory.routing import advise, draft_of, same_desk
from directory.rules import read_case
from tests.doors import token_of
from tests.journeys.test_accessibility import faults_of
from tests.receipts import opened, serve_receipts
from tests.serving import on_a_port
from tests.small import answering, make_small, publish, send_to

SCHOOL = "Pupil health service"
REFERRAL = {"area": "Hudiksvall", "need": "koncentration_adhd", "age": "9", "from": "elevhalsa", "to": "bup"}


@pytest.fixture(scope="module")
def service(edition, tmp_path_factory):
    with pytest.MonkeyPatch.context() as environment:
        yield serve_receipts(edition, tmp_path_factory.mktemp("desks"), environment)


@pytest.fixture(scope="module")
def desks(service):
    """The address of a service that keeps receipts."""
    with on_a_port(service.app) as address:
        yield address


@pytest.fixture
def at(browser, service, desks):
    """A function from the handle of a desk to a page of a browser in which it has signed in; "" is nobody."""
    contexts = []

    def page_of(handle):
        contexts.append(browser.new_context(locale="en-GB"))
        contexts[-1].set_default_timeout(10_000)
        page = contexts[-1].new_page()
        if handle:
            page.goto(f"{desks}/en/remiss/nyckel")
            page.fill("#key", service.keys[handle])
            press(page, "Sign in")
        return page
    yield page_of
    for one in contexts:
        one.close()


def press(page, name):
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=True).click()


def check_and_keep(page, desks):
    """From the form of a check to the page of the receipt, whose address is given."""
    page.goto(f"{desks}/en/remiss")
    for field, value in REFERRAL.items():
        page.fill(f"#{field}", value)
    press(page, "Check")
    press(page, "Keep a receipt with a code")
    return page.url


def take(page, where, end, **fields):
    """A step, taken on the page of a receipt."""
    page.goto(where)
    page.check(f"input[value={end}]")
    for field, value in fields.items():
        (page.fill if field == "confirm" else page.select_option)(f"#{field}", value)
    press(page, "Take the step")


def test_the_circle_from_school_to_bup_and_back_is_stopped_and_a_meeting_breaks_it(at, desks):
    school, bup = at("school"), at("bup")
    where = check_and_keep(school, desks)

    bup.goto(where)
    assert f"{SCHOOL} holds the question" in bup.inner_text("main")
    assert bup.locator("#to option[value=elevhalsa]").is_disabled()
    take(bup, where, "call_meeting")
    take(bup, where, "meeting_held", held_by="elevhalsa")
    take(school, where, "accept", confirm=bup.inner_text(".code.big >> nth=0"))

    school.goto(where)
    assert f"{SCHOOL} has taken the question on" in school.inner_text("main")
    assert school.locator("#to option[value=bup]").is_disabled()  # which held it until the school had confirmed
    assert "call the joint meeting instead" in school.inner_text("#step")


def test_what_the_school_has_not_mapped_is_asked_for_once_and_the_child_is_not_sent_back(at, service, desks):
    where = check_and_keep(at("school"), desks)
    bup = at("bup")

    bup.goto(where)
    bup.check("input[value=four-views]")
    bup.check("input[name=item] >> nth=-1")
    bup.check("input[value=ask_once]")
    press(bup, "Take the step")

    bup.goto(where)
    assert bup.inner_text("ol.path").count("\n") == 3  # the day, the step, and two lines of what is asked for
    assert "asks once for" in bup.inner_text("ol.path")
    assert bup.locator("input[value=ask_once]").count() == 0
    assert opened(service, where).standing.holder == "bup"


def test_a_hand_over_is_done_when_the_other_unit_confirms_with_the_code_it_was_told(at, service, desks):
    where = check_and_keep(at("school"), desks)
    bup, centre = at("bup"), at("clinic")
    take(bup, where, "hand_over", to="vardcentral")
    told = bup.inner_text(".code.big >> nth=0")
    assert opened(service, where).standing.holder == "bup"

    take(centre, where, "accept", confirm="AAA-AAA")
    assert "The code is wrong. You may try 4 more times today." in centre.inner_text(".summary")
    assert centre.is_checked("input[value=accept]")
    take(centre, where, "accept", confirm=told.lower())

    assert "Health centre has taken the question on" in centre.inner_text("main")


def test_a_hand_over_that_nobody_confirms_stands_too_late_with_whoever_holds_the_question(at, service, edition, desks):
    where = check_and_keep(at("school"), desks)
    begun = clock.today() - timedelta(9)
    hand_over(service, edition, where, Step("hand_over", "bup", begun, "vardcentral"))

    bup = at("bup")
    bup.goto(f"{desks}/en/remiss/lista")

    row = bup.locator("tr", has=bup.locator(f"a[href$='{where[-10:]}']"))
    assert "2 days too late" in row.inner_text() and "You hold the question" in row.inner_text()
    assert "Call them: they are late." in row.inner_text()


def hand_over(service, edition, where, step):
    """A step on a day that is over."""
    terms = Terms(service.app.extensions["signer"], same_desk(edition, "hudiksvall"), hand_over_days=7)
    with service.database.transaction() as session:
        journal.take_step(session, where[-10:], step, terms=terms)


def test_a_receipt_that_was_altered_by_a_character_is_refused(at, service, desks):
    where = check_and_keep(at("school"), desks)
    with service.database.transaction() as session:
        row = session.get(models.Receipt, where[-10:])
        row.document = {**row.document, "ages": row.document["ages"].replace("6", "5")}

    page = at("")
    page.goto(where)

    assert "This receipt has been altered" in page.inner_text("main")
    assert "adhd" not in page.content()


def test_a_code_with_a_wrong_letter_is_named_and_the_right_one_opens(at, desks):
    page = at("school")
    code = check_and_keep(page, desks)[-10:]
    page.goto(f"{desks}/en/kod")

    page.fill("#code", ("A" if code[0] != "A" else "C") + code[1:])
    press(page, "Open the code")
    assert "wrong letter or number" in page.inner_text(".summary")
    page.fill("#code", f"{code[:4]} {code[4:8]} {code[8:]}".lower())
    press(page, "Open the code")

    assert page.inner_text("h1") == f"{SCHOOL} has the question now"


def test_a_family_saves_a_code_is_told_no_twice_and_learns_who_must_call_the_meeting(at, service, desks):
    page = at("")
    page.goto(f"{desks}/en/vag/{token_of(service.client(), place='hudiksvall')}")
    page.click("details.keep > summary")
    press(page, "Save a code")

    press(page, "They said no")
    assert page.inner_text("h1") == "You have been told no"
    press(page, "They said no")

    assert page.inner_text("h1") == "Now all must meet"
    assert f"Ask {SCHOOL} to call all to a meeting." in page.inner_text("main")
    assert page.get_by_role("button", name="They said no").count() == 0


def test_the_pages_of_receipts_and_codes_have_no_fault_on_a_narrow_screen(at, desks):
    bup = at("bup")
    bup.set_viewport_size({"width": 320, "height": 800})
    where = check_and_keep(bup, desks)
    found = {}

    for name, act in {
        "missing": lambda: take(bup, where, "hand_over"),
        "handed over": lambda: take(bup, where, "hand_over", to="vardcentral"),
        "report with faults": lambda: (bup.goto(where.replace("/remiss/", "/aterstudsar/rapportera/")),
                                       bup.fill("#sender", "logoped_r"), press(bup, "Report")),
        "list": lambda: bup.goto(f"{desks}/en/remiss/lista"), "typed": lambda: bup.goto(f"{desks}/en/remiss/moon"),
        "family": lambda: bup.goto(where.replace("/remiss/", "/kod/")), "told no": lambda: press(bup, "They said no"),
        "mirrored": lambda: bup.goto(where.replace("/en/remiss/", "/ar/kod/")),
        "no code": lambda: bup.goto(f"{desks}/kod/x"),
    }.items():
        act()
        found[name] = faults_of(bup)

    assert found == dict.fromkeys(found, [])


def test_a_receipt_that_is_opened_after_a_rule_change_says_what_was_said_and_holds(page, tmp_path, monkeypatch):
    settings = make_small(tmp_path / "small")
    for name in ("home", "rules", "seed", "poll"):
        monkeypatch.setenv(f"ENVAGIN_{name.upper()}", str(getattr(settings, name)))
    database = open_database(settings)
    publish(settings, database)
    app = create_app()
    code = kept_in(database, answering(settings, database), app.extensions["signer"])

    send_to(settings, "school")
    publish(settings, database)

    with on_a_port(app) as site:
        page.goto(f"{site}/en/remiss/{code}")
        page.reload()
        said = page.inner_text("main")
    assert "The rules have been changed since then. Today they say: School." in said
    assert "Right receiver\nClinic" in said and "A1" in said


def kept_in(database, edition, signer):
    """The code of a receipt of the one question that a small service answers."""
    case = read_case({"area": "land", "need": "focus", "level": "bas", "age": "9"}, edition.inputs,
                     areas=edition.ruleset.areas, today=clock.today())
    advice = {one: advise(edition.ruleset, case, catalogue=edition.catalogue, edition=edition.id, language=one)
              for one in LANGUAGES}
    with database.transaction() as session:
        draft = draft_of(edition, advice, sender="", to="clinic")
        return journal.keep(session, draft, now=clock.now(), signer=signer, days=90).code


def test_a_return_is_reported_from_its_receipt_with_the_keyboard_alone(at, service, desks):
    bup, before = at("bup"), counted_cells(service)
    bup.goto(check_and_keep(at("school"), desks))
    walk_to(bup, "Did it come back to you? Report the return with this code")
    with bup.expect_navigation():
        bup.keyboard.press("Enter")

    walk_to(bup, "Level")
    bup.keyboard.type("specialist")
    walk_to(bup, "Wrong level")
    bup.keyboard.press("Space")
    with bup.expect_navigation():
        bup.keyboard.press("Enter")

    assert "Thank you. It is counted." in bup.inner_text("main")
    assert counted_cells(service) == sorted([*before, ("hudiksvall", "utveckling_larande", "wrong_level")])


@pytest.mark.parametrize("width", [320, 360])
def test_no_number_of_the_statistics_is_cut_on_a_narrow_screen(at, service, desks, width):
    bounce = journal.Bounce("hudiksvall", "elevhalsa", "bup", "utveckling_larande", "bas", "other_agreed", "", "")
    with service.database.transaction() as session:
        for _ in range(9):
            journal.count_bounce(session, bounce, day=date(2026, 8, 3))
        journal.publish_quarter(session, "2026-Q3", day=clock.today(), within={
            "hudiksvall": "gavleborg", "gavleborg": "generic", "generic": None})
    page = at("")
    page.set_viewport_size({"width": width, "height": 800})

    page.goto(f"{desks}/aterstudsar?area=gavleborg")

    assert page.locator(".grid .count").count() > 9
    assert page.evaluate("""[...document.querySelectorAll('.count')].filter(
        one => one.getBoundingClientRect().right > innerWidth || one.scrollWidth > one.clientWidth + 1 &&
        getComputedStyle(one).display != 'inline').map(one => one.textContent)""") == []


def test_a_return_without_a_receipt_is_typed_by_somebody_who_does_it_daily(at, service, desks):
    bup, before = at("bup"), counted_cells(service)
    bup.goto(f"{desks}/en/aterstudsar/rapportera")
    bup.focus("#area")

    for typed in ("Hudiksvall", "Tab", "Pupil health service", "Tab", "Tab", "ADHD", "Tab", "specialist", "Tab", "Tab"):
        bup.keyboard.press("Tab") if typed == "Tab" else write(bup, typed)
    bup.keyboard.press("Space")
    with bup.expect_navigation():
        bup.keyboard.press("Enter")

    assert "Thank you. It is counted." in bup.inner_text("main")
    assert counted_cells(service) == sorted([*before, ("hudiksvall", "utveckling_larande", "wrong_level")])


def walk_to(page, name):
    """Tab on until what has the focus is called so."""
    for _ in range(80):
        page.keyboard.press("Tab")
        here = page.evaluate("(document.activeElement.labels?.[0] ?? document.activeElement).innerText.trim()")
        if here == name:
            return
    raise AssertionError(f"no way to {name} by the keyboard")


def write(page, words):
    """Words in place of what stands in the field; in a list the entry that begins so."""
    page.keyboard.press("Control+a")
    page.keyboard.type(words)


def counted_cells(service):
    """What is counted of returns: area, group of needs and reason, as often as it was."""
    with service.database.transaction() as session:
        rows = session.query(models.Count).filter_by(measure="cell")
        return sorted((row.area, row.one, row.other) for row in rows for _ in range(row.count))


def test_of_ten_thousand_rows_the_37_that_are_faulty_are_named_and_the_others_checked(at, desks, tmp_path):
    page = at("clerk")
    sheet = tmp_path / "rows.csv"
    faulty = set(range(0, 9_990, 270))
    rows = (f"hudiksvall,koncentration_adhd,specialist,{'ninety' if row in faulty else 6 + row % 12},elevhalsa,bup"
            for row in range(10_000))
    sheet.write_text("\n".join(["area,need,level,age,from,to", *rows]), "utf-8")
    assert len(faulty) == 37

    send(page, desks, sheet)

    page.get_by_text("Fetch the sheet with the answers").wait_for(timeout=120_000)
    assert "37 rows have faults." in page.inner_text("main")
    assert "Row 2, age" in page.inner_text("main")
    with page.expect_download() as fetched:
        page.click("text=Fetch the sheet with the answers")
    lines = fetched.value.path().read_text("utf-8-sig").splitlines()
    assert len(lines) == 10_001 and lines[0].startswith('"area","need","level","age","from","to","verdict","receiver"')


def test_a_sheet_with_a_column_of_names_is_refused_before_a_row_is_read(at, desks, tmp_path):
    page = at("clerk")
    sheet = tmp_path / "names.csv"
    sheet.write_text("area,need,level,age,namn\nhudiksvall,koncentration_adhd,specialist,9,Kim Testsson\n", "utf-8")

    send(page, desks, sheet)

    assert "Only known columns are allowed. Take out: namn." in page.inner_text(".summary")
    assert "Kim" not in page.content()


def send(page, desks, sheet):
    page.goto(f"{desks}/en/remiss/fil")
    page.set_input_files("#file", sheet)
    page.get_by_role("button", name="Check", exact=True).click(no_wait_after=True)
    page.wait_for_load_state(timeout=120_000)
