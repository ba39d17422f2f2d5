"""The order of Swedish names."""

_LETTERS = str.maketrans("åäö", "{|}")  # which stand after z in Swedish


def by_letter(name):
    """What names are sorted by, upper and lower case alike."""
    return name.lower().translate(_LETTERS)
