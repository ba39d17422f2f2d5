"""Telling that something in the catalogue is wrong: a choice among few codes, so that nobody writes about a person."""

from dataclasses import dataclass

from sqlalchemy.exc import SQLAlchemyError

from directory import journal
from directory.web.staff.records import Link
from directory.web.staff.words import CODES

NOTED, KNOWN, NOTHING_CHOSEN, CROWDED, AWAY = "noted", "known", "nothing", "crowded", "away"
STATUS = {NOTHING_CHOSEN: 422, CROWDED: 503, AWAY: 503}
TOLD = {journal.COUNTED: NOTED, journal.ENOUGH: KNOWN, journal.NO_ROOM: CROWDED}


@dataclass(frozen=True, slots=True)
class ReportPage:
    """What may be wrong with a record, by code. `told`: what became of a report; empty before one is sent."""

    link: Link
    choices: tuple[tuple[str, str], ...]
    chosen: str
    told: str


def report_page(link: Link, *, chosen="", told=""):
    """The page on which something is reported of a record."""
    codes = journal.CODES[link.kind]
    return ReportPage(link, tuple((code, str(words)) for code, words in CODES.items() if code in codes), chosen, told)


def note(database, found: journal.Reported, *, day):
    """What became of a report: NOTED, KNOWN since many have said the same today, or CROWDED or AWAY: it is not kept."""
    try:
        with database.transaction() as session:
            return TOLD[journal.note_report(session, found, day=day)]
    except SQLAlchemyError:
        return AWAY


def reported(database):
    """What visitors have reported, or None where the database does not answer."""
    try:
        with database.transaction() as session:
            return journal.reports_counted(session)
    except SQLAlchemyError:
        return None
