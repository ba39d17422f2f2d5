"""Sheets of coded referrals, read and written: CSV as people's programs write it, and XLSX. Both are held in bounds.

What comes in may be made to harm: a file that unpacks to more than it says, cells that a program takes for formulas.
"""

import csv
import io
import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from directory.errors import DirectoryError
from directory.web.desk.xlsx import NoSheet, read_xlsx, write_xlsx

MOST_BYTES = 5 * 2 ** 20  # of a file that is sent
MOST_ROWS = 10_000
MOST_COLUMNS = 30
LONGEST_CELL = 1_000  # characters that are read
ZIPPED = b"PK\x03\x04"
CSV, XLSX = "csv", "xlsx"
KINDS = {CSV: "text/csv; charset=utf-8", XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}
DELIMITERS = ";,\t"
DAY, FIRST_DAY = "on", date(1899, 12, 30)  # the column of days, and the day that XLSX counts them from
WRITTEN = "utf-8-sig"  # with the mark of UTF-8, without which Excel misreads å, ä and ö
ENCODINGS = (WRITTEN, "cp1252")  # tried in this order
MOST_ABOVE = 3  # lines above the header
SEP = re.compile(r"sep=.?", re.IGNORECASE)
MARK = "\ufeff"
# How a cell begins that a program may take for a formula, and what such a program may take for the end of a cell.
FORMULA = re.compile(r"(?:^|(?<=[;,\t\r\n|]))(?=\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])")


class FileRefused(DirectoryError):
    """A file that cannot be read as a sheet. `why`: empty, unreadable, too_large, too_many_rows, too_many_columns, or
    longer: the `row` (1 is the header) has more cells than the header has names.
    """

    code, status = "file_refused", 422

    def __init__(self, why, row=0):
        super().__init__(why)
        self.why, self.row = why, row


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet's header and rows as text, and how its file is written; every row is as long as the header, which stands
    on a line of its file.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    kind: str
    delimiter: str = ";"
    line: int = 1


def read_sheet(raw: bytes) -> Sheet:
    """The sheet in the bytes of a file.

    :raises FileRefused: it is none, or is too large
    """
    if len(raw) > MOST_BYTES:
        raise FileRefused("too_large")
    kind = XLSX if raw.startswith(ZIPPED) else CSV
    rows, delimiter = _of_xlsx(raw) if kind == XLSX else _of_csv(raw)
    (header, *rest), line = _from_header([_without_end(row) for row in rows])
    _refuse_past_bounds(header, rest, line)
    width = len(header)
    while rest and not rest[-1]:
        rest.pop()
    return Sheet(header, tuple((*row, *[""] * (width - len(row))) for row in rest), kind, delimiter, line)


def without_columns(sheet: Sheet, places: Container[int]) -> Sheet:
    """The sheet without the columns at some places."""
    def left(cells):
        return tuple(cell for index, cell in enumerate(cells) if index not in places)

    return replace(sheet, header=left(sheet.header), rows=tuple(map(left, sheet.rows))) if places else sheet


def _from_header(rows):
    """The rows from the header on, and its line: above it stand empty ones, and what tells Excel the delimiter."""
    line = 1
    for row in rows:
        if row and not (line == 1 and SEP.fullmatch(row[0])):
            return rows[line - 1:], line
        line += 1
    return [()], 1


def _without_end(row):
    """A row without the empty cells at its end."""
    end = len(row)
    while end and not row[end - 1]:
        end -= 1
    return tuple(row[:end])


def _refuse_past_bounds(header, rows, line):
    if not header:
        raise FileRefused("empty")
    if len(header) > MOST_COLUMNS:
        raise FileRefused("too_many_columns")
    if any(rows[MOST_ROWS:]):
        raise FileRefused("too_many_rows")
    for number, row in enumerate(rows, start=line + 1):
        if len(row) > len(header):
            raise FileRefused("longer", number)


def write_sheet(sheet: Sheet, header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """The bytes of a file of the same kind as a sheet's; no cell of it is a formula."""
    harmless = [[_harmless(cell) for cell in row] for row in (header, *rows)]
    return write_xlsx(harmless) if sheet.kind == XLSX else _to_csv(sheet, harmless)


def _of_csv(raw):
    text = _decoded(raw)
    if "\0" in text:
        raise FileRefused("unreadable")
    delimiter = _delimiter(text)
    try:
        rows = []
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            rows.append(_row(row))
            if len(rows) > MOST_ROWS + MOST_ABOVE and any(rows[-1]):
                raise FileRefused("too_many_rows")
    except csv.Error as error:
        raise FileRefused("unreadable") from error
    return rows, delimiter


def _delimiter(text):
    """What stands between the cells: what occurs most on the first line that is not empty, nor tells of it."""
    lines = (line for line in text.split("\n") if line.strip(f"{DELIMITERS} \r"))
    first = next((line for line in lines if not SEP.fullmatch(line.strip())), "")
    return max(DELIMITERS, key=first.count)


def _row(row):
    """The cells of a row as they are read; the last that may be there stands for all that is written past it."""
    near, far = row[:MOST_COLUMNS], row[MOST_COLUMNS:]
    return (*map(_cell, near), next(filter(None, map(_cell, far)), "")) if far else tuple(map(_cell, near))


def _cell(text):
    """A cell without blanks around it. What is cut off one that is too long must not leave a code that is known."""
    text = text.strip()
    return text if len(text) <= LONGEST_CELL else f"{text[:LONGEST_CELL]}…"


def _decoded(raw):
    for encoding in ENCODINGS:
        try:
            return raw.decode(encoding).lstrip(MARK)
        except UnicodeDecodeError:
            pass
    raise FileRefused("unreadable")


def _of_xlsx(raw):
    try:
        rows = read_xlsx(raw, most_rows=MOST_ROWS + MOST_ABOVE + 1, most_columns=MOST_COLUMNS + 1)
    except NoSheet as error:
        raise FileRefused("too_large" if error.too_large else "unreadable") from error
    rows = [_row(row) for row in rows]
    header = next(filter(any, rows), ())
    days = {index for index, name in enumerate(header) if name.lower() == DAY}
    return [tuple(_day(cell) if index in days else cell for index, cell in enumerate(row)) for row in rows], ""


def _day(cell):
    """A day as files write it, where a sheet counts the days."""
    is_counted = cell.isascii() and cell.isdigit() and len(cell) == 5
    return (FIRST_DAY + timedelta(int(cell))).isoformat() if is_counted else cell


def _harmless(cell):
    """A cell that no program takes for a formula, nor any part of it, should a program cut it in parts."""
    return FORMULA.sub("'", cell)


def _to_csv(sheet, rows):
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=sheet.delimiter, quoting=csv.QUOTE_ALL).writerows(rows)
    return written.getvalue().encode(WRITTEN)
