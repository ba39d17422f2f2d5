"""Whole stories of staff in a real browser: somebody types a word or two, and learns whom to contact."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

NURSE, THERAPIST = "School nurse", "Speech and language therapist"
UNIT = "/en/katalog/enheter/hudiksvall-elevhalsa"


@pytest.fixture
def plain(browser):
    """A page of a browser that runs no script."""
    with browser.new_context(java_script_enabled=False, locale="sv-SE") as context:
        context.set_default_timeout(5_000)
        yield context.new_page()


def first_hit(page):
    return page.inner_text("#hits .hits a >> nth=0")


def type_words(page, words):
    """Type as a person does, and wait until the list has followed."""
    with page.expect_response(lambda answer: answer.request.method == "POST"):
        page.fill("#q", words)
    expect(page.locator("#count")).to_contain_text("hit")


def held(page):
    """The searches of a page, each held back until a test lets it go on."""
    waiting = []
    page.route("**/katalog*", lambda route: waiting.append(route) if route.request.method == "POST" else
               route.continue_())
    return waiting


def test_the_list_follows_the_words_and_says_how_many_it_found(page, site):
    page.goto(f"{site}/en/katalog")
    everything = page.inner_text("#count")

    type_words(page, "skolsyster")

    assert first_hit(page) == NURSE
    assert page.get_attribute("#count", "role") == "status" and page.inner_text("#count") != everything
    assert page.evaluate("document.activeElement.id") == "q"
    assert page.url == f"{site}/en/katalog" and page.title() == "The catalogue – En väg in"
    assert page.context.cookies() == []


def test_an_answer_that_comes_late_does_not_take_the_place_of_a_later_one(page, site):
    page.goto(f"{site}/en/katalog")
    waiting = held(page)
    for words in ("skolsyster", "logoped"):
        page.fill("#q", words)
        page.click("#search button >> nth=0")

    page.wait_for_timeout(100)
    late, later = waiting[0], waiting[-1]
    with page.expect_response(lambda answer: "logoped" in answer.request.post_data):
        later.continue_()
    with page.expect_response(lambda answer: "skolsyster" in answer.request.post_data):
        late.continue_()

    page.wait_for_timeout(100)
    assert first_hit(page) == THERAPIST


def test_who_goes_to_a_record_and_back_finds_the_words_and_the_list_again(page, site):
    page.goto(f"{site}/en/katalog")
    type_words(page, "logoped")
    page.click("#hits .hits a >> nth=0")
    assert page.inner_text("h1") == THERAPIST

    page.go_back()

    expect(page.locator("#count")).to_contain_text("hit")
    assert page.input_value("#q") == "logoped"
    page.reload()
    expect(page.locator("#count")).to_contain_text("hit")
    assert (page.input_value("#q"), first_hit(page)) == ("logoped", THERAPIST)


def test_a_filter_stands_in_the_address_and_the_words_do_not(page, site):
    page.goto(f"{site}/en/katalog")
    page.click("#search summary")
    page.select_option("#area", "hudiksvall")
    type_words(page, "elevhälsa")

    assert page.url == f"{site}/en/katalog?area=hudiksvall"
    assert page.locator(f"#hits a[href='{UNIT}']").is_visible()


def test_a_link_to_a_search_is_made_only_when_somebody_asks_for_it(page, site):
    page.goto(f"{site}/en/katalog?area=hudiksvall")
    type_words(page, "logoped")

    page.click("[data-link]")

    link = page.inner_text("#link")
    assert link == f"{site}/en/katalog?area=hudiksvall&q=logoped"
    page.goto(link)
    assert (page.input_value("#q"), first_hit(page)) == ("logoped", THERAPIST)


def test_a_personal_identity_number_is_taken_out_of_the_field(page, site):
    page.goto(f"{site}/en/katalog")

    page.fill("#q", "pojke 19121212-1212")

    expect(page.locator("#q")).to_have_value("")
    assert "personal identity number" in page.inner_text("#count")
    assert "1212" not in page.content()


def test_a_spelling_that_is_offered_is_searched_for(page, site):
    page.goto(f"{site}/en/katalog")
    page.evaluate("document.querySelector('#hits').innerHTML = "
                  "'<button form=\"search\" name=\"spelling\" value=\"logoped\">logoped</button>'")

    page.click("#hits button")

    expect(page.locator("#count")).to_contain_text("hit")
    assert (page.input_value("#q"), first_hit(page)) == ("logoped", THERAPIST)


def test_the_keyboard_alone_is_enough(page, site):
    page.goto(f"{site}/en/katalog")
    page.focus("#q")
    page.keyboard.type("skolsyster")
    page.keyboard.press("Enter")
    expect(page.locator("#count")).to_contain_text("hit")

    while page.evaluate("!document.activeElement.closest('#hits')"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    page.wait_for_url("**/roller/**")
    assert page.inner_text("h1") == NURSE


def test_without_script_the_same_is_found_and_the_words_stay_out_of_the_address(plain, site):
    plain.goto(f"{site}/en/katalog")
    plain.click("#search summary")
    plain.fill("#q", "logoped")
    plain.select_option("#area", "hudiksvall")
    plain.click("#search button >> nth=0")

    assert plain.url == f"{site}/en/katalog?area=hudiksvall"
    assert (plain.input_value("#q"), plain.input_value("#area")) == ("logoped", "hudiksvall")
    assert first_hit(plain) == THERAPIST
    plain.reload()
    assert (plain.input_value("#q"), first_hit(plain)) == ("logoped", THERAPIST)


def test_without_script_a_link_can_be_had_too(plain, site):
    plain.goto(f"{site}/en/katalog")
    plain.fill("#q", "logoped")

    plain.click("[data-link]")

    assert "q=logoped" in urlsplit(plain.url).query
    assert first_hit(plain) == THERAPIST


def test_without_script_nothing_is_offered_that_needs_it(plain, site):
    plain.goto(site + UNIT)

    assert [plain.locator(one).is_visible() for one in ("[data-copy]", "[data-print]", "#mailbox")] == [
        False, False, True]


def test_the_address_of_a_function_is_copied(browser, site):
    with browser.new_context(permissions=["clipboard-read", "clipboard-write"]) as context:
        page = context.new_page()
        page.goto(site + UNIT)

        page.click("[data-copy]")

        expect(page.locator("[data-copy]")).to_have_text("Copied")
        assert page.evaluate("navigator.clipboard.readText()") == page.inner_text("#mailbox")


@pytest.mark.parametrize("unit", ["hudiksvall-elevhalsa", "hudiksvall-soc-mottag", "falkoping-soc-mottagning"])
def test_a_unit_prints_on_one_page(page, site, unit):
    answer = page.goto(f"{site}/katalog/enheter/{unit}")

    assert answer.ok
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))) == 1


def test_somebody_who_sees_a_wrong_number_says_so_and_learns_what_became_of_it(page, site):
    page.goto(site + UNIT)
    page.click("text=Is something wrong here? Tell us")
    page.click("main form button")
    assert page.title().startswith("Error: ")
    assert page.evaluate("document.activeElement.className") == "summary"

    page.check("input[value='number']")
    page.click("main form button")

    # The application of these tests has no database, and says so.
    assert "Your report could not be kept" in page.inner_text("main")
    assert page.is_checked("input[value='number']")


def test_a_page_of_staff_asks_no_other_host_for_anything_and_writes_no_error(page, site):
    asked, errors = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)

    for path in ("/katalog", UNIT, "/kontaktvagar", "/katalog/brister"):
        page.goto(site + path)

    assert [url for url in asked if not url.startswith(f"{site}/")] == []
    assert [one for one in errors if "favicon" not in one and "404" not in one] == []
