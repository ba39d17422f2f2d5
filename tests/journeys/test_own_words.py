"""Own words, and another language in the middle of a form, in a real browser: nothing is lost, nothing asked twice."""

import pytest

from tests.journeys.way_in import begin, go_on

QUESTION, FOUND = "Vad gäller det mest?", "Säg med egna ord vad det gäller"


def heading(page):
    return page.inner_text("h1")


def write(page, words):
    """Write words and press Enter, as people do."""
    page.fill("#words", words)
    with page.expect_navigation():
        page.press("#words", "Enter")


def say(page, language):
    """Choose another language."""
    if page.locator("nav.languages summary").count():
        page.click("nav.languages summary")
    with page.expect_navigation():
        page.click(f"nav.languages button[lang='{language}']")


@pytest.fixture
def without_script(browser):
    with browser.new_context(java_script_enabled=False) as context:
        yield context.new_page()


def test_a_father_writes_chooses_and_goes_back_and_no_page_has_to_be_sent_again(page, site):
    begin(page, site)
    write(page, "mobbad i skolan")
    page.check("input[value=mobbning]")
    go_on(page)
    assert page.locator(".card .do").is_visible()

    page.go_back()
    page.reload()
    assert heading(page) == FOUND and page.locator("input[value=mobbning]").is_visible()
    page.go_back()
    assert heading(page) == QUESTION


def test_the_words_stand_in_no_address_and_on_no_page_after_the_one_they_were_written_on(page, site):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    begin(page, site)
    write(page, "mobbad")

    assert heading(page) == FOUND and "mobbad" not in page.input_value("#words")
    assert not any("mobb" in url for url in asked)


def test_a_girl_who_writes_that_she_wants_to_die_has_112_on_the_next_page(page, site):
    begin(page, site, age="teen", who="youth")
    write(page, "vill dö")

    assert page.locator("main a[href='tel:112']").first.is_visible()
    assert page.locator("input[name=need], input[name=answer]").count() == 0


def test_a_grandmother_fills_in_the_start_without_script_and_reads_it_in_arabic(without_script, site):
    page = without_script
    page.goto(f"{site}/")
    page.check("input[name=urgency][value=wait]")
    page.select_option("#place", "ale")
    page.check("input[name=who][value=other]")

    say(page, "ar")

    assert page.get_attribute("html", "dir") == "rtl"
    assert page.is_checked("input[value=wait]") and page.input_value("#place") == "ale"
    page.select_option("#age", "teen")
    go_on(page)
    assert page.locator("input[name=answer]").count() > 1


def test_words_that_are_written_and_not_sent_are_there_in_another_language(without_script, site):
    page = without_script
    begin(page, site)
    page.fill("#words", "ont i magen")

    say(page, "en")

    assert page.input_value("#words") == "ont i magen" and heading(page) == "What is it mostly about?"


def test_enter_in_a_choice_goes_on_and_changes_no_language(page, site):
    begin(page, site)
    page.focus("input[name=answer]")
    page.keyboard.press("Space")
    with page.expect_navigation():
        page.keyboard.press("Enter")

    assert "/en/" not in page.url and heading(page) != QUESTION
