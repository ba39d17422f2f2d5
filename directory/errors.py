"""What goes wrong in a way that a reader can mend: classes with their data. Doors find their words by `code`."""


class DirectoryError(Exception):
    """The root of our own errors: `code` is stable, `status` is the HTTP status."""

    code, status = "error", 500


class RulesNotProved(DirectoryError):
    """The rule files have errors, so nothing is decided from them; `findings` says which."""

    code, status = "rules_not_proved", 503

    def __init__(self, findings):
        super().__init__(f"{len(findings)} findings in the rule files")
        self.findings = findings


class CaseRefused(DirectoryError):
    """A case names something that the rules do not know; `faults` are `CaseFault`s, one a field."""

    code, status = "case_refused", 422

    def __init__(self, faults):
        super().__init__("; ".join(str(fault) for fault in faults))
        self.faults = faults
