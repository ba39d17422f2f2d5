"""Reports that something in the catalogue is wrong: one of a few codes says what, and of the sender nothing is kept.

Whoever wants to flood the table cannot: a record's code counts no further than `MOST_A_DAY`, and a day has room for
`MOST_ROWS_A_DAY` of them.
"""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from directory.journal.counting import insert_into
from directory.journal.models import Report

ABOUT_A_TASK = ("task", "ages", "other")
CODES = {  # by kind of record, what may be wrong with it
    "unit": ("number", "address", "hours", "closed", "task", "ages", "other"),
    "agency": ABOUT_A_TASK, "role": ABOUT_A_TASK, "process": ("task", "other"), "need": ("task", "other"),
}
MOST_A_DAY = 20  # of one code for one record: more say no more
MOST_ROWS_A_DAY = 2_000
COUNTED, ENOUGH, NO_ROOM = "counted", "enough", "no room"  # what becomes of a report


@dataclass(frozen=True, slots=True)
class Reported:
    """That a record of an edition is wrong in the way of a code; `kind` and `code` are those of CODES."""

    kind: str
    record: str
    code: str
    edition: str


@dataclass(frozen=True, slots=True)
class Reports:
    """How often a record was reported with a code, and on which day last, whatever the edition."""

    kind: str
    record: str
    code: str
    count: int
    last: date


def note_report(session: Session, reported: Reported, *, day: date, most_rows=MOST_ROWS_A_DAY):
    """Count a report. COUNTED; ENOUGH: as many of the same as a day counts; NO_ROOM: the day is full of others.

    :param most_rows: that a day has room for
    """
    key = {"day": day, "kind": reported.kind, "record": reported.record, "code": reported.code,
           "edition": reported.edition}
    if session.get(Report, tuple(key.values())) is None and _rows_on(session, day) >= most_rows:
        return NO_ROOM
    insert = insert_into(session, Report).values(**key, count=1)
    more = insert.on_conflict_do_update(index_elements=list(key), set_={"count": Report.count + 1},
                                        where=Report.count < MOST_A_DAY)
    return ENOUGH if session.scalar(more.returning(Report.count)) is None else COUNTED


def reports_counted(session: Session):
    """The reports so far, those of most first."""
    count, last = func.sum(Report.count), func.max(Report.day)
    columns = (Report.kind, Report.record, Report.code)
    query = select(*columns, count, last).group_by(*columns).order_by(count.desc(), *columns)
    return tuple(Reports(*row) for row in session.execute(query))


def _rows_on(session, day):
    return session.scalar(select(func.count()).select_from(Report).where(Report.day == day))
