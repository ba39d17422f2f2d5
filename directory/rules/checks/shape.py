"""shape: every entry has the keys it must have, no others, and each holds what such a key may hold.

A rule with two receivers, a hand-over that names the next unit or an age that runs backwards is not read as something
near it: what cannot be read whole proves nothing. The finding names the entry, the key and the value found.

To mend: as the finding says; the same key is written elsewhere in the rule files.

Good::

    format: one-way-in/1
    layer: nation
    id: land
    inputs: {need: [sleep], level: [base], age: 0-17}
    units: {clinic: {name: Clinic, acute: yes}}
    safety: [{id: S1, to: clinic, because: The clinic has somebody on call}]
    rules: [{id: A1, to: clinic, because: The clinic sees every child}]

Bad::

    format: one-way-in/1
    layer: nation
    id: land
    inputs: {need: [sleep], level: [base], age: 0-17}
    units: {clinic: {name: Clinic, acute: yes}, ward: {name: Ward}}
    safety: [{id: S1, to: clinic, because: Somebody is on call there}]
    rules: [{id: A1, to: [clinic, ward], because: One of the two}]
"""

from directory.findings import ERROR, Finding, Say, say
from directory.rules.checks import who_asks
from directory.rules.spelling import did_you_mean, show
from directory.yaml_lines import line_at

NAME = "shape"
_MISSING = "Missing data for required field."
_UNKNOWN = "Unknown field."
_TEXTS = {  # code or marshmallow's message: what is said of it, and the mend
    _MISSING: (say("%(where)s lacks the key %(key)s."), say("Add %(key)s.")),
    _UNKNOWN: (say("%(where)s has a key that does not belong there: %(key)s (%(value)s)."), say("Remove it.")),
    "one": (say("%(where)s: %(key)s takes exactly one word; found %(value)s."), say("Keep one of them.")),
    "word": (say("%(where)s: %(key)s is not a word: %(value)s."), say("Write an id, without blanks.")),
    "empty": (say("%(where)s: %(key)s is an empty list."), say("Name at least one, or remove the key.")),
    "twice": (say("%(where)s: %(key)s names something twice: %(value)s."), say("Keep one of them.")),
    "many": (say("%(where)s: %(key)s names more than %(most)s words."), say("Name fewer, or make it several entries.")),
    "text": (say("%(where)s: %(key)s is not a text: %(value)s."), say("Write a line of text.")),
    "sentence": (say("%(where)s: %(key)s is not a sentence: %(value)s."), say("Write a sentence, or {sv: …, en: …}.")),
    "person": (say("%(where)s: %(key)s holds what looks like a personal identity number."),
               say("Leave it out: nothing of a person is kept.")),
    "language": (say("%(where)s: %(key)s has a key that is no language: %(value)s."), say("Use sv and en.")),
    "ages": (say("%(where)s: %(key)s is not a range of ages: %(value)s."), say("Write it as 6-17, 9 or 17y6m-20.")),
    "age_list": (say("%(where)s: %(key)s is a list: %(value)s."), say("Write one range, or one rule for each range.")),
    "day": (say("%(where)s: %(key)s is not a day: %(value)s."), say("Write it as 2026-11-21.")),
    "days_backwards": (say("%(where)s: the last day, %(value)s, lies before the first."),
                       say("Change one of the days.")),
    "day_read": (say("%(where)s: %(key)s is not a day: %(value)s."),
                 say("Write it as 2026-11-21, or as much of it as is known: 2026-11 or 2026.")),
    "number": (say("%(where)s: %(key)s is not a whole number that fits: %(value)s."), say("Write it in figures.")),
    "how": (say("%(where)s: %(key)s is not a way in: %(value)s."), say("Write {way: self}, or one for each group.")),
    "from": (say("%(where)s asks who is asking (from: %(value)s). The receiver may not depend on it."),
             say("Remove from; say in how what differs between those who ask.")),
    "names_next": (say("%(where)s names the next unit (to: %(value)s). A unit never does; the table decides."),
                   say("Remove to; say in adds or sets what is now known.")),
    "sets_or_level": (say("%(where)s has both sets and level."), say("Put the level inside sets.")),
    "choice": (say("%(where)s: %(key)s cannot be %(value)s."), say("Choose among: %(choices)s.")),
    "form": (say("%(where)s: %(key)s has the wrong form: %(value)s."),
             say("Look at how the same key is written elsewhere.")),
}


def shape_faults(messages, *, raw, file, where, known=()):
    """A finding for each message of a `ValidationError`.

    :param raw: the entry as it was read, with its lines
    :param where: how findings name the entry
    :param known: the keys that may stand at its top, for "did you mean"
    """
    return [_fault(path, code, raw=raw, file=file, where=where, known=known) for path, code in _flat(messages)]


def _flat(messages, path=()):
    if isinstance(messages, dict):
        for key, inner in messages.items():
            yield from _flat(inner, path if key in ("_schema", "key", "value") else (*path, key))
    else:
        for message in messages if isinstance(messages, list) else [messages]:
            yield path, str(message)


def _fault(path, code, *, raw, file, where, known):
    code, _, choices = code.partition(":")
    message, hint = _TEXTS.get(code, _TEXTS["form"])
    words = {"where": where, "key": ".".join(map(str, path)) or "?", "value": show(_value_at(raw, path)),
             "choices": choices.replace("|", ", "), "most": choices}
    suggested = None
    if code == _UNKNOWN:
        suggested = did_you_mean(str(path[-1]), known if len(path) == 1 else ())
    elif code == "choice":
        suggested = did_you_mean(str(_value_at(raw, path)), choices.split("|"))
    hint = suggested or Say(hint.key, words)
    asks = code == "from"
    return Finding(who_asks.NAME if asks else NAME, ERROR, file, line_at(raw, path), Say(message.key, words), hint,
                   _ids(raw))


def _ids(raw):
    value = raw.get("id") if isinstance(raw, dict) else None
    return (value,) if isinstance(value, str) else ()


def _value_at(value, path):
    for step in path:
        if isinstance(value, dict) and step in value:
            value = value[step]
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return ""
    return value
