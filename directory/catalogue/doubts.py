"""What is missing or doubtful in a catalogue that has no faults, as findings with file and line."""

from dataclasses import dataclass
from datetime import date

from directory.catalogue.confirmed import is_overdue, is_read_too_long_ago
from directory.catalogue.gaps import (
    LANGUAGES, all_at, at, by_file, counted, ended, hours_unknown, needs_undescribed, paths_missing, unsaid)
from directory.findings import WARNING, in_order, names, say


@dataclass(frozen=True, slots=True)
class Named:
    """What rules name: the ids of units that they bind, and of agencies that a case can come to or through."""

    units: frozenset[str]
    agencies: frozenset[str]


def doubts(catalogue, *, day: date, named: Named):
    """Every doubt, worst first. What nearly all units of a file lack is told once a file.

    :param day: the day that confirmations are judged on
    """
    found = []
    for check in (_ways_to_reach, _mailboxes, _assured, _old, _read_long_ago, _names_of_units, _names_of_agencies,
                  _roles, needs_undescribed, unsaid, hours_unknown, ended, paths_missing):
        found += check(catalogue, day, named)
    return in_order(found)


def _ways_to_reach(catalogue, _day, _named):
    without = [unit for unit in catalogue.units.values() if not unit.phones]
    for unit in without:
        if not unit.note:
            yield at(unit, "phone", WARNING, say("%(id)s has no phone, and no note says how to reach it.", id=unit.id),
                     say("Add a phone, or say in the note how to reach it."))
    for units in by_file(unit for unit in without if unit.note):
        yield all_at(units, "phone", say("Without a phone, but with a note on how to reach them (%(count)s): %(ids)s.",
                                         **counted(units)))


def _mailboxes(catalogue, _day, _named):
    for units in by_file(unit for unit in catalogue.units.values() if not unit.email):
        yield all_at(units, "mailbox", say("Without a mailbox of a function (%(count)s): %(ids)s.", **counted(units)))


def _assured(catalogue, _day, _named):
    for units in by_file(unit for unit in catalogue.units.values() if unit.assured_date is None):
        yield all_at(units, "assured", say("Not confirmed by their owners (%(count)s): %(ids)s.", **counted(units)),
                     say("Ask each owner, and write the day of the answer as assured_date."))


def _old(catalogue, day, _named):
    for unit in catalogue.units.values():
        if unit.assured_date is None:
            continue
        if unit.assured_date > day:
            yield at(unit, "assured", WARNING, say("%(id)s was confirmed on a day that has not come: %(day)s.",
                                                   id=unit.id, day=unit.assured_date.isoformat()))
        elif is_overdue(unit, day):
            yield at(unit, "assured", WARNING, say("%(id)s was last confirmed %(day)s, more than a year ago.",
                                                   id=unit.id, day=unit.assured_date.isoformat()),
                     say("Ask its owner again, and write the new day as assured_date."))


def _read_long_ago(catalogue, day, _named):
    for unit in catalogue.national.values():
        if is_read_too_long_ago(unit, day):
            yield at(unit, "assured", WARNING, say("The number of %(id)s was last read %(when)s, more than a year ago.",
                                                   id=unit.id, when=unit.read_on),
                     say("Read it again at its owner, and write the new day as read_on."))


def _names_of_units(catalogue, _day, named):
    for unit in catalogue.units.values():
        if unit.id not in named.units:
            yield at(unit, "unnamed", WARNING, say("No rule file binds %(id)s, so nobody is sent there.", id=unit.id),
                     say("Name it under binds in the rules of %(area)s, or take it out.", area=unit.area))


def _names_of_agencies(catalogue, _day, named):
    for agency in catalogue.agencies.values():
        if agency.id not in named.agencies:
            yield at(agency, "unnamed", WARNING, say("No rule sends to %(id)s or through it.", id=agency.id),
                     say("Write the rule that does, or take it out."))


def _roles(catalogue, _day, named):
    for role in catalogue.roles.values():
        missing = [code for code in LANGUAGES if not role.description.get(code)]
        if missing:
            yield at(role, "role", WARNING, say("Nobody explains %(id)s in %(languages)s.", id=role.id,
                                                languages=names(missing)), say("Write its description."))
        if not role.receives:
            yield at(role, "role", WARNING, say("%(id)s takes no need.", id=role.id),
                     say("Name the needs in receives."))
        if not named.agencies.intersection(role.works_at):
            yield at(role, "role", WARNING, say("%(id)s works at no agency that a rule sends to.", id=role.id),
                     say("Name the agencies in works_at."))
