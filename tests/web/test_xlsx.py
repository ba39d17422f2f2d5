"""XLSX as other programs write it is read, what we write they read, and what is made to harm is refused in time."""

import io
import re
import zipfile
from datetime import date

import openpyxl
import pytest

from directory.web.desk.batch_file import (
    MOST_BYTES, MOST_COLUMNS, MOST_ROWS, FileRefused, Sheet, read_sheet, write_sheet)
from directory.web.desk.xlsx import MOST_PARTS, MOST_UNPACKED, MOST_UNREAD, NoSheet, Parser, write_xlsx

ROWS = [("area", "need", "on"), ("hudiksvall", "adhd & <autism>", "2026-11-23"), ("", "", ""), ("1177", "å ä ö", "")]


class Counting:
    """A reader that counts what it is told of."""

    started = 0

    def start(self, _name, _attributes):
        self.started += 1

    def end(self, _name):
        pass

    def text(self, _text):
        pass


def saved(rows, **cells):
    """A file as openpyxl saves it, with some cells set by their reference."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for reference, value in cells.items():
        book.active[reference] = value
    return packed(book)


def packed(book):
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def unpacked(raw):
    with zipfile.ZipFile(io.BytesIO(raw)) as parts:
        return {name: parts.read(name) for name in parts.namelist()}


def repacked(parts):
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as made:
        for name, raw in parts.items():
            made.writestr(name, raw)
    return written.getvalue()


def why(raw):
    with pytest.raises(FileRefused) as refused:
        read_sheet(raw)
    return refused.value.why


def test_a_sheet_of_another_program_is_read_as_text():
    sheet = read_sheet(saved(ROWS[:1], A2="hudiksvall", B2=9, C2=date(2026, 11, 23), A4=1177, B4=9.0))

    assert sheet.header == ROWS[0]
    assert sheet.rows == (("hudiksvall", "9", "2026-11-23"), ("", "", ""), ("1177", "9", ""))


def test_what_we_write_another_program_reads():
    raw = write_sheet(Sheet((), (), "xlsx"), ROWS[0], ROWS[1:])

    (sheet,) = openpyxl.load_workbook(io.BytesIO(raw)).worksheets
    assert [tuple(cell or "" for cell in row) for row in sheet.iter_rows(values_only=True)] == ROWS


def test_what_we_write_we_read():
    sheet = Sheet(ROWS[0], tuple(ROWS[1:]), "xlsx")

    assert read_sheet(write_sheet(sheet, sheet.header, sheet.rows)).rows == sheet.rows


def test_the_first_sheet_of_several_is_read_wherever_it_lies():
    book = openpyxl.Workbook()
    book.active.append(["second"])
    book.create_sheet("first", 0).append(["need"])

    assert read_sheet(packed(book)).header == ("need",)


def test_a_formula_is_shown_as_one_and_not_worked_out():
    assert read_sheet(saved([["need"]], A2="=1+1")).rows == (("=1+1",),)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\t=1", "\t", "\r", " =1", "=cmd|' /C calc'!A0", "＝1", "＋1",
                                  "－1", "＠x"])
def test_no_cell_that_comes_back_is_a_formula(kind, cell):
    raw = write_sheet(Sheet((), (), kind, ","), ["need"], [[cell]])

    if kind == "csv":
        assert raw.decode().split("\r\n", 1)[1].startswith("\"'")
    else:
        (_, (made,)) = openpyxl.load_workbook(io.BytesIO(raw)).active.iter_rows()
        assert made.data_type == "s" and made.value.startswith("'")


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8", "utf-8-sig"])
def test_a_csv_comes_back_with_the_mark_by_which_programs_know_its_letters(encoding):
    sheet = read_sheet("need;to\nx;y\n".encode(encoding))

    raw = write_sheet(sheet, sheet.header, [["å", "ö"]])

    assert raw.startswith(b"\xef\xbb\xbf") and read_sheet(raw).rows == (("å", "ö"),)


@pytest.mark.parametrize("cell", ["x;=1+1", "x,=1", "x\t+1", "x; @y", "x|-1", "x\n=1", "a;b;＝1"])
def test_no_part_of_a_cell_is_a_formula_where_a_program_cuts_it_at_another_sign(cell):
    raw = write_sheet(Sheet((), (), "csv", ","), ["need"], [[cell]]).decode("utf-8-sig")

    assert not re.search(r"[;,\t\n|] *[=+@＝-]", raw)
    assert raw.startswith('"need"\r\n"') and raw.count("'") == 1


def test_a_file_that_would_unpack_to_too_much_is_refused_before_it_is():
    bomb = repacked({**unpacked(saved(ROWS)), "xl/worksheets/sheet1.xml": b"<a>" + b" " * MOST_UNPACKED})

    assert len(bomb) < MOST_BYTES
    assert why(bomb) == "too_large"


def test_a_file_of_too_many_parts_is_refused():
    assert why(repacked({f"part{number}": b"" for number in range(MOST_PARTS + 1)})) == "too_large"


def test_a_part_that_declares_entities_is_refused():
    parts = unpacked(saved(ROWS))
    laughs = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><worksheet><sheetData/></worksheet>'

    assert why(repacked({**parts, "xl/worksheets/sheet1.xml": laughs})) == "unreadable"


def test_a_cell_far_away_takes_no_room_and_is_not_passed_over():
    assert why(saved([["need"]], XFD2="far")) == "longer"
    assert why(saved([["need"]], XFD1="far")) == "too_many_columns"
    assert why(saved([["need"]], A1000000="deep")) == "too_many_rows"


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/sharedStrings.xml"])
@pytest.mark.parametrize("element", [b"<row/>", b"<c/>", b"<si/>", b"<sheet/>"])
def test_of_a_part_with_millions_of_elements_no_more_are_read_than_the_rows_can_need(part, element):
    parse = Parser(zipfile.ZipFile(io.BytesIO(repacked({part: b"<a>" + element * 5_000 + b"</a>"}))), 4_000)
    reader = Counting()

    with pytest.raises(NoSheet) as refused:
        parse(part, reader)

    assert refused.value.too_large and reader.started == 4_000


def test_a_sheet_of_as_many_rows_as_are_read_is_read_as_other_programs_write_it():
    names = [f"column {number}" for number in range(20)]
    rows = [names, *([f"{row}"] * 20 for row in range(MOST_ROWS))]

    assert len(read_sheet(write_xlsx(rows)).rows) == MOST_ROWS


@pytest.mark.parametrize("encoding", ["foo", "rot13", "hex", "utf-16", "zlib"])
def test_a_part_in_an_encoding_that_nobody_knows_is_refused(encoding):
    parts = unpacked(saved(ROWS))
    sheet = f'<?xml version="1.0" encoding="{encoding}"?>'.encode() + parts["xl/worksheets/sheet1.xml"]

    assert why(repacked({**parts, "xl/worksheets/sheet1.xml": sheet})) == "unreadable"


def test_a_cell_that_comes_after_one_to_its_right_is_refused():
    parts = unpacked(saved(ROWS))
    sheet = b'<worksheet><row><c r="C1"><v>1</v></c><c r="A1"><v>2</v></c></row></worksheet>'

    assert why(repacked({**parts, "xl/worksheets/sheet1.xml": sheet})) == "unreadable"


@pytest.mark.parametrize("rows", ['<row r="3"/><row r="2"/>', '<row r="2"/><row r="2"/>', '<row r="0"/>',
                                  '<row r="-5"/>', '<row/><row r="1"/>'])
def test_a_row_that_comes_after_one_below_it_is_refused(rows):
    sheet = f"<worksheet>{rows}</worksheet>".encode()

    assert why(repacked({**unpacked(saved(ROWS)), "xl/worksheets/sheet1.xml": sheet})) == "unreadable"


def test_rows_keep_the_numbers_that_they_say():
    sheet = (b'<worksheet><row><c t="str"><v>need</v></c></row><row r="4"><c t="str"><v>x</v></c></row>'
             b'<row><c t="str"><v>y</v></c></row></worksheet>')

    assert read_sheet(repacked({**unpacked(saved(ROWS)), "xl/worksheets/sheet1.xml": sheet})).rows == (
        ("",), ("",), ("x",), ("y",))


def test_a_string_before_the_first_is_none():
    sheet = b'<worksheet><row><c t="s"><v>-1</v></c></row></worksheet>'

    assert why(repacked({**unpacked(saved(ROWS)), "xl/worksheets/sheet1.xml": sheet})) == "unreadable"


HARM = {
    "one attribute of many bytes": b'<row x="' + b"a" * 8_000_000 + b'"/>',
    "very many attributes": b"<row " + b" ".join(b'a%d="b"' % number for number in range(400_000)) + b"/>",
    "more attributes than anybody writes": b"<row " + b" ".join(b'a%d="b"' % number for number in range(101)) + b"/>",
    "a tag without an end": b"<row " + b" " * 8_000_000,
    "elements within elements": b"<a>" * 31 + b"</a>" * 31,
    "a comment without an end": b"<!--" + b"x" * 8_000_000,
}


@pytest.mark.parametrize("harm", HARM.values(), ids=HARM)
def test_what_expat_would_read_again_and_again_is_refused(harm):
    raw = repacked({**unpacked(saved(ROWS)), "xl/worksheets/sheet1.xml": b"<worksheet>" + harm + b"</worksheet>"})

    assert why(raw) == "too_large"


def test_a_long_text_is_read_though_it_waits():
    text = b'<worksheet><row><c t="str"><v>' + b"a" * (2 * MOST_UNREAD) + b"</v></c></row></worksheet>"

    assert read_sheet(repacked({**unpacked(saved(ROWS)), "xl/worksheets/sheet1.xml": text})).header[0].startswith("aaa")


def test_strings_that_are_said_to_be_many_take_no_room():
    strings = b'<sst count="4000000000" uniqueCount="4000000000"><si><t>need</t></si></sst>'

    assert read_sheet(repacked({**unpacked(write_xlsx([["x"]])), "xl/sharedStrings.xml": strings})).header == ("need",)


def test_text_that_looks_like_something_else_comes_back_as_text():
    cells = ("0031", "https://example.org", "9.0", "1e5", "2026-11-23", "{=1}")

    assert [type(cell.value) for cell in openpyxl.load_workbook(io.BytesIO(write_xlsx([cells]))).active[1]] == [str] * 6
    assert read_sheet(write_xlsx([cells])).header == cells


@pytest.mark.parametrize("raw", [b"PK\x03\x04", b"PK\x03\x04" + b"x" * 1_000, write_xlsx(ROWS)[:-100], b"\0\0\0"])
def test_a_file_that_is_broken_is_refused(raw):
    assert why(raw) == "unreadable"


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml"])
@pytest.mark.parametrize("raw", [b"", b"<a", b"<worksheet/>", b'<c r="A1" t="s"><v>9</v></c>', b"\xff\xfe"])
def test_a_part_that_is_broken_breaks_nothing(part, raw):
    assert why(repacked({**unpacked(saved(ROWS)), part: raw})) in ("unreadable", "empty")


@pytest.mark.parametrize(("raw", "header"), [
    (b"area;need\n1;2\n", ("area", "need")), (b"\xef\xbb\xbfarea,need\r\n1,2\r\n", ("area", "need")),
    (b"area\tneed\n1\t2", ("area", "need")), ("område;need\n1;2".encode("cp1252"), ("område", "need"))])
def test_a_csv_is_read_as_people_save_it_and_written_the_same_way(raw, header):
    sheet = read_sheet(raw)
    again = read_sheet(write_sheet(sheet, sheet.header, sheet.rows))

    assert (sheet.header, sheet.rows) == (header, (("1", "2"),))
    assert again == sheet


@pytest.mark.parametrize(("raw", "said"), [
    (b"", "empty"), (b"\n\n", "empty"), (b"need\n" + b"x\n" * (MOST_ROWS + 1), "too_many_rows"),
    (b";".join([b"x"] * (MOST_COLUMNS + 1)), "too_many_columns"), (b"x" * (MOST_BYTES + 1), "too_large")])
def test_a_file_past_its_bounds_says_which(raw, said):
    assert why(raw) == said


def test_a_row_that_is_shorter_than_the_header_is_filled_up():
    assert read_sheet(b"a;b\n1\n1;2;;\n").rows == (("1", ""), ("1", "2"))


@pytest.mark.parametrize("raw", [
    b"a;b\n1;2\n1;2;3\n", b"a;b;\n\n1;2;Kim\n", b"a;b\n\n1;2;;;;3\n", b"a;b\n\n1" + b";" * 90 + b"x\n"])
def test_a_row_that_is_longer_than_the_header_is_named_and_nothing_is_dropped_silently(raw):
    with pytest.raises(FileRefused) as refused:
        read_sheet(raw)

    assert (refused.value.why, refused.value.row) == ("longer", 3)


def test_a_cell_that_is_cut_ends_in_no_code_that_is_known():
    assert read_sheet(b"has\n" + b"consent " * 500).rows[0][0].endswith("…")


@pytest.mark.parametrize(("part", "old", "new"), [
    ("xl/workbook.xml", b' r:id="rId1"', b""), ("xl/workbook.xml", b"<sheet ", b"<other ")])
def test_a_book_without_a_sheet_that_can_be_found_is_refused(part, old, new):
    raw, broken = saved(ROWS), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as whole, zipfile.ZipFile(broken, "w") as copy:
        for one in whole.namelist():
            copy.writestr(one, whole.read(one).replace(old, new) if one == part else whole.read(one))

    with pytest.raises(FileRefused):
        read_sheet(broken.getvalue())


@pytest.mark.parametrize("above", [
    b"sep=;\r\n", b"\r\n", b";;\n", b"\xef\xbb\xbf\xef\xbb\xbf", b"\xef\xbb\xbfsep=;\n\n"])
def test_what_programs_put_above_the_header_is_passed_over(above):
    sheet = read_sheet(above + b"area;need\r\nange;sprak\r\n")

    assert (sheet.header, sheet.rows) == (("area", "need"), (("ange", "sprak"),))
    assert sheet.line == above.count(b"\n") + 1


def test_a_truth_in_a_sheet_is_no_number():
    assert read_sheet(saved([["age", "need"], [True, False]])).rows == (("TRUE", "FALSE"),)
