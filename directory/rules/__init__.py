"""Rules decide: rule files are read, proved and asked here. No page, database, clock or setting is known here."""

from directory.rules.case import Case, CaseFault, read_case
from directory.rules.cases import Judged, judge
from directory.rules.compile import compile_base
from directory.rules.decide import UNSURE, Decision, Ruleset, decide
from directory.rules.explain import Change, Reason, changes, reasons
from directory.rules.load import Loaded, load, load_cases
from directory.rules.pathway import Arrival, usual_way
from directory.rules.report import as_json, as_sarif, as_text
from directory.rules.verify import Verdict, verify
from directory.rules.view import Knowledge, Record
from directory.rules.written_values import parse_day

__all__ = [
    "UNSURE", "Arrival", "Case", "CaseFault", "Change", "Decision", "Judged", "Knowledge", "Loaded", "Reason", "Record",
    "Ruleset", "Verdict", "as_json", "as_sarif", "as_text", "changes", "compile_base", "decide", "judge", "load",
    "load_cases", "parse_day", "read_case", "reasons", "usual_way", "verify",
]
