"""Swedish names within texts of other languages, marked so that they are read, and keep their order, as Swedish.

A name of one word is known in each of its Swedish forms, and with the ending of another language: a Finn writes
"vårdcentraliin". For what stands between tags: a title or an attribute of a page holds no marks.
"""

import re
from functools import lru_cache

from flask import g
from flask_babel import gettext
from markupsafe import Markup, escape

from directory.i18n import DEFAULT, tag
from directory.web.once import once

SHORTEST = 3  # letters of a name; what is shorter may be a word of another language
SHORTEST_IN_FORMS = 6  # letters of one that is known in other forms too
SERVICE, REGION = "En väg in", "Region "
_BRACKETS = re.compile(r"[()]")


def are_marked(language):
    """Whether names are marked in a language: in all but Swedish, where there is an edition that tells them."""
    return tag(language) != DEFAULT and "edition" in g


def names_marked(text):
    """A text as HTML with every Swedish name of the catalogue and the rules in it marked.

    :param text: as it is shown, not HTML, or Markup
    """
    return _marked(escape(text), once("Swedish names", lambda _day: _pattern(g.edition)))


def words_marked(text, **places):
    """An interface text in the language of the page with its Swedish names marked: `_` of the templates.

    What fills its places is escaped, but for Markup, which says itself which language it is in.
    """
    return names_marked(Markup(gettext(text))) % places


@lru_cache(4_096)  # the same texts stand on page after page
def _marked(text, names):
    return Markup(names.sub(r'<bdi lang="sv">\g<0></bdi>', str(text)))


def _pattern(edition):
    """What fits a name, whole or one side of its brackets, the longest first."""
    whole = set(_names(edition))
    parts = {part.strip(" ,") for name in whole for part in _BRACKETS.split(name)}
    names = {one for one in whole | parts if len(one) >= SHORTEST and not one.isdigit()}
    forms = {form for one in names if one.isalpha() and len(one) >= SHORTEST_IN_FORMS for form in _forms(one)}
    return re.compile(rf"(?<!\w)(?:(?:{_any_of(names)})(?!\w)|(?:{_any_of(forms)})[a-zäö]{{0,6}}(?!\w))")


def _any_of(names):
    return "|".join(re.escape(str(escape(one))) for one in sorted(names, key=len, reverse=True))


def _forms(name):
    """A name with and without the Swedish "the" at its end, with a small and with a capital letter."""
    bare = name.removesuffix("en").removesuffix("et")
    return {form for one in (name, bare) for form in (one[0].lower() + one[1:], one[0].upper() + one[1:])}


def _names(edition):
    """The names of the service, of all agencies, national numbers and kinds of unit, and of the areas above a
    municipality, also without "Region"; a municipality may be called as a word of another language is, such as Mark.
    """
    catalogue = edition.catalogue
    above = {one.within for one in catalogue.areas.values()}
    areas = [one.name for one in catalogue.areas.values() if one.id in above]
    agencies = [texts for one in catalogue.agencies.values() for texts in (one.name, one.short)]
    kinds = [unit.name.by_language for area in edition.ruleset.areas.values() for unit in area.units.values()]
    numbers = [one.name for one in catalogue.national.values()]
    bare = (texts[DEFAULT].removeprefix(REGION) for texts in areas if DEFAULT in texts)
    return SERVICE, *bare, *(texts[DEFAULT] for texts in (*agencies, *numbers, *areas, *kinds) if DEFAULT in texts)
