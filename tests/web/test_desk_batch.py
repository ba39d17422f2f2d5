"""Many referrals at once: sent by a desk, told of while it works, fetched once, and nothing else is kept."""

import csv
import io
import os
import re
from datetime import timedelta

import pytest

from directory import clock
from directory.routing.batch import ADDED, ALLOWED
from directory.web.desk.batch_file import MOST_COLUMNS, read_sheet
from directory.web.desk.batch_kept import (
    FOLDER, LASTS, MOST_KEPT, TooManySheets, forget_old_sheets, keep_sheet, take_sheet)
from directory.web.desk.xlsx import write_xlsx
from tests.desks import serve
from tests.doors import Page

HEADER = "area;need;level;age;from;to;tried.school_measures\n"
GOOD = "hudiksvall;koncentration_adhd;specialist;9;forskola;bup;yes\n"
BAD = "hudiksvall;koncentration_adhd;specialist;nine;forskola;bup;yes\n"


@pytest.fixture(scope="module")
def service(edition, tmp_path_factory):
    with pytest.MonkeyPatch.context() as environment:
        yield serve(edition, tmp_path_factory.mktemp("batch"), environment)


@pytest.fixture
def client(service):
    return service.signed_in("bup")


def send(client, sent, *, token=None):
    raw = sent.encode() if isinstance(sent, str) else sent
    page = Page(client.get("/en/remiss/fil"))
    own = [attrs["value"] for tag, attrs in page.tags if attrs.get("name") == "token"]
    return client.post("/en/remiss/fil", data={
        "token": own[0] if token is None and own else token or "", "file": (io.BytesIO(raw), "x.csv")})


def link_in(answer):
    return re.search(r'href="([^"]+)" download', answer.text)[1]


def test_the_same_file_comes_back_with_columns_added(client):
    answer = send(client, HEADER + GOOD * 3)

    sheet = client.get(link_in(answer))

    first, *rows = csv.reader(sheet.data.decode("utf-8-sig").splitlines(), delimiter=";")
    assert ";".join(first) == HEADER.strip() + ";verdict;receiver;receiver_name;holder;rule;missing;error"
    assert [row[7:9] for row in rows] == [["incomplete", "bup"]] * 3
    assert sheet.headers["Content-Disposition"] == 'attachment; filename="remisser-svar.csv"'


def test_an_xlsx_comes_back_as_one(client):
    rows = [line.split(";") for line in (HEADER + GOOD).splitlines()]

    link = link_in(send(client, write_xlsx(rows)))
    sheet = read_sheet(client.get(link).data)

    assert link.endswith(".xlsx") and sheet.kind == "xlsx"
    assert [row[:9] for row in sheet.rows] == [(*rows[1], "incomplete", "bup")]


def test_the_answered_file_is_sent_again_once_it_is_mended_and_answered_anew(client):
    sheet = client.get(link_in(send(client, HEADER + GOOD + BAD))).data.decode("utf-8-sig")

    answer = send(client, sheet.replace("nine", "9"))

    again = list(csv.reader(client.get(link_in(answer)).data.decode("utf-8-sig").splitlines(), delimiter=";"))
    before = list(csv.reader(sheet.splitlines(), delimiter=";"))
    assert again[:2] == before[:2] and again[2] == before[1]


def test_a_file_with_every_column_has_room_for_its_answers_when_it_is_sent_again(edition):
    inputs = [one for one in edition.inputs.values if one.startswith(("tried.", "facts."))]

    assert len((*ALLOWED, *inputs, *ADDED)) <= MOST_COLUMNS


def test_a_bad_row_is_named_by_line_and_column_and_stops_nothing(client):
    answer = send(client, HEADER + GOOD + BAD + GOOD)
    page = Page(answer)

    assert "1 row has a fault. The others are checked." in page.text
    assert "Row 3, age : nine is not an age." in page.text
    assert client.get(link_in(answer)).get_data(as_text=True).count("incomplete") == 2


def test_the_page_tells_how_far_it_has_come_as_it_is_sent(client):
    answer = send(client, HEADER + GOOD * 40)

    pieces = [piece for piece in answer.response]
    steps = [piece for piece in map(bytes.decode, pieces) if piece.startswith("<li>")]
    assert len(steps) == 20
    assert steps[0] == "<li><span>2 of 40 rows</span></li>" and "40 of 40" in steps[-1]


