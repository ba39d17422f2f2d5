"""Whole stories in a real browser: somebody asks, and learns whom to contact first."""

import pytest

from directory.i18n import translator
from tests.journeys.way_in import answer, begin, go_on, to_the_end

FOCUS = "utveckling_larande", "koncentration_adhd"
WIDTH = "document.documentElement.scrollWidth"


@pytest.fixture
def elsewhere(site, monkeypatch):
    """Where the exit leads: a page that is no page of the way in, without the world outside."""
    monkeypatch.setenv("ENVAGIN_LEAVE_TO", f"{site}/live")
    return f"{site}/live"


def heading(page):
    return page.inner_text("h1")


def test_a_mother_of_a_boy_who_cannot_sit_still_learns_whom_to_contact_first(page, site, edition):
    begin(page, site)
    answer(page, *FOCUS)
    to_the_end(page)

    assert edition.catalogue.agencies["elevhalsa"].name["sv"].split(" (")[0] in heading(page)
    assert page.locator(".card .do").is_visible()
    assert page.title() == f"{translator('sv')('Answer')} – En väg in"
    assert "/vag/" in page.url and "adhd" not in page.url
    assert page.context.cookies() == []


def test_a_father_of_a_girl_of_three_who_hardly_speaks_is_led_to_the_child_health_centre(page, site, edition):
    begin(page, site, age="small")
    answer(page, "utveckling_larande", "sprak_tal")
    to_the_end(page)

    assert edition.catalogue.agencies["bvc"].name["sv"].split(" (")[0] in heading(page)


def test_the_parents_of_a_girl_of_nine_who_will_not_go_to_school_are_led_to_the_school(page, site, edition):
    begin(page, site)
    answer(page, "skolan", "skolfranvaro")
    to_the_end(page)

    assert "Skola" in heading(page) or "Elevhälsa" in heading(page)


def test_a_worried_mother_has_her_answer_on_the_fourth_page_and_what_she_tells_there_makes_it_sharper(page, site):
    loads = []
    page.on("framenavigated", lambda frame: loads.append(frame.url))
    begin(page, site, age="teen")
    answer(page, "ma_daligt", "oro_angest", "partly")
    first = heading(page)

    assert len(loads) <= 5 and page.locator(".card .do").is_visible()
    assert page.locator(".further summary").is_visible()
    answer(page, "entry")
    assert first == "Kontakta först: En väg in för barn och unga"
    assert heading(page) == "Kontakta först: Första linjen för barn och unga"


def test_a_girl_of_14_who_does_not_want_to_live_gets_somebody_to_call_at_once(page, site):
    begin(page, site, age="teen", who="youth")
    answer(page, "ma_daligt", "suicidtankar")

    assert page.locator("main a[href='tel:112']").first.is_visible()
    for number in ("tel:116111", "tel:90101"):
        assert page.locator(f"main .do a[href='{number}'], main .numbers a[href='{number}']").count() == 2


def test_somebody_in_danger_answers_one_question_and_gets_112_at_once(page, site):
    page.goto(f"{site}/")
    page.check("input[name=urgency] >> nth=0")
    go_on(page)

    assert page.locator("input[name=answer]").count() == 0
    assert page.locator("main a[href='tel:112']").first.is_visible()


def test_a_family_whose_municipality_has_no_agreement_gets_what_holds_everywhere_and_whom_to_call(page, site):
    begin(page, site, language="en/", place="ale", age="teen")
    answer(page, "skolan", "mobbning")
    to_the_end(page)

    told = page.inner_text("main")
    assert "We have no agreement from Ale municipality yet." in told
    assert "switchboard" in told and "1177" in told
    assert heading(page).startswith("Contact first: ")


def test_a_place_that_does_not_exist_is_refused_in_words_and_the_rest_is_kept(page, site):
    page.goto(f"{site}/en/")
    page.evaluate("document.querySelector('#place').append(new Option('Grönköping', 'gronkoping', true, true))")
    page.check("input[name=urgency][value=wait]")
    page.select_option("#age", "teen")
    page.check("input[name=who][value=guardian]")
    go_on(page)

    assert page.locator("main .summary a").all_inner_texts() == ["Where does the child or young person live?"]
    assert page.inner_text("#place-fault") == "Choose an answer."
    assert "gronkoping" not in page.content()
    assert page.is_checked("input[value=wait]") and page.input_value("#age") == "teen"


