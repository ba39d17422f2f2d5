"""Many coded referrals at once: a sheet is sent, checked while the page tells how far it has come, and fetched."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import wraps

from flask import Response, abort, g, render_template, request, stream_with_context
from flask_babel import gettext as _
from markupsafe import Markup

from directory import clock
from directory.config import settings
from directory.findings import Say
from directory.i18n import translator
from directory.routing.batch import (
    ADDED, ALLOWED, REQUIRED, Batch, ColumnsRefused, RowAnswer, answer_columns, columns_of)
from directory.rules.model import FACTS, TRIED
from directory.web.desk.batch_file import (
    KINDS, MOST_BYTES, MOST_ROWS, FileRefused, Sheet, read_sheet, without_columns, write_sheet)
from directory.web.desk.batch_kept import LASTS, TooManySheets, keep_sheet, take_sheet
from directory.web.desk.door import needs_desk, page
from directory.web.frame import address, language

ROOM = 64 * 1024  # bytes of a form beside its file
STEPS = 20  # in which the page tells how far it has come
MOST_FAULTS = 50  # that the page names; the sheet names all
HERE = Markup("<!-- here -->")  # where the page is cut to tell how far it has come
PIECEWISE = {"Cache-Control": "no-store, no-transform"}


@dataclass(frozen=True, slots=True)
class BatchPage:
    """The form, and what was wrong with a file: `told` (why), `columns` that are not known, `missing`, or that stand
    `twice`, and the `row` that is longer than the header."""

    told: str
    columns: tuple[str, ...]
    missing: tuple[str, ...]
    twice: tuple[str, ...]
    allowed: tuple[str, ...]
    required: tuple[str, ...]
    added: tuple[str, ...]
    most_rows: int
    minutes: int
    row: int


@dataclass(frozen=True, slots=True)
class RunPage:
    """The page that is told piece by piece: it is cut at `here`."""

    rows: int
    here: Markup


@dataclass(frozen=True, slots=True)
class FaultLine:
    line: int
    column: str
    text: str


@dataclass(frozen=True, slots=True)
class DonePage:
    """What came of it: rows by verdict, the first `faults` and how many rows have any, where the sheet is fetched."""

    counts: tuple[tuple[str, int], ...]
    faulty: int
    faults: tuple[FaultLine, ...]
    link: str
    minutes: int


def with_room_for_a_file(view):
    """The view with room for a file in what is sent to it; others have room for a form alone."""
    @wraps(view)
    def roomy(**values):
        request.max_content_length = MOST_BYTES + ROOM
        return view(**values)
    return roomy


@page("/remiss/fil", "batch", ("GET", "POST"))
@with_room_for_a_file
@needs_desk
def batch():
    """The form for a sheet, and its check."""
    if request.method != "POST":
        return _form()
    try:
        sheet = _without_answers(read_sheet(_sent()))
        columns = columns_of(g.edition, sheet.header)
    except FileRefused as refused:
        return _form(refused.why, row=refused.row)
    except ColumnsRefused as refused:
        return _form("columns", refused)
    asked = Batch(g.edition, columns, language(), clock.today())
    return Response(stream_with_context(_told(asked, sheet)), mimetype="text/html", headers=PIECEWISE)


@page("/remiss/fil/<name>", "checked_sheet")
@needs_desk
def checked_sheet(name):
    """A checked sheet, which is gone then."""
    raw = take_sheet(settings().home, name, now=clock.now()) or abort(404)
    kind = name.rpartition(".")[2]
    return Response(raw, content_type=KINDS[kind], headers={
        "Content-Disposition": f'attachment; filename="remisser-svar.{kind}"'})


def _sent():
    """The bytes of the file, as far as they are read at all."""
    sent = request.files.get("file")
    if sent is None:
        return b""
    with sent.stream:
        return sent.read(MOST_BYTES + 1)


def _without_answers(sheet: Sheet):
    return without_columns(sheet, answer_columns(sheet.header))


def _form(told="", refused: ColumnsRefused | None = None, *, row=0):
    inputs = tuple(name for name in g.edition.inputs.values if name.startswith((TRIED, FACTS)))
    unknown = tuple(one.text(translator(language())) if isinstance(one, Say) else one for one in refused.unknown) \
        if refused else ()
    shown = BatchPage(told, unknown, refused.missing if refused else (), refused.twice if refused else (),
                      (*ALLOWED, *inputs), REQUIRED, ADDED, MOST_ROWS, _minutes(), row)
    return render_template("desk_batch.html", page=shown), 422 if told else 200


def _told(asked: Batch, sheet: Sheet):
    """The page in pieces: its beginning, a step for each part of the rows that is done, what came of it, its end."""
    begins, _cut, ends = render_template("desk_batch_run.html", page=RunPage(len(sheet.rows), HERE)).partition(HERE)
    yield begins
    answers: list[RowAnswer] = []
    size = max(1, -(-len(sheet.rows) // STEPS))
    for first in range(0, len(sheet.rows), size):
        answers += map(asked.answer, sheet.rows[first:first + size])
        yield Markup("<li><span>{}</span></li>").format(
            _("%(done)s of %(all)s rows", done=len(answers), all=len(sheet.rows)))
    yield Markup("</ol>")
    yield _done(asked, sheet, answers)
    yield ends


def _done(asked, sheet, answers: Sequence[RowAnswer]):
    """What came of it, with the sheet put where it can be fetched."""
    rows = ((*_shown(asked, row, answer), *answer.cells) for row, answer in zip(sheet.rows, answers, strict=True))
    raw = write_sheet(sheet, (*sheet.header, *ADDED), rows)
    try:
        link = address("desk.checked_sheet", name=keep_sheet(settings().home, raw, sheet.kind, now=clock.now()))
    except (TooManySheets, OSError):
        link = ""
    faults = [FaultLine(index, column, text) for index, answer in enumerate(answers, start=sheet.line + 1)
              for column, text in answer.faults]
    counts = Counter(answer.verdict for answer in answers if answer.verdict)
    shown = DonePage(tuple(counts.most_common()), sum(bool(answer.faults) for answer in answers),
                     tuple(faults[:MOST_FAULTS]), link, _minutes())
    return render_template("desk_batch_done.html", page=shown)


def _shown(asked, row, answer):
    """The cells of a row without what must not be shown again."""
    return [("" if name in answer.hidden else cell) for name, cell in zip(asked.columns, row, strict=False)]


def _minutes():
    return int(LASTS.total_seconds() // 60)
