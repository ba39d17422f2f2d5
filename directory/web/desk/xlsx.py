"""The first sheet of an XLSX as rows of text, and rows of text as an XLSX. XlsxWriter writes; what comes in we read.

No library reads as much without harm. Calamine (python-calamine 0.9.1) is four times as fast, but makes room for every
cell between the first and the last, and for as many strings as a file says it has: two kilobytes take 500 GB and end
the whole process, where nothing can be caught. It hides formulas, too. Openpyxl takes four times as long as this.
So here is so much of the format (ECMA-376) as rows of text need: nothing is unpacked that has not been measured, no
more elements are read than so many rows can need, none is larger or lies deeper than programs write them, and a
document type, which nobody's program writes, is refused with all that it could do.
"""

import io
import posixpath
import re
import zipfile
from collections.abc import Iterable, Sequence
from functools import lru_cache
from xml.parsers.expat import ParserCreate

from xlsxwriter import Workbook

MOST_UNPACKED = 60 * 2 ** 20  # bytes of all parts
MOST_PARTS = 200
A_CELL = 3  # elements: itself and its value, and what else a sheet has; one string stands for many cells
PIECE = 64 * 1024  # bytes that are read before it is asked whether to go on
MOST_UNREAD = 4 * PIECE  # bytes that may wait for the end of a tag: expat reads what waits again with each piece
MOST_DEEP = 30  # elements within each other; a sheet has ten
MOST_ATTRIBUTES, MANY = 100, 8  # of an element, of which a sheet has twenty; as many as count as another element
BOOK, RELATIONS, STRINGS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml"
SHEET = "remisser"  # the name of the sheet that is written
TRUTHS = {"1": "TRUE", "0": "FALSE"}  # as a sheet shows them, so that none is read as a number
_COLUMN = re.compile(r"[A-Z]{1,3}")
DIGITS, MOST_LETTERS = "0123456789", 512  # columns whose numbers are kept


class NoSheet(Exception):
    """The bytes are no XLSX with a sheet. `too_large`: they are, or might be, and would unpack to too much."""

    def __init__(self, too_large=False):
        super().__init__("too large" if too_large else "no sheet")
        self.too_large = too_large


def read_xlsx(raw: bytes, *, most_rows, most_columns):
    """The rows of the first sheet, each with its cells as text; a formula is shown as one, behind an equals sign.

    :param most_rows: that are read
    :param most_columns: the same
    :raises NoSheet: it cannot be read
    """
    try:
        return _read(raw, most_rows, most_columns)
    except NoSheet:
        raise
    except Exception as error:  # the format is large, and what reads it raises what it likes, such as LookupError
        raise NoSheet from error


def _read(raw, most_rows, most_columns):
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        parts = packed.infolist()
        if len(parts) > MOST_PARTS or sum(one.file_size for one in parts) > MOST_UNPACKED:
            raise NoSheet(too_large=True)
        names = {one.filename for one in parts}
        parse = Parser(packed, A_CELL * most_rows * most_columns)
        sheet = _first_sheet(parse)
        strings = parse(STRINGS, _Strings()).found if STRINGS in names else []
        return parse(sheet, _Cells(strings, most_rows, most_columns)).rows


def write_xlsx(rows: Iterable[Sequence[str]]) -> bytes:
    """An XLSX of one sheet. Every cell is text, so that none is a formula, a link or a number."""
    written = io.BytesIO()
    # Rows wait in memory: the library's constant_memory would put them in files of their own, and takes longer.
    with Workbook(written, {"in_memory": True}) as book:
        sheet = book.add_worksheet(SHEET)
        for index, row in enumerate(rows):
            for column, text in enumerate(row):
                if text:
                    sheet.write_string(index, column, text)
    return written.getvalue()


def _first_sheet(parse):
    """The name of the part that holds the first sheet of the book."""
    sheets = parse(BOOK, _Named("sheet")).found
    targets = {one["Id"]: one["Target"] for one in parse(RELATIONS, _Named("Relationship")).found}
    target = targets[next(value for name, value in sheets[0].items() if name.endswith(":id"))]
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")


