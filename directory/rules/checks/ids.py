"""ids: every id stands once, so that a finding, a waiver and a receipt all mean the same row.

Ids of rules, replacements, open rows, hand-overs and vignettes share one space; every other kind of id is alone within
its kind. Two versions of one rule share its id when no day belongs to both.

To mend: give one of the two another id, or let one version end before the next begins.

Good::

    format: one-way-in/1
    layer: nation
    id: land
    inputs: {need: [sleep], level: [base], age: 0-17}
    units: {clinic: {name: Clinic, acute: yes}}
    safety: [{id: S1, to: clinic, because: Somebody is on call there}]
    rules:
      - {id: A1, valid: {to: 2026-12-31}, to: clinic, because: The agreement until then}
      - {id: A1, valid: {from: 2027-01-01}, to: clinic, because: The agreement from then on}

Bad::

    format: one-way-in/1
    layer: nation
    id: land
    inputs: {need: [sleep], level: [base], age: 0-17}
    units: {clinic: {name: Clinic, acute: yes}}
    safety: [{id: S1, to: clinic, because: Somebody is on call there}]
    rules:
      - {id: A1, when: {age: 0-5}, to: clinic, because: Small children}
      - {id: A1, when: {age: 6-17}, to: clinic, because: Older children}
"""

from collections import defaultdict

from directory.findings import ERROR, Finding, say
from directory.rules.model import STAGES

NAME = "ids"
_ONE_SPACE = (*STAGES, "replaces", "open", "hand_overs", "cases")  # sections whose ids share one space
_NO_IDS = ("inputs", "gates", "reach", "waivers")
_WITH_VERSIONS = (*STAGES, "replaces")


def id_faults(sheets):
    """A finding for each id that stands twice, unless both are versions of one rule that never hold on the same day."""
    seen, faults = defaultdict(list), []
    for sheet in sheets:
        entries = [(section, one) for section, ones in sheet.entries.items() for one in ones if section not in _NO_IDS]
        for section, entry in entries:
            earlier = seen[_space(section, sheet), entry.id]
            faults += _twice(entry, earlier, sheet)
            faults += _options_twice(entry) if section == "questions" else ()
            earlier.append((entry, sheet))
    return faults


def _space(section, sheet):
    """What an id must be alone in: every layer may bind a kind once more."""
    if section == "binds":
        return section, sheet.id
    return ("rule" if section in _ONE_SPACE else section), ""


def _twice(entry, earlier, sheet):
    for other, there in earlier:
        versions = entry.section == other.section and entry.section in _WITH_VERSIONS and sheet.id == there.id
        if versions and _apart(entry.data.get("valid"), other.data.get("valid")):
            continue
        message = say("The id %(id)s stands twice, first in %(file)s:%(line)s.", id=entry.id, file=other.file,
                      line=other.line)
        hint = say("Give one of them another id. Two versions of a rule share an id only if no day belongs to both.")
        return [Finding(NAME, ERROR, entry.file, entry.line, message, hint, (entry.id,))]
    return []


def _options_twice(entry):
    """A finding for each option whose id another option of its question has: nobody could choose it."""
    seen: dict[str, int] = {}
    for index, option in enumerate(entry.data["options"]):
        line = entry.line_of("options", index)
        first = seen.setdefault(option["id"], index)
        if first != index:
            message = say("The id %(id)s stands twice, first in %(file)s:%(line)s.", id=option["id"], file=entry.file,
                          line=entry.line_of("options", first))
            hint = say("Give one of the two answers another id.")
            yield Finding(NAME, ERROR, entry.file, line, message, hint, (entry.id, option["id"]))


def _apart(one, other):
    """Whether no day belongs to both."""
    return one is not None and other is not None and (_ends_before(one, other) or _ends_before(other, one))


def _ends_before(one, other):
    return bool(one.last and other.first and one.last < other.first)
