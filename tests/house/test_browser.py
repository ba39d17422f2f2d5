"""The real browser is there, it is the one from Debian's packages, and no story leaves a page behind its own back."""

import re

from tests.house.project_files import ROOT, files_below

# A script that moves the page loses the ground it stands on when the new page is quick. Playwright's own go_back(),
# goto() and click() wait for what they started.
LEAVES = re.compile(
    r"evaluate\([^\n]*(history\.(back|forward|go)|location\s*=|location\.(assign|replace|reload)|submit\()",
)


def test_the_browser_shows_swedish_and_arabic_letters_from_its_own_fonts(page):
    page.set_content("<p id=p style='font: 40px sans-serif'>åäö <span id=s>طريق</span></p>")

    assert page.inner_text("#p") == "åäö طريق"
    assert page.locator("#s").bounding_box()["width"] > 20


def test_no_story_moves_the_page_by_a_script_of_its_own():
    assert [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in files_below("tests/journeys", "tests/web", suffixes=(".py",))
        for line in path.read_text("utf-8").splitlines()
        if LEAVES.search(line)
    ] == []
    assert LEAVES.search('page.evaluate("history.back()")')
