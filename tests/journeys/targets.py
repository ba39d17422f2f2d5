"""What is pressed on a page and is lower than a finger needs.

A link within a sentence is as high as its line; one that stands alone in its paragraph, item or definition is not such.
"""

LEAST = 44  # CSS pixels
# What can be pressed: each choice with its label, which is pressed too. A link within a sentence has words beside it.
LOW = """least => {
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


def low(page):
    """What can be pressed and is too low, with its height in CSS pixels; what is folded away is unfolded."""
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    return page.evaluate(LOW, LEAST)
