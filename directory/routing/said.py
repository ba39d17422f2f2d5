"""A text as a page shows it: the words, and their language where it is not the page's own."""

from dataclasses import dataclass

from directory.i18n import tag, text_in


@dataclass(frozen=True, slots=True)
class Said:
    text: str
    language: str | None = None  # None: that of the page


def said(texts, language):
    """A text of the rules or the catalogue in a language, else in Swedish, else in any; None where there is none.

    :param texts: the text by language; a sentence that names none ("") is Swedish
    """
    words, own = text_in(texts, language)
    return Said(words, None if tag(own) == tag(language) else tag(own)) if words else None


def text_of(text, language):
    """A text of the rules as a page shows it, or None where there is none."""
    return said(text.by_language, language) if text else None


def kind_name(kind, words) -> Said:
    """The whole name of a kind of unit; an id that nobody knows is its own.

    :param words: the `Words` of an area
    """
    return said(words.texts_of(kind), words.language) or Said(kind)
