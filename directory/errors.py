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


class DatabaseIsNewer(DirectoryError):
    """The database stands at a `step` that this program does not know: a newer program has been here."""

    code, status = "database_is_newer", 503

    def __init__(self, step):
        super().__init__(f"the database stands at step {step}, which this program does not know")
        self.step = step


class NoSuchEdition(DirectoryError):
    """No edition, or more than one (`found`), has an id that starts with `prefix`."""

    code, status = "no_such_edition", 404

    def __init__(self, prefix, found=()):
        super().__init__(f"{len(found)} editions start with {prefix!r}")
        self.prefix, self.found = prefix, found


class EditionDamaged(DirectoryError):
    """What is stored of an edition is not what was published: `part` is missing or has another hash."""

    code, status = "edition_damaged", 503

    def __init__(self, edition, part):
        super().__init__(f"edition {edition}: {part} is damaged")
        self.edition, self.part = edition, part


class PublishedMeanwhile(DirectoryError):
    """Somebody else has published since the decision to publish was made."""

    code, status = "published_meanwhile", 409
