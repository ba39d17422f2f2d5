"""Rule files as entries of the right shape: every fault of every file, with file and line. Words are not looked up here."""

import os
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from marshmallow import ValidationError

from directory.findings import ERROR, Finding, has_errors, names, say
from directory.rules import shapes
from directory.rules.model import MUNICIPALITY, NATION, REGION
from directory.rules.shape_faults import did_you_mean, shape_faults, show
from directory.yaml_lines import Entry, Items, line_at, read_file

FORMAT = "one-way-in/1"
VIGNETTES, SOURCES, WAIVERS, QUESTIONS = "vignettes", "sources", "waivers", "questions"
_LISTS = {  # section: the shape of its entries
    "safety": shapes.RuleShape, "protection": shapes.RuleShape, "deadlock": shapes.RuleShape, "rules": shapes.RuleShape,
    "replaces": shapes.ReplaceShape, "open": shapes.OpenShape, "hand_overs": shapes.HandOverShape,
    "reach": shapes.ReachShape, "sources": shapes.SourceShape, "waivers": shapes.WaiverShape, "cases": shapes.VignetteShape,
}
_MAPS = {"units": shapes.UnitShape, "binds": shapes.BindShape}
_SINGLES = {"inputs": shapes.InputsShape, "gates": shapes.GatesShape}
_FIELDS = {
    "title": shapes.Sentence(), "within": shapes.Word(), "max_hand_overs": shapes.Count(0), "unsure": shapes.Word(),
    "closed": shapes.Words(), "same_desk": None, "askers": None,
}
_HEADER = {"format", "layer", "id", "title"}
_OVERLAY = _HEADER | {"within", "units", "hand_overs", "replaces", "open", "closed", "reach", "unsure", "binds", "same_desk"}
KEYS = {
    NATION: _HEADER | {"inputs", "askers", "max_hand_overs", "gates", "units", "safety", "protection", "deadlock", "rules",
                       "hand_overs", "open", "closed", "unsure", "binds"},
    REGION: _OVERLAY, MUNICIPALITY: _OVERLAY,
    VIGNETTES: _HEADER | {"cases"}, SOURCES: _HEADER | {"sources"}, WAIVERS: _HEADER | {"waivers"},
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
        return self.raw.line

    def line_of(self, *path):
        return line_at(self.raw, path)


@dataclass(slots=True)
class Sheet:
    """One file: what it is, and its entries by section. `spoilt` when any part of it could not be read."""

    file: str
    kind: str
    id: str
    top: Entry
    spoilt: bool = False
    entries: dict[str, list[Written]] = field(default_factory=dict)
    fields: dict[str, object] = field(default_factory=dict)

    def line_of(self, *path):
        return line_at(self.top, path)


def read_folder(folder):
    """The sheets of every `.yaml` file under a folder, the findings, and the content hash of all of them."""
    folder = Path(folder)
    if not folder.is_dir():
        message = say("The folder %(folder)s does not exist.", folder=str(folder))
        return [], [Finding("syntax", ERROR, str(folder), 1, message, say("Check the name of the folder."))], ""
    paths = sorted(Path(root, name) for root, _, files in os.walk(folder) for name in files if name.endswith(".yaml"))
    if not paths:
        message = say("The folder %(folder)s holds no rule files.", folder=str(folder))
        hint = say("A rule file ends in .yaml and starts with format: one-way-in/1.")
        return [], [Finding("syntax", ERROR, str(folder), 1, message, hint)], ""
    sheets, findings, digest = [], [], sha256()
    for path in paths:
        sheet, faults = read_sheet(path)
        findings += faults
        if sheet:
            sheets.append(sheet)
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + sha256(_bytes(path)).digest())
    return sheets, findings, digest.hexdigest()[:16]


def _bytes(path):
    try:
        return path.read_bytes()
    except OSError:
        return b""


def read_sheet(path):
    """The sheet of one file, or None where not even its header can be read, and the findings."""
    name = str(path)
    top, findings = read_file(path, name)
    if top is None:
        return None, findings
    faults = _header_faults(top, name)
    kind, layer_id = top.get("layer"), top.get("id")
    if kind not in KEYS or not isinstance(layer_id, str):
        return None, findings + faults
    sheet = Sheet(name, kind, layer_id, top)
    faults += _key_faults(sheet)
    for key, value in top.items():
        if key in KEYS[kind]:
            faults += _read_section(sheet, key, value)
    sheet.spoilt = has_errors(findings + faults)
    return sheet, findings + faults


