"""A text as a page shows it: the words, and their language where it is not the page's own."""

from dataclasses import dataclass

from directory.i18n import DEFAULT


@dataclass(frozen=True, slots=True)
class Said:
    text: str
    language: str | None = None  # None: that of the page


def said(texts, language):
    """A text of the rules or the catalogue in a language, else in Swedish, else in any; None where there is none.

    :param texts: the text by language; a sentence that names none ("") is Swedish
    """
    for key in (language, DEFAULT, "", *texts):
        if texts.get(key):
            own = key or DEFAULT
            return Said(texts[key], None if own == language else own)
    return None
