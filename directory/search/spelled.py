"""What else a query could say: its words with those that are not known in the nearest spelling that is."""

import re

from directory.search.index import Index
from directory.search.text import MOST_LETTERS, fold

MOST = 3
MOST_OF_A_WORD = 3


def spellings(index: Index, asked, text):
    """Queries that were perhaps meant, the nearest first.

    :param asked: the folded words that tell whom to contact
    :param text: the query as it was written
    """
    written = {fold(word): word.lower() for word in re.findall(r"\w+", text[:MOST_LETTERS])}
    found: dict[str, None] = {}
    for at, word in enumerate(asked):
        if index.lexicon.knows(word):
            continue
        for near in index.lexicon.alike(word)[:MOST_OF_A_WORD]:
            words = [written.get(one, one) for one in asked]
            found[" ".join((*words[:at], index.said.get(near, near), *words[at + 1:]))] = None
    return tuple(found)[:MOST]
