"""Rule files as entries of the right shape, with every fault of every file. Words are not looked up here."""

import os
import re
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path, PurePosixPath

from marshmallow import ValidationError

from directory.findings import ERROR, Finding, names, say
from directory.rules.checks import shape, syntax
from directory.rules.model import MUNICIPALITY, NATION, REGION
from directory.rules.sections import Written, read_section
from directory.rules.spelling import did_you_mean, show
from directory.rules.written_values import Word
from directory.yaml_lines import Entry, line_at, read_bytes, read_file, yaml_files

FORMAT = "one-way-in/1"
MOST_BYTES_OF_A_HEADER = 4_096
MOST_UNKNOWN_KEYS = 50  # that are told of one by one; a file with more is no rule file
_HEADER_LINE = re.compile(r"^(layer|id|within):[ ]*['\"]?([\w.-]+)", re.MULTILINE)
VIGNETTES, SOURCES, WAIVERS, QUESTIONS = "vignettes", "sources", "waivers", "questions"
_HEADER = {"format", "layer", "id", "title"}
_OVERLAY = _HEADER | {"within", "units", "hand_overs", "replaces", "open", "closed", "reach", "unsure", "binds",
                      "same_desk", "suppliers"}
KEYS = {
    NATION: _HEADER | {"inputs", "askers", "max_hand_overs", "gates", "units", "safety", "protection", "deadlock",
                       "rules", "hand_overs", "open", "closed", "unsure", "binds", "same_desk", "suppliers"},
    REGION: _OVERLAY, MUNICIPALITY: _OVERLAY,
    VIGNETTES: _HEADER | {"cases"}, SOURCES: _HEADER | {"sources"}, WAIVERS: _HEADER | {"waivers"},
    QUESTIONS: _HEADER | {"questions"},
}


@dataclass(slots=True)
class Sheet:
    """One file: what it is, its entries by section, the values of its other keys; neither where it is `lost`."""

    file: str
    kind: str
    id: str
    top: Entry
    entries: dict[str, list[Written]] = field(default_factory=dict)
    fields: dict[str, object] = field(default_factory=dict)
    lost: bool = False

    def line_of(self, *path):
        """The line of what stands at `path` in the file, or of the nearest thing above it."""
        return line_at(self.top, path)


def read_folder(folder, *, only=None):
    """The sheets of every `.yaml` file under a folder, the findings on their form, the hash of their names and bytes.

    A file whose header cannot be read gives a finding and no sheet; nothing is raised.

    :param only: an area; files that plainly belong to other areas are then hashed, but not read
    """
    folder = Path(folder)
    if not os.path.isdir(folder):  # unlike Path.is_dir it takes any name
        message = say("The folder %(folder)s does not exist.", folder=str(folder))
        return [], [Finding(syntax.NAME, ERROR, str(folder), 1, message, say("Check the name of the folder."))], ""
    paths = yaml_files(folder)
    if not paths:
        message = say("The folder %(folder)s holds no rule files.", folder=str(folder))
        hint = say("A rule file ends in .yaml and starts with format: one-way-in/1.")
        return [], [Finding(syntax.NAME, ERROR, str(folder), 1, message, hint)], ""
    sheets, findings, digest = [], [], sha256()
    passed_over = _of_other_areas(paths, only) if only else ()
    for path in paths:
        sheet, faults = read_sheet(path) if path not in passed_over else (None, [])
        findings += faults
        if sheet:
            sheets.append(sheet)
        digest.update(os.fsencode(path.relative_to(folder)) + b"\0" + sha256(_bytes(path)).digest())
    return sheets, findings, digest.hexdigest()[:16]


def read_files(files, *, within, known=None):
    """As `read_folder`, for files that are held in memory.

    :param files: their bytes by the name within the folder
    :param within: the folder that findings and rules say they lie in
    :param known: what was read before, by shown name and hash of the bytes; what is read now is added to it
    """
    sheets, findings, digest = [], [], sha256()
    known = {} if known is None else known
    for name in sorted(files, key=PurePosixPath):
        raw, shown = files[name], (Path(within) / name).as_posix()
        key = shown, sha256(raw).hexdigest()
        if key not in known:
            top, faults = read_bytes(raw, shown)
            known[key] = _sheet(top, faults, name=shown, raw=raw)
        sheet, faults = known[key]
        findings += faults
        sheets += [sheet] if sheet else []
        digest.update(os.fsencode(name) + b"\0" + bytes.fromhex(key[1]))
    return sheets, findings, digest.hexdigest()[:16]