def test_a_boy_of_16_who_is_hit_at_home_leaves_quickly_and_nothing_shows_when_somebody_goes_back(page, site, elsewhere):
    begin(page, site, urgency="harm", age="young", who="youth")
    seen = heading(page)

    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    page.wait_for_url(elsewhere)
    page.go_back()

    assert heading(page) == "Viktiga telefonnummer" != seen
    assert page.locator("main a[href='tel:112']").is_visible()


def test_shift_three_times_while_choosing_in_a_list_leaves_nothing(page, site):
    page.goto(f"{site}/")
    page.focus("#place")

    for _ in range(4):
        page.keyboard.press("Shift")

    assert page.url == f"{site}/"


def test_somebody_who_knows_nothing_ends_with_somebody_to_call(page, site):
    begin(page, site, place="generic", age="unknown")
    to_the_end(page, choice=-1)

    assert page.locator("main a[href^='tel:']").first.is_visible()


def test_somebody_who_reads_english_better_takes_question_and_answers_along(page, site):
    begin(page, site)
    answer(page, FOCUS[0])
    page.click("nav.languages summary")
    page.click("nav.languages button[lang='en']")
    page.wait_for_url(f"{site}/en/vag/**")

    answer(page, FOCUS[1])
    to_the_end(page)

    assert heading(page) == "Contact first: Pupil health service\nElevhälsa"


def test_who_turns_18_changes_the_age_alone_and_gets_another_answer(page, site):
    begin(page, site, age="young", who="youth")
    answer(page, "ma_daligt", "sjalvskada")
    to_the_end(page, choice=2)
    before = heading(page)

    page.click("details.mine > summary")
    page.locator(".given div", has_text="Hur gammal är du?").first.locator("a").click()
    assert page.is_checked("input[value=young]")
    answer(page, "adult")
    to_the_end(page)

    assert heading(page) != before


def test_back_and_reload_and_a_second_tab_work_without_anything_being_kept(page, site):
    begin(page, site)
    first = heading(page)
    answer(page, FOCUS[0])
    second, there = heading(page), page.url

    page.go_back()
    page.wait_for_function("text => document.querySelector('h1').innerText === text", arg=first)
    tab = page.context.new_page()
    tab.goto(there)
    tab.reload()

    assert tab.inner_text("h1") == second


def test_who_forgets_an_answer_is_led_to_the_question(page, site):
    begin(page, site, language="en/")
    go_on(page)

    assert page.title().startswith("Error: ")
    assert page.evaluate("document.activeElement.className") == "summary"
    page.click("main .summary a")
    assert page.evaluate("document.activeElement.id") == "answer"


def test_everything_can_be_done_with_the_keyboard_alone(page, site):
    begin(page, site)
    page.focus("input[name=answer]")
    page.keyboard.press("Space")
    with page.expect_navigation():
        page.keyboard.press("Enter")

    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"


@pytest.mark.parametrize("height", [640])
def test_help_and_the_way_out_stand_within_the_first_screen_of_a_small_phone(page, site, height):
    page.set_viewport_size({"width": 360, "height": height})
    begin(page, site)

    for selector in ("a[href='tel:112']", "a[href='tel:1177']", "[data-exit]"):
        box = page.locator(selector).first.bounding_box()
        assert box["y"] + box["height"] <= height and box["x"] + box["width"] <= 360


def test_a_page_asks_no_other_host_for_anything_and_is_light(page, site):
    asked, weight = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("requestfinished", lambda one: weight.append(one.sizes()["responseBodySize"]))

    page.goto(f"{site}/")

    assert [url for url in asked if not url.startswith(f"{site}/")] == []
    assert len(asked) <= 6 and sum(weight) <= 20_000


def test_nothing_runs_out_of_a_small_screen(page, site):
    page.set_viewport_size({"width": 320, "height": 640})
    for path in ("/", "/nu", "/trygg", "/finns-inte"):
        page.goto(f"{site}{path}")
        assert page.evaluate(WIDTH) <= 320

    begin(page, site)
    assert page.evaluate(WIDTH) <= 320
    answer(page, *FOCUS)
    to_the_end(page)
    assert page.evaluate(WIDTH) <= 320


def test_without_script_the_whole_way_and_the_exit_work(browser, site, elsewhere):
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        begin(page, site)
        answer(page, *FOCUS)
        to_the_end(page)
        assert "Elevhälsa" in heading(page)

        page.click("[data-exit]")
        page.wait_for_url(elsewhere)
