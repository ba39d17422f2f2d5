"""Pages of the way in that were made a moment ago: they are the same for everybody who gives the same answers.

They stay in memory for a minute's use, in no order of who asked, and go with the edition.
"""

from weakref import WeakKeyDictionary

MOST = 512  # pages of an edition, some 10 kB each
MINUTE = 60  # seconds; what a page says of opening hours holds as long
_PAGES: WeakKeyDictionary = WeakKeyDictionary()


def kept(edition, key, now, make):
    """The page of a key, made anew each minute.

    :param make: makes the page, or None where there is none to keep
    """
    minute = int(now.timestamp() // MINUTE)
    of, pages = _PAGES.get(edition, (None, {}))
    if of != minute or len(pages) >= MOST:
        pages = {}
        _PAGES[edition] = minute, pages
    if key not in pages:
        made = make()
        if made is None:
            return None
        pages[key] = made
    return pages[key]
