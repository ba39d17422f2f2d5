"""The real browser is there, and it is the one from Debian's packages."""


def test_the_browser_shows_swedish_and_arabic_letters_from_its_own_fonts(page):
    page.set_content("<p id=p style='font: 40px sans-serif'>åäö <span id=s>طريق</span></p>")

    assert page.inner_text("#p") == "åäö طريق"
    assert page.locator("#s").bounding_box()["width"] > 20