def _header_faults(top, name):
    faults = []

    def fault(key, message, hint):
        faults.append(Finding("shape", ERROR, name, line_at(top, [key]), message, hint))

    if top.get("format") != FORMAT:
        message = say("The format is %(found)s; this program reads %(format)s.", found=show(top.get("format", "—")), format=FORMAT)
        fault("format", message, say("Start the file with format: %(format)s.", format=FORMAT))
    if top.get("layer") not in KEYS:
        message = say("The layer is %(found)s, which is no kind of layer.", found=show(top.get("layer", "—")))
        near = did_you_mean(show(top.get("layer", "")), KEYS)
        fault("layer", message, near or say("Choose among: %(choices)s.", choices=names(sorted(KEYS))))
    try:
        shapes.Word().deserialize(top.get("id", ""))
    except ValidationError:
        message = say("The file has no id: %(found)s.", found=show(top.get("id", "—")))
        fault("id", message, say("Write id: and the area's id."))
        top["id"] = None
    return faults


def _key_faults(sheet):
    faults = []
    for key in sheet.top:
        if key in KEYS[sheet.kind]:
            continue
        message = say("A %(layer)s file has no key %(key)s.", layer=sheet.kind, key=key)
        hint = did_you_mean(key, KEYS[sheet.kind]) or say("Remove it.")
        if key in KEYS[NATION] and sheet.kind in (REGION, MUNICIPALITY):
            message = say("%(key)s belongs to the nation layer alone; an overlay cannot touch it.", key=key)
            hint = say("Remove it. Use replaces for ordinary rules, and reach and binds for the three that come first.")
        faults.append(Finding("shape", ERROR, sheet.file, sheet.line_of(key), message, hint, (sheet.id,)))
    return faults


def _read_section(sheet, key, value):
    if key in _LISTS or key in _MAPS:
        entries = _entries(key, value)
        if entries is None:
            return [_form_fault(sheet, key, value)]
        return [fault for entry_id, raw in entries for fault in _read_entry(sheet, key, entry_id, raw)]
    if key in _SINGLES:
        return _read_entry(sheet, key, key, value)
    if key in ("same_desk", "askers"):
        return _read_groups(sheet, key, value)
    if key in _FIELDS:
        try:
            sheet.fields[key] = _FIELDS[key].deserialize(value)
        except ValidationError as error:
            messages = {key: error.messages}
            return shape_faults(messages, raw=sheet.top, file=sheet.file, where=f"{sheet.kind} {sheet.id}")
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
    hint = form or (say("Write a list, each entry starting with a dash.") if key in _LISTS else say("Write keys and values."))
    return Finding("shape", ERROR, sheet.file, sheet.line_of(key), message, hint, (sheet.id,))


def _read_entry(sheet, section, entry_id, raw):
    shape = _LISTS.get(section) or _MAPS.get(section) or _SINGLES[section]
    where = section if section in _SINGLES else f"{section} {entry_id}"
    if section == "binds" and isinstance(raw, str) and raw.strip():
        marked = Entry(sheet.line_of(section, entry_id))
        _keep(sheet, section, entry_id, marked, {"units": [raw.strip()]})
        return []
    if not isinstance(raw, Entry):
        message = say("%(where)s is not written as keys and values: %(value)s.", where=where, value=show(raw))
        line = sheet.line_of(section, entry_id) if section in _MAPS else sheet.line_of(section)
        return [Finding("shape", ERROR, sheet.file, line, message, say("Write {key: value}."), (entry_id,))]
    try:
        _keep(sheet, section, entry_id, raw, shape().load(raw))
    except ValidationError as error:
        known = list(shape().fields)
        faults = shape_faults(error.messages, raw=raw, file=sheet.file, where=where, known=known)
        return [_named(fault, entry_id) for fault in faults]
    return []


def _named(fault, entry_id):
    return fault if fault.ids or entry_id == "?" else replace(fault, ids=(entry_id,))


def _keep(sheet, section, entry_id, raw, data):
    sheet.entries.setdefault(section, []).append(Written(section, sheet.file, entry_id, raw, data))


def _read_groups(sheet, key, value):
    """`askers` maps a group to its members; `same_desk` lists groups, or is one group."""
    if key == "askers":
        groups = dict(value) if isinstance(value, Entry) else None
    elif isinstance(value, Items) and value and all(isinstance(one, str) for one in value):
        groups = {0: value}
    else:
        groups = dict(enumerate(value)) if isinstance(value, Items) else None
    if groups is None:
        return [_form_fault(sheet, key, value, say("Write a list of ids for each group."))]
    try:
        sheet.fields[key] = {name: shapes.Words().deserialize(members) for name, members in groups.items()}
    except ValidationError:
        return [_form_fault(sheet, key, value, say("Write a list of ids for each group."))]
    return []
