"""What is missing or doubtful in the catalogue that answers, with counts, and what visitors have reported."""

from collections import Counter
from dataclasses import dataclass

from directory.catalogue import doubts
from directory.findings import NOTE, WARNING, in_order
from directory.i18n import translator
from directory.routing import closed_but_bound, named_by
from directory.web.once import once
from directory.web.staff.records import Link, link_to
from directory.web.staff.words import CODES, worded

MOST_LINKED = 40  # records of one finding; the rest is counted
MOST_LINES = 100  # of one check


@dataclass(frozen=True, slots=True)
class FaultLine:
    """A finding in words; `records` are those it speaks of, `more` how many others."""

    level: str
    message: str
    hint: str
    records: tuple[Link, ...]
    more: int


@dataclass(frozen=True, slots=True)
class FaultGroup:
    """What one check found; `count` is of records, `more` of lines that are not shown."""

    check: str
    count: int
    lines: tuple[FaultLine, ...]
    more: int


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A record that visitors reported; `link` None where it is gone."""

    record: str
    link: Link | None
    what: str
    count: int
    last: str


@dataclass(frozen=True, slots=True)
class FaultsPage:
    """`reports` is None where the journal does not answer."""

    warnings: int
    notes: int
    groups: tuple[FaultGroup, ...]
    reports: tuple[ReportLine, ...] | None
    day: str
    edition: str


def faults_page(edition, reports, *, language, day):
    """What is missing in an edition's catalogue on a day.

    :param reports: what visitors reported, None where that is not known
    """
    found = _found(edition)
    levels = Counter(one.level for one in found)
    checks = dict.fromkeys(one.check for one in found)
    groups = tuple(_group(check, [one for one in found if one.check == check], edition.catalogue, language)
                   for check in checks)
    lines = None if reports is None else tuple(_report(one, edition.catalogue, language) for one in reports)
    return FaultsPage(levels[WARNING], levels[NOTE], groups, lines, day.isoformat(), edition.id)


def _found(edition):
    """The doubts about an edition's catalogue, the same as `envagin seed check` finds; its records know no file."""
    base = edition.ruleset.base
    return once("doubts", lambda day: in_order(
        [*doubts(edition.catalogue, day=day, named=named_by(base)), *closed_but_bound(base)]))


def _group(check, found, catalogue, language):
    lines = tuple(_line(one, catalogue, language) for one in found[:MOST_LINES])
    return FaultGroup(check, len({one for finding in found for one in finding.ids}), lines, len(found) - len(lines))


def _line(finding, catalogue, language):
    translate = translator(language)
    links = tuple(filter(None, (link_to(catalogue, one, language) for one in finding.ids[:MOST_LINKED])))
    hint = finding.hint.text(translate) if finding.hint else ""
    return FaultLine(finding.level, finding.message.text(translate), hint, links,
                     max(len(finding.ids) - MOST_LINKED, 0))


def _report(one, catalogue, language):
    what, = worded(CODES, (one.code,))
    return ReportLine(one.record, link_to(catalogue, one.record, language), what, one.count, one.last.isoformat())
