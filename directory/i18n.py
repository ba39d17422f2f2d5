"""The reader's language: which there are, and the words of each. English texts in code are the keys."""

import gettext
from collections.abc import Mapping
from functools import cache
from pathlib import Path

DEFAULT = "sv"
LANGUAGES = {"sv": "Svenska", "en": "English"}
FOLDER = Path(__file__).parent / "translations"


@cache
def translator(language):
    """A function from an English text to the same in a language; English is its own translation."""
    if language == "en":
        return str
    return gettext.translation("messages", FOLDER, [language], fallback=True).gettext


def pick(texts: Mapping[str, str], language):
    """The text of a catalogue record in a language, else in Swedish, else in any."""
    return texts.get(language) or texts.get(DEFAULT) or next(iter(texts.values()), "")
