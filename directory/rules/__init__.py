"""Rules decide: rule files are read, proved and asked here. No page, database, clock or setting is known here."""

from directory.rules.answered import Answered, answered
from directory.rules.ask import Interview
from directory.rules.case import Case, CaseFault, read_case
from directory.rules.cases import Judged, judge
from directory.rules.compile import compile_base
from directory.rules.coverage import Band, Covered, Part, Share, bands_of, coverage, owner_of
from directory.rules.decide import UNSURE, Decision, Ruleset, decide
from directory.rules.diff import Diff, diff
from directory.rules.diff_report import diff_json, diff_text
from directory.rules.explain import Reason, changes, reasons
from directory.rules.load import Loaded, load, load_cases, load_files
from directory.rules.neighbours import Change
from directory.rules.pathway import Arrival, usual_way
from directory.rules.reading import Reading, ReadRow, ReadStage, read_need
from directory.rules.report import as_json, as_sarif, as_text
from directory.rules.verify import Verdict, verify
from directory.rules.view import Knowledge, Record

__all__ = [
    "UNSURE", "Answered", "Arrival", "Band", "Case", "CaseFault", "Change", "Covered", "Decision", "Diff",
    "Interview", "Judged", "Knowledge", "Loaded", "Part", "ReadRow", "ReadStage", "Reading", "Reason", "Record",
    "Ruleset", "Share", "Verdict", "answered", "as_json", "as_sarif", "as_text", "bands_of", "changes",
    "compile_base", "coverage", "decide", "diff", "diff_json", "diff_text", "judge", "load", "load_cases", "load_files",
    "owner_of", "read_case", "read_need", "reasons", "usual_way", "verify",
]
