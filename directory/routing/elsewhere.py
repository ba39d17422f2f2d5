"""Texts that are written for the whole country, told apart in one area: what they say of another region's ways."""

import re
from directory.editions import Edition, Memory
from directory.i18n import pick

REGION = "region"  # the kind of area whose name such texts use
_BESIDE_THE_NAME = {"Region", "County", "municipality"}  # words of an English name that a text leaves out
_SENTENCES = re.compile(r"(?<=[.!?])\s+")
_NEVER = re.compile(r"(?!)")
_MEMORY = Memory()


def speaks_of_elsewhere(edition: Edition, area, text):
    """Whether a text names other regions than that of an area, and not that one; in the whole country none is another.
    """
    here, elsewhere = _regions(edition, area)
    return bool(elsewhere.search(text)) and not here.search(text)


def names_area(edition: Edition, area, text):
    """Whether a text names an area, or one that it lies in."""
    areas = edition.catalogue.areas
    return bool(_any([_name(areas[one]) for one in edition.catalogue.areas_above(area)]).search(text))


def told_apart(edition: Edition, area, text):
    """What a text says of an area, and the rest: a pair of texts. Of a text that says nothing of its own of the area's
    region, what it says of no other holds there too.
    """
    sentences, (here, elsewhere) = _SENTENCES.split(text), _regions(edition, area)
    own = [one for one in sentences if here.search(one)] or [one for one in sentences if not elsewhere.search(one)]
    return " ".join(own), " ".join(one for one in sentences if one not in own)


def _regions(edition, area):
    """What finds the name of the region of an area in a text, and that of any other region."""
    return _MEMORY.of(edition, area, lambda: _made(edition.catalogue, area))


def _made(catalogue, area):
    above = catalogue.areas_above(area)
    names = {one.id: _name(one) for one in catalogue.areas.values() if one.kind == REGION}
    own = [name for one, name in names.items() if one in above]
    return _any(own), _any([name for one, name in names.items() if own and one not in above])


def _name(area):
    return " ".join(word for word in pick(area.name, "en").split() if word not in _BESIDE_THE_NAME)


def _any(names):
    if not names:
        return _NEVER
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})s?\b")
