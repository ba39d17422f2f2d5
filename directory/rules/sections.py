"""What stands under each key of a rule file's top: entries of a shape, or single values."""

from dataclasses import dataclass, replace

from marshmallow import ValidationError
from marshmallow.fields import Field

from directory.findings import ERROR, Finding, say
from directory.rules import shapes
from directory.rules.checks import shape
from directory.rules.spelling import show
from directory.rules.written_values import Count, Sentence, Word, Words
from directory.yaml_lines import Entry, Items, line_at

MOST_HAND_OVERS = 10  # that a base may allow: a chain is walked two stops further than that, and no more
MOST_ENTRIES = 2_000  # of one section in one file; more take longer to read than anybody reviews
_LISTS = {  # section: the shape of its entries
    "safety": shapes.RuleShape, "protection": shapes.RuleShape, "deadlock": shapes.RuleShape, "rules": shapes.RuleShape,
    "replaces": shapes.ReplaceShape, "open": shapes.OpenShape, "hand_overs": shapes.HandOverShape,
    "reach": shapes.ReachShape, "sources": shapes.SourceShape, "waivers": shapes.WaiverShape,
    "cases": shapes.VignetteShape, "questions": shapes.QuestionShape,
}
_MAPS = {"units": shapes.UnitShape, "binds": shapes.BindShape}
_SINGLES = {"inputs": shapes.InputsShape, "gates": shapes.GatesShape}
_FIELDS: dict[str, Field] = {
    "title": Sentence(), "within": Word(), "max_hand_overs": Count(0, MOST_HAND_OVERS),
    "unsure": Word(), "closed": Words(),
}


@dataclass(frozen=True, slots=True)
class Written:
    """An entry of a file: `raw` as it was read, `data` as its shape made it."""

    section: str
    file: str
    id: str
    raw: Entry
    data: object

    @property
    def line(self):
        """Where the entry starts, counted from 1."""
        return self.raw.line

    def line_of(self, *path):
        """The line of what stands at `path` inside the entry, or of the nearest thing above it."""
        return line_at(self.raw, path)


def read_section(sheet, key, value):
    """Read what stands under one key of a file's top into the sheet; the findings on what could not be read.

    :param sheet: its `entries` and `fields` are added to
    """
    if key in _LISTS or key in _MAPS:
        entries = _entries(key, value)
        if entries is None:
            return [_form_fault(sheet, key, value)]
        if len(entries) > MOST_ENTRIES:
            message = say("%(key)s has more than %(most)s entries.", key=key, most=MOST_ENTRIES)
            hint = say("Split it into several files with the same layer and id.")
            return [Finding(shape.NAME, ERROR, sheet.file, sheet.line_of(key), message, hint, (sheet.id,))]
        return [fault for entry_id, raw in entries for fault in _read_entry(sheet, key, entry_id, raw)]
    if key in _SINGLES:
        return _read_entry(sheet, key, key, value)
    if key in ("same_desk", "askers", "suppliers"):
        return _read_groups(sheet, key, value)
    if key in _FIELDS:
        try:
            sheet.fields[key] = _FIELDS[key].deserialize(value)
        except ValidationError as error:
            messages = {key: error.messages}
            return shape.shape_faults(messages, raw=sheet.top, file=sheet.file, where=f"{sheet.kind} {sheet.id}")
    return []


def _entries(key, value):
    """Pairs of id and entry, or None where the section has the wrong form."""
    if key in _LISTS:
        return [(_id_of(raw, key), raw) for raw in value] if isinstance(value, Items) else None
    return list(value.items()) if isinstance(value, Entry) else None


def _id_of(raw, key):
    found = raw.get("id") or raw.get("rule") or raw.get("check") if isinstance(raw, Entry) else None
    return found if isinstance(found, str) else "?"


def _form_fault(sheet, key, value, form=None):
    message = say("%(key)s has the wrong form: %(value)s.", key=key, value=show(value))
    hint = form or (say("Write a list, each entry starting with a dash.") if key in _LISTS
                    else say("Write keys and values."))
    return Finding(shape.NAME, ERROR, sheet.file, sheet.line_of(key), message, hint, (sheet.id,))


def _read_entry(sheet, section, entry_id, raw):
    schema = shapes.schema(_LISTS.get(section) or _MAPS.get(section) or _SINGLES[section])
    where = section if section in _SINGLES else f"{section} {entry_id}"
    if section == "binds" and isinstance(raw, str) and raw.strip():
        marked = Entry(sheet.line_of(section, entry_id))
        _keep(sheet, section, entry_id, marked, {"units": [raw.strip()]})
        return []
    if not isinstance(raw, Entry):
        message = say("%(where)s is not written as keys and values: %(value)s.", where=where, value=show(raw))
        line = sheet.line_of(section, entry_id) if section in _MAPS else sheet.line_of(section)
        return [Finding(shape.NAME, ERROR, sheet.file, line, message, say("Write {key: value}."),
                        (sheet.id if entry_id == "?" else entry_id,))]
    try:
        _keep(sheet, section, entry_id, raw, schema.load(raw))
    except ValidationError as error:
        faults = shape.shape_faults(error.messages, raw=raw, file=sheet.file, where=where, known=list(schema.fields))
        return [_named(fault, sheet.id if entry_id == "?" else entry_id) for fault in faults]
    return []


def _named(fault, entry_id):
    return fault if fault.ids else replace(fault, ids=(entry_id,))


def _keep(sheet, section, entry_id, raw, data):
    sheet.entries.setdefault(section, []).append(Written(section, sheet.file, entry_id, raw, data))


def _read_groups(sheet, key, value):
    """`askers` and `suppliers` map a group to its members; `same_desk` lists groups, or is one group."""
    if key != "same_desk":
        groups = dict(value) if isinstance(value, Entry) else None
    elif isinstance(value, Items) and value and all(isinstance(one, str) for one in value):
        groups = {0: value}
    else:
        groups = dict(enumerate(value)) if isinstance(value, Items) else None
    if groups is None:
        return [_form_fault(sheet, key, value, say("Write a list of ids for each group."))]
    try:
        sheet.fields[key] = {name: Words().deserialize(members) for name, members in groups.items()}
    except ValidationError:
        return [_form_fault(sheet, key, value, say("Write a list of ids for each group."))]
    return []
