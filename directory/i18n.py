"""The reader's language: which there are, and the words of each. English texts in code are the keys.

Staff read Swedish or English. Families have more languages; what rules and catalogue say stands in those only in the
translations, under its English text.
"""

import gettext
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

DEFAULT = "sv"
LANGUAGES = {"sv": "Svenska", "en": "English"}
FAMILY_LANGUAGES = {"sv": "Svenska", "ll": "Lättläst svenska", "en": "English", "ar": "العربية", "so": "Soomaali",
                    "fi": "Suomi"}
TAGS = {"ll": "sv"}  # by language what a page says of itself, where it is not the language's own name
FROM_THE_RIGHT = frozenset({"ar"})
REVIEWED = frozenset({"sv"})  # languages whose texts somebody who speaks them has read and approved
FROM_THE_LEFT, END = "\u2066", "\u2069"  # around what is read from the left within
_NUMBERS = re.compile(r"\d+(?:[ –-]\d+)+")
FOLDER = Path(__file__).parent / "translations"


@cache
def translator(language):
    """A function from an English text to the same in a language; English is its own translation."""
    if language == "en":
        return str
    found = gettext.translation("messages", FOLDER, [language], fallback=True).gettext
    return (lambda text: in_order(found(text))) if language in FROM_THE_RIGHT else found


def in_order(text):
    """A text that is read from the right, with its numbers, such as 13–15 and 020-50 50 50, kept in their order."""
    return _NUMBERS.sub(f"{FROM_THE_LEFT}\\g<0>{END}", text)


def tag(language):
    """What a page in a language says of its language (BCP 47)."""
    return TAGS.get(language, language)


def text_in(texts: Mapping[str, str], language):
    """A text of rules or catalogue in a language as pair of the words and the language that they are in.

    Where it is neither written nor translated in the language it is in Swedish, else in any; a name that is the same
    in both is Swedish.
    """
    if texts.get(language):
        return texts[language], DEFAULT if texts[language] == texts.get(DEFAULT) else language
    english = texts.get("en", "")
    translated = translator(language)(english) if english else ""
    if translated and translated != english:
        return translated, language
    return next(((texts[key], key or DEFAULT) for key in (DEFAULT, "", *texts) if texts.get(key)), ("", language))


def pick(texts: Mapping[str, str], language):
    """The words of a text of rules or catalogue in a language, else in Swedish, else in any."""
    return text_in(texts, language)[0]
