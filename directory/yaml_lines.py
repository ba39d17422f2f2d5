"""A YAML file as text values that remember their lines. What YAML can hide is a finding, not a value."""

import os
import unicodedata
from pathlib import Path

import yaml

from directory.findings import ERROR, Finding, say

CHECK = "syntax"  # how findings name it; its manual is rules/checks/syntax.py
MOST_BYTES = 400_000  # a rule file of 2,000 rules is about this long; larger ones are split
MOST_DEPTH = 16  # the deepest entry of our formats lies 7 levels down
# Letters that Unicode lets a renderer leave out, or draws as nothing, though Python calls them printable.
_BLANKS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"
                    + "".join(map(chr, (*range(0x180B, 0x1810), *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)))))
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SPLIT = say("Split it into several files with the same layer and id.")
_SAVE = say("Save the file as UTF-8 without byte-order mark.")


class Entry(dict):
    """A mapping with `line`, where it starts, and `lines`, the line of each key."""

    __slots__ = ("line", "lines")

    def __init__(self, line):
        super().__init__()
        self.line, self.lines = line, {}


class Items(list):
    """A sequence with `line`, where it starts, and `lines`, the line of each item."""

    __slots__ = ("line", "lines")

    def __init__(self, line):
        super().__init__()
        self.line, self.lines = line, []


def line_at(value, path):
    """The line of what stands at `path` (keys and indexes), or of the nearest thing above it that exists."""
    line = getattr(value, "line", 1)
    for step in path:
        if isinstance(value, Entry) and step in value.lines:
            line, value = value.lines[step], value.get(step)
        elif isinstance(value, Items) and isinstance(step, int) and step < len(value):
            line, value = value.lines[step], value[step]
        else:
            break
    return line


def yaml_files(folder):
    """The path of every `.yaml` file below a folder, in order; none where the folder cannot be listed."""
    return sorted(Path(root, name) for root, _, names in os.walk(folder) for name in names if name.endswith(".yaml"))


def read_file(path, name):
    """The file's top mapping and its faults; the mapping is None when the file cannot be read at all.

    :param name: how findings name the file
    """
    try:
        if Path(path).stat().st_size > MOST_BYTES:
            message = say("The file is larger than %(most)s bytes.", most=MOST_BYTES)
            return None, [Finding(CHECK, ERROR, name, 1, message, _SPLIT)]
        raw = Path(path).read_bytes()
    except OSError as error:
        message = say("The file cannot be read: %(why)s.", why=error.strerror or "?")
        return None, [Finding(CHECK, ERROR, name, 1, message, say("Check that the file exists and may be read."))]
    return read_bytes(raw, name)


def read_bytes(raw, name):
    """As `read_file`, for the bytes of a file."""
    text, faults = _decode(raw, name)
    if text is None:
        return None, faults
    top, more = _Tree(name).build(text, hide_syntax=bool(faults))
    return top, faults + more


def _decode(raw, name):
    if raw.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        message = say("The file starts with a byte-order mark; files are UTF-8 without byte-order mark.")
        return None, [Finding(CHECK, ERROR, name, 1, message, _SAVE)]
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        message = say("The file is not UTF-8: byte 0x%(byte)s.", byte=f"{raw[error.start]:02X}")
        return None, [Finding(CHECK, ERROR, name, line, message, _SAVE)]
    text = text.replace("\r\n", "\n")
    if not text.strip():
        hint = say("Write its format, layer and id, or remove the file.")
        return None, [Finding(CHECK, ERROR, name, 1, say("The file is empty."), hint)]
    return _clean(text, name)


def _clean(text, name):
    """The text without what a reader cannot see, and a finding for each kind of such a thing on each line."""
    if _is_plain(text):
        return text, []
    faults, lines = [], []
    for number, line in enumerate(text.split("\n"), start=1):
        faults += [Finding(CHECK, ERROR, name, number, message, hint) for message, hint in _line_faults(line)]
        lines.append("".join(_shown_letter(letter) for letter in unicodedata.normalize("NFC", line)))
    return "\n".join(lines), faults


def _line_faults(line):
    """What is wrong with the letters of a line, and the mend of each."""
    if "\t" in line:
        yield say("The line holds a tab (U+0009)."), say("Use spaces.")
    hidden = {letter for letter in line if not _can_be_seen(letter) and letter != "\t"}
    if hidden:
        yield _cannot_be_seen(hidden), say("Remove them.")
    if not unicodedata.is_normalized("NFC", line):
        point = next(one for one in line if unicodedata.combining(one) or not unicodedata.is_normalized("NFC", one))
        yield (say("The line is not in the common form of Unicode (NFC): U+%(point)s.", point=f"{ord(point):04X}"),
               say("Write the letter anew, as one character."))


def _cannot_be_seen(letters):
    points = ", ".join(f"U+{ord(letter):04X}" for letter in sorted(letters))
    return say("The line holds characters that cannot be seen: %(points)s.", points=points)


