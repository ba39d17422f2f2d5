"""Telling that something in the catalogue is wrong: a choice among few codes, so that nobody writes about a person."""

from dataclasses import dataclass

from sqlalchemy.exc import SQLAlchemyError

from directory import journal
from directory.web.staff.records import Link
from directory.web.staff.words import CODES

NOTED, FULL, NOTHING_CHOSEN, AWAY = "noted", "full", "nothing", "away"
STATUS = {NOTHING_CHOSEN: 422, AWAY: 503}


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
    """What became of a report: NOTED, FULL where there is room for no more of them, or AWAY where nothing is kept."""
    try:
        with database.transaction() as session:
            return NOTED if journal.note_report(session, found, day=day) else FULL
    except SQLAlchemyError:
        return AWAY


def reported(database):
    """What visitors have reported, or None where the database does not answer."""
    try:
        with database.transaction() as session:
            return journal.reports_counted(session)
    except SQLAlchemyError:
        return None
