"""What is wrong with an entry of a seed file, in sentences: its shape, unknown ids, unconfirmed contact details."""

import re
from difflib import get_close_matches

from marshmallow import fields

from directory.catalogue.records import Neighbour
from directory.catalogue.shapes import SECTIONS, written_name
from directory.findings import names, say

# Numbers that PTS keeps free for books, film and tests: first and last of each series, digits alone (PTS, 2024-05-14).
FICTION = (("0701740605", "0701740699"), ("0846500400", "0846500499"), ("0313900600", "0313900699"),
           ("0406280400", "0406280499"), ("0980319200", "0980319299"))
HELPING = ("agencies", "roles", "processes")
ANSWERING = ("agencies", "units", "phones")
REFERENCES = (  # in which list, which field holds ids, and of which lists
    ("agencies", "receives", ("needs",)), ("roles", "receives", ("needs",)), ("roles", "works_at", ("agencies",)),
    ("needs", "group", ("groups",)), ("areas", "within", ("areas",)), ("units", "agency", ("agencies",)),
    ("units", "area", ("areas",)), ("phones", "agency", ("agencies",)), ("agencies", "secrecy", ("secrecies",)),
    ("roles", "secrecy", ("secrecies",)), ("agencies", "when_closed", ANSWERING), ("units", "when_closed", ANSWERING),
    *((kind, "confused_with", HELPING) for kind in HELPING), ("contact_paths", "from_party", ("parties",)),
    ("contact_paths", "to_party", ("parties",)), ("contact_paths", "areas", ("areas",)),
)
_MISSING = fields.Field.default_error_messages["required"]
_HINTS = {
    "line": say("Write one line of text."),
    "person": say("Leave it out: nothing of a person is kept."),
    "words": say("Write a word or a list of words."),
    "text": say("Write {sv: …, en: …}; Swedish must be there."),
    "ages": say("Write the ages as 6-17."),
    "day": say("Write it as 2026-11-21."),
    "day_read": say("Write it as 2026-11-21, or as much of it as is known: 2026-11 or 2026."),
    "id": say("An id is letters, digits, dots, hyphens and underscores."),
    "list": say("Write a list."),
    "truth": say("Write true or false."),
    "time": say("Write a time as 08:00, the end of a day as 24:00. It closes at another time than it opens."),
    "days": say("Write a whole number of days, from 1 to 365."),
    "years": say("Write an age in whole years, from 0 to 99."),
    "order_of_ages": say("Write a highest age that is no lower than the lowest."),
    "order": say("Write a last day that is no earlier than the first."),
    "way": say("Describe the way, or write state: missing where there is none."),
    "entry": say("Write it as keys and values."),
}
_KEPT_FREE = say("Use a number that PTS keeps for fiction, or add the assured_date when its owner has confirmed it.")
_EXAMPLE = say("Use an address that ends in .example until its owner has confirmed it.")


def near(word, known):
    """A hint that offers the nearest known words, or None where none is near."""
    found = [one for one in get_close_matches(str(word), sorted(known), n=2, cutoff=0.6) if one != word]
    return say("Did you mean %(near)s?", near=names(found)) if found else None


def codes_in(messages, path=()):
    """Each fault of a shape: the keys that lead to it, and its code."""
    if isinstance(messages, dict):
        for key, inner in messages.items():
            yield from codes_in(inner, (*path, key))
    else:
        for message in messages:
            yield path, str(message)


def of_shape(entry, path, code, *, known):
    """The message and the hint on one fault of an entry's shape.

    :param entry: the section and the id, for the message
    :param known: the keys that the entry may have
    """
    section, one = entry
    where = {"section": section, "id": one, "key": ".".join(map(str, path)) or "id"}
    if code == "unknown":
        return say("%(section)s %(id)s: there is no key %(key)s.", **where), near(path[-1], known)
    if code.startswith("choice:"):
        choices = code.removeprefix("choice:").split("|")
        return (say("%(section)s %(id)s: %(key)s has a value that is not allowed.", **where),
                say("Choose among: %(choices)s.", choices=names(choices)))
    if code == _MISSING:
        return say("%(section)s %(id)s: %(key)s is missing.", **where), None
    return say("%(section)s %(id)s: %(key)s is not as it should be.", **where), _HINTS.get(code, _HINTS["line"])


def unknown_ids(found, known):
    """Each entry that names an id which does not exist: its place, its id, message and hint.

    :param known: the ids of each list, those of entries with faults of their own too
    """
    for section, key, targets in REFERENCES:
        there = set().union(*(known[one] for one in targets))
        written = written_name(SECTIONS[section].fields[key])
        for place, data in found[section].values():
            for word in _named(data.get(key)):
                if word not in there:
                    message = say("%(section)s %(id)s: %(key)s names an unknown id: %(word)s.", section=section,
                                  id=data["id"], key=written, word=word)
                    yield place, data["id"], message, near(word, there)


def _named(value):
    """The ids that a field holds: one, several, or those of neighbours."""
    if value is None:
        return []
    several = value if isinstance(value, (tuple, frozenset)) else (value,)
    return sorted(one.id if isinstance(one, Neighbour) else one for one in several)


def unconfirmed(found):
    """Each contact detail that could be somebody's and that nobody has confirmed, as `unknown_ids` gives them."""
    for place, data in found["units"].values():
        if data["assured_date"] is None:
            for message, hint in _not_fiction(data):
                yield place, data["id"], message, hint


def _not_fiction(data):
    for phone in data["phones"]:
        if not is_fiction(phone["number"]):
            yield (say("%(id)s: the number %(number)s is not confirmed and not one of PTS's numbers for fiction.",
                       id=data["id"], number=phone["number"]), _KEPT_FREE)
    for key in ("email", "url"):
        if data[key] and not re.search(r"[\w-]\.example$", host_of(data[key])):
            yield (say("%(id)s: %(key)s %(value)s is not confirmed and does not end in .example.",
                       id=data["id"], key=key, value=data[key]), _EXAMPLE)


def is_fiction(number):
    """Whether a number is one of those that nobody can have; also in its international form."""
    digits = re.sub(r"\D", "", re.sub(r"^\s*(?:\+|00)46\s*(?:\(0\))?", "0", number))
    return any(len(digits) == len(first) and first <= digits <= last for first, last in FICTION)


def host_of(address):
    """The host of a web or e-mail address, as a browser or a mail program would read it."""
    rest = re.sub(r"^[\w+.-]+:(?://)?", "", address.strip().lower())
    return re.split(r"[/?#\\]", rest, maxsplit=1)[0].rpartition("@")[2].partition(":")[0]