class Parser:
    """Reads parts of a file; of all that it reads there may be `left` elements. `deep`: how many are open."""

    def __init__(self, packed, left):
        self.packed, self.left, self.deep = packed, left, 0

    def __call__(self, part, reader):
        """A reader after it has read a part.

        :raises NoSheet: the part has a document type, or there are too many elements, or one that is too large or deep
        """
        parser, given = ParserCreate(), 0
        parser.buffer_text, self.deep = True, 0
        parser.StartElementHandler, parser.EndElementHandler = self._counted(reader.start), self._closed(reader.end)
        parser.CharacterDataHandler = reader.text
        parser.StartDoctypeDeclHandler = _refuse
        with self.packed.open(part) as unpacked:
            while piece := unpacked.read(PIECE):
                parser.Parse(piece, False)
                given += len(piece)
                if given - parser.CurrentByteIndex > MOST_UNREAD:
                    raise NoSheet(too_large=True)
        parser.Parse(b"", True)
        return reader

    def _counted(self, start):
        def counted(name, attributes):
            self.left -= 1 + len(attributes) // MANY
            self.deep += 1
            if self.left < 0 or self.deep > MOST_DEEP or len(attributes) > MOST_ATTRIBUTES:
                raise NoSheet(too_large=True)
            start(name, attributes)
        return counted

    def _closed(self, end):
        def closed(name):
            self.deep -= 1
            end(name)
        return closed


def _refuse(*_declared):
    raise NoSheet


class _Named:
    """The attributes of every element of one name."""

    def __init__(self, name):
        self.name, self.found = name, []

    def start(self, name, attributes):
        if name.rpartition(":")[2] == self.name:
            self.found.append(attributes)

    def end(self, name):
        pass

    def text(self, text):
        pass


class _Strings:
    """The strings that cells name by number, without how they sound."""

    def __init__(self):
        self.found, self.parts, self.is_text, self.is_sound = [], [], False, False

    def start(self, name, _attributes):
        name = name.rpartition(":")[2]
        self.is_text = name == "t"
        self.is_sound = self.is_sound or name == "rPh"
        if name == "si":
            self.parts = []

    def end(self, name):
        name = name.rpartition(":")[2]
        self.is_text = False
        if name == "rPh":
            self.is_sound = False
        elif name == "si":
            self.found.append("".join(self.parts))

    def text(self, text):
        if self.is_text and not self.is_sound:
            self.parts.append(text)


class _Cells:
    """The cells of a sheet in rows. The last column and row that are read stand for all that is written past them."""

    def __init__(self, strings, most_rows, most_columns):
        self.strings, self.most_rows, self.most_columns = strings, most_rows, most_columns
        self.rows, self.row, self.kind, self.column, self.index = [], [], "", 0, -1
        self.inside, self.parts, self.formula = "", [], False

    def start(self, name, attributes):
        name = name.rpartition(":")[2]
        if name == "c":
            self.kind, self.parts, self.formula = attributes.get("t", "n"), [], False
            self.column = _column(attributes["r"]) if "r" in attributes else len(self.row)
        elif name == "row":
            self._skip_to(int(attributes["r"]) - 1 if "r" in attributes else self.index + 1)
            self.row = []
        elif name == "f":
            self.formula, self.inside = True, "f"
        elif name in ("v", "t"):
            self.inside = name

    def text(self, text):
        if self.inside == "f" or (self.inside and not self.formula):
            self.parts.append(text)

    def end(self, name):
        name = name.rpartition(":")[2]
        if name == "c":
            self._put(self._value("".join(self.parts)))
        elif name == "row" and len(self.rows) < self.most_rows:
            self.rows.append(tuple(self.row))
        elif name == "row" and any(self.row):
            self.rows[-1] = tuple(self.row)
        elif name in ("v", "t", "f"):
            self.inside = ""

    def _put(self, value):
        """A cell in its place; none may come before one that has been read."""
        last = self.most_columns - 1
        if value and self.column > last:
            self.row += [""] * (last - len(self.row))
            self.row[last:] = [value]
        elif self.column <= last:
            if self.column < len(self.row):
                raise NoSheet
            self.row += [""] * (self.column - len(self.row))
            self.row.append(value)

    def _value(self, text):
        if self.formula:
            return f"={text}"
        if self.kind == "s" and text:
            return self.strings[int(text) if int(text) >= 0 else len(self.strings)]
        if self.kind == "b":
            return TRUTHS.get(text, text)
        return text.removesuffix(".0") if self.kind == "n" else text

    def _skip_to(self, index):
        """Empty rows, where a sheet leaves some out; none may come before one that has been read."""
        if index <= self.index:
            raise NoSheet
        self.index = index
        self.rows += [()] * (min(index, self.most_rows) - len(self.rows))


def _column(reference):
    """The number of the column of a cell, from 0: 27 for AB9."""
    return _number_of(reference.rstrip(DIGITS)[:3])


@lru_cache(maxsize=MOST_LETTERS)
def _number_of(letters):
    number, found = 0, _COLUMN.match(letters)
    for letter in found[0] if found else "A":
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
