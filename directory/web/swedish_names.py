"""Swedish names within texts of other languages, marked so that they are read, and keep their order, as Swedish."""

import re

from flask import g
from markupsafe import Markup, escape

from directory.i18n import LANGUAGES, tag
from directory.web.once import once

SHORTEST = 3  # letters of a name; what is shorter may be a word of another language
_BRACKETS = re.compile(r"[()]")


def names_marked(text, language):
    """A text as HTML with every Swedish name of the catalogue in it marked, in languages that staff do not read.

    :param text: as it is shown, not HTML
    """
    if tag(language) in LANGUAGES or "edition" not in g:
        return text
    names = once("Swedish names", lambda _day: _pattern(g.edition.catalogue))
    return Markup(names.sub(r'<bdi lang="sv">\g<0></bdi>', str(escape(text))))


def _pattern(catalogue):
    """What fits the name of any agency, whole or one side of its brackets, the longest first."""
    whole = {texts["sv"] for one in catalogue.agencies.values() for texts in (one.name, one.short) if "sv" in texts}
    parts = {part.strip() for name in whole for part in _BRACKETS.split(name)}
    names = sorted((one for one in whole | parts if len(one) >= SHORTEST and not one.isdigit()), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(str(escape(one))) for one in names)})(?!\w)")
