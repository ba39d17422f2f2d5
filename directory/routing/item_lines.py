"""What must be done or sent along, as lines of a text: an item may be a name, an order or two sentences, so that it
stands on a line of its own and never within a sentence.
"""

from directory.rules.model import Item

LINE = "\n- "


def item_line(item: Item, language):
    """An item as it stands on its own line: without its last full stop."""
    return item.text.read(language).rstrip(". ")


def listed(sentence, lines):
    """A sentence that ends in a colon, with a line for each."""
    return sentence + "".join(LINE + one for one in lines)
