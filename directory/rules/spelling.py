"""How a value that was found stands in a sentence, and which known word may have been meant."""

from difflib import get_close_matches

from directory.findings import names, say


def show(value, most=80):
    """A value as it may stand in a sentence: short, and in one line."""
    if isinstance(value, dict):
        value = "{" + ", ".join(f"{key}: {show(inner, 30)}" for key, inner in value.items()) + "}"
    elif isinstance(value, list):
        value = "[" + ", ".join(show(inner, 30) for inner in value) + "]"
    text = " ".join(str(value).split())
    text = text or '""'
    return text if len(text) <= most else text[: most - 1] + "…"


def did_you_mean(word, known):
    """A hint that offers the nearest known words, or None where none is near."""
    known = sorted(known)
    near = get_close_matches(word, known, n=2, cutoff=0.6)
    near = near or [one for one in known if one.casefold() == word.casefold()]
    return say("Did you mean %(near)s?", near=names(near)) if near else None
