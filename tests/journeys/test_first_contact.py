"""Whole stories in a real browser: somebody asks, and learns whom to contact first."""

from directory.i18n import translator

CHOICES = {"area": "hudiksvall", "need": "koncentration_adhd", "age": "9"}
TICKS = ("level", "bas"), ("acute", "no"), ("from", "guardian")


def fill(page, choices=CHOICES, ticks=TICKS):
    for name, value in choices.items():
        page.select_option(f"#{name}", value)
    for name, value in ticks:
        page.check(f"input[name='{name}'][value='{value}']")


def show(page):
    with page.expect_navigation():
        page.click("main form button")


def test_a_mother_of_a_boy_who_cannot_sit_still_learns_whom_to_contact_first(page, site, edition):
    page.goto(f"{site}/")
    fill(page)
    show(page)

    assert edition.catalogue.agencies["elevhalsa"].name["sv"] in page.inner_text("h1")
    assert page.locator(".card .do").is_visible()
    assert page.url == f"{site}/vag/svar"
    assert page.title() == f"{translator('sv')('Answer')} – En väg in"
    assert page.context.cookies() == []


def test_somebody_who_forgets_two_questions_is_led_to_them_and_loses_nothing(page, site):
    page.goto(f"{site}/en/")
    fill(page, {"area": "hudiksvall", "age": "9"}, TICKS[1:])
    show(page)

    assert page.title().startswith("Error: ")
    assert page.evaluate("document.activeElement.className") == "summary"
    page.click("main a[href='#level']")
    page.check("input[name='level'][value='bas']")
    page.select_option("#need", "koncentration_adhd")
    show(page)
    assert page.inner_text("h1") == "Contact first: Pupil health service"


def test_somebody_who_answered_wrongly_changes_one_answer_and_keeps_the_rest(page, site):
    page.goto(f"{site}/en/")
    fill(page)
    show(page)

    page.click("text=Change my answers")
    assert page.input_value("#need") == "koncentration_adhd"
    page.check("input[name='acute'][value='now']")
    show(page)
    assert "112" in page.inner_text("h1")


def test_somebody_who_reads_english_better_takes_the_answer_along(page, site):
    page.goto(f"{site}/")
    fill(page)
    show(page)

    page.click("button[lang='en']")

    assert page.url == f"{site}/en/vag/svar"
    assert page.inner_text("h1") == "Contact first: Pupil health service"


def test_the_way_back_in_the_browser_keeps_the_answers(page, site):
    page.goto(f"{site}/en/")
    fill(page)
    show(page)

    page.evaluate("history.back()")  # Page.go_back may ask Chromium in the midst of a swap
    page.wait_for_url(f"{site}/en/")

    assert page.input_value("#need") == "koncentration_adhd"
    assert page.is_checked("input[name='level'][value='bas']")


def test_everything_can_be_done_with_the_keyboard_alone(page, site):
    page.goto(f"{site}/en/")
    fill(page, CHOICES, TICKS[:2])

    page.focus("main form button")
    page.keyboard.press("Enter")

    page.wait_for_selector(".card")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"


def test_a_page_asks_no_other_host_for_anything(page, site):
    asked = []
    page.on("request", lambda request: asked.append(request.url))

    for path in ("/", "/nu", "/en/", "/finns-inte"):
        page.goto(f"{site}{path}")

    assert [url for url in asked if not url.startswith(f"{site}/")] == []


def test_nothing_runs_out_of_a_small_screen(page, site):
    page.set_viewport_size({"width": 320, "height": 640})
    for path in ("/", "/nu", "/finns-inte"):
        page.goto(f"{site}{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320

    page.goto(f"{site}/")
    fill(page)
    show(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