def _shown_letter(letter):
    """A letter as the rest of the reading takes it, so that it goes on past one that was refused."""
    if letter in "\t\xa0":
        return " "
    return letter if _can_be_seen(letter) else ""


def _is_plain(text):
    """Whether every letter of a text can be seen and stands in the common form; quick, for it is nearly always so."""
    return text.replace("\n", "").isprintable() and _BLANKS.isdisjoint(text) and unicodedata.is_normalized("NFC", text)


def _can_be_seen(letter):
    return letter.isprintable() and letter not in _BLANKS


def _line_of(mark):
    """The line of a parser's mark, counted from 1."""
    return mark.line + 1 if mark else 1


class _Tree:
    """Builds entries and items from the events of the parser, and collects what may not be there."""

    def __init__(self, name):
        self.name, self.faults = name, []
        self.stack, self.top, self.documents = [], None, 0

    def fault(self, line, message, hint=None):
        self.faults.append(Finding(CHECK, ERROR, self.name, line, message, hint))

    def build(self, text, *, hide_syntax):
        try:
            for event in yaml.parse(text, Loader=_LOADER):
                if not self.take(event, _line_of(event.start_mark)):
                    return None, self.faults
        except yaml.YAMLError as error:
            if not hide_syntax:
                self._syntax(error)
            return None, self.faults
        if not isinstance(self.top, Entry):
            hint = say("Start with format, layer and id.")
            self.fault(1, say("The file is not a list of keys and values."), hint)
            return None, self.faults
        return self.top, self.faults

    def _syntax(self, error):
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        problem = getattr(error, "problem", None) or str(error).partition("\n")[0]
        message = say("This is not YAML: %(problem)s.", problem=problem)
        hint = say("Look at this line and the one above: indentation, a missing colon, bracket or quote.")
        self.fault(_line_of(mark), message, hint)

    def take(self, event, line):
        """Take one event; false when the rest of the file is not worth reading."""
        if isinstance(event, yaml.DocumentStartEvent):
            return self._start_document(event, line)
        if isinstance(event, yaml.AliasEvent):
            self.fault(line, say("An alias (*%(name)s) is not allowed.", name=event.anchor),
                       say("Write the value out."))
            self._put("", line)
        elif isinstance(event, yaml.ScalarEvent):
            self._refuse_marks(event, line)
            self._put(self._shown(event, line), line, plain=not event.style)
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            return self._open(event, line)
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            value, _ = self.stack.pop()
            self._put(value, value.line)
        return True

    def _start_document(self, event, line):
        self.documents += 1
        if self.documents > 1:
            hint = say("Keep one document in a file: remove the line of dashes, or make it two files.")
            self.fault(line, say("The file holds several documents."), hint)
            return False
        if event.version or event.tags:
            self.fault(line, say("A directive (%%) is not allowed."), say("Remove the line."))
        return True

    def _open(self, event, line):
        self._refuse_marks(event, line)
        if len(self.stack) >= MOST_DEPTH:
            message = say("Brackets or indentation lie more than %(most)s levels deep.", most=MOST_DEPTH)
            self.fault(line, message, say("Remove the levels that are too many."))
            return False
        made = Entry(line) if isinstance(event, yaml.MappingStartEvent) else Items(line)
        self.stack.append((made, []))
        return True

    def _shown(self, event, line):
        """The text of a scalar; what an escape such as \\u200b hides is refused like what stands in the file."""
        value = event.value
        if event.style == '"' and not _is_plain(value):
            for message, hint in _line_faults(value.replace("\n", "")):
                self.fault(line, message, hint)
        return value if value.isascii() else unicodedata.normalize("NFC", value)

    def _refuse_marks(self, event, line):
        if event.anchor:
            self.fault(line, say("An anchor (&%(name)s) is not allowed.", name=event.anchor),
                       say("Write the value out."))
        if event.tag:
            self.fault(line, say("A tag (%(name)s) is not allowed.", name=event.tag), say("Remove the tag."))

    def _put(self, value, line, *, plain=False):
        if not self.stack:
            self.top = value
            return
        holder, key = self.stack[-1]
        if isinstance(holder, Items):
            holder.append(value)
            holder.lines.append(line)
        elif not key:
            key.append((self._key(holder, value, line, plain), line))
        else:
            name, at = key.pop()
            if name not in holder:
                holder[name] = value
                holder.lines[name] = at

    def _key(self, holder, value, line, plain):
        if not isinstance(value, str):
            self.fault(line, say("A key must be a word, not a list or a mapping."), say("Quote it if it is a word."))
            return f"\0{line}"
        if plain and value == "<<":
            self.fault(line, say("A merge key (<<) is not allowed."), say("Write the keys out."))
        elif value in holder:
            message = say("The key %(key)s stands twice, first at line %(first)s.", key=value,
                          first=holder.lines[value])
            self.fault(line, message, say("Keep one of them."))
        return value
