"""What the service remembers of what happened: so far, what visitors reported to be wrong in the catalogue."""

from directory.journal.reports import CODES, Reported, Reports, note_report, reports_counted

__all__ = ["CODES", "Reported", "Reports", "note_report", "reports_counted"]
