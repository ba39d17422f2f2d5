"""What the service remembers of what happened: so far, what visitors reported to be wrong in the catalogue."""

from directory.journal.reports import (
    CODES, COUNTED, ENOUGH, NO_ROOM, Reported, Reports, note_report, reports_counted)

__all__ = ["CODES", "COUNTED", "ENOUGH", "NO_ROOM", "Reported", "Reports", "note_report", "reports_counted"]