def _of_other_areas(paths, area):
    """The files that nothing in an area rests on, as far as their headers tell; none where no header names the area."""
    headers = {path: _header(_bytes(path)) for path in paths}
    tiers = [one for one in headers.values() if one.get("layer") in (NATION, REGION, MUNICIPALITY)]
    parents = {one.get("id"): one["within"] for one in tiers if "within" in one}
    chain = [area]
    while chain[-1] in parents and parents[chain[-1]] not in chain:
        chain.append(parents[chain[-1]])
    if chain[-1] not in [one.get("id") for one in tiers if one["layer"] == NATION]:
        return set()
    return {path for path, one in headers.items() if one.get("layer") in (VIGNETTES, WAIVERS, QUESTIONS)
            or one in tiers and one.get("id", area) not in chain}


def _header(raw):
    """The keys that a file's bytes seem to start with, also where the file as a whole cannot be read."""
    raw = raw[:MOST_BYTES_OF_A_HEADER]
    text = raw.decode("utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig", "replace")
    return dict(reversed(_HEADER_LINE.findall(text)))


def _bytes(path):
    try:
        return Path(path).read_bytes() if Path(path).is_file() else b""
    except OSError:
        return b""


def read_sheet(path):
    """The sheet of one file, or None where not even its header can be read, and the findings."""
    name = os.fsencode(path).decode("utf-8", "backslashreplace")  # a name need not be text
    if not _can_be_read(path):
        message = say("This is not a file.")
        return None, [Finding(syntax.NAME, ERROR, name, 1, message, say("Give it a name that does not end in .yaml."))]
    top, findings = read_file(path, name)
    return _sheet(top, findings, name=name, raw=_bytes(path))


def _sheet(top, findings, *, name, raw):
    """The sheet of a file's top mapping, of the header alone where there is no mapping, and all its findings."""
    if top is None:
        return _lost(raw, name), findings
    faults = _header_faults(top, name)
    kind, layer_id = top.get("layer"), top.get("id")
    if not _is_layer(kind) or not isinstance(layer_id, str):
        return None, findings + faults
    sheet = Sheet(name, kind, layer_id, top)
    faults += _key_faults(sheet)
    for key, value in top.items():
        if key in KEYS[kind]:
            faults += read_section(sheet, key, value)
    return sheet, findings + faults


def _can_be_read(path):
    """Whether reading ends: that of a pipe or a device does not. What does not exist is for `read_file` to tell."""
    return os.path.isfile(path) or os.path.isdir(path) or not os.path.exists(path)


def _lost(raw, name):
    """A sheet of the header alone, as far as it can be guessed: so an unreadable file stays one finding."""
    top = Entry(1)
    top.update(_header(raw))
    if not _is_layer(top.get("layer")) or "id" not in top:
        return None
    fields = {"within": top["within"]} if "within" in top else {}
    return Sheet(name, top["layer"], top["id"], top, fields=fields, lost=True)


def _is_layer(kind):
    return isinstance(kind, str) and kind in KEYS


def _header_faults(top, name):
    faults = []

    def fault(key, message, hint):
        ids = (top["id"],) if isinstance(top.get("id"), str) and top["id"] else ()
        faults.append(Finding(shape.NAME, ERROR, name, line_at(top, [key]), message, hint, ids))

    if top.get("format") != FORMAT:
        message = say("The format is %(found)s; this program reads %(format)s.", found=show(top.get("format", "—")),
                      format=FORMAT)
        fault("format", message, say("Start the file with format: %(format)s.", format=FORMAT))
    if not _is_layer(top.get("layer")):
        message = say("The layer is %(found)s, which is no kind of layer.", found=show(top.get("layer", "—")))
        near = did_you_mean(show(top.get("layer", "")), KEYS)
        fault("layer", message, near or say("Choose among: %(choices)s.", choices=names(sorted(KEYS))))
    try:
        Word().deserialize(top.get("id", ""))
    except ValidationError:
        message = say("The file has no id: %(found)s.", found=show(top.get("id", "—")))
        fault("id", message, say("Write id: and the area's id."))
        top["id"] = None
    return faults


def _key_faults(sheet):
    faults = []
    unknown = [key for key in sheet.top if key not in KEYS[sheet.kind]]
    for key in unknown[:MOST_UNKNOWN_KEYS]:
        message = say("A %(layer)s file has no key %(key)s.", layer=sheet.kind, key=key)
        hint = did_you_mean(key, KEYS[sheet.kind]) or say("Remove it.")
        if key in KEYS[NATION] and sheet.kind in (REGION, MUNICIPALITY):
            message = say("%(key)s belongs to the nation layer alone; an overlay cannot touch it.", key=key)
            hint = say("Remove it. Use replaces for ordinary rules, and reach and binds for the three that come first.")
        faults.append(Finding(shape.NAME, ERROR, sheet.file, sheet.line_of(key), message, hint, (sheet.id,)))
    return faults
