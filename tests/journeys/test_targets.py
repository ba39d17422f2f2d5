"""What families press is at least 44 pixels high, on a phone and, in the full matrix (FULL_MATRIX=1), on a wide screen.

A link within a sentence is as high as its line; one that stands alone in its paragraph, item or definition is not such.
"""

import pytest

from tests.journeys.test_accessibility import ANSWERS, VIEWS
from tests.journeys.way_in import answer, begin, to_the_end

LEAST = 44  # CSS pixels
# What can be pressed: each choice with its label, which is pressed too. A link within a sentence has words beside it.
SMALL = """least => {
  const blocks = new Set(['P', 'LI', 'DD', 'DT', 'TD', 'TH', 'H1', 'H2', 'H3', 'SUMMARY', 'DIV', 'BLOCKQUOTE']);
  const words = node => node.textContent.replace(/[\\s.,;:·|()]+/g, '');
  const inSentence = link => {
    if (link.tagName !== 'A' || getComputedStyle(link).display !== 'inline') return false;
    let block = link.parentElement;
    while (block && !blocks.has(block.tagName)) block = block.parentElement;
    const links = [...block.querySelectorAll('a')].map(words).join('');
    return words(block).length > links.length;
  };
  const shown = node => node.checkVisibility({visibilityProperty: true}) && !node.closest('.unseen, .skip');
  const boxes = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
    .filter(shown).filter(node => !inSentence(node)).map(node => node.closest('label') || node);
  return boxes.map(node => [node.outerHTML.slice(0, 120), Math.round(node.getBoundingClientRect().height * 10) / 10])
    .filter(([, height]) => height < least);
}"""


@pytest.fixture(params=sorted({360} | {width for width, _ in VIEWS if width > 360}))
def view(request, page):
    page.set_viewport_size({"width": request.param, "height": 800})
    return page


def small(page):
    """What can be pressed and is too low, with its height; what is folded away is unfolded."""
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    return page.evaluate(SMALL, LEAST)


@pytest.mark.parametrize("language", ["sv", "ar"])
@pytest.mark.parametrize("address", ["/", "/nu", "/trygg", "/om", "/integritet", "/tillganglighet", "/kod"])
def test_everything_that_is_pressed_on_a_page_is_high_enough(view, site, address, language):
    view.goto(f"{site}/{language}{address}")

    assert small(view) == []


@pytest.mark.parametrize("case", ANSWERS.values(), ids=ANSWERS)
def test_everything_that_is_pressed_on_a_question_and_an_answer_is_high_enough(view, site, case):
    start, options = case
    begin(view, site, **start)
    assert small(view) == []

    answer(view, *options)
    to_the_end(view)

    assert small(view) == []


def test_a_low_link_that_stands_alone_is_found_and_one_within_a_sentence_is_not(view):
    view.set_content("<p><a href='#a'>Alone</a></p><p>Read <a href='#b'>this</a> first.</p>")

    assert [html for html, _ in small(view)] == ['<a href="#a">Alone</a>']
