"""What the records leave unsaid, and units whose days are over, as findings: checks of `doubts`, which runs them."""

from collections import defaultdict

from directory.findings import NOTE, WARNING, Finding, names, say

LANGUAGES = ("sv", "en")  # a text must stand in each
SAID = ("does_not", "open_to", "secrecy")  # what somebody who turns to an agency or role needs to know


def needs_undescribed(catalogue, _day, _named):
    without = [need for need in catalogue.needs.values() if not all(map(need.description.get, LANGUAGES))]
    for needs in by_file(without):
        message = say("Needs without a description in Swedish and English (%(count)s): %(ids)s.", **counted(needs))
        yield all_at(needs, "need", message, say("Say what it can look like, and what usually helps first."),
                     level=WARNING)


def unsaid(catalogue, _day, _named):
    for records in (catalogue.agencies, catalogue.roles):
        for key in SAID:
            for some in by_file(one for one in records.values() if not getattr(one, key)):
                message = say("Without %(key)s (%(count)s): %(ids)s.", key=key, **counted(some))
                yield all_at(some, "unsaid", message, say("Write it where a source says it."))


def hours_unknown(catalogue, _day, _named):
    areas = defaultdict(list)
    for unit in catalogue.units.values():
        if not unit.schedules and not any(phone.schedules for phone in unit.phones):
            areas[unit.area].append(unit)
    for area, units in areas.items():
        message = say("Units in %(area)s without hours that can be counted with (%(count)s): %(ids)s.", area=area,
                      **counted(units))
        yield all_at(units, "hours", message, say("Ask each owner, and write the answer as schedules."))


def ended(catalogue, day, named):
    for unit in catalogue.units.values():
        if unit.id in named.units and unit.closes_on and unit.closes_on < day:
            yield at(unit, "ended", WARNING, say("%(id)s is bound, but its last day was %(day)s.", id=unit.id,
                                                 day=unit.closes_on.isoformat()),
                     say("Bind who has taken over, or correct closes_on."))


def paths_missing(catalogue, _day, _named):
    for paths in by_file(one for one in catalogue.contact_paths.values() if not one.way):
        message = say("Contact paths without a way (%(count)s): %(ids)s.", **counted(paths))
        yield all_at(paths, "path", message, say("Agree on one, and write it as way."))


def by_file(records):
    found = defaultdict(list)
    for one in records:
        found[one.place.file].append(one)
    return found.values()


def counted(records):
    """Words for a sentence on several records."""
    return {"count": len(records), "ids": names((one.id for one in records), most=5)}


def all_at(records, check, message, hint=None, *, level=NOTE):
    """A finding on several records of a file, at the first of them."""
    place = records[0].place
    return Finding(check, level, place.file, place.line, message, hint, tuple(one.id for one in records))


def at(record, check, level, message, hint=None):
    return Finding(check, level, record.place.file, record.place.line, message, hint, (record.id,))