def test_a_page_in_pieces_is_not_held_back_to_be_made_smaller(client):
    answer = client.post("/en/remiss/fil", headers={"Accept-Encoding": "gzip"}, data={
        "token": Page(client.get("/en/remiss/fil")).all("input", "value")[0],
        "file": (io.BytesIO((HEADER + GOOD * 40).encode()), "x.csv")})

    assert "Content-Encoding" not in answer.headers
    assert answer.headers["Cache-Control"] == "no-store, no-transform"


@pytest.mark.parametrize(("text", "words"), [
    ("area;need;level;age;namn\n", "Take out: namn."), ("area;need;age\n", "These columns are missing: level."),
    ("area;need;level;age;age\n", "These columns stand twice: age."), ("", "There is no file, or it has no header."),
    ("area;need;level;age\n" + "x;x;x;x\n" * 10_001, "It has more than 10000 rows."),
    ("area;need;level;age;\nx;x;x;x;Kim\n", "Row 2 has more cells than the header has names.")])
def test_a_file_with_anything_else_is_not_read(client, text, words):
    answer = send(client, text)

    assert answer.status_code == 422
    assert words in Page(answer).text


def test_a_column_named_by_a_personal_number_is_refused_and_not_repeated(client):
    answer = send(client, "area;need;level;age;19121212-1212\n")

    assert answer.status_code == 422 and "1212" not in answer.text


def test_a_cell_with_a_personal_number_comes_back_empty(client):
    answer = send(client, HEADER + GOOD.replace("forskola", "19121212-1212"))

    assert "1212" not in answer.text
    assert "1212" not in client.get(link_in(answer)).get_data(as_text=True)


def test_a_sheet_is_fetched_once(client):
    link = link_in(send(client, HEADER + GOOD))

    assert [client.get(link).status_code for _ in range(2)] == [200, 404]


@pytest.mark.parametrize("name", ["x.csv", "..%2F..%2Fsecret", "a" * 32 + ".exe", "%00", "secret"])
def test_no_other_name_leads_to_a_file(client, name):
    assert client.get(f"/remiss/fil/{name}").status_code == 404


def test_only_a_desk_that_has_signed_in_may_send_or_fetch(service, client):
    link, visitor = link_in(send(client, HEADER + GOOD)), service.client()

    assert visitor.get("/remiss/fil").status_code == 401
    assert visitor.post("/remiss/fil", data={"file": (io.BytesIO(b"x"), "x.csv")}).status_code == 401
    assert visitor.get(link).status_code == 401


def test_a_form_without_the_token_of_the_session_is_refused(client):
    assert send(client, HEADER + GOOD, token="wrong").status_code == 403


def test_a_file_that_is_too_large_is_refused_by_its_size(client):
    answer = client.post("/en/remiss/fil", data=b"x" * 6 * 2 ** 20, content_type="multipart/form-data; boundary=x")

    assert answer.status_code == 413


def test_a_sheet_that_nobody_fetched_is_gone_after_a_quarter_of_an_hour(tmp_path):
    now = clock.now()
    name = keep_sheet(tmp_path, b"sheet", "csv", now=now)

    forget_old_sheets(tmp_path, now=now + LASTS / 2)
    assert [one.name for one in (tmp_path / FOLDER).iterdir()] == [name]
    assert take_sheet(tmp_path, name, now=now + LASTS + timedelta(minutes=1)) is None
    assert list((tmp_path / FOLDER).iterdir()) == []


def test_nobody_else_on_the_machine_reads_a_sheet(tmp_path):
    name = keep_sheet(tmp_path, b"sheet", "xlsx", now=clock.now())

    assert os.stat(tmp_path / FOLDER / name).st_mode & 0o077 == 0
    assert take_sheet(tmp_path, name, now=clock.now()) == b"sheet"


def test_so_many_sheets_wait_and_no_more(tmp_path):
    for _ in range(MOST_KEPT):
        keep_sheet(tmp_path, b"", "csv", now=clock.now())

    with pytest.raises(TooManySheets):
        keep_sheet(tmp_path, b"", "csv", now=clock.now())
