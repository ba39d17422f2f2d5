"""Pages as people set them in their own browser: high contrast, larger text, wider spacing; and the keyboard alone."""

import pytest

from tests.journeys.way_in import answer, begin, to_the_end

FOCUS = "utveckling_larande", "koncentration_adhd"
LARGE = "html { font-size: 200% !important }"
SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-block-end: 2em !important }"""  # WCAG 1.4.12
# What somebody sees of an element: whether it has a frame, how wide the ring is that marks where they are.
FRAME = """element => { const is = getComputedStyle(element);
  const shows = is.borderStyle !== "none" && is.borderColor !== is.backgroundColor;
  return shows && parseFloat(is.borderBlockEndWidth) >= 1 }"""
RING = """element => { const is = getComputedStyle(element);
  return is.outlineStyle === "none" ? 0 : parseFloat(is.outlineWidth) }"""
LOST = """() => {
  const cut = [...document.querySelectorAll("body *")].filter((one) => {
    const is = getComputedStyle(one);
    return one.clientWidth > 1 && one.textContent.trim() && (/hidden|clip/.test(is.overflowX + is.overflowY)) &&
      (one.scrollWidth > one.clientWidth + 2 || one.scrollHeight > one.clientHeight + 2) });
  const wide = document.documentElement.scrollWidth > document.documentElement.clientWidth;
  return [...cut.map((one) => one.textContent.trim().slice(0, 40)), ...(wide ? ["wider than the window"] : [])] }"""


@pytest.fixture
def contrast(browser):
    """A page in the colours that its reader has chosen for all pages, as in Windows' high contrast."""
    with browser.new_context(locale="sv-SE", forced_colors="active") as context:
        yield context.new_page()


@pytest.fixture
def restyled(browser):
    """A page on a phone that takes its reader's own style sheet."""
    with browser.new_context(locale="sv-SE", bypass_csp=True, viewport={"width": 360, "height": 800}) as own:
        yield own.new_page()


def lost_with(page, style):
    """What is cut off or runs out of the window in a reader's own style."""
    page.add_style_tag(content=style)
    return page.evaluate(LOST)


def tab_to(page, selector):
    """The element that matches, reached with the Tab key alone."""
    for _ in range(80):
        page.keyboard.press("Tab")
        here = page.locator(":focus")
        if here.count() and here.evaluate("(element, selector) => element.matches(selector)", selector):
            return here
    raise AssertionError(f"no way to {selector} with the Tab key")


def test_in_forced_colours_danger_exit_and_button_keep_a_frame_and_focus_a_ring(contrast, site):
    contrast.goto(f"{site}/")

    for selector in (".sos", "[data-exit]", "main form button", "#place"):
        assert contrast.locator(selector).evaluate(FRAME), selector
    for selector in ("[data-exit]", "input[name=urgency]", "#place", "main form button"):
        assert tab_to(contrast, selector).evaluate(RING) >= 3, selector


def test_in_forced_colours_a_radio_button_shows_that_it_is_chosen(contrast, site):
    begin(contrast, site)
    radio = contrast.locator("input[name=answer]").first
    before = radio.screenshot()

    radio.check()
    contrast.keyboard.press("Tab")

    assert radio.screenshot() != before
    assert radio.evaluate("element => getComputedStyle(element).appearance") != "none"


@pytest.mark.parametrize("style", [LARGE, SPACED], ids=["large", "spaced"])
def test_larger_text_and_wider_spacing_lose_nothing(restyled, site, style):
    for path in ("/", "/so/nu", "/trygg", "/finns-inte"):
        restyled.goto(f"{site}{path}")
        assert lost_with(restyled, style) == [], path

    begin(restyled, site, language="fi/")
    assert lost_with(restyled, style) == []
    answer(restyled, *FOCUS)
    to_the_end(restyled)
    assert lost_with(restyled, style) == []


def test_what_is_cut_off_is_found(restyled, site):
    restyled.goto(f"{site}/")

    assert lost_with(restyled, "h1 { white-space: nowrap; font-size: 20rem }") == ["wider than the window"]
    assert restyled.inner_text("h1")[:40] in lost_with(restyled, "h1 { height: 10px; overflow: hidden }")


@pytest.mark.parametrize("script", [True, False])
def test_from_the_start_to_an_answer_and_out_with_the_keyboard_alone(browser, site, monkeypatch, script):
    monkeypatch.setenv("ENVAGIN_LEAVE_TO", f"{site}/health/live")
    with browser.new_context(locale="sv-SE", java_script_enabled=script) as context:
        page = context.new_page()
        page.goto(f"{site}/")
        choose(page, "input[name=urgency]", "wait")
        tab_to(page, "#place")
        page.keyboard.type("Hudik")
        tab_to(page, "#age")
        page.keyboard.type("6")
        choose(page, "input[name=who]", "guardian")
        press(page, "main form button")

        for option in (*FOCUS, "nothing"):
            choose(page, "input[name=answer]", option)
            press(page, "main form button")
        assert page.inner_text("h1").startswith("Kontakta först")

        press(page, "[data-exit]")
        page.wait_for_url(f"{site}/health/live")


def choose(page, radios, value):
    """One of several radio buttons, with Tab, Space and the arrow keys."""
    tab_to(page, radios)
    page.keyboard.press("Space")
    for _ in range(page.locator(radios).count()):
        if page.is_checked(f"{radios}[value={value}]"):
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"no way to {value} with the arrow keys")


def press(page, selector):
    """A button or a link, with the Enter key."""
    tab_to(page, selector)
    with page.expect_navigation():
        page.keyboard.press("Enter")
