"""The names of areas as people write them in a query: "Hudiksvall" for "Hudiksvalls kommun"."""

from directory.catalogue import Catalogue
from directory.search.text import words

KIND_WORDS = frozenset("kommun kommuns municipality region regionen county lan stad".split())


def area_words(catalogue: Catalogue):
    """The folded words that mean an area, with its id; a municipality's before those of a region of the same name."""
    found: dict[tuple[str, ...], str] = {}
    for area in sorted(catalogue.areas.values(), key=lambda one: one.kind != "municipality"):
        if area.kind == "nation":
            continue
        for name in (*area.name.values(), area.id):
            for inside in _ways(words(name)):
                found.setdefault(inside, area.id)
    return found


def _ways(name):
    """A name without what kind of area it is, with and without the s of "Hudiksvalls"."""
    bare = tuple(word for word in name if word not in KIND_WORDS)
    if not bare:
        return
    yield bare
    if bare[-1].endswith("s") and len(bare[-1]) > 3:
        yield (*bare[:-1], bare[-1][:-1])
